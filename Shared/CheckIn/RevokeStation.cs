using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.CheckIn;

/// <summary>Takes a station's token and any open pairing code away at once. What it recorded stays.</summary>
public sealed class RevokeStation(IDbContextFactory<EventDb> dbs, AuditTrail audit, TimeProvider clock)
{
    /// <summary>False where the meeting has no such station.</summary>
    public async Task<bool> RunAsync(int meetingId, int stationId, string who, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var revoked = await db.Stations().Where(s => s.Id == stationId && s.MeetingId == meetingId).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.TokenHash, (byte[]?)null).SetProperty(s => s.PairingHash, (byte[]?)null).SetProperty(s => s.PairingEndsAt, (DateTime?)null)
            .SetProperty(s => s.RevokedAt, s => s.RevokedAt ?? now), stop);
        if (revoked == 0) return false;
        await audit.AddAsync(db, who, "station-revoked", $"station:{stationId}", meetingId, null, stop);
        await transaction.CommitAsync(stop);
        return true;
    }
}
