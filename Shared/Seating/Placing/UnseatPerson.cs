using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Registration;

namespace Shared.Seating.Placing;

/// <summary>Takes somebody off their seat.</summary>
public sealed class UnseatPerson(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SeatResult> RunAsync(int meetingId, int hallId, int attendeeId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } plan) return new(SeatOutcome.NoSuchHall);
        if (PlanMoves.Move(await PlanMoves.Standing(db, plan.Id).SingleOrDefaultAsync(p => p.AttendeeId == attendeeId, stop), attendeeId, null, default) is not { } move) return new(SeatOutcome.Nothing);
        await PlanMoves.AddStepAsync(db, plan, new() { Kind = SeatStepKind.Unseated, By = who, At = audit.Now, Moves = [move] }, stop);
        await audit.AddAsync(db, who, "seat-taken-away", RegistrationSets.Subject(attendeeId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done);
    }
}

/// <summary>A locked person keeps the seat when the hall is filled anew.</summary>
public sealed class LockSeat(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SeatResult> RunAsync(int meetingId, int hallId, int attendeeId, bool locked, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } plan) return new(SeatOutcome.NoSuchHall);
        if (await PlanMoves.Standing(db, plan.Id).SingleOrDefaultAsync(p => p.AttendeeId == attendeeId, stop) is not { } place || place.Locked == locked) return new(SeatOutcome.Nothing);
        place.Locked = locked;
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, locked ? "seat-locked" : "seat-unlocked", RegistrationSets.Subject(attendeeId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done);
    }
}
