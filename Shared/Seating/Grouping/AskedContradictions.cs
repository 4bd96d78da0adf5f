namespace Shared.Seating.Grouping;

/// <param name="Pairs">One of these has to be dropped.</param>
/// <param name="Missing">Chairs that the largest table lacks for all who are to sit together; nothing where some of them are to sit apart.</param>
public sealed record AskedContradiction(IReadOnlyList<AskedPair> Pairs, int Missing = 0);

/// <summary>Which of an organiser's wishes no plan can grant all: units that others bind to one table and that are to sit apart, and more people bound together than a table seats.</summary>
static class AskedContradictions
{
    /// <param name="people">Of each unit, at tables or still to be seated.</param>
    /// <param name="most">Chairs of the largest table.</param>
    public static IReadOnlyList<AskedContradiction> Of(IReadOnlyList<AskedPair> pairs, IReadOnlyDictionary<int, int> people, int most)
    {
        var together = pairs.Where(pair => !pair.Apart).ToList();
        var byUnit = together.SelectMany(pair => new[] { (Unit: pair.FirstUnitId, Pair: pair), (Unit: pair.SecondUnitId, Pair: pair) }).ToLookup(one => one.Unit, one => one.Pair);
        var found = new List<AskedContradiction>();
        foreach (var apart in pairs.Where(pair => pair.Apart))
            if (Path(byUnit, apart.FirstUnitId, apart.SecondUnitId) is { } bound) found.Add(new([.. bound, apart]));
        var seen = new HashSet<int>();
        foreach (var unit in together.Select(pair => pair.FirstUnitId).Where(unit => !seen.Contains(unit)))
        {
            var reached = Reached(byUnit, unit);
            if (!reached.Overlaps(seen) && reached.Sum(one => people.GetValueOrDefault(one)) - most is > 0 and var missing)
                found.Add(new([.. together.Where(pair => reached.Contains(pair.FirstUnitId))], missing));
            seen.UnionWith(reached);
        }
        return found;
    }

    // The shortest chain of pairs between two units (breadth first); null where none binds them.
    static List<AskedPair>? Path(ILookup<int, AskedPair> byUnit, int from, int to)
    {
        var (came, queue) = (new Dictionary<int, AskedPair?> { [from] = null }, new Queue<int>([from]));
        while (queue.TryDequeue(out var at) && at != to)
            foreach (var pair in byUnit[at])
                if (came.TryAdd(Other(pair, at), pair)) queue.Enqueue(Other(pair, at));
        if (!came.ContainsKey(to)) return null;
        var path = new List<AskedPair>();
        for (var at = to; came[at] is { } pair; at = Other(pair, at)) path.Insert(0, pair);
        return path;
    }

    static HashSet<int> Reached(ILookup<int, AskedPair> byUnit, int from)
    {
        var (reached, queue) = (new HashSet<int> { from }, new Queue<int>([from]));
        while (queue.TryDequeue(out var at))
            foreach (var other in byUnit[at].Select(pair => Other(pair, at)))
                if (reached.Add(other)) queue.Enqueue(other);
        return reached;
    }

    static int Other(AskedPair pair, int unit) => pair.FirstUnitId == unit ? pair.SecondUnitId : pair.FirstUnitId;
}
