using Shared.Seating.Tables;

namespace Bench.Seating;

/// <summary>Bench's own instances: groups as large as the sample's units, some five wishes each, mostly within communities, one pair apart for every four.</summary>
static class SeatingInstances
{
    public static readonly int[] Seeds = [.. Enumerable.Range(1, 20)];
    const int TableSeats = 10, WishesEach = 5, MostWeight = 20, GroupsPerPairApart = 4, OutsideInTen = 2;

    // Of 74 units 40 send two people, 22 one, 8 four, 4 six.
    static readonly int[] Sizes = [.. Enumerable.Repeat(2, 40), .. Enumerable.Repeat(1, 22), .. Enumerable.Repeat(4, 8), .. Enumerable.Repeat(6, 4)];

    public static TableProblem Make(int people, int seed)
    {
        var dice = new Random(seed);
        var groups = new List<TableGroup>();
        for (var left = people; left > 0; left -= groups[^1].Size)
            groups.Add(new($"u{groups.Count + 1}", Math.Min(left, Sizes[dice.Next(Sizes.Length)])));
        var wishes = Wishes(groups, dice);
        return new()
        {
            Tables = [.. Enumerable.Range(1, (people + TableSeats - 1) / TableSeats).Select(t => new RoundTable($"T{t}", TableSeats))],
            Groups = groups,
            Wishes = [.. wishes.Select(w => new TableWish(groups[w.Key.Item1].Id, groups[w.Key.Item2].Id, w.Value))],
            Apart = [.. Apart(groups.Count, wishes, dice).Select(p => (groups[p.Item1].Id, groups[p.Item2].Id))],
        };
    }

    static Dictionary<(int, int), int> Wishes(List<TableGroup> groups, Random dice)
    {
        var (wishes, communities) = (new Dictionary<(int, int), int>(), Communities(groups, dice));
        for (var g = 0; g < groups.Count; g++)
            for (var i = 0; i < WishesEach; i++)
            {
                var other = dice.Next(10) < OutsideInTen ? dice.Next(groups.Count) : communities[g][dice.Next(communities[g].Count)];
                if (other != g) wishes.TryAdd(g < other ? (g, other) : (other, g), dice.Next(1, MostWeight + 1));
            }
        return wishes;
    }

    static HashSet<(int, int)> Apart(int groups, Dictionary<(int, int), int> wishes, Random dice)
    {
        var apart = new HashSet<(int, int)>();
        while (apart.Count < groups / GroupsPerPairApart)
        {
            var (a, b) = (dice.Next(groups), dice.Next(groups));
            if (a < b && !wishes.ContainsKey((a, b))) apart.Add((a, b));
        }
        return apart;
    }

    // Each of 10 to 40 people.
    static List<List<int>> Communities(List<TableGroup> groups, Random dice)
    {
        var of = new List<List<int>>();
        for (var g = 0; g < groups.Count;)
        {
            var (own, people, most) = (new List<int>(), 0, dice.Next(10, 41));
            while (g < groups.Count && people < most)
            {
                people += groups[g].Size;
                own.Add(g);
                of.Add(own);
                g++;
            }
        }
        return of;
    }

    /// <summary>The 17 guests of Bellows and Peterson (2012): who knows whom, couples 50, two friends 10.</summary>
    public static TableProblem Wedding(int tables, int seats)
    {
        var pairs = new Dictionary<(int, int), int>();
        foreach (var (first, count) in ((int, int)[])[(0, 9), (9, 8)])
            for (var a = first; a < first + count; a++)
                for (var b = a + 1; b < first + count; b++)
                    pairs[(a, b)] = 1;
        foreach (var couple in ((int, int)[])[(0, 1), (2, 3), (4, 5), (6, 7), (9, 10)]) pairs[couple] = 50;
        pairs[(2, 8)] = 10;
        return new()
        {
            Tables = [.. Enumerable.Range(1, tables).Select(t => new RoundTable($"T{t}", seats))],
            Groups = [.. Enumerable.Range(1, 17).Select(g => new TableGroup($"g{g}", 1))],
            Wishes = [.. pairs.Select(p => new TableWish($"g{p.Key.Item1 + 1}", $"g{p.Key.Item2 + 1}", p.Value))],
        };
    }
}
