using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Placing;

namespace Shared.Seating.Filling;

/// <summary>What the planner is asked, read from a plan as it stands.</summary>
/// <param name="Now">The seat of everybody who comes and has one.</param>
sealed record FillReading(IReadOnlyList<FillSeat> Seats, IReadOnlyList<FillPerson> People, IReadOnlySet<int> Kept, IReadOnlyDictionary<int, PlacedSeat> Now)
{
    public FillOutcome Run(FillMethod method) => AudienceFill.Run(Seats, People, Kept, method);

    public static async Task<FillReading> ReadAsync(EventDb db, int meetingId, SeatPlan plan, FillWish wish, CancellationToken stop)
    {
        var people = await PeopleAsync(db, meetingId, wish.Order, stop);
        var placed = await PlacedSeats.ReadAsync(db, plan.Id, people.Select(p => p.Id).ToHashSet(), stop);
        // Tables are filled by their own planner, and where seats are free nobody has one.
        var seats = await db.Seats().Where(s => s.Zone!.HallId == plan.HallId && s.Zone.Kind == ZoneKind.Rows && s.Zone.Use != ZoneUse.Free)
            .Select(s => new FillSeat(s.Id, s.Zone!.Position, s.Row, s.Column, s.Row < s.Zone.FirstRow + s.Zone.FrontRows, s.State == SeatState.Ordinary)).ToListAsync(stop);
        var fillable = seats.Select(s => s.Id).ToHashSet();
        var usable = seats.Where(s => s.Usable).Select(s => s.Id).ToHashSet();
        // An accessible seat was given by hand, and who sits at a table stays there.
        var kept = placed.Values.Where(p => p.Locked || wish.KeepSeated || !usable.Contains(p.SeatId)).ToList();
        var keeps = kept.Select(p => p.AttendeeId).ToHashSet();
        return new(seats, [.. people.Where(p => !keeps.Contains(p.Id))], kept.Select(p => p.SeatId).Where(fillable.Contains).ToHashSet(), placed.Values.ToDictionary(p => p.AttendeeId));
    }

    static async Task<List<FillPerson>> PeopleAsync(EventDb db, int meetingId, FillOrder order, CancellationToken stop) =>
        (await db.Attendees().AsNoTracking().Listed(meetingId).Where(a => a.State == AttendeeState.Confirmed)
            .Select(a => new { a.Id, a.UnitId, a.Category, a.Roles, a.IsHead, a.Unit!.CouncilRank, UnitNo = a.Unit.ListNo, a.ListNo, a.PinyinKey, a.SurnameStrokeKey }).ToListAsync(stop))
        .ConvertAll(a => new FillPerson(a.Id, a.UnitId, a.Category, a.Roles, a.IsHead, a.CouncilRank, a.ListNo, order switch
        {
            FillOrder.Pinyin => a.PinyinKey, FillOrder.Strokes => a.SurnameStrokeKey, FillOrder.Council => $"{(int?)a.CouncilRank ?? 9}{a.UnitNo:000000}", _ => $"{a.ListNo:000000}",
        }));
}
