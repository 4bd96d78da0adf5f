using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Seating;

public sealed record ShapedZone(int Id, ZoneEntry Entry, int Seats, int Blocked, int Accessible);

public sealed record HallShapeView(int Id, string Name, IReadOnlyList<ShapedZone> Zones)
{
    /// <summary>That somebody may sit on.</summary>
    public int Seats => Zones.Sum(zone => zone.Seats - zone.Blocked);
}

/// <summary>How a hall is built, as its forms hold it.</summary>
public sealed class HallShape(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null where the meeting has no such hall.</summary>
    public async Task<HallShapeView?> ReadAsync(int meetingId, int hallId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Halls().Where(h => h.Id == hallId && h.MeetingId == meetingId).Select(h => h.Name).SingleOrDefaultAsync(stop) is not { } name) return null;
        return new(hallId, name, await db.Zones().Where(z => z.HallId == hallId).OrderBy(z => z.Position).Select(z => new ShapedZone(z.Id,
            new ZoneEntry { Id = z.Id, Name = z.Name, Kind = z.Kind, Use = z.Use, Numbering = z.Numbering, Purpose = z.Purpose, FirstRow = z.FirstRow, Rows = z.Rows, PerRow = z.PerRow, FrontRows = z.FrontRows, Aisles = z.Aisles },
            z.Seats.Count, z.Seats.Count(s => s.State == SeatState.Blocked), z.Seats.Count(s => s.State == SeatState.Accessible))).ToListAsync(stop));
    }
}
