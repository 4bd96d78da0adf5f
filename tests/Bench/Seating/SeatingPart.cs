using System.Diagnostics;
using System.Globalization;
using Shared.Seating.Tables;

namespace Bench.Seating;

/// <summary>One instance from a file: <c>seating --instance F --seconds S --out F</c>; <c>seating --make PEOPLE --seed N --out F</c> writes one of Bench's own. Ends with 0, with 3 where no plan can be, with 2 where a field cannot be.</summary>
static class SeatingPart
{
    const int Infeasible = 3, Refused = 2;
    static readonly TimeSpan BoundTime = TimeSpan.FromSeconds(60);

    public static int Run(string[] args)
    {
        try
        {
            if (Value(args, "--make") is { } people)
            {
                SeatingFiles.Write(Value(args, "--out") ?? throw new ArgumentException("--out: missing"), SeatingInstances.Make(int.Parse(people, CultureInfo.InvariantCulture), int.Parse(Value(args, "--seed") ?? "1", CultureInfo.InvariantCulture)));
                return 0;
            }
            var problem = SeatingFiles.Read(Value(args, "--instance") ?? throw new ArgumentException("--instance: missing"));
            var seconds = double.Parse(Value(args, "--seconds") ?? "1", CultureInfo.InvariantCulture);
            var plan = ArrangeTables.Run(problem, TimeSpan.FromSeconds(seconds));
            if (plan.Conflicts.Count > 0) return Say(plan.Conflicts);
            var score = SeatingRun.Checked(problem, plan);
            var bound = args.Contains("--quick") ? 0 : SeatingBound.Find(problem, plan.Assignment, BoundTime);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"score {score}  of all wishes {plan.Wanted}  bound {bound}  gap {(bound == 0 ? 0 : 100.0 * (bound - score) / bound):0.00} %  looks {plan.Moves:N0}"));
            if (Value(args, "--out") is { } file) SeatingFiles.WriteAnswer(file, score, bound, plan.Assignment);
            return 0;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or IOException)
        {
            Console.Error.WriteLine(wrong.Message);
            return Refused;
        }
    }

    static int Say(IReadOnlyList<TableConflict> conflicts)
    {
        foreach (var conflict in conflicts) Console.Error.WriteLine($"{conflict.Kind}{(conflict.Missing > 0 ? $" (missing {conflict.Missing})" : "")}: {string.Join(", ", conflict.Lines)}");
        return Infeasible;
    }

    /// <summary>After a group is gone or has come: <c>seating-replan --instance F --from ANSWER --gone G | --new G --out F</c>.</summary>
    public static int Replan(string[] args)
    {
        try
        {
            var problem = SeatingFiles.Read(Value(args, "--instance") ?? throw new ArgumentException("--instance: missing"));
            var old = SeatingFiles.ReadAnswer(Value(args, "--from") ?? throw new ArgumentException("--from: missing"));
            if (Value(args, "--gone") is { } gone) problem = problem.Groups.All(g => g.Id != gone) ? throw new ArgumentException($"--gone: no group {gone}") : problem.Without(gone);
            else if (Value(args, "--new") is { } came) old = old.Where(a => a.Key != came).ToDictionary();
            else throw new ArgumentException("--gone or --new: missing");
            var clock = Stopwatch.StartNew();
            var answer = ReplanTables.Run(problem, old, TimeSpan.FromSeconds(1));
            if (answer.Plan.Conflicts.Count > 0) return Say(answer.Plan.Conflicts);
            var score = SeatingRun.Checked(problem, answer.Plan);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"score {score}  people moved {answer.People}{(answer.Fewest ? " (fewest, proven)" : "")}  {clock.Elapsed.TotalMilliseconds:0.0} ms"));
            foreach (var (group, from, to) in answer.Moved) Console.WriteLine($"{group}: {from} → {to}");
            if (Value(args, "--out") is { } file) SeatingFiles.WriteAnswer(file, score, null, answer.Plan.Assignment, answer.People);
            return 0;
        }
        catch (Exception wrong) when (wrong is ArgumentException or IOException)
        {
            Console.Error.WriteLine(wrong.Message);
            return Refused;
        }
    }

    public static string? Value(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
