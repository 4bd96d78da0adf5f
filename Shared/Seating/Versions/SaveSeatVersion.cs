using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Placing;

namespace Shared.Seating.Versions;

/// <summary>Keeps the plan in force under a name.</summary>
public sealed class SaveSeatVersion(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <summary>Null where it is kept.</summary>
    public async Task<FieldProblem?> RunAsync(int meetingId, int hallId, string? name, string who, CancellationToken stop = default)
    {
        name = TextNormal.Line(name);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } plan) return new("Name", "NoSuchHall");
        if (name.Length == 0) return new("Name", "Missing");
        if (name.Length > SeatPlan.NameLength) return new("Name", "TooLong", SeatPlan.NameLength);
        if (await db.SeatPlans().AnyAsync(p => p.HallId == hallId && p.Name == name, stop)) return new("Name", "NameTaken");
        if (await db.SeatPlans().CountAsync(p => p.HallId == hallId && !p.IsCurrent, stop) >= SeatPlan.MostVersions) return new("Name", "TooManyVersions", SeatPlan.MostVersions);
        var placed = await PlanMoves.Standing(db, plan.Id).AsNoTracking().ToListAsync(stop);
        db.Add(new SeatPlan
        {
            HallId = hallId, Name = name, MadeAt = audit.Now, MadeBy = who,
            Placements = [.. placed.Select(p => new Placement { SeatId = p.SeatId, AttendeeId = p.AttendeeId, Locked = p.Locked, Reason = p.Reason })],
        });
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "seat-version-kept", $"hall:{hallId}", meetingId, name, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return null;
    }
}

/// <summary>Brings everybody who comes back to where a kept version has them, in one step that can be taken back. Who came later and whose seat is taken so is beside the plan.</summary>
public sealed class RestoreSeatVersion(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <param name="seen">The plan in force as whoever asks sees it; if a colleague has changed it since, nothing is restored.</param>
    public async Task<SeatResult> RunAsync(int meetingId, int planId, long seen, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.SeatPlans().AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId && !p.IsCurrent && p.Hall!.MeetingId == meetingId, stop) is not { } version) return new(SeatOutcome.NoSuchHall);
        var plan = (await PlanMoves.OpenAsync(db, meetingId, version.HallId, stop))!;
        var coming = (await db.Attendees().Listed(meetingId).Where(a => a.State == AttendeeState.Confirmed).Select(a => a.Id).ToListAsync(stop)).ToHashSet();
        if (PlanStamp.Of((await PlacedSeats.ReadAsync(db, plan.Id, coming, stop)).Values) != seen) return new(SeatOutcome.ChangedSince);
        var wanted = (await PlacedSeats.ReadAsync(db, planId, coming, stop)).Values.ToDictionary(p => p.AttendeeId);
        var standing = await PlanMoves.Standing(db, plan.Id).AsNoTracking().ToDictionaryAsync(p => p.AttendeeId, stop);
        List<SeatMove> moves = [.. wanted.Values.Select(p => PlanMoves.Move(standing.GetValueOrDefault(p.AttendeeId), p.AttendeeId, p.SeatId, p.Reason)).OfType<SeatMove>(),
            .. standing.Values.Where(p => !wanted.ContainsKey(p.AttendeeId)).Select(p => PlanMoves.Move(p, p.AttendeeId, null, default)).OfType<SeatMove>()];
        if (moves.Count == 0) return new(SeatOutcome.Nothing);
        await PlanMoves.AddStepAsync(db, plan, new() { Kind = SeatStepKind.Restored, By = who, At = audit.Now, Moves = moves }, stop);
        await audit.AddAsync(db, who, "seat-version-restored", $"hall:{version.HallId}", meetingId, version.Name, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done);
    }
}
