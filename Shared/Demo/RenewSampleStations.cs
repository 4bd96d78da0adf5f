using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;

namespace Shared.Demo;

/// <summary>A station of the sample with the token it was just given; a kiosk with the PIN that leaves it.</summary>
public sealed record SampleStation(string Name, StationKind Kind, string Token, string? Pin);

/// <summary>Gives every station of the sample a new token, and a kiosk a new PIN; what they had before is dead. A station that somebody removed or revoked works again.</summary>
public sealed class RenewSampleStations(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public async Task<IReadOnlyList<SampleStation>> RunAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var known = await db.Stations().Where(s => s.MeetingId == meetingId).ToListAsync(stop);
        known.ForEach(station => station.TokenHash = null);
        var renewed = SampleDoors.Stations.Select(row =>
        {
            var station = known.Find(s => s.Name == row.Name) ?? new Station { MeetingId = meetingId, Name = row.Name, Kind = row.Kind };
            if (station.Id == 0) db.Add(station);
            return Renew(station);
        }).ToList();
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return renewed;
    }

    SampleStation Renew(Station station)
    {
        var token = StationToken.New();
        var pin = station.Kind == StationKind.Kiosk ? Pin.New() : null;
        (station.TokenHash, station.PairingHash, station.PairingEndsAt) = (StationToken.Hash(token), null, null);
        (station.EnrolledAt, station.RevokedAt) = (clock.GetUtcNow().UtcDateTime, null);
        if (pin is not null) station.PinHash = Pin.Hash(pin);
        return new(station.Name, station.Kind, token, pin);
    }
}
