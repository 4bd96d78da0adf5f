using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.CheckIn.Reading;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>How a person stands at one checkpoint, as a desk sees it.</summary>
public enum DeskState { NotArrived = 1, Arrived, OnLeave, Cancelled, Replaced }

public sealed record FoundPerson(int Id, string Name, string Unit, int UnitId, AttendeeCategory Category)
{
    public string? BadgeNo { get; init; }
    public string? PhoneLast4 { get; init; }
    public required DeskState State { get; init; }
}

/// <param name="More">There are more than these.</param>
public sealed record FoundPeople(IReadOnlyList<FoundPerson> Items, bool More);

/// <summary>The people whom a text typed at a desk means: name (one character is enough), pinyin, initials, a phone's last four, unit or alias, badge number.</summary>
public sealed class DeskSearch(IDbContextFactory<EventDb> dbs, RosterIndex index, TimeProvider clock)
{
    public const int MostFound = 20;

    public async Task<FoundPeople> ReadAsync(int meetingId, int checkpointId, string? typed, CancellationToken stop = default)
    {
        var ids = index.Find(meetingId, typed, MostFound + 1);
        if (ids.Count == 0) return new([], false);
        await using var db = await dbs.CreateDbContextAsync(stop);
        var day = await CheckpointScope.TodayAsync(db, checkpointId, clock.GetUtcNow().UtcDateTime, stop);
        var (presences, badges) = (db.Presences(), db.Badges());
        var found = await db.Attendees().Where(a => ids.Contains(a.Id)).Select(a => new FoundPerson(a.Id, a.Name, a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName, a.UnitId, a.Category)
        {
            BadgeNo = badges.Where(b => b.AttendeeId == a.Id && b.RevokedAt == null).Select(b => b.Number).FirstOrDefault(),
            PhoneLast4 = a.Phone != null ? a.Phone.Substring(a.Phone.Length - 4) : null,
            State = presences.Any(p => p.CheckpointId == checkpointId && p.AttendeeId == a.Id && p.Day == day) ? DeskState.Arrived
                : a.State == AttendeeState.OnLeave ? DeskState.OnLeave : a.State == AttendeeState.Cancelled ? DeskState.Cancelled
                : a.State == AttendeeState.Replaced ? DeskState.Replaced : DeskState.NotArrived,
        }).ToListAsync(stop);
        var key = TextNormal.PersonName(typed);
        return new([.. found.OrderBy(p => ids.IndexOf(p.Id)).Take(MostFound).OrderBy(p => p.State is DeskState.Cancelled or DeskState.Replaced).ThenBy(p => !p.Name.StartsWith(key, StringComparison.Ordinal))], found.Count > MostFound);
    }
}
