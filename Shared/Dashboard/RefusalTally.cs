using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;

namespace Shared.Dashboard;

/// <summary>How often a checkpoint said no, for one reason.</summary>
public sealed record RefusalCount(ScanOutcome Reason, int Count);

/// <summary>What was refused at a checkpoint, and what came in offline and needs a human's look.</summary>
public sealed record RefusalNumbers(IReadOnlyList<RefusalCount> Reasons, int ToCheck);

/// <summary>Refusals of one checkpoint by reason, the most frequent first.</summary>
public sealed class RefusalTally(IDbContextFactory<EventDb> dbs)
{
    public async Task<RefusalNumbers> ReadAsync(int meetingId, int checkpointId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var scans = db.Scans().Where(s => s.MeetingId == meetingId && s.CheckpointId == checkpointId);
        var reasons = await scans.Where(s => s.Outcome < ScanOutcome.Welcome)
            .GroupBy(s => s.Outcome).Select(g => new RefusalCount(g.Key, g.Count())).ToListAsync(stop);
        var toCheck = await scans.CountAsync(s => s.Offline && (s.Conflict || s.Clamped), stop);
        return new([.. reasons.OrderByDescending(r => r.Count).ThenBy(r => r.Reason)], toCheck);
    }
}
