using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Seating;

public enum RemoveZoneResult { Removed = 1, NoSuchZone, SeatsTaken }

/// <summary>Takes a zone away; not while somebody sits there.</summary>
public sealed class RemoveZone(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<RemoveZoneResult> RunAsync(int meetingId, int zoneId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Zones().SingleOrDefaultAsync(z => z.Id == zoneId && z.Hall!.MeetingId == meetingId, stop) is not { } zone) return RemoveZoneResult.NoSuchZone;
        if (await db.Placements().AnyAsync(p => p.Seat!.ZoneId == zoneId, stop)) return RemoveZoneResult.SeatsTaken;
        await ZoneSeats.ForgetStepsAsync(db, zone.HallId, stop);
        db.Remove(zone);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "zone-removed", $"hall:{zone.HallId}", meetingId, zone.Name, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return RemoveZoneResult.Removed;
    }
}
