using Microsoft.EntityFrameworkCore;
using Shared.CheckIn.Writing;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn;

/// <summary>Notes that a station is alive, at most every few seconds. Losing one does no harm.</summary>
public sealed class MarkStationSeen(CheckInWriter writer, TimeProvider clock)
{
    public async Task RunAsync(byte[] tokenHash, StationPass pass)
    {
        if (pass.LastSeenAt is { } seen && clock.GetUtcNow().UtcDateTime - seen < GroupFacts.SeenEvery) return;
        try
        {
            await writer.RunAsync(turn => turn.Facts.Find(turn, CallerAsk.Station(tokenHash)) is not null);
        }
        catch (CannotRecord)
        {
        }
    }
}

/// <summary>Hands a desk to another staff member.</summary>
public sealed class SwitchOperator(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null when done.</summary>
    public async Task<DeskRefusal?> RunAsync(StationPass pass, int operatorId, CancellationToken stop = default)
    {
        if (pass.Kind == StationKind.Kiosk) return DeskRefusal.CodesOnly;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var staff = db.Staff();
        var switched = await db.Stations().Where(s => s.Id == pass.StationId && s.RevokedAt == null && staff.Any(p => p.Id == operatorId && p.MeetingId == s.MeetingId && !p.Left))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.OperatorId, operatorId), stop);
        return switched == 1 ? null : DeskRefusal.UnknownOperator;
    }
}

/// <summary>Whether a PIN opens the way out of a kiosk.</summary>
public sealed class StationPin(IDbContextFactory<EventDb> dbs)
{
    public async Task<bool> ReadAsync(StationPass pass, string? pin, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var hash = await db.Stations().Where(s => s.Id == pass.StationId).Select(s => s.PinHash).SingleOrDefaultAsync(stop);
        return StationToken.PinFits(hash, pin ?? "");
    }
}
