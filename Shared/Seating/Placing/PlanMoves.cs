using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.Seating.Placing;

/// <summary>Where plans change: every command comes through here, inside its own writing transaction, so that each step can be taken back.</summary>
static class PlanMoves
{
    /// <summary>The plan in force of a hall, its substitutes on the seats that they inherit; null where the meeting has no such hall.</summary>
    public static async Task<SeatPlan?> OpenAsync(EventDb db, int meetingId, int hallId, CancellationToken stop)
    {
        var plan = await db.SeatPlans().SingleOrDefaultAsync(p => p.HallId == hallId && p.IsCurrent && p.Hall!.MeetingId == meetingId, stop);
        if (plan is not null) await SettleAsync(db, plan, stop);
        return plan;
    }

    // What reading only works out (Heirs) is written down before anything moves.
    static async Task SettleAsync(EventDb db, SeatPlan plan, CancellationToken stop)
    {
        var people = db.Attendees();
        var stale = await db.Placements().Include(p => p.Seat!.Zone).Where(p => p.PlanId == plan.Id && people.Any(a => a.Id == p.AttendeeId && a.State == AttendeeState.Replaced)).ToListAsync(stop);
        if (stale.Count == 0) return;
        var heirs = await Heirs.ReadAsync(db, [.. stale.Select(p => p.AttendeeId)], stop);
        foreach (var placement in stale.Where(p => Placement.Passes(p.Reason, p.Seat!.Zone!.IsFront(p.Seat.Row))))
        {
            if (!heirs.TryGetValue(placement.AttendeeId, out var heir) || await db.Placements().AnyAsync(p => p.PlanId == plan.Id && p.AttendeeId == heir, stop)) continue;
            placement.AttendeeId = heir;
            await db.SaveChangesAsync(stop);
        }
    }

    /// <summary>The placements of those who come.</summary>
    public static IQueryable<Placement> Standing(EventDb db, int planId)
    {
        var people = db.Attendees();
        return db.Placements().Where(p => p.PlanId == planId && people.Any(a => a.Id == p.AttendeeId && a.State == AttendeeState.Confirmed));
    }

    public static Task<bool> ComesAsync(EventDb db, int meetingId, int attendeeId, CancellationToken stop) =>
        db.Attendees().Known(meetingId).AnyAsync(a => a.Id == attendeeId && a.State == AttendeeState.Confirmed, stop);

    /// <summary>The move of one person from where they sit now; none where nothing changes.</summary>
    public static SeatMove? Move(Placement? now, int attendeeId, int? seatId, SeatReason reason) => now?.SeatId == seatId ? null : new()
    {
        AttendeeId = attendeeId, FromSeatId = now?.SeatId, FromReason = now?.Reason, ToSeatId = seatId, ToReason = seatId is null ? null : reason,
    };

    /// <summary>Writes a new step and what it moves; what its writer had taken back before can then not come again.</summary>
    public static async Task<SeatStep> AddStepAsync(EventDb db, SeatPlan plan, SeatStep step, CancellationToken stop)
    {
        await db.SeatSteps().Where(s => s.PlanId == plan.Id && s.By == step.By && s.Undone).ExecuteDeleteAsync(stop);
        step.PlanId = plan.Id;
        db.Add(step);
        await ApplyAsync(db, plan.Id, [.. step.Moves.Select(m => new Target(m.AttendeeId, m.ToSeatId, m.ToReason ?? SeatReason.ByHand))], stop);
        return step;
    }

    /// <summary>Everybody moves at once: all of them leave before anybody sits down.</summary>
    public static async Task ApplyAsync(EventDb db, int planId, IReadOnlyList<Target> targets, CancellationToken stop)
    {
        var (movers, seats) = (targets.Select(t => t.AttendeeId).ToHashSet(), targets.Select(t => t.SeatId).OfType<int>().ToHashSet());
        var standing = (await Standing(db, planId).Select(p => p.Id).ToListAsync(stop)).ToHashSet();
        var rows = await db.Placements().Where(p => p.PlanId == planId).ToListAsync(stop);
        var locked = rows.Where(p => p.Locked).Select(p => p.AttendeeId).ToHashSet();
        db.RemoveRange(rows.Where(p => movers.Contains(p.AttendeeId) || (seats.Contains(p.SeatId) && !standing.Contains(p.Id))));
        await db.SaveChangesAsync(stop);
        db.AddRange(targets.Where(t => t.SeatId is not null).Select(t => new Placement { PlanId = planId, SeatId = t.SeatId!.Value, AttendeeId = t.AttendeeId, Reason = t.Reason, Locked = locked.Contains(t.AttendeeId) }));
        await db.SaveChangesAsync(stop);
    }
}

/// <summary>Where one person is to be; no seat is beside the plan.</summary>
readonly record struct Target(int AttendeeId, int? SeatId, SeatReason Reason);
