using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Registration;
using Shared.Seating.Placing;

namespace Shared.Seating.Importing;

/// <summary>Seats everybody as a grid says, in one step that can be taken back; who stands in no cell has no seat afterwards.</summary>
public sealed class TakeSeatGrid(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <param name="seen">The plan that the grid was held against; if a colleague has changed it since, nothing is taken.</param>
    public async Task<SeatResult> RunAsync(int meetingId, int hallId, IReadOnlyList<GridPlace> places, long seen, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } plan) return new(SeatOutcome.NoSuchHall);
        var seats = (await db.Seats().Where(s => s.Zone!.HallId == hallId && s.State != SeatState.Blocked).Select(s => s.Id).ToListAsync(stop)).ToHashSet();
        var coming = (await db.Attendees().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed).Select(a => a.Id).ToListAsync(stop)).ToHashSet();
        // Whoever read the grid saw the hall and the list as they were then.
        if (places.Any(p => !seats.Contains(p.SeatId) || !coming.Contains(p.AttendeeId)) || places.Select(p => p.SeatId).Distinct().Count() < places.Count) return new(SeatOutcome.ChangedSince);
        if (PlanStamp.Of((await PlacedSeats.ReadAsync(db, plan.Id, coming, stop)).Values) != seen) return new(SeatOutcome.ChangedSince);
        var standing = await PlanMoves.Standing(db, plan.Id).AsNoTracking().ToDictionaryAsync(p => p.AttendeeId, stop);
        var seated = places.Select(p => p.AttendeeId).ToHashSet();
        List<SeatMove> moves = [.. places.Select(p => PlanMoves.Move(standing.GetValueOrDefault(p.AttendeeId), p.AttendeeId, p.SeatId, SeatReason.ByHand)).OfType<SeatMove>(),
            .. standing.Values.Where(p => !seated.Contains(p.AttendeeId)).Select(p => PlanMoves.Move(p, p.AttendeeId, null, default)).OfType<SeatMove>()];
        if (moves.Count == 0) return new(SeatOutcome.Nothing);
        await PlanMoves.AddStepAsync(db, plan, new() { Kind = SeatStepKind.Imported, By = who, At = audit.Now, Moves = moves }, stop);
        await audit.AddAsync(db, who, "seats-imported", $"hall:{hallId}", meetingId, $"{moves.Count}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done);
    }
}
