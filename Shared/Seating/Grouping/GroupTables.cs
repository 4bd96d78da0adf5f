using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Seating.Placing;

namespace Shared.Seating.Grouping;

/// <param name="Question">What the plan answers.</param>
/// <param name="Assignment">Table by group.</param>
public sealed record TakenTables(TableQuestionView Question, IReadOnlyDictionary<string, string> Assignment);

/// <param name="People">Who sits elsewhere now, or for the first time.</param>
public readonly record struct GroupTablesResult(SeatOutcome Outcome, int People = 0);

/// <summary>Seats groups at the tables that a plan gives them, in one step that can be taken back. Who sits at the right table already keeps the chair.</summary>
public sealed class GroupTables(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <param name="taken">If people or tables have changed since it was asked, nothing is seated.</param>
    public async Task<GroupTablesResult> RunAsync(int meetingId, int hallId, TakenTables taken, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await PlanMoves.OpenAsync(db, meetingId, hallId, stop) is not { } open) return new(SeatOutcome.NoSuchHall);
        var reading = await TableReading.ReadAsync(db, meetingId, open, stop);
        if (reading.Tables.Count == 0 || !Same(reading.Question(new()), taken.Question)) return new(SeatOutcome.ChangedSince);
        var moves = Moves(reading, taken.Question, taken.Assignment);
        if (moves.Count == 0) return new(SeatOutcome.Nothing);
        await PlanMoves.AddStepAsync(db, open, new() { Kind = SeatStepKind.Filled, By = who, At = audit.Now, Moves = moves }, stop);
        await audit.AddAsync(db, who, "tables-grouped", $"hall:{hallId}", meetingId, $"{moves.Count}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(SeatOutcome.Done, moves.Count);
    }

    static bool Same(TableQuestionView now, TableQuestionView then) =>
        now.Problem.Tables.SequenceEqual(then.Problem.Tables) && now.Problem.Groups.SequenceEqual(then.Problem.Groups) && now.Problem.Apart.SequenceEqual(then.Problem.Apart)
        && now.Now.Count == then.Now.Count && now.Now.All(n => then.Now.TryGetValue(n.Key, out var table) && table == n.Value)
        && now.Groups.Count == then.Groups.Count && now.Groups.All(g => then.Groups.TryGetValue(g.Key, out var group) && group.People.SequenceEqual(g.Value.People));

    static List<SeatMove> Moves(TableReading reading, TableQuestionView question, IReadOnlyDictionary<string, string> assignment)
    {
        var (placed, now) = (reading.Placed.ToDictionary(p => p.AttendeeId), reading.TableNow());
        var going = assignment.SelectMany(a => question.Groups[a.Key].People.Select(person => (Person: person, Table: a.Value))).Where(g => now.GetValueOrDefault(g.Person) != g.Table).ToList();
        var leaving = going.Select(g => g.Person).ToHashSet();
        var taken = reading.Placed.Where(p => !leaving.Contains(p.AttendeeId)).Select(p => p.SeatId).ToHashSet();
        var free = reading.Tables.ToDictionary(t => t.Id, t => new Queue<int>(t.Ordinary.Where(seat => !taken.Contains(seat))));
        return going.ConvertAll(g => new SeatMove
        {
            AttendeeId = g.Person, ToSeatId = free[g.Table].Dequeue(), ToReason = SeatReason.Grouped,
            FromSeatId = placed.TryGetValue(g.Person, out var from) ? from.SeatId : null, FromReason = placed.TryGetValue(g.Person, out from) ? from.Reason : null,
        });
    }
}
