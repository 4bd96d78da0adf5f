namespace Shared.Seating.Tables;

/// <summary>What no plan can exceed, without a search: every group gets the best of those it wishes for that fit beside it at the largest table it may sit at, the last of them in part, and each wish counts half for either side.</summary>
public static class TableBound
{
    public static long Of(TableProblem problem)
    {
        var groups = problem.Groups.ToDictionary(g => g.Id);
        var apart = problem.Apart.Concat(problem.Apart.Select(p => (p.B, p.A))).ToHashSet();
        var wishes = problem.Wishes.Concat(problem.Wishes.Select(w => w with { A = w.B, B = w.A })).Where(w => !apart.Contains((w.A, w.B)) && groups[w.A].Kitchen == groups[w.B].Kitchen)
            .GroupBy(w => (w.A, w.B)).Select(pair => (pair.Key.A, pair.Key.B, Weight: pair.Sum(w => (long)w.Weight))).Where(w => w.Weight > 0).ToLookup(w => w.A);
        var most = problem.Tables.GroupBy(t => t.Kitchen ?? "").ToDictionary(t => t.Key, t => t.Max(table => table.Seats));
        var twice = problem.Groups.Sum(g => Filled(Room(g), wishes[g.Id].Select(w => (groups[w.B].Size, w.Weight))));
        return Math.Min(problem.Wanted, (long)Math.Floor(twice / 2 + 1e-6));

        int Room(TableGroup group) => (problem.Fixed.TryGetValue(group.Id, out var table) ? problem.Tables.First(t => t.Id == table).Seats : most.GetValueOrDefault(group.Kitchen ?? "")) - group.Size;
    }

    // The fractional knapsack: by worth for each chair.
    static double Filled(int room, IEnumerable<(int Size, long Weight)> others)
    {
        var worth = 0.0;
        foreach (var (size, weight) in others.OrderByDescending(o => (double)o.Weight / o.Size))
        {
            if (room <= 0) break;
            worth += weight * Math.Min(1.0, (double)room / size);
            room -= size;
        }
        return worth;
    }
}
