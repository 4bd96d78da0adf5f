using System.Diagnostics;
using Shared.Seating.Tables;

namespace Bench.Seating;

/// <summary>Who shares a table, against OR-Tools CP-SAT on the same instances and against proven bounds.</summary>
static class SeatingRun
{
    const double RivalSeconds = 60;
    const double MostGap = 0.03;
    static readonly TimeSpan ReplanTime = TimeSpan.FromMilliseconds(90);
    static readonly TimeSpan BoundTime = TimeSpan.FromMinutes(2);

    public static Task RunAsync(Setting setting, Report report)
    {
        foreach (var (tables, seats, proven) in ((int, int, int)[])[(5, 4, 276), (4, 5, 283)])
            report.AtLeast($"the wedding of 17, {tables} tables of {seats}", ArrangeTables.Run(SeatingInstances.Wedding(tables, seats), TimeSpan.FromSeconds(1)).Score, proven);
        var gap = 0.0;
        foreach (var seed in SeatingInstances.Seeds) gap = Math.Max(gap, Compare(report, SeatingInstances.Make(160, seed), $"160 / 16, seed {seed}", 1, bound: true));
        report.AtMost("160 / 16: the largest gap to the proven bound", gap, MostGap);
        foreach (var seed in SeatingInstances.Seeds.Take(3)) Compare(report, SeatingInstances.Make(1000, seed), $"1,000 / 100, seed {seed}", 5, bound: false);
        Replan(report);
        Improving(report, SeatingInstances.Make(10_000, SeatingInstances.Seeds[0]));
        return Task.CompletedTask;
    }

    static double Compare(Report report, TableProblem problem, string name, double seconds, bool bound)
    {
        var ours = ArrangeTables.Run(problem, TimeSpan.FromSeconds(seconds));
        var (theirs, _) = CpSatRival.Solve(problem, RivalSeconds);
        report.AtLeast($"{name}: score in {seconds} s (limit: CP-SAT's in {RivalSeconds} s)", Checked(problem, ours), theirs ?? 0);
        if (!bound) return 0;
        var most = SeatingBound.Find(problem, ours.Assignment, BoundTime);
        report.Figure($"{name}: proven bound", most, "");
        return (double)(most - ours.Score) / most;
    }

    // One group gone, one group come that was not there: each of the twenty plans of 160.
    static void Replan(Report report)
    {
        var (gone, came, fewest) = (new Sample(), new Sample(), 0);
        foreach (var seed in SeatingInstances.Seeds)
        {
            var problem = SeatingInstances.Make(160, seed);
            var (first, last) = (problem.Groups[0].Id, problem.Groups.Last(g => g.Size <= problem.Groups[0].Size).Id);
            var before = problem.Without(last);
            var plan = ArrangeTables.Run(before, TimeSpan.FromSeconds(1)).Assignment;
            gone.Add(Took(() => ReplanTables.Run(before.Without(first), plan, ReplanTime)));
            came.Add(Took(() =>
            {
                var answer = ReplanTables.Run(problem, plan, ReplanTime);
                if (answer.Fewest) fewest++;
                Checked(problem, answer.Plan);
            }));
        }
        report.AtMost("160 / 16: a new plan after one absence, slowest of 20", gone.At(1), 100, "ms");
        report.AtMost("160 / 16: a new plan with one group more, slowest of 20", came.At(1), 100, "ms");
        report.Figure("of these proven to move the fewest people", fewest, "of 20");
    }

    static double Took(Action run)
    {
        var started = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    static void Improving(Report report, TableProblem problem)
    {
        var scores = new List<long>();
        var plan = ArrangeTables.Run(problem, TimeSpan.FromSeconds(10), progress: scores.Add);
        report.AtLeast("10,000 / 1,000: plans found in 10 s, each better than the last", plan.Conflicts.Count == 0 ? scores.Count : 0, 2);
        report.Figure("10,000 / 1,000: score", Checked(problem, plan), "");
        report.Figure("10,000 / 1,000: of all wishes", 100.0 * plan.Score / plan.Wanted, "%");
    }

    /// <summary>The score as counted from the answer alone.</summary>
    /// <exception cref="InvalidOperationException">The answer breaks a rule of the problem.</exception>
    public static long Checked(TableProblem problem, TablePlan plan)
    {
        var (groups, tables) = (problem.Groups.ToDictionary(g => g.Id), problem.Tables.ToDictionary(t => t.Id));
        var right = plan.Assignment.Count == groups.Count
            && plan.Assignment.GroupBy(a => a.Value, a => groups[a.Key].Size).All(t => t.Sum() <= tables[t.Key].Seats)
            && problem.Apart.All(p => plan.Assignment[p.A] != plan.Assignment[p.B])
            && problem.Fixed.All(f => plan.Assignment[f.Key] == f.Value)
            && plan.Assignment.All(a => problem.Fixed.ContainsKey(a.Key) || groups[a.Key].Kitchen == tables[a.Value].Kitchen);
        return right && problem.Score(plan.Assignment) == plan.Score ? plan.Score : throw new InvalidOperationException("The plan breaks a rule of its problem.");
    }
}
