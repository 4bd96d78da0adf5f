using System.Diagnostics;

namespace Shared.Seating.Tables;

/// <summary>Seats groups at tables within a time: 圆桌分组.</summary>
public static class ArrangeTables
{
    /// <param name="limit">How long to look; what was found till then is the answer.</param>
    /// <param name="from">A plan to begin with; groups it does not know are seated, what it breaks is mended.</param>
    /// <param name="progress">Told each time a better plan is found.</param>
    /// <exception cref="ArgumentException">A field of the problem that cannot be; the message begins with it.</exception>
    public static TablePlan Run(TableProblem problem, TimeSpan limit, IReadOnlyDictionary<string, string>? from = null, Action<long>? progress = null, CancellationToken stop = default)
    {
        var clock = Stopwatch.StartNew();
        var graph = new TableGraph(problem);
        var wanted = problem.Wishes.Where(w => w.Weight > 0).Sum(w => (long)w.Weight);
        var conflicts = TableRules.Conflicts(problem).ToList();
        if (conflicts.Count > 0) return new(new Dictionary<string, string>(), 0, wanted, 0, conflicts);
        var search = new TableSearch(graph, () => clock.Elapsed >= limit || stop.IsCancellationRequested, progress);
        var best = search.Run(from is null ? null : graph.Numbered(from));
        return best is null
            ? new(new Dictionary<string, string>(), 0, wanted, search.Moves, [new(TableConflictKind.NoPlanFound, search.Unplaced)])
            : new(graph.Named(best), search.BestScore, wanted, search.Moves, []);
    }
}
