using Microsoft.EntityFrameworkCore;
using Shared.CheckIn.Paper;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn.Closing;

/// <summary>报名到场, 报名未到, 取消, 未报名到场. 现场总数 is the first and the last together.</summary>
public enum ClosingGroup { Came = 1, Missed, Cancelled, CameUnregistered }

/// <summary>A manual decision, in words.</summary>
public sealed record ClosingNote(int Id, string Text, string By, DateTime At);

/// <param name="ArrivedAt">The first arrival at the checkpoint, of this person or of the one whose place this person took.</param>
public sealed record ClosingRow(PaperRow Person, ClosingGroup Group, DateTime? ArrivedAt, string? Reason, IReadOnlyList<ClosingNote> Notes);

/// <summary>The outcome of a meeting at one checkpoint, all of one moment.</summary>
public sealed record ClosingView(PaperCheckpoint Checkpoint, IReadOnlyList<ClosingRow> Rows, int UnitsPresent, int Units, int Staff)
{
    /// <summary>Some rules of expense let the staff be no more than this share of those present.</summary>
    public const double StaffShareLimit = 0.15;

    public int Count(ClosingGroup group) => Rows.Count(row => row.Group == group);

    /// <summary>现场总数.</summary>
    public int OnSite => Count(ClosingGroup.Came) + Count(ClosingGroup.CameUnregistered);

    /// <summary>Staff for each person on site; null while nobody is.</summary>
    public double? StaffShare => OnSite == 0 ? null : (double)Staff / OnSite;

    internal IReadOnlyList<ShownItem> Shown() => [.. Rows.Select(row => new ShownItem(PaperRow.Subject, row.Person.AttendeeId, Fingerprint.Of(
        $"{row.Group}", row.Person.Name, row.Person.Unit, row.Person.Post, $"{row.ArrivedAt:O}", row.Reason, string.Join('\n', row.Notes.Select(note => note.Text)))))];
}

/// <summary>Who came, who did not, who cancelled, who came unregistered (决算对账).</summary>
public sealed class ClosingReport(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    /// <summary>Null where the meeting has no such checkpoint in use.</summary>
    public async Task<ClosingView?> ReadAsync(int meetingId, int checkpointId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var heading = await db.Checkpoints().Where(c => c.Id == checkpointId).Headings(meetingId).SingleOrDefaultAsync(stop);
            if (heading is null || await CheckpointScope.ReadAsync(db, meetingId, checkpointId, clock.GetUtcNow().UtcDateTime, stop) is not { } scope) return null;
            var (rows, present) = await RowsAsync(db, scope, stop);
            var members = (await db.Units().AsNoTracking().Where(u => u.MeetingId == meetingId).ToListAsync(stop))
                .Where(u => u.IsMemberDuring(scope.Meeting.FirstDay, scope.Meeting.LastDay)).Select(u => u.Id).ToList();
            return new ClosingView(heading, rows, members.Count(present.Contains), members.Count, await db.Staff().CountAsync(s => s.MeetingId == meetingId && !s.Left, stop));
        }, stop);
    }

    static async Task<(List<ClosingRow> Rows, HashSet<int> Present)> RowsAsync(EventDb db, CheckpointScope scope, CancellationToken stop)
    {
        var notes = (await db.AttendeeNotes().Where(n => n.MeetingId == scope.Meeting.Id).OrderBy(n => n.Id)
            .Select(n => new { n.AttendeeId, Note = new ClosingNote(n.Id, n.Text, n.WrittenBy, n.WrittenAt) }).ToListAsync(stop)).ToLookup(n => n.AttendeeId, n => n.Note);
        var places = await scope.Places(db).OrderBy(p => p.Holder.ListNo).ThenBy(p => p.Holder.Id).Select(p => new
        {
            Person = new PaperRow(p.Holder.Id, p.Holder.ListNo, p.Holder.Name, p.Holder.Unit!.Organisation!.FullName, p.Holder.Post, p.Holder.Category, p.Holder.State, p.Holder.Source),
            p.Holder.UnitId, p.Standing, FirstAt = p.Presence == null ? (DateTime?)null : p.Presence.FirstAt, p.Holder.StateReason,
        }).ToListAsync(stop);
        var rows = places.Select(p => (Place: p, Group: GroupOf(p.Standing, p.Person))).Where(p => p.Group is not null).ToList();
        return ([.. rows.Select(p => new ClosingRow(p.Place.Person, p.Group!.Value, p.Place.FirstAt ?? Inherited(scope, p.Place.Person.AttendeeId), p.Place.StateReason, [.. notes[p.Place.Person.AttendeeId]]))],
            [.. rows.Where(p => p.Group is ClosingGroup.Came or ClosingGroup.CameUnregistered).Select(p => p.Place.UnitId)]);
    }

    static DateTime? Inherited(CheckpointScope scope, int attendeeId) => scope.Heirs.TryGetValue(attendeeId, out var heir) ? heir.FirstAt : null;

    // Who cancelled before the freeze was never expected, but belongs in the reconciliation.
    static ClosingGroup? GroupOf(Standing standing, PaperRow person) => standing switch
    {
        Standing.Arrived => ClosingGroup.Came,
        Standing.Unplanned => ClosingGroup.CameUnregistered,
        _ when person.State == AttendeeState.Cancelled && person.Source != AttendeeSource.WalkIn => ClosingGroup.Cancelled,
        Standing.NotCounted => null,
        _ => ClosingGroup.Missed,
    };
}
