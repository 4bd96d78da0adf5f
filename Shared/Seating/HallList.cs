using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.Seating;

/// <param name="Seats">That somebody may sit on.</param>
/// <param name="Seated">Of those who come, counted as the plan in force has them.</param>
public sealed record HallRow(int Id, string Name, int Zones, int Seats, int Seated);

/// <param name="People">Who come.</param>
public sealed record HallListView(IReadOnlyList<HallRow> Halls, int People);

/// <summary>The halls of a meeting and how far they are filled.</summary>
public sealed class HallList(IDbContextFactory<EventDb> dbs)
{
    public async Task<HallListView> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var (seats, plans, placements) = (db.Seats(), db.SeatPlans(), db.Placements());
        var coming = db.Attendees().Listed(meetingId).Where(a => a.State == AttendeeState.Confirmed);
        var halls = await db.Halls().Where(h => h.MeetingId == meetingId).OrderBy(h => h.Id).Select(h => new HallRow(h.Id, h.Name, h.Zones.Count,
            seats.Count(s => s.Zone!.HallId == h.Id && s.State != SeatState.Blocked),
            placements.Count(p => plans.Any(n => n.Id == p.PlanId && n.HallId == h.Id && n.IsCurrent) && coming.Any(a => a.Id == p.AttendeeId)))).ToListAsync(stop);
        return new(halls, await coming.CountAsync(stop));
    }
}
