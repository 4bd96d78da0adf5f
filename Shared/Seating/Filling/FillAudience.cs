using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Registration;
using Shared.Seating.Placing;

namespace Shared.Seating.Filling;

/// <param name="Seated">Who would get a seat.</param>
/// <param name="Kept">Who would stay where they are, locked or seated by hand.</param>
/// <param name="Left">Whom there is no seat for, in the order of the list.</param>
/// <param name="Free">Seats that would stay empty.</param>
/// <param name="Stamp">Of the plan that this is said of.</param>
public sealed record FillPreview(int Seated, int Kept, IReadOnlyList<LeftPerson> Left, int Free, long Stamp);

public sealed record LeftPerson(int Id, string Name, string Unit);

/// <summary>What filling a hall would come to, before anything is written.</summary>
public sealed class AudienceProposal(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null where the meeting has no such hall.</summary>
    public async Task<FillPreview?> ReadAsync(int meetingId, int hallId, FillWish wish, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            if (await db.SeatPlans().AsNoTracking().SingleOrDefaultAsync(p => p.HallId == hallId && p.IsCurrent && p.Hall!.MeetingId == meetingId, stop) is not { } plan) return null;
            var reading = await FillReading.ReadAsync(db, meetingId, plan, wish, stop);
            var outcome = reading.Run(wish.Method);
            var left = outcome.Left.ToList();
            var names = await db.Attendees().Listed(meetingId).Where(a => left.Contains(a.Id)).OrderBy(a => a.ListNo).Select(a => new LeftPerson(a.Id, a.Name, a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName)).ToListAsync(stop);
            var kept = reading.Now.Count - reading.People.Count(p => reading.Now.ContainsKey(p.Id)) - reading.Presiding.Count;
            return new FillPreview(outcome.Seated.Count, kept, names, reading.Seats.Count(s => s.Usable && !reading.Kept.Contains(s.Id)) - outcome.Seated.Count, reading.Stamp);
        }, stop);
    }
}

/// <param name="Left">How many found no seat.</param>
public readonly record struct FillResult(SeatOutcome Outcome, int Seated = 0, int Left = 0);

/// <summary>Fills a hall as its proposal says, in one step that can be taken back.</summary>
public sealed class FillAudience(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <param name="seen">The plan that was agreed to; if a colleague has changed it since, nothing is filled.</param>
    public async Task<FillResult> RunAsync(int meetingId, int hallId, FillWish wish, long seen, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } plan) return new(SeatOutcome.NoSuchHall);
        var reading = await FillReading.ReadAsync(db, meetingId, plan, wish, stop);
        if (reading.Stamp != seen) return new(SeatOutcome.ChangedSince);
        var outcome = reading.Run(wish.Method);
        var moves = Moves(reading, outcome);
        if (moves.Count == 0) return new(SeatOutcome.Nothing, outcome.Seated.Count, outcome.Left.Count);
        await PlanMoves.AddStepAsync(db, plan, new() { Kind = SeatStepKind.Filled, By = who, At = audit.Now, Moves = moves }, stop);
        await audit.AddAsync(db, who, "hall-filled", $"hall:{hallId}", meetingId, $"{outcome.Seated.Count}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done, outcome.Seated.Count, outcome.Left.Count);
    }

    // Who is seated anew and finds no seat, or sits on the presidium, is beside the plan afterwards.
    static List<SeatMove> Moves(FillReading reading, FillOutcome outcome) =>
    [
        .. outcome.Seated.Select(s => Of(reading, s.AttendeeId, s.SeatId, s.Reason)).OfType<SeatMove>(),
        .. outcome.Left.Concat(reading.Presiding).Select(id => Of(reading, id, null, default)).OfType<SeatMove>(),
    ];

    static SeatMove? Of(FillReading reading, int attendeeId, int? seatId, SeatReason reason)
    {
        var now = reading.Now.TryGetValue(attendeeId, out var place) ? place : (PlacedSeat?)null;
        return now?.SeatId == seatId && now?.Reason == reason || (now is null && seatId is null) ? null
            : new() { AttendeeId = attendeeId, FromSeatId = now?.SeatId, FromReason = now?.Reason, ToSeatId = seatId, ToReason = seatId is null ? null : reason };
    }
}
