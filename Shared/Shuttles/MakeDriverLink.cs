using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Shuttles;

/// <summary>A working link of one vehicle's driver.</summary>
public sealed record MadeDriverLink(int VehicleId, int LinkId, string Token)
{
    /// <summary>Path and fragment, to be put behind the address of this site.</summary>
    public string Address => $"{DriverLink.Path(LinkId)}#{Token}";
}

/// <summary>Gives the driver of a vehicle in use a link. May be repeated: who has one keeps it.</summary>
public sealed class MakeDriverLink(IDbContextFactory<EventDb> dbs, LinkKey key, AuditTrail audit, LiveUpdates live)
{
    /// <summary>Null where there is no such vehicle in use in this meeting, or its link was ended.</summary>
    public async Task<MadeDriverLink?> RunAsync(int meetingId, int vehicleId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await db.Vehicles().AnyAsync(v => v.Id == vehicleId && v.MeetingId == meetingId && !v.Retired, stop)) return null;
        var link = await db.DriverLinks().SingleOrDefaultAsync(l => l.VehicleId == vehicleId, stop);
        if (link is null)
        {
            link = new DriverLink { MeetingId = meetingId, VehicleId = vehicleId, Nonce = LinkKey.NewNonce(), MadeAt = audit.Now };
            db.Add(link);
            await audit.AddAsync(db, who, "driver-link-made", ShuttlesSets.Subject(vehicleId), meetingId, null, stop);
            await transaction.CommitAsync(stop);
            live.Tell(ShuttlesSets.Fleets(meetingId));
        }
        return link.EndedAt is null ? new MadeDriverLink(vehicleId, link.Id, key.Token(DriverLink.Purpose, link.Nonce)) : null;
    }
}

/// <summary>Puts a new link in the place of one that went astray or was ended, or whose driver is another; what was sent before opens nothing any more.</summary>
public sealed class RenewDriverLink(IDbContextFactory<EventDb> dbs, LinkKey key, AuditTrail audit, LiveUpdates live)
{
    /// <summary>Null where the vehicle has no link yet or is not of this meeting.</summary>
    public async Task<MadeDriverLink?> RunAsync(int meetingId, int vehicleId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.DriverLinks().SingleOrDefaultAsync(l => l.VehicleId == vehicleId && l.MeetingId == meetingId, stop) is not { } link) return null;
        (link.Nonce, link.MadeAt, link.OpenedAt, link.EndedAt) = (LinkKey.NewNonce(), audit.Now, null, null);
        await audit.AddAsync(db, who, "driver-link-renewed", ShuttlesSets.Subject(vehicleId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(ShuttlesSets.Fleets(meetingId));
        return new MadeDriverLink(vehicleId, link.Id, key.Token(DriverLink.Purpose, link.Nonce));
    }
}

/// <summary>Ends a driver's link; a page that shows it says so when it is next loaded.</summary>
public sealed class EndDriverLink(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <summary>False where the vehicle has no working link or is not of this meeting.</summary>
    public async Task<bool> RunAsync(int meetingId, int vehicleId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = audit.Now;
        var ended = await db.DriverLinks().Where(l => l.VehicleId == vehicleId && l.MeetingId == meetingId && l.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.EndedAt, now), stop);
        if (ended == 0) return false;
        await audit.AddAsync(db, who, "driver-link-ended", ShuttlesSets.Subject(vehicleId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(ShuttlesSets.Fleets(meetingId));
        return true;
    }
}
