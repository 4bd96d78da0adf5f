using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.CheckIn;

/// <summary>Who of some people has reported in (报到).</summary>
public sealed class ReportedIn(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlySet<int>> ReadAsync(int meetingId, IReadOnlyCollection<int> attendeeIds, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var doors = db.Checkpoints().Where(c => c.MeetingId == meetingId && c.Kind == CheckpointKind.ReportIn).Select(c => c.Id);
        return (await db.Presences().Where(p => doors.Contains(p.CheckpointId) && attendeeIds.Contains(p.AttendeeId)).Select(p => p.AttendeeId).ToListAsync(stop)).ToHashSet();
    }
}
