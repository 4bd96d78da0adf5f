using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;

namespace Shared.Shuttles;

/// <summary>The vehicles in use, with their drivers; one with a plate is told apart by it, one without by everything else.</summary>
sealed class CarriedVehicles : ICarriedOver
{
    public string Word => "vehicles";
    public int Order => 60;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => db.Vehicles().CountAsync(v => v.MeetingId == from.Id && !v.Retired, stop);

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var left = (await db.Vehicles().AsNoTracking().Where(v => v.MeetingId == to.Id).ToListAsync(stop)).ConvertAll(Mark);
        var made = new List<Vehicle>();
        // Of three alike without a plate, one that is there already stands for one.
        foreach (var v in await db.Vehicles().AsNoTracking().Where(v => v.MeetingId == from.Id && !v.Retired).OrderBy(v => v.Id).ToListAsync(stop))
            if (!left.Remove(Mark(v)))
                made.Add(new() { MeetingId = to.Id, Model = v.Model, PlateNo = v.PlateNo, Seats = v.Seats, Capacity = v.Capacity, Driver = v.Driver, DriverPhone = v.DriverPhone, Remark = v.Remark });
        db.AddRange(made);
        await db.SaveChangesAsync(stop);
        return made.Count;
    }

    static (string?, string?, int, string?) Mark(Vehicle v) => v.PlateNo is null ? (null, v.Model, v.Seats, v.Driver) : (v.PlateNo, null, 0, null);
}
