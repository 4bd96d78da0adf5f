using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Registration;

namespace Shared.Seating.Placing;

/// <summary>Two people change places; of one who has no seat the other's seat is taken.</summary>
public sealed class SwapSeats(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SeatResult> RunAsync(int meetingId, int hallId, int attendeeId, int otherId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } plan) return new(SeatOutcome.NoSuchHall);
        if (!await PlanMoves.ComesAsync(db, meetingId, attendeeId, stop) || !await PlanMoves.ComesAsync(db, meetingId, otherId, stop)) return new(SeatOutcome.NoSuchPerson);
        var places = await PlanMoves.Standing(db, plan.Id).Where(p => p.AttendeeId == attendeeId || p.AttendeeId == otherId).ToListAsync(stop);
        var (one, two) = (places.Find(p => p.AttendeeId == attendeeId), places.Find(p => p.AttendeeId == otherId));
        List<SeatMove> moves = [.. new[] { PlanMoves.Move(one, attendeeId, two?.SeatId, SeatReason.ByHand), PlanMoves.Move(two, otherId, one?.SeatId, SeatReason.ByHand) }.OfType<SeatMove>()];
        if (moves.Count == 0) return new(SeatOutcome.Nothing);
        await PlanMoves.AddStepAsync(db, plan, new() { Kind = SeatStepKind.Swapped, By = who, At = audit.Now, Moves = moves }, stop);
        foreach (var move in moves) await audit.AddAsync(db, who, "seats-swapped", RegistrationSets.Subject(move.AttendeeId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done);
    }
}
