namespace Shared.Seating.Tables;

/// <summary>A plan while it is being bettered: what every group would be worth at every table, kept up to date with each move.</summary>
sealed class TableState
{
    public readonly TableGraph Graph;
    public readonly int[] At, Load;

    /// <summary>What a group is worth at a table, packed; group by group, T numbers each.</summary>
    public readonly long[] Worth;

    /// <summary>The groups at a table: Count[t] of them from t × Stride on.</summary>
    public readonly int[] Members, Count;
    public readonly int Stride, MostLoad;
    public long Score;

    /// <summary>Pairs and hosts that share a table and must not, people over the seats.</summary>
    public int Wrongs, Over;
    readonly int[] place, hosts;
    readonly int tables;

    /// <param name="home">The table each group stays at if it may; −1 for none.</param>
    /// <param name="stay">What each person who stays is worth besides the wishes.</param>
    public TableState(TableGraph graph, int[]? home = null, long stay = 0)
    {
        Graph = graph;
        tables = graph.Tables;
        At = new int[graph.Groups];
        place = new int[graph.Groups];
        (Load, Count, hosts) = (new int[tables], new int[tables], new int[tables]);
        MostLoad = graph.LargestTable + graph.LargestGroup;
        Stride = MostLoad + graph.LargestGroup;
        Members = new int[tables * Stride];
        Worth = new long[graph.Groups * tables];
        Array.Fill(At, -1);
        for (var g = 0; home is not null && g < graph.Groups; g++)
            if (home[g] >= 0) Worth[g * tables + home[g]] += stay * graph.Size[g];
    }

    public void Reset(int[] at)
    {
        for (var g = 0; g < At.Length; g++)
            if (At[g] >= 0)
                Remove(g);
        for (var g = 0; g < at.Length; g++)
            if (at[g] >= 0)
                Put(g, at[g]);
    }

    /// <summary>Seats a group that sits nowhere.</summary>
    public void Put(int g, int t)
    {
        var worth = Worth[g * tables + t];
        (Score, Wrongs) = (Score + Packed.Weight(worth), Wrongs + (int)Packed.Wrongs(worth));
        if (Graph.HostsApart && Graph.Host[g] && ++hosts[t] > 1) Wrongs++;
        Over += Above(t, Load[t] + Graph.Size[g]) - Above(t, Load[t]);
        Load[t] += Graph.Size[g];
        (At[g], place[g]) = (t, Count[t]);
        Members[t * Stride + Count[t]++] = g;
        var start = Graph.Start[g + 1];
        for (var i = Graph.Start[g]; i < start; i++) Worth[Graph.Near[i] * tables + t] += Graph.Worth[i];
    }

    /// <summary>Takes a group from its table.</summary>
    public void Remove(int g)
    {
        var t = At[g];
        var worth = Worth[g * tables + t];
        (Score, Wrongs) = (Score - Packed.Weight(worth), Wrongs - (int)Packed.Wrongs(worth));
        if (Graph.HostsApart && Graph.Host[g] && hosts[t]-- > 1) Wrongs--;
        Over += Above(t, Load[t] - Graph.Size[g]) - Above(t, Load[t]);
        Load[t] -= Graph.Size[g];
        var last = Members[t * Stride + --Count[t]];
        Members[t * Stride + place[g]] = last;
        place[last] = place[g];
        At[g] = -1;
        var start = Graph.Start[g + 1];
        for (var i = Graph.Start[g]; i < start; i++) Worth[Graph.Near[i] * tables + t] -= Graph.Worth[i];
    }

    public void Move(int g, int t)
    {
        Remove(g);
        Put(g, t);
    }

    /// <summary>What moving a group changes: packed worth, and hosts that come to share or no longer do.</summary>
    public long MoveWorth(int g, int to) => Worth[g * tables + to] - Worth[g * tables + At[g]] + HostWrongs(g, to) * Packed.Wrong;

    /// <summary>Brings the n-th of a table's groups beyond the first ones to the end of those.</summary>
    public int Choose(int t, int first, int n)
    {
        var (a, b) = (t * Stride + first, t * Stride + first + n);
        (Members[a], Members[b]) = (Members[b], Members[a]);
        (place[Members[a]], place[Members[b]]) = (first, first + n);
        return Members[a];
    }

    /// <summary>Hosts that come to share a table, or no longer do, when a group changes places with several, packed.</summary>
    public long HostsExchanged(int g, int to, ReadOnlySpan<int> leaving)
    {
        if (!Graph.HostsApart) return 0;
        var (more, from) = (Graph.Host[g] ? 1 : 0, At[g]);
        foreach (var h in leaving)
            if (Graph.Host[h])
                more--;
        return more == 0 ? 0 : Packed.Wrong * (Math.Max(0, hosts[to] + more - 1) - Math.Max(0, hosts[to] - 1) + Math.Max(0, hosts[from] - more - 1) - Math.Max(0, hosts[from] - 1));
    }

    public int MoveOver(int g, int to) => Above(to, Load[to] + Graph.Size[g]) - Above(to, Load[to]) + Above(At[g], Load[At[g]] - Graph.Size[g]) - Above(At[g], Load[At[g]]);

    int HostWrongs(int g, int to) => !Graph.HostsApart || !Graph.Host[g] ? 0 : (hosts[to] > 0 ? 1 : 0) - (hosts[At[g]] > 1 ? 1 : 0);

    public int Above(int t, int load) => Math.Max(0, load - Graph.Seats[t]);
}
