using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Placing;
using Shared.Seating.Scenes;

namespace Shared.Seating.Filling;

/// <summary>What the planner is asked, read from a plan as it stands.</summary>
/// <param name="Now">The seat of everybody who comes and has one.</param>
/// <param name="Presiding">Those of them who sit on the presidium instead, unless they are locked.</param>
sealed record FillReading(IReadOnlyList<FillSeat> Seats, IReadOnlyList<FillPerson> People, IReadOnlySet<int> Kept, IReadOnlyDictionary<int, PlacedSeat> Now, IReadOnlyList<int> Presiding)
{
    public long Stamp => PlanStamp.Of(Now.Values);

    public FillOutcome Run(FillMethod method) => AudienceFill.Run(Seats, People, Kept, method);

    public static async Task<FillReading> ReadAsync(EventDb db, int meetingId, SeatPlan plan, FillWish wish, CancellationToken stop)
    {
        var everybody = await PeopleAsync(db, meetingId, wish.Order, stop);
        var presiding = await StageTasks.PresidingAsync(db, meetingId, stop);
        var placed = await PlacedSeats.ReadAsync(db, plan.Id, everybody.Select(p => p.Id).ToHashSet(), stop);
        var leaving = placed.Values.Where(p => presiding.Contains(p.AttendeeId) && !p.Locked).Select(p => p.AttendeeId).ToList();
        // Tables are filled by their own planner, and where seats are free nobody has one.
        var seats = await db.Seats().Where(s => s.Zone!.HallId == plan.HallId && s.Zone.Kind == ZoneKind.Rows && s.Zone.Use != ZoneUse.Free)
            .Select(s => new FillSeat(s.Id, s.Zone!.Position, s.Row, s.Column, s.Row < s.Zone.FirstRow + s.Zone.FrontRows, s.State == SeatState.Ordinary, s.State == SeatState.Accessible)).ToListAsync(stop);
        var fillable = seats.Select(s => s.Id).ToHashSet();
        var usable = seats.Where(s => s.Usable).Select(s => s.Id).ToHashSet();
        // Who was given an accessible seat keeps it, and who sits at a table stays there.
        var kept = placed.Values.Where(p => !leaving.Contains(p.AttendeeId) && (p.Locked || wish.KeepSeated || !usable.Contains(p.SeatId))).ToList();
        var keeps = kept.Select(p => p.AttendeeId).ToHashSet();
        return new(seats, [.. everybody.Where(p => !keeps.Contains(p.Id) && !presiding.Contains(p.Id))], kept.Select(p => p.SeatId).Where(fillable.Contains).ToHashSet(), placed.Values.ToDictionary(p => p.AttendeeId), leaving);
    }

    static async Task<List<FillPerson>> PeopleAsync(EventDb db, int meetingId, FillOrder order, CancellationToken stop)
    {
        var turns = await StageTasks.TurnsAsync(db, meetingId, stop);
        return (await db.Attendees().AsNoTracking().Listed(meetingId).Where(a => a.State == AttendeeState.Confirmed)
            .Select(a => new { a.Id, a.UnitId, a.Category, a.Roles, a.IsHead, a.NeedsAccess, a.Unit!.CouncilRank, UnitNo = a.Unit.ListNo, a.ListNo, a.PinyinKey, a.SurnameStrokeKey }).ToListAsync(stop))
        .ConvertAll(a => new FillPerson(a.Id, a.UnitId, a.Category, a.Roles, a.IsHead, a.CouncilRank, a.ListNo, order switch
        {
            FillOrder.Pinyin => a.PinyinKey, FillOrder.Strokes => a.SurnameStrokeKey, FillOrder.Council => $"{(int?)a.CouncilRank ?? 9}{a.UnitNo:000000}", _ => $"{a.ListNo:000000}",
        }, turns.GetValueOrDefault(a.Id, int.MaxValue), a.NeedsAccess));
    }
}
