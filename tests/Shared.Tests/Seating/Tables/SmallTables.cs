using Shared.Seating.Tables;

namespace Shared.Tests.Seating.Tables;

/// <summary>Problems small enough to look through every plan, and the judge that does.</summary>
static class SmallTables
{
    public static TableProblem Random(int seed)
    {
        var dice = new Random(seed);
        var groups = Enumerable.Range(1, dice.Next(4, 8)).Select(g => new TableGroup($"g{g}", dice.Next(1, 4), dice.Next(6) == 0 ? "halal" : null, dice.Next(4) == 0)).ToList();
        var tables = Enumerable.Range(1, dice.Next(2, 4)).Select(t => new RoundTable($"T{t}", dice.Next(3, 8), t == 1 && groups.Exists(g => g.Kitchen is not null) ? "halal" : null)).ToList();
        var pairs = (from a in groups from b in groups where string.CompareOrdinal(a.Id, b.Id) < 0 select (a.Id, b.Id)).ToList();
        return new()
        {
            Groups = groups, Tables = tables,
            Wishes = [.. pairs.Where(_ => dice.Next(2) == 0).Select(p => new TableWish(p.Item1, p.Item2, dice.Next(-5, 21)))],
            Apart = [.. pairs.Where(_ => dice.Next(8) == 0)],
            Fixed = dice.Next(3) == 0 ? new Dictionary<string, string> { [groups[0].Id] = tables[^1].Id } : [],
        };
    }

    /// <summary>Every plan that keeps all rules.</summary>
    public static IEnumerable<Dictionary<string, string>> Plans(TableProblem problem) => Plans(problem, []).Where(p => Keeps(problem, p));

    static IEnumerable<Dictionary<string, string>> Plans(TableProblem problem, Dictionary<string, string> begun)
    {
        if (begun.Count == problem.Groups.Count) return [begun];
        var next = problem.Groups[begun.Count].Id;
        return problem.Tables.SelectMany(t => Plans(problem, new(begun) { [next] = t.Id }));
    }

    public static bool Keeps(TableProblem problem, IReadOnlyDictionary<string, string> plan)
    {
        var hostsApart = problem.Groups.Count(g => g.Host) <= problem.Tables.Count;
        return plan.Count == problem.Groups.Count
            && problem.Tables.All(t => At(t).Sum(g => g.Size) <= t.Seats && (!hostsApart || At(t).Count(g => g.Host) <= 1) && At(t).All(g => g.Kitchen == t.Kitchen))
            && problem.Apart.All(p => plan[p.A] != plan[p.B]) && problem.Fixed.All(f => plan[f.Key] == f.Value);

        IEnumerable<TableGroup> At(RoundTable table) => problem.Groups.Where(g => plan[g.Id] == table.Id);
    }
}
