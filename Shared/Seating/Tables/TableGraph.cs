namespace Shared.Seating.Tables;

/// <summary>A problem by numbers: groups 0…G−1, tables 0…T−1, wishes and pairs to keep apart as neighbours of each group.</summary>
sealed class TableGraph
{
    public readonly TableProblem Problem;
    public readonly int Groups, Tables, LargestTable, LargestGroup;
    public readonly int[] Size, Seats;

    /// <summary>The tables a group may sit at: its kitchen's, or the one it is fixed to.</summary>
    public readonly int[][] Open;
    public readonly bool[] Host;

    /// <summary>Whether a table may have one host at most: only where there are tables enough.</summary>
    public readonly bool HostsApart;

    /// <summary>The neighbours of g stand at Start[g] … Start[g+1]−1 of Near; what sharing a table with them means stands in Worth.</summary>
    public readonly int[] Start, Near;
    public readonly long[] Worth;

    // What every two groups are worth together, where so many numbers are few enough.
    const int MostDense = 1500;
    readonly long[]? dense;
    readonly Dictionary<string, int> groupNo, tableNo;

    /// <exception cref="ArgumentException">A size, weight or name that cannot be; the message begins with the field.</exception>
    public TableGraph(TableProblem problem)
    {
        Problem = problem;
        TableRules.Judge(problem);
        (Groups, Tables) = (problem.Groups.Count, problem.Tables.Count);
        groupNo = problem.Groups.Select((g, i) => (g.Id, i)).ToDictionary(p => p.Id, p => p.i);
        tableNo = problem.Tables.Select((t, i) => (t.Id, i)).ToDictionary(p => p.Id, p => p.i);
        Size = [.. problem.Groups.Select(g => g.Size)];
        Seats = [.. problem.Tables.Select(t => t.Seats)];
        (LargestTable, LargestGroup) = (Seats.Max(), Size.DefaultIfEmpty(0).Max());
        Host = [.. problem.Groups.Select(g => g.Host)];
        HostsApart = Host.Count(h => h) <= Tables;
        var byKitchen = Enumerable.Range(0, Tables).ToLookup(t => problem.Tables[t].Kitchen ?? "", t => t);
        var kitchens = byKitchen.ToDictionary(k => k.Key, k => k.ToArray());
        Open = [.. problem.Groups.Select(g => problem.Fixed.TryGetValue(g.Id, out var at) ? [tableNo[at]] : kitchens.GetValueOrDefault(g.Kitchen ?? "", []))];
        (Start, Near, Worth) = Neighbours(problem);
        if (Groups <= MostDense) dense = Dense();
    }

    public IEnumerable<int> Movable => Enumerable.Range(0, Groups).Where(g => Open[g].Length > 1);

    public Dictionary<string, string> Named(int[] at) => Enumerable.Range(0, Groups).ToDictionary(g => Problem.Groups[g].Id, g => Problem.Tables[at[g]].Id);

    /// <summary>Table numbers by group number; −1 for a group that the assignment does not know or seats at no table of this problem.</summary>
    public int[] Numbered(IReadOnlyDictionary<string, string> assignment) =>
        [.. Problem.Groups.Select(g => assignment.TryGetValue(g.Id, out var name) && tableNo.TryGetValue(name, out var t) ? t : -1)];

    /// <summary>What two groups at one table are worth; 0 for strangers.</summary>
    public long Between(int g, int h)
    {
        if (dense is not null) return dense[g * Groups + h];
        for (var i = Start[g]; i < Start[g + 1]; i++)
            if (Near[i] == h)
                return Worth[i];
        return 0;
    }

    long[] Dense()
    {
        var all = new long[Groups * Groups];
        for (var g = 0; g < Groups; g++)
            for (var i = Start[g]; i < Start[g + 1]; i++)
                all[g * Groups + Near[i]] = Worth[i];
        return all;
    }

    (int[] Start, int[] Near, long[] Worth) Neighbours(TableProblem problem)
    {
        var pairs = new Dictionary<(int, int), long>();
        void Add(string a, string b, long worth)
        {
            var (g, h) = (groupNo[a], groupNo[b]);
            var key = g < h ? (g, h) : (h, g);
            pairs[key] = pairs.GetValueOrDefault(key) + worth;
        }
        foreach (var wish in problem.Wishes) Add(wish.A, wish.B, wish.Weight);
        foreach (var (a, b) in problem.Apart.Select(p => string.CompareOrdinal(p.A, p.B) < 0 ? p : (p.B, p.A)).Distinct()) Add(a, b, Packed.Wrong);
        var near = new List<(int Other, long Worth)>[Groups];
        for (var g = 0; g < Groups; g++) near[g] = [];
        foreach (var ((g, h), worth) in pairs)
        {
            near[g].Add((h, worth));
            near[h].Add((g, worth));
        }
        var start = new int[Groups + 1];
        for (var g = 0; g < Groups; g++) start[g + 1] = start[g] + near[g].Count;
        return (start, [.. near.SelectMany(n => n.Select(p => p.Other))], [.. near.SelectMany(n => n.Select(p => p.Worth))]);
    }
}

/// <summary>Wrongs and weights in one number, so that one read tells both: wrongs from bit 40 up, weights below.</summary>
static class Packed
{
    public const long Wrong = 1L << 40;

    public static long Weight(long packed) => packed << 24 >> 24;
    public static long Wrongs(long packed) => packed - Weight(packed) >> 40;
}
