using Microsoft.EntityFrameworkCore;
using Shared.Access;
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

/// <summary>Hands a desk to another staff member, who says with their own PIN that it is them.</summary>
public sealed class SwitchOperator(IDbContextFactory<EventDb> dbs, CheckPin check, AuditTrail audit)
{
    /// <summary>Null when done.</summary>
    public async Task<DeskRefusal?> RunAsync(StationPass pass, int operatorId, string? pin, CancellationToken stop = default)
    {
        if (pass.Kind == StationKind.Kiosk) return DeskRefusal.CodesOnly;
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Staff().AsNoTracking().SingleOrDefaultAsync(p => p.Id == operatorId && p.MeetingId == pass.MeetingId && !p.Left, stop) is not { } person) return DeskRefusal.UnknownOperator;
        if (await RefusesAsync(person.UserId, pin, stop) is { } refusal) return refusal;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Stations().Where(s => s.Id == pass.StationId && s.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.OperatorId, operatorId), stop) == 0) return DeskRefusal.UnknownStation;
        await audit.AddAsync(db, person.Nickname ?? person.Name, "operator-switched", $"station:{pass.StationId}", pass.MeetingId, null, stop);
        await transaction.CommitAsync(stop);
        return null;
    }

    async Task<DeskRefusal?> RefusesAsync(string? userId, string? pin, CancellationToken stop) => userId is null ? DeskRefusal.NoPin : await check.RunAsync(userId, pin, stop) switch
    {
        CheckPinResult.Right => null,
        CheckPinResult.Locked => DeskRefusal.PinLocked,
        CheckPinResult.NoPin => DeskRefusal.NoPin,
        _ => DeskRefusal.WrongPin,
    };
}

/// <summary>Whether a PIN opens the way out of a kiosk.</summary>
public sealed class StationPin(IDbContextFactory<EventDb> dbs)
{
    public async Task<bool> ReadAsync(StationPass pass, string? pin, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var hash = await db.Stations().Where(s => s.Id == pass.StationId).Select(s => s.PinHash).SingleOrDefaultAsync(stop);
        return Pin.Fits(hash, pin ?? "");
    }
}
