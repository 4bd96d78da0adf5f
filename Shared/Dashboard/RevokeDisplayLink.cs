using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Dashboard;

/// <summary>Ends a display link; the projector that shows it stops within its next second.</summary>
public sealed class RevokeDisplayLink(IDbContextFactory<EventDb> dbs, AuditTrail audit, TimeProvider clock)
{
    /// <summary>False where the meeting has no such link or it was revoked before.</summary>
    public async Task<bool> RunAsync(int meetingId, int linkId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var revoked = await db.DisplayLinks().Where(l => l.Id == linkId && l.MeetingId == meetingId && l.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.RevokedAt, now), stop);
        if (revoked == 0) return false;
        await audit.AddAsync(db, who, "display-link-revoked", $"display-link:{linkId}", meetingId, null, stop);
        await transaction.CommitAsync(stop);
        return true;
    }
}
