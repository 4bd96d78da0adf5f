namespace Shared.Seating.Scenes.Rules;

/// <summary>合影: the presidium's order row by row; the host side may fill the two ends of each row.</summary>
public static class GroupPhoto
{
    const int Ends = 2;

    /// <summary>Ranks row by row, the front row first, from left to right as the camera sees them.</summary>
    /// <param name="hosts">In order of rank, whether each belongs to the host side.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Rows(IReadOnlyList<bool> hosts, int perRow, EvenRule rule, bool hostsAtEnds)
    {
        if (!hostsAtEnds) return PresidiumOrder.Rows(hosts.Count, perRow, rule);
        // Who ranks first stays in the middle, of whichever side.
        var centre = new Queue<int>(Enumerable.Range(1, hosts.Count).Where(rank => rank == 1 || !hosts[rank - 1]));
        var ends = new Queue<int>(Enumerable.Range(1, hosts.Count).Where(rank => rank > 1 && hosts[rank - 1]));
        var rows = new List<IReadOnlyList<int>>();
        foreach (var size in PresidiumOrder.RowSizes(hosts.Count, perRow))
        {
            var inCentre = Math.Min(size - Math.Min(Math.Min(Ends, ends.Count), size), centre.Count);
            // A row of two still has its middle taken by who ranks first.
            if (rows.Count == 0 && inCentre == 0) inCentre = 1;
            List<int> order = [.. Take(centre, inCentre), .. Take(ends, size - inCentre)];
            rows.Add([.. PresidiumOrder.Audience(size, rule).Select(place => order[place - 1])]);
        }
        return rows;
    }

    static IEnumerable<int> Take(Queue<int> from, int count) => Enumerable.Range(0, count).Select(_ => from.Dequeue()).ToList();
}
