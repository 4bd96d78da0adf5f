namespace Shared.Seating.Tables;

/// <summary>What a problem must be to be one, and what in it excludes every plan.</summary>
static class TableRules
{
    /// <exception cref="ArgumentException">The first field that cannot be.</exception>
    public static void Judge(TableProblem problem)
    {
        Need(problem.Tables.Count > 0, "tables", "none");
        Unique(problem.Tables.Select(t => t.Id), "tables");
        Unique(problem.Groups.Select(g => g.Id), "groups");
        foreach (var table in problem.Tables) Need(table.Seats >= 1, $"tables[{table.Id}].seats", "less than one");
        foreach (var group in problem.Groups) Need(group.Size >= 1, $"groups[{group.Id}].size", "less than one");
        Need(problem.Groups.Sum(g => (long)g.Size) <= TableProblem.MostPeople, "groups", $"more than {TableProblem.MostPeople} people");
        var (groups, tables) = (problem.Groups.Select(g => g.Id).ToHashSet(), problem.Tables.Select(t => t.Id).ToHashSet());
        foreach (var wish in problem.Wishes)
        {
            Pair(groups, wish.A, wish.B, "wishes");
            Need(Math.Abs((long)wish.Weight) <= TableProblem.MostWeight, $"wishes[{wish.A},{wish.B}].weight", $"beyond {TableProblem.MostWeight}");
        }
        foreach (var (a, b) in problem.Apart) Pair(groups, a, b, "apart");
        foreach (var (group, table) in problem.Fixed) Need(groups.Contains(group) && tables.Contains(table), $"fixed[{group}]", $"no such group or table {table}");
    }

    static void Pair(HashSet<string> groups, string a, string b, string field) =>
        Need(groups.Contains(a) && groups.Contains(b) && a != b, $"{field}[{a},{b}]", "not two different groups of the problem");

    static void Unique(IEnumerable<string> ids, string field)
    {
        var seen = new HashSet<string>();
        foreach (var id in ids) Need(id.Length > 0 && seen.Add(id), $"{field}[{id}]", "empty or named twice");
    }

    static void Need(bool holds, string field, string why)
    {
        if (!holds) throw new ArgumentException($"{field}: {why}");
    }

    /// <summary>What excludes every plan and can be said without searching for one.</summary>
    public static IEnumerable<TableConflict> Conflicts(TableProblem problem)
    {
        var (people, seats) = (problem.Groups.Sum(g => g.Size), problem.Tables.Sum(t => t.Seats));
        if (people > seats) yield return new(TableConflictKind.TooManyPeople, [], people - seats);
        foreach (var kitchen in problem.Groups.GroupBy(g => g.Kitchen ?? ""))
        {
            var tables = problem.Tables.Where(t => (t.Kitchen ?? "") == kitchen.Key).ToList();
            if (tables.Count == 0) { yield return new(TableConflictKind.NoSuchKitchen, [.. kitchen.Select(g => g.Id)]); continue; }
            foreach (var group in kitchen.Where(g => g.Size > tables.Max(t => t.Seats) && !problem.Fixed.ContainsKey(g.Id))) yield return new(TableConflictKind.GroupTooLarge, [group.Id], group.Size - tables.Max(t => t.Seats));
            var missing = kitchen.Sum(g => g.Size) - tables.Sum(t => t.Seats);
            if (missing > 0 && people <= seats) yield return new(TableConflictKind.KitchenTooSmall, [.. kitchen.Select(g => g.Id)], missing);
        }
        foreach (var conflict in OfFixed(problem)) yield return conflict;
        if (Crowd(problem) is { } crowd) yield return crowd;
    }

    static IEnumerable<TableConflict> OfFixed(TableProblem problem)
    {
        var groups = problem.Groups.ToDictionary(g => g.Id);
        var hostsApart = problem.Groups.Count(g => g.Host) <= problem.Tables.Count;
        foreach (var table in problem.Tables)
        {
            var here = problem.Fixed.Where(f => f.Value == table.Id).Select(f => groups[f.Key]).ToList();
            var over = here.Sum(g => g.Size) - table.Seats;
            if (over > 0) yield return new(TableConflictKind.FixedTableTooSmall, [table.Id, .. here.Select(g => g.Id)], over);
            foreach (var wrong in here.Where(g => g.Kitchen != table.Kitchen)) yield return new(TableConflictKind.FixedAtWrongKitchen, [table.Id, wrong.Id]);
            if (hostsApart && here.Count(g => g.Host) > 1) yield return new(TableConflictKind.FixedHostsTogether, [table.Id, .. here.Where(g => g.Host).Select(g => g.Id)]);
        }
        foreach (var (a, b) in problem.Apart)
            if (problem.Fixed.TryGetValue(a, out var one) && problem.Fixed.TryGetValue(b, out var other) && one == other)
                yield return new(TableConflictKind.FixedTogetherButApart, [one, a, b]);
    }

    // A clique of groups all apart from each other, found greedily: larger than the tables, it needs one more.
    static TableConflict? Crowd(TableProblem problem)
    {
        var apart = problem.Apart.Concat(problem.Apart.Select(p => (p.B, p.A))).ToLookup(p => p.Item1, p => p.Item2);
        foreach (var first in apart.OrderByDescending(g => g.Count()))
        {
            if (first.Count() < problem.Tables.Count) break;
            var crowd = new List<string> { first.Key };
            foreach (var next in first.OrderByDescending(g => apart[g].Count()))
                if (crowd.TrueForAll(member => apart[member].Contains(next)))
                    crowd.Add(next);
            if (crowd.Count > problem.Tables.Count) return new(TableConflictKind.TooManyApart, crowd, crowd.Count - problem.Tables.Count);
        }
        return null;
    }
}
