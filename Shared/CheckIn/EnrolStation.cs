using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.CheckIn;

/// <summary>What a device gets for its pairing code. The token is shown once and never again.</summary>
public sealed record EnrolStationResult(int StationId, string Name, StationKind Kind, string Token);

/// <summary>Trades a one-time pairing code for a token. A device that had the station before is out from then on.</summary>
public sealed class EnrolStation(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    /// <summary>Null where the code is wrong, used or older than ten minutes; the caller must not tell which.</summary>
    public async Task<EnrolStationResult?> RunAsync(string? pairingCode, CancellationToken stop = default)
    {
        if (StationToken.PairingHash(pairingCode) is not { } hash) return null;
        var token = StationToken.New();
        var (tokenHash, now) = (StationToken.Hash(token), clock.GetUtcNow().UtcDateTime);
        await using var db = await dbs.CreateDbContextAsync(stop);
        var traded = await db.Stations().Where(s => s.PairingHash == hash && s.PairingEndsAt > now).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.TokenHash, tokenHash).SetProperty(s => s.EnrolledAt, now).SetProperty(s => s.LastSeenAt, now)
            .SetProperty(s => s.RevokedAt, (DateTime?)null).SetProperty(s => s.PairingHash, (byte[]?)null).SetProperty(s => s.PairingEndsAt, (DateTime?)null), stop);
        if (traded == 0) return null;
        return await db.Stations().Where(s => s.TokenHash == tokenHash).Select(s => new EnrolStationResult(s.Id, s.Name, s.Kind, token)).SingleAsync(stop);
    }
}
