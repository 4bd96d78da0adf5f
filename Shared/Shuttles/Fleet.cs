using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Shuttles;

/// <summary>The vehicles of a meeting, the smallest first, those no longer used last.</summary>
public sealed class Fleet(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<VehicleEntry>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Vehicles().Where(v => v.MeetingId == meetingId).OrderBy(v => v.Retired).ThenBy(v => v.Seats).ThenBy(v => v.Id)
            .Select(v => new VehicleEntry { Id = v.Id, Model = v.Model, PlateNo = v.PlateNo, Seats = v.Seats, Capacity = v.Capacity, Driver = v.Driver, DriverPhone = v.DriverPhone, Remark = v.Remark, Retired = v.Retired })
            .ToListAsync(stop);
    }
}
