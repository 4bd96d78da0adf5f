using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Registration;

namespace Shared.Seating.Placing;

/// <summary>Takes back the last step of whoever asks, as a whole; not where somebody else has moved one of its people or taken one of its seats since.</summary>
public sealed class UndoSeating(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SeatResult> RunAsync(int meetingId, int hallId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } plan) return new(SeatOutcome.NoSuchHall);
        if (await db.SeatSteps().Include(s => s.Moves).Where(s => s.PlanId == plan.Id && s.By == who && !s.Undone).OrderByDescending(s => s.Id).FirstOrDefaultAsync(stop) is not { } step) return new(SeatOutcome.Nothing);
        if (!await Retraced.TryAsync(db, plan, step, back: true, stop)) return new(SeatOutcome.ChangedSince);
        await audit.AddAsync(db, who, "seating-undone", $"hall:{hallId}", meetingId, $"{step.Moves.Count}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done);
    }
}

/// <summary>Does again the step that whoever asks took back last.</summary>
public sealed class RedoSeating(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SeatResult> RunAsync(int meetingId, int hallId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } plan) return new(SeatOutcome.NoSuchHall);
        if (await db.SeatSteps().Include(s => s.Moves).Where(s => s.PlanId == plan.Id && s.By == who && s.Undone).OrderBy(s => s.Id).FirstOrDefaultAsync(stop) is not { } step) return new(SeatOutcome.Nothing);
        if (!await Retraced.TryAsync(db, plan, step, back: false, stop)) return new(SeatOutcome.ChangedSince);
        await audit.AddAsync(db, who, "seating-redone", $"hall:{hallId}", meetingId, $"{step.Moves.Count}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done);
    }
}

/// <summary>A step gone over once more, backwards or forwards.</summary>
static class Retraced
{
    public static async Task<bool> TryAsync(EventDb db, SeatPlan plan, SeatStep step, bool back, CancellationToken stop)
    {
        var standing = await PlanMoves.Standing(db, plan.Id).Select(p => new { p.AttendeeId, p.SeatId }).ToListAsync(stop);
        var (seatOf, movers) = (standing.ToDictionary(p => p.AttendeeId, p => (int?)p.SeatId), step.Moves.Select(m => m.AttendeeId).ToHashSet());
        var held = standing.Where(p => !movers.Contains(p.AttendeeId)).Select(p => p.SeatId).ToHashSet();
        var coming = (await db.Attendees().Where(a => movers.Contains(a.Id) && a.State == AttendeeState.Confirmed).Select(a => a.Id).ToListAsync(stop)).ToHashSet();
        // Who no longer comes is where they are: nowhere.
        var moves = step.Moves.Where(m => coming.Contains(m.AttendeeId)).Select(m => back ? (m.AttendeeId, From: m.ToSeatId, To: m.FromSeatId, Reason: m.FromReason) : (m.AttendeeId, From: m.FromSeatId, To: m.ToSeatId, Reason: m.ToReason)).ToList();
        if (moves.Exists(m => seatOf.GetValueOrDefault(m.AttendeeId) != m.From || (m.To is { } to && held.Contains(to)))) return false;
        await PlanMoves.ApplyAsync(db, plan.Id, [.. moves.Select(m => new Target(m.AttendeeId, m.To, m.Reason ?? SeatReason.ByHand))], stop);
        step.Undone = back;
        await db.SaveChangesAsync(stop);
        return true;
    }
}
