using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;

namespace Shared.Seating;

/// <summary>Halls with their zones and seats, without anybody on them; one that is there by name already stays as it is.</summary>
sealed class CarriedHalls : ICarriedOver
{
    public string Word => "halls";
    public int Order => 70;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => db.Halls().CountAsync(h => h.MeetingId == from.Id, stop);

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var there = await db.Halls().Where(h => h.MeetingId == to.Id).Select(h => h.Name).ToListAsync(stop);
        var halls = await db.Halls().AsNoTracking().Where(h => h.MeetingId == from.Id && !there.Contains(h.Name)).Include(h => h.Zones).ThenInclude(z => z.Seats).AsSplitQuery().OrderBy(h => h.Id).ToListAsync(stop);
        var plans = await db.SeatPlans().AsNoTracking().Where(p => p.Hall!.MeetingId == from.Id && p.IsCurrent).ToDictionaryAsync(p => p.HallId, p => p.MadeBy, stop);
        foreach (var hall in halls)
        {
            var made = new Hall { MeetingId = to.Id, Name = hall.Name, Zones = [.. hall.Zones.Select(Copy)] };
            db.Add(made);
            db.Add(new SeatPlan { Hall = made, Name = "", IsCurrent = true, MadeAt = to.CreatedAt, MadeBy = plans.GetValueOrDefault(hall.Id, "") });
        }
        await db.SaveChangesAsync(stop);
        return halls.Count;
    }

    static Zone Copy(Zone z) => new()
    {
        Name = z.Name, Position = z.Position, Kind = z.Kind, Use = z.Use, Numbering = z.Numbering, Purpose = z.Purpose, FirstRow = z.FirstRow, FrontRows = z.FrontRows, Rows = z.Rows, PerRow = z.PerRow, Aisles = z.Aisles,
        Seats = [.. z.Seats.Select(s => new Seat { Row = s.Row, Column = s.Column, Number = s.Number, State = s.State })],
    };
}
