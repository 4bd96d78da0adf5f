using System.Diagnostics;

namespace Shared.Seating.Tables;

/// <param name="Plan">The new plan.</param>
/// <param name="Moved">The groups that change tables, with the table each leaves and goes to; who came new is not among them.</param>
/// <param name="People">People who change tables.</param>
/// <param name="Fewest">True where no plan as good moves fewer people.</param>
public sealed record TableReplan(TablePlan Plan, IReadOnlyList<(string Group, string From, string To)> Moved, int People, bool Fewest);

/// <summary>
/// After somebody is gone or has come: among the plans whose score is at least that of the old plan without the change the one that moves the fewest people,
/// and of those the best.
/// </summary>
public static class ReplanTables
{
    /// <param name="problem">With those who are there now.</param>
    /// <param name="old">The plan till now; it may seat groups that are gone and lack those that came.</param>
    public static TableReplan Run(TableProblem problem, IReadOnlyDictionary<string, string> old, TimeSpan limit, CancellationToken stop = default)
    {
        var clock = Stopwatch.StartNew();
        var graph = new TableGraph(problem);
        var home = graph.Numbered(old);
        var conflicts = TableRules.Conflicts(problem).ToList();
        if (conflicts.Count > 0) return new(TablePlan.None(problem, conflicts), [], 0, false);
        var least = problem.Score(problem.Groups.Where(g => old.ContainsKey(g.Id)).ToDictionary(g => g.Id, g => old[g.Id]));
        var few = new FewestMoves(graph, home, least, () => clock.Elapsed > limit / 2 || stop.IsCancellationRequested);
        if (few.Find() is { } best) return Answer(graph, home, best, few.Proven);
        // More must move than could be looked through: a bonus for whoever stays, less of it each time, until the score is reached.
        var rough = Rough(graph, home, least, () => clock.Elapsed > limit || stop.IsCancellationRequested);
        return rough is null
            ? new(TablePlan.None(problem, [new(TableConflictKind.NoPlanFound, [])]), [], 0, false)
            : Answer(graph, home, rough, fewest: false);
    }

    static int[]? Rough(TableGraph graph, int[] home, long least, Func<bool> over)
    {
        const int Looks = 60_000;
        int[]? any = null;
        foreach (var stay in (int[])[1000, 100, 30, 10, 3, 1, 0])
        {
            var state = new TableState(graph, home, stay);
            state.Reset(FirstPlan.Make(graph, home));
            var annealing = new Annealing(state, 1);
            annealing.Cool(10, 0.3f, Looks, over);
            if (annealing.Best is not { } found) continue;
            any = found;
            if (graph.Problem.Score(graph.Named(found)) >= least) return found;
            if (over()) break;
        }
        return any;
    }

    static TableReplan Answer(TableGraph graph, int[] home, int[] at, bool fewest)
    {
        var moved = Enumerable.Range(0, graph.Groups).Where(g => home[g] >= 0 && home[g] != at[g]).ToList();
        var named = graph.Named(at);
        return new(new(named, graph.Problem.Score(named), graph.Problem.Wanted, 0, []),
            [.. moved.Select(g => (graph.Problem.Groups[g].Id, graph.Problem.Tables[home[g]].Id, graph.Problem.Tables[at[g]].Id))], moved.Sum(g => graph.Size[g]), fewest);
    }
}
