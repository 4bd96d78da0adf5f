using Google.OrTools.LinearSolver;
using Shared.Seating.Tables;

namespace Bench.Seating;

/// <summary>
/// A score that no plan can exceed, by column generation: the relaxed problem over all ways to fill one table, priced exactly.
/// At any prices of the groups, the sum of the prices and of what the best filling of each table is worth beyond them is such a bound (Lagrange).
/// </summary>
sealed class SeatingBound
{
    const double Close = 1e-6;
    static readonly double[] Smoothing = [0.8, 0.4, 0];

    readonly Solver master = Solver.CreateSolver("GLOP") ?? throw new CannotMeasure("OR-Tools brings no GLOP here.");
    readonly List<Kind> kinds;
    readonly Constraint[] rows, counts;
    readonly Objective objective;
    readonly DateTime until;
    double best;
    double[]? centre;

    // Of the prices at hand.
    double[] prices = [], atLeast = [];

    /// <summary>Tables alike: seats, kitchen, and who is fixed there.</summary>
    sealed record Kind(int Count, TableFillings Fillings);

    SeatingBound(TableProblem problem, TimeSpan limit)
    {
        until = DateTime.UtcNow + limit;
        kinds = [.. Kinds(problem)];
        rows = [.. problem.Groups.Select(_ => master.MakeConstraint(1, 1))];
        counts = [.. kinds.Select(k => master.MakeConstraint(0, k.Count))];
        objective = master.Objective();
        objective.SetMaximization();
        best = problem.Wanted;
        // Nobody is left over for nothing: the way out that makes every beginning soluble.
        foreach (var row in rows) Column(master.MakeNumVar(0, 1, ""), -best, [row]);
    }

    public static long Find(TableProblem problem, IReadOnlyDictionary<string, string> answer, TimeSpan limit)
    {
        var bound = new SeatingBound(problem, limit);
        var numbers = problem.Groups.Select((g, i) => (g.Id, i)).ToDictionary(p => p.Id, p => p.i);
        foreach (var table in answer.GroupBy(a => a.Value, a => numbers[a.Key]))
            for (var kind = 0; kind < bound.kinds.Count; kind++)
                if (bound.kinds[kind].Fillings.Of([.. table]) is { } filling)
                    bound.Add(kind, filling);
        bound.Lower();
        // Scores are whole numbers.
        return (long)Math.Floor(bound.best + 1e-4);
    }

    void Lower()
    {
        while (DateTime.UtcNow < until && master.Solve() == Solver.ResultStatus.OPTIMAL)
        {
            var relaxed = objective.Value();
            (prices, atLeast) = ([.. rows.Select(r => r.DualValue())], [.. counts.Select(c => c.DualValue())]);
            // A look in haste first: as long as it finds something, nothing need be proven.
            if (kinds.Select((k, kind) => AddBetter(kind, k.Fillings.Hasty(prices))).ToList().Contains(true)) continue;
            if (!Prove() || best - relaxed < Close) return;
        }
    }

    // Prices jump about at first: those between them and the best so far lead to a bound sooner (Wentges' smoothing). False where nothing is left to add.
    bool Prove()
    {
        foreach (var part in centre is null ? [0] : Smoothing)
        {
            var asked = centre is null ? prices : [.. prices.Select((p, g) => part * centre[g] + (1 - part) * p)];
            var (bound, better) = (asked.Sum(), false);
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                if (kinds[kind].Fillings.Best(asked, until) is not { } found) return false;
                bound += kinds[kind].Count * found[0].Worth;
                better |= AddBetter(kind, found);
            }
            if (bound < best || centre is null) (best, centre) = (Math.Min(best, bound), asked);
            if (better) return true;
        }
        return false;
    }

    bool AddBetter(int kind, IEnumerable<Filling> found)
    {
        var better = found.Where(f => f.Score - f.Groups.Sum(g => prices[g]) > atLeast[kind] + Close).ToList();
        foreach (var filling in better) Add(kind, filling);
        return better.Count > 0;
    }

    void Add(int kind, Filling filling) => Column(master.MakeNumVar(0, double.PositiveInfinity, ""), filling.Score, [counts[kind], .. filling.Groups.Select(g => rows[g])]);

    void Column(Variable variable, double worth, IEnumerable<Constraint> within)
    {
        objective.SetCoefficient(variable, worth);
        foreach (var constraint in within) constraint.SetCoefficient(variable, 1);
    }

    static IEnumerable<Kind> Kinds(TableProblem problem)
    {
        var numbers = problem.Groups.Select((g, i) => (g.Id, i)).ToDictionary(p => p.Id, p => p.i);
        foreach (var alike in problem.Tables.GroupBy(t => (t.Seats, Kitchen: t.Kitchen ?? "", Fixed: problem.Fixed.Values.Contains(t.Id) ? t.Id : "")))
        {
            var forced = problem.Fixed.Where(f => f.Value == alike.Key.Fixed).Select(f => numbers[f.Key]).ToArray();
            var open = Enumerable.Range(0, problem.Groups.Count).Where(g => !problem.Fixed.ContainsKey(problem.Groups[g].Id) && (problem.Groups[g].Kitchen ?? "") == alike.Key.Kitchen).ToArray();
            yield return new(alike.Count(), new(problem, alike.Key.Seats, forced, open));
        }
    }
}
