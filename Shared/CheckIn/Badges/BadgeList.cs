using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn.Badges;

/// <summary>Changed: something else would stand on it than was printed last.</summary>
public enum BadgeShow { All, Unprinted, Changed, Printed, Spares }

public sealed record BadgeFilter(BadgeShow Show = BadgeShow.All, AttendeeCategory? Category = null, int? UnitId = null, string? Text = null, int Page = 1);

/// <summary>One badge of the list with its last print, whether here or at a print shop.</summary>
public sealed record BadgeRow(BadgeFace Face, LastPrint? Last)
{
    public BadgeShow State => Last is null ? BadgeShow.Unprinted : Last.Stale ? BadgeShow.Changed : BadgeShow.Printed;
}

/// <summary>People and spare badges to be printed.</summary>
public sealed record BadgeChoice(IReadOnlyCollection<int> AttendeeIds, IReadOnlyCollection<int> SpareIds);

/// <summary>One page of the list; <paramref name="Chosen"/> names all rows of the filter, <paramref name="Counts"/> count the meeting.</summary>
public sealed record BadgeListView(IReadOnlyList<BadgeRow> Rows, int Total, BadgeChoice Chosen, IReadOnlyDictionary<BadgeShow, int> Counts, IReadOnlyList<(int Id, string Name)> Units);

/// <summary>Who has a badge, which were printed, and which changed since.</summary>
public sealed class BadgeList(IDbContextFactory<EventDb> dbs, StalePrints stale)
{
    public const int PageSize = 50;
    static readonly string[] Kinds = [PrintKinds.Badge, PrintKinds.BadgeFile];

    public async Task<BadgeListView> ReadAsync(MeetingView meeting, BadgeFilter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var frame = await BadgeFrame.ReadAsync(db, meeting, stop);
        var people = await RowsAsync(await db.People(meeting.Id).ToListAsync(stop), frame, stop);
        var spares = await RowsAsync(await db.Spares(meeting.Id).ToListAsync(stop), frame, stop);
        var named = string.IsNullOrWhiteSpace(filter.Text) ? null : await NamedAsync(db, meeting.Id, filter.Text, stop);
        var rows = (filter.Show == BadgeShow.Spares ? spares : people).Where(row => Fits(row, filter, named)).ToList();
        return new BadgeListView([.. rows.Skip((Math.Max(filter.Page, 1) - 1) * PageSize).Take(PageSize)], rows.Count, Choice(rows), Counts(people, spares), Units(people));
    }

    async Task<List<BadgeRow>> RowsAsync(List<BadgeFace> faces, BadgeFrame frame, CancellationToken stop)
    {
        var shown = faces.Select(face => face.Shown(frame)).OfType<ShownItem>().ToList();
        var last = await stale.ReadAsync(frame.Meeting.Id, Kinds, shown, stop);
        return [.. faces.Select(face => new BadgeRow(face, face.BadgeId is { } id ? last.GetValueOrDefault((BadgeFace.Subject, id)) : null))];
    }

    static bool Fits(BadgeRow row, BadgeFilter filter, HashSet<int>? named) =>
        (filter.Show is BadgeShow.All or BadgeShow.Spares || row.State == filter.Show)
        && (filter.Category is null || row.Face.Category == filter.Category)
        && (filter.UnitId is null || row.Face.UnitId == filter.UnitId)
        && (named is null || (row.Face.AttendeeId is { } id && named.Contains(id)) || string.Equals(row.Face.Number, filter.Text!.Trim(), StringComparison.OrdinalIgnoreCase));

    static async Task<HashSet<int>> NamedAsync(EventDb db, int meetingId, string text, CancellationToken stop)
    {
        var found = await RosterSearch.NarrowAsync(db, db.Attendees().Listed(meetingId), meetingId, text, stop);
        return [.. await found.Select(a => a.Id).ToListAsync(stop)];
    }

    static BadgeChoice Choice(List<BadgeRow> rows) => new(
        [.. rows.Where(row => !row.Face.IsSpare).Select(row => row.Face.AttendeeId!.Value)],
        [.. rows.Where(row => row.Face.IsSpare).Select(row => row.Face.BadgeId!.Value)]);

    static Dictionary<BadgeShow, int> Counts(List<BadgeRow> people, List<BadgeRow> spares) => new()
    {
        [BadgeShow.All] = people.Count,
        [BadgeShow.Unprinted] = people.Count(row => row.State == BadgeShow.Unprinted),
        [BadgeShow.Changed] = people.Count(row => row.State == BadgeShow.Changed),
        [BadgeShow.Printed] = people.Count(row => row.State == BadgeShow.Printed),
        [BadgeShow.Spares] = spares.Count,
    };

    static List<(int, string)> Units(List<BadgeRow> people) =>
        [.. people.Select(row => (Id: row.Face.UnitId!.Value, Name: row.Face.Unit!)).Distinct().OrderBy(unit => unit.Name, StringComparer.Ordinal)];
}
