namespace Shared.Seating.Tables;

/// <summary>Looks through all plans that move no people, then one, then two … until one reaches the score; the best of those that move as few.</summary>
sealed class FewestMoves(TableGraph graph, int[] home, long least, Func<bool> over)
{
    const int MostPeople = 12, StepsBetweenLooks = 4096;

    readonly TableState state = new(graph);
    readonly List<int> leaving = [];
    int[] movable = [];
    int[]? best;
    long bestScore;
    int steps;
    bool late;

    /// <summary>Whether every plan that moves fewer, or as few, was looked at.</summary>
    public bool Proven => !late;

    /// <returns>A table for each group; null where none was found in time.</returns>
    public int[]? Find()
    {
        // Who came new, and whose table is no longer open to them, must be placed in any case.
        var homeless = Enumerable.Range(0, graph.Groups).Where(g => home[g] < 0 || !graph.Open[g].Contains(home[g])).ToList();
        for (var g = 0; g < graph.Groups; g++)
            if (!homeless.Contains(g)) state.Put(g, home[g]);
        leaving.AddRange(homeless);
        movable = [.. graph.Movable.Except(homeless)];
        for (var people = 0; people <= MostPeople && best is null && !late; people++) Choose(0, people);
        return best;
    }

    // Takes away groups of so many people in all, then seats them and the new ones elsewhere.
    void Choose(int next, int people)
    {
        if (Late() || people < 0) return;
        if (people == 0)
        {
            Seat([.. leaving.OrderByDescending(g => graph.Size[g])], 0);
            return;
        }
        for (var i = next; i < movable.Length && !late; i++)
        {
            var g = movable[i];
            if (graph.Size[g] > people) continue;
            state.Remove(g);
            leaving.Add(g);
            Choose(i + 1, people - graph.Size[g]);
            leaving.RemoveAt(leaving.Count - 1);
            state.Put(g, home[g]);
        }
    }

    void Seat(int[] waiting, int next)
    {
        if (Late()) return;
        if (next == waiting.Length)
        {
            if (state.Over > 0 || state.Wrongs > 0 || state.Score < least || best is not null && state.Score <= bestScore) return;
            (best, bestScore) = ([.. state.At], state.Score);
            return;
        }
        var g = waiting[next];
        foreach (var t in graph.Open[g])
        {
            if (t == home[g] || state.Load[t] + graph.Size[g] > graph.Seats[t]) continue;
            state.Put(g, t);
            if (state.Wrongs == 0) Seat(waiting, next + 1);
            state.Remove(g);
        }
    }

    bool Late() => late || (late = (++steps & (StepsBetweenLooks - 1)) == 0 && over());
}
