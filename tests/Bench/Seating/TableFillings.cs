using Shared.Seating.Tables;

namespace Bench.Seating;

/// <param name="Score">The sum of the wishes granted within.</param>
/// <param name="Worth">The score less the prices of the groups.</param>
sealed record Filling(int[] Groups, long Score, double Worth);

/// <summary>The ways to fill one table: found best at given prices by branch and bound, exactly.</summary>
sealed class TableFillings
{
    const int Kept = 30, HastySteps = 5000;

    readonly int seats;
    readonly bool hostsApart;
    readonly int[] size, forced, open;
    readonly bool[] host;
    readonly double[,] worth;
    readonly bool[,] apart;

    // Of the search at hand.
    readonly List<Filling> found = [];
    readonly int[] chosen;
    readonly double[] gain;
    double[] prices = [];
    double floor;
    long steps, most;
    DateTime until;
    bool late;

    public TableFillings(TableProblem problem, int seats, int[] forced, int[] open)
    {
        (this.seats, this.forced, this.open) = (seats, forced, open);
        hostsApart = problem.Groups.Count(g => g.Host) <= problem.Tables.Count;
        var n = problem.Groups.Count;
        (size, host) = ([.. problem.Groups.Select(g => g.Size)], [.. problem.Groups.Select(g => g.Host)]);
        (worth, apart, chosen, gain) = (new double[n, n], new bool[n, n], new int[n], new double[n]);
        var numbers = problem.Groups.Select((g, i) => (g.Id, i)).ToDictionary(p => p.Id, p => p.i);
        foreach (var wish in problem.Wishes)
        {
            var (a, b) = (numbers[wish.A], numbers[wish.B]);
            worth[a, b] = worth[b, a] = worth[a, b] + wish.Weight;
        }
        foreach (var (a, b) in problem.Apart) apart[numbers[a], numbers[b]] = apart[numbers[b], numbers[a]] = true;
    }

    /// <summary>These groups as a filling of this kind of table; null where they cannot be one.</summary>
    public Filling? Of(int[] groups)
    {
        if (groups.Sum(g => size[g]) > seats || !forced.All(groups.Contains) || groups.Any(g => !open.Contains(g) && !forced.Contains(g))) return null;
        return new(groups, (long)Pairs(groups), 0);
    }

    /// <summary>Good fillings at these prices, found in a bounded number of steps.</summary>
    public IReadOnlyList<Filling> Hasty(double[] at) => Look(at, DateTime.MaxValue, HastySteps);

    /// <summary>The best fillings at these prices, the best of all first; null where the time was over before that was sure.</summary>
    public IReadOnlyList<Filling>? Best(double[] at, DateTime end) => Look(at, end, long.MaxValue) is var all && late ? null : all;

    List<Filling> Look(double[] at, DateTime end, long mostSteps)
    {
        (prices, until, late, floor, steps, most) = (at, end, false, double.NegativeInfinity, 0, mostSteps);
        found.Clear();
        forced.CopyTo(chosen, 0);
        var value = Pairs(forced) - forced.Sum(g => prices[g]);
        foreach (var g in open) gain[g] = -prices[g] + forced.Sum(f => worth[g, f]);
        Note(forced.Length, value);
        // Who promises most is decided first.
        var order = open.Where(g => !Array.Exists(forced, f => apart[f, g])).OrderByDescending(g => Promise(g, open)).ToArray();
        Search(order, forced.Length, seats - forced.Sum(g => size[g]), value);
        return [.. found.OrderByDescending(f => f.Worth)];
    }

    double Promise(int g, int[] others) => gain[g] + others.Select(h => worth[g, h]).Where(w => w > 0).OrderDescending().Take(seats).Sum() / 2;

    void Search(ReadOnlySpan<int> rest, int count, int room, double value)
    {
        if (late || (late = ++steps > most || (steps & 0xFFFF) == 0 && DateTime.UtcNow > until)) return;
        for (var i = 0; i < rest.Length; i++)
        {
            if (value + MostFrom(rest[i..], room) <= floor + 1e-9) return;
            var g = rest[i];
            if (size[g] > room || hostsApart && host[g] && Array.Exists(chosen[..count], c => host[c])) continue;
            chosen[count] = g;
            Note(count + 1, value + gain[g]);
            var left = new int[rest.Length - i - 1];
            var fits = 0;
            foreach (var h in rest[(i + 1)..])
                if (size[h] <= room - size[g] && !apart[g, h]) left[fits++] = h;
            var now = value + gain[g];
            for (var j = 0; j < fits; j++) gain[left[j]] += worth[g, left[j]];
            Search(left.AsSpan(0, fits), count + 1, room - size[g], now);
            for (var j = 0; j < fits; j++) gain[left[j]] -= worth[g, left[j]];
        }
    }

    // Filled like a knapsack whose last piece may be cut.
    double MostFrom(ReadOnlySpan<int> rest, int room)
    {
        if (rest.Length == 0) return 0;
        Span<double> most = stackalloc double[rest.Length], each = stackalloc double[rest.Length];
        Span<int> order = stackalloc int[rest.Length];
        for (var i = 0; i < rest.Length; i++)
        {
            most[i] = MostOf(rest[i], rest, Math.Max(0, room - size[rest[i]]));
            (each[i], order[i]) = (-most[i] / size[rest[i]], i);
        }
        each.Sort(order);
        var total = 0.0;
        foreach (var i in order)
        {
            if (room <= 0 || most[i] <= 0) break;
            if (size[rest[i]] > room) return total + most[i] * room / size[rest[i]];
            total += most[i];
            room -= size[rest[i]];
        }
        return total;
    }

    // What one brings by itself and half of its best pairs with as many others as there may be room for.
    double MostOf(int g, ReadOnlySpan<int> rest, int others)
    {
        Span<double> top = stackalloc double[others];
        top.Clear();
        foreach (var h in rest)
        {
            var w = worth[g, h];
            for (var k = 0; k < others && w > 0; k++)
                if (w > top[k]) (top[k], w) = (w, top[k]);
        }
        var sum = gain[g];
        foreach (var w in top) sum += w / 2;
        return sum;
    }

    void Note(int count, double value)
    {
        if (found.Count >= Kept && value <= floor) return;
        var groups = chosen[..count];
        found.Add(new(groups, (long)Math.Round(Pairs(groups)), value));
        if (value > floor || found.Count > 4 * Kept)
        {
            // Only what beats the best so far cuts the search; the others are kept as further columns.
            if (found.Count > 4 * Kept) { var best = found.OrderByDescending(f => f.Worth).Take(Kept).ToList(); found.Clear(); found.AddRange(best); }
            floor = Math.Max(floor, value);
        }
    }

    double Pairs(int[] groups)
    {
        var sum = 0.0;
        for (var i = 0; i < groups.Length; i++)
            for (var j = i + 1; j < groups.Length; j++)
                sum += worth[groups[i], groups[j]];
        return sum;
    }
}
