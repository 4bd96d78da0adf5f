using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Registration;

namespace Shared.Seating.Placing;

public enum SeatOutcome { Done = 1, NoSuchHall, NoSuchSeat, NoSuchPerson, Blocked, Taken, Nothing, ChangedSince }

/// <param name="Occupant">Who sits there, where the seat is taken.</param>
public readonly record struct SeatResult(SeatOutcome Outcome, string? Occupant = null);

/// <summary>Seats one person, from no seat or from another one. A taken seat is the only one refused besides a blocked one: whoever asks may swap instead.</summary>
public sealed class SeatPerson(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SeatResult> RunAsync(int meetingId, int hallId, int seatId, int attendeeId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } plan) return new(SeatOutcome.NoSuchHall);
        if (await db.Seats().Include(s => s.Zone).SingleOrDefaultAsync(s => s.Id == seatId && s.Zone!.HallId == hallId, stop) is not { } seat) return new(SeatOutcome.NoSuchSeat);
        if (!await PlanMoves.ComesAsync(db, meetingId, attendeeId, stop)) return new(SeatOutcome.NoSuchPerson);
        if (seat.State == SeatState.Blocked) return new(SeatOutcome.Blocked);
        var standing = PlanMoves.Standing(db, plan.Id);
        if (await standing.Where(p => p.SeatId == seatId && p.AttendeeId != attendeeId).Join(db.Attendees(), p => p.AttendeeId, a => a.Id, (_, a) => a.Name).SingleOrDefaultAsync(stop) is { } occupant) return new(SeatOutcome.Taken, occupant);
        if (PlanMoves.Move(await standing.SingleOrDefaultAsync(p => p.AttendeeId == attendeeId, stop), attendeeId, seatId, SeatReason.ByHand) is not { } move) return new(SeatOutcome.Nothing);
        await PlanMoves.AddStepAsync(db, plan, new() { Kind = SeatStepKind.Seated, By = who, At = audit.Now, Moves = [move] }, stop);
        await audit.AddAsync(db, who, "seat-given", RegistrationSets.Subject(attendeeId), meetingId, $"{seat.Zone!.Name} {seat.Row}-{seat.Number}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done);
    }
}
