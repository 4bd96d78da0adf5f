using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Dashboard;

/// <summary>Which meeting is meant where none is named.</summary>
public sealed class MeetingOfTheMoment(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    /// <summary>The year of the meeting with an open checkpoint, else of the next one, else of the latest; null where there is none at all.</summary>
    public async Task<int?> ReadAsync(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        // What is open now opened before whatever is still to open.
        var ahead = await (from checkpoint in db.Checkpoints()
                           where !checkpoint.Retired && checkpoint.ClosesAt > now
                           join meeting in db.Meetings() on checkpoint.MeetingId equals meeting.Id
                           orderby checkpoint.OpensAt > now, checkpoint.OpensAt > now ? checkpoint.OpensAt : checkpoint.ClosesAt, meeting.Year descending
                           select (int?)meeting.Year).FirstOrDefaultAsync(stop);
        if (ahead is not null) return ahead;
        var today = DateOnly.FromDateTime(now);
        return await db.Meetings().Where(m => m.LastDay >= today).OrderBy(m => m.FirstDay).Select(m => (int?)m.Year).FirstOrDefaultAsync(stop)
            ?? await db.Meetings().OrderByDescending(m => m.Year).Select(m => (int?)m.Year).FirstOrDefaultAsync(stop);
    }
}
