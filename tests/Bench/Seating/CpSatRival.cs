using System.Globalization;
using Google.OrTools.Sat;
using Shared.Seating.Tables;

namespace Bench.Seating;

/// <summary>The rival: OR-Tools CP-SAT with the usual model, a variable for each group at each table and one for each wish granted at each table.</summary>
static class CpSatRival
{
    /// <summary>Its best score and proven bound in the time; no score where it found no plan.</summary>
    public static (long? Score, long Bound) Solve(TableProblem problem, double seconds)
    {
        var model = new CpModel();
        var groups = problem.Groups.Select((g, i) => (g.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var sits = problem.Groups.Select(g => problem.Tables.Select(t => Allowed(problem, g, t) ? model.NewBoolVar($"{g.Id} {t.Id}") : null).ToArray()).ToArray();
        foreach (var row in sits) model.AddExactlyOne(row.OfType<BoolVar>());
        for (var t = 0; t < problem.Tables.Count; t++)
        {
            var (at, table) = (t, problem.Tables[t]);
            model.Add(LinearExpr.Sum(problem.Groups.Select((g, i) => (Var: sits[i][at], g.Size)).Where(p => p.Var is not null).Select(p => p.Var! * p.Size)) <= table.Seats);
            foreach (var (a, b) in problem.Apart)
                if (sits[groups[a]][t] is { } one && sits[groups[b]][t] is { } other) model.AddAtMostOne([one, other]);
        }
        model.Maximize(LinearExpr.Sum(problem.Wishes.SelectMany(w => Granted(model, w, sits[groups[w.A]], sits[groups[w.B]]))));
        var solver = new CpSolver { StringParameters = string.Create(CultureInfo.InvariantCulture, $"max_time_in_seconds:{seconds},num_workers:{Environment.ProcessorCount}") };
        var status = solver.Solve(model);
        return (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? (long)solver.ObjectiveValue : null, (long)Math.Floor(solver.BestObjectiveBound + 1e-6));
    }

    static IEnumerable<LinearExpr> Granted(CpModel model, TableWish wish, BoolVar?[] one, BoolVar?[] other)
    {
        for (var t = 0; t < one.Length; t++)
        {
            if (one[t] is not { } a || other[t] is not { } b) continue;
            var both = model.NewBoolVar($"{wish.A} {wish.B} {t}");
            if (wish.Weight > 0)
            {
                model.AddImplication(both, a);
                model.AddImplication(both, b);
            }
            else model.AddBoolOr([a.Not(), b.Not(), both]);
            yield return both * wish.Weight;
        }
    }

    static bool Allowed(TableProblem problem, TableGroup group, RoundTable table) =>
        problem.Fixed.TryGetValue(group.Id, out var at) ? at == table.Id : (group.Kitchen ?? "") == (table.Kitchen ?? "");
}
