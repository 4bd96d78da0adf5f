using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Live;
using Shared.Registration;
using Shared.Seating.Filling;

namespace Shared.Seating.Placing;

/// <summary>Gives a walk-in the best free seat of each hall in which people sit in rows: nearest to the own unit, else the foremost behind the rows for those of rank. The seat of somebody who has not come yet is not free.</summary>
sealed class SeatWalkIn : ISeatsWalkIns
{
    // A row further back is as far as so many seats to the side.
    const int RowsWeigh = 4;

    // The engine's asynchronous calls run on the calling thread.
    public LiveTopic? Give(EventDb db, WalkInGuest guest) => GiveAsync(db, guest).GetAwaiter().GetResult() ? SeatingSets.Seats(guest.MeetingId) : null;

    static async Task<bool> GiveAsync(EventDb db, WalkInGuest guest)
    {
        var given = false;
        foreach (var hall in await db.SeatPlans().Where(p => p.IsCurrent && p.Hall!.MeetingId == guest.MeetingId && p.Placements.Any(one => one.Seat!.Zone!.Kind == ZoneKind.Rows)).OrderBy(p => p.HallId).Select(p => p.HallId).ToListAsync())
        {
            var plan = (await PlanMoves.OpenAsync(db, guest.MeetingId, hall, default))!;
            var seats = await db.Seats().Where(s => s.Zone!.HallId == hall && s.Zone.Kind == ZoneKind.Rows && s.Zone.Use != ZoneUse.Free)
                .Select(s => new FillSeat(s.Id, s.Zone!.Position, s.Row, s.Column, s.Row < s.Zone.FirstRow + s.Zone.FrontRows, s.State == SeatState.Ordinary)).ToListAsync();
            var taken = await PlanMoves.Standing(db, plan.Id).Join(db.Attendees(), p => p.AttendeeId, a => a.Id, (p, a) => new { p.SeatId, a.UnitId }).ToDictionaryAsync(p => p.SeatId, p => p.UnitId);
            if (Best([.. seats.Where(s => s.Usable && !s.IsFront && !taken.ContainsKey(s.Id))], [.. seats.Where(s => taken.GetValueOrDefault(s.Id) == guest.UnitId)]) is not { } seat) continue;
            await PlanMoves.AddStepAsync(db, plan, new() { Kind = SeatStepKind.Seated, By = guest.By, At = guest.At, Moves = [PlanMoves.Move(null, guest.AttendeeId, seat.Id, SeatReason.Order)!] }, default);
            await AuditTrail.AddAsync(db, guest.At, guest.By, "seat-given", RegistrationSets.Subject(guest.AttendeeId), guest.MeetingId, $"{seat.Row}-{seat.Column}");
            given = true;
        }
        return given;
    }

    // An aisle is a column of its own, so that the seat beyond it is further away.
    static FillSeat? Best(IReadOnlyList<FillSeat> free, IReadOnlyList<FillSeat> own)
    {
        if (free.Count == 0) return null;
        return free.OrderBy(s => own.Select(o => o.Zone != s.Zone ? int.MaxValue : RowsWeigh * Math.Abs(o.Row - s.Row) + Math.Abs(o.Column - s.Column)).DefaultIfEmpty(0).Min()).ThenBy(s => s.Zone).ThenBy(s => s.Row).ThenBy(s => s.Column).First();
    }
}
