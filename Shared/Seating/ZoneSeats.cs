using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Seating;

/// <summary>Brings the seats of a zone to its shape, inside the caller's transaction.</summary>
static class ZoneSeats
{
    /// <summary>How many seats that would go are taken; then nothing may be committed.</summary>
    public static async Task<int> LayAsync(EventDb db, Zone zone, CancellationToken stop)
    {
        var there = (await db.Seats().Where(s => s.ZoneId == zone.Id).OrderBy(s => s.Row).ThenBy(s => s.Column).ToListAsync(stop)).GroupBy(s => s.Row).Select(row => row.ToList()).ToList();
        var wanted = SeatLayout.Of(zone).GroupBy(s => s.Row).Select(row => row.ToList()).ToList();
        var kept = there.Take(wanted.Count).SelectMany((row, at) => row.Zip(wanted[at])).ToList();
        var gone = there.SelectMany(row => row).Except(kept.Select(pair => pair.First)).ToList();
        var ids = gone.ConvertAll(s => s.Id);
        if (await db.Placements().CountAsync(p => ids.Contains(p.SeatId), stop) is > 0 and var seated) return seated;
        await ForgetStepsAsync(db, zone.HallId, stop);
        db.RemoveRange(gone);
        // Below zero first: two seats must not bear one number on the way either.
        foreach (var (seat, _) in kept) (seat.Row, seat.Column, seat.Number) = (-seat.Row - 1, -seat.Column - 1, -seat.Number - 1);
        await db.SaveChangesAsync(stop);
        foreach (var (seat, laid) in kept) (seat.Row, seat.Column, seat.Number) = (laid.Row, laid.Column, laid.Number);
        db.AddRange(wanted.SelectMany((row, at) => row.Skip(at < there.Count ? Math.Min(there[at].Count, row.Count) : 0)).Select(s => new Seat { ZoneId = zone.Id, Row = s.Row, Column = s.Column, Number = s.Number }));
        await db.SaveChangesAsync(stop);
        return 0;
    }

    /// <summary>A step back over other seats would lead nowhere.</summary>
    public static Task ForgetStepsAsync(EventDb db, int hallId, CancellationToken stop)
    {
        var plans = db.SeatPlans().Where(p => p.HallId == hallId).Select(p => p.Id);
        return db.SeatSteps().Where(s => plans.Contains(s.PlanId)).ExecuteDeleteAsync(stop);
    }
}
