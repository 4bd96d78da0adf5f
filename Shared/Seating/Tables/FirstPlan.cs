namespace Shared.Seating.Tables;

/// <summary>A plan to begin with: the largest groups first, each where it fits and is wished for most.</summary>
static class FirstPlan
{
    /// <param name="home">Where each group sits already; −1 for none.</param>
    public static int[] Make(TableGraph graph, int[]? home)
    {
        var state = new TableState(graph);
        for (var g = 0; g < graph.Groups; g++)
            if (graph.Open[g].Length == 1) state.Put(g, graph.Open[g][0]);
        for (var g = 0; home is not null && g < graph.Groups; g++)
            if (state.At[g] < 0 && home[g] >= 0 && graph.Open[g].Contains(home[g]) && state.Load[home[g]] + graph.Size[g] <= graph.Seats[home[g]]) state.Put(g, home[g]);
        foreach (var g in Enumerable.Range(0, graph.Groups).Where(g => state.At[g] < 0).OrderByDescending(g => graph.Size[g]).ThenBy(g => g)) state.Put(g, Place(state, g));
        return [.. state.At];
    }

    static int Place(TableState state, int g)
    {
        var (best, rank) = (-1, (Free: false, Worth: long.MinValue, Room: int.MinValue));
        foreach (var t in state.Graph.Open[g])
        {
            var worth = state.Worth[g * state.Graph.Tables + t];
            var room = state.Graph.Seats[t] - state.Load[t] - state.Graph.Size[g];
            // Where it fits exactly comes before where a gap would stay; where nothing fits, the emptiest.
            var now = (room >= 0 && Packed.Wrongs(worth) == 0, Packed.Weight(worth) - 1000 * Packed.Wrongs(worth), room >= 0 ? -room : room);
            if (best < 0 || now.CompareTo(rank) > 0) (best, rank) = (t, now);
        }
        return best;
    }
}
