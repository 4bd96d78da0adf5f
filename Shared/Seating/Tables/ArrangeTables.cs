using System.Diagnostics;

namespace Shared.Seating.Tables;

/// <summary>Seats groups at tables within a time: 圆桌分组.</summary>
public static class ArrangeTables
{
    /// <param name="limit">How long to look; what was found till then is the answer.</param>
    /// <param name="from">A plan to begin with; groups it does not know are seated, what it breaks is mended.</param>
    /// <param name="progress">Told each time a better plan is found.</param>
    /// <param name="looks">Looks at a change after which it is enough: the same plan on every machine, however slow.</param>
    /// <exception cref="ArgumentException">A field of the problem that cannot be; the message begins with it.</exception>
    public static TablePlan Run(TableProblem problem, TimeSpan limit, IReadOnlyDictionary<string, string>? from = null, Action<long>? progress = null, CancellationToken stop = default, long looks = long.MaxValue)
    {
        var clock = Stopwatch.StartNew();
        var graph = new TableGraph(problem);
        var conflicts = TableRules.Conflicts(problem).ToList();
        if (conflicts.Count > 0) return TablePlan.None(problem, conflicts);
        var search = new TableSearch(graph, () => clock.Elapsed >= limit || stop.IsCancellationRequested, progress, looks);
        var best = search.Run(from is null ? null : graph.Numbered(from));
        return best is null
            ? TablePlan.None(problem, [new(TableConflictKind.NoPlanFound, search.Unplaced)], search.Moves)
            : new(graph.Named(best), search.BestScore, problem.Wanted, search.Moves, []);
    }
}
