namespace Shared.Seating.Tables;

/// <summary>
/// One descent from hot to cold (simulated annealing): groups move or change places, worse plans are taken the less often the colder it is,
/// and whoever joins a full table sends away as many as make room. A table that the first plan left over its seats costs points until it is not.
/// </summary>
sealed class Annealing(TableState state, ulong seed)
{
    // ln of evenly spread numbers between 0 and 1, in a fixed disorder: the dice picks one.
    static readonly float[] Logs = [.. Enumerable.Range(0, 4096).Select(i => MathF.Log((i + 0.5f) / 4096))];

    readonly TableGraph graph = state.Graph;
    readonly int[] movable = [.. state.Graph.Movable];
    Dice dice = new(seed);
    readonly int[] leaving = new int[8];
    float wrongCost, overCost;

    /// <summary>The best plan without a wrong so far; null before there is one.</summary>
    public int[]? Best { get; private set; }
    public long BestScore { get; private set; } = long.MinValue;
    public long Moves { get; private set; }

    /// <summary>Goes from one temperature to another in the given number of looks at a change; ends early when told to stop.</summary>
    public void Cool(float from, float to, long looks, Func<bool> stop)
    {
        if (movable.Length == 0 || graph.Tables < 2) { Keep(); return; }
        const int Stretch = 2000;
        var stretches = Math.Max(1, looks / Stretch);
        for (var i = 0L; i < stretches && !stop(); i++)
        {
            var heat = from * MathF.Pow(to / from, (float)i / stretches);
            (wrongCost, overCost) = (Math.Max(8 * heat, 4 * to), Math.Max(2.5f * heat, 3 * to));
            for (var look = 0; look < Stretch; look++) Look(heat);
            Moves += Stretch;
        }
        Keep();
    }

    void Look(float heat)
    {
        var g = movable[dice.Below(movable.Length)];
        var to = Target(g);
        if (to == state.At[g]) return;
        var needed = state.Load[to] + graph.Size[g] - graph.Seats[to];
        if (needed <= 0 && (dice.Next() & 1) != 0) LookAtMove(g, to, heat);
        else LookAtExchange(g, to, Math.Max(needed, 1), heat);
    }

    // Half of the time where somebody sits whom the group wishes for: most other tables are worth nothing to it.
    int Target(int g)
    {
        var (first, count) = (graph.Start[g], graph.Start[g + 1] - graph.Start[g]);
        if (count > 0 && (dice.Next() & 1) == 0)
        {
            var i = first + dice.Below(count);
            if (graph.Worth[i] > 0 && graph.Worth[i] < Packed.Wrong / 2)
            {
                var there = state.At[graph.Near[i]];
                if (graph.Open[g].Length == graph.Tables || graph.Open[g].Contains(there)) return there;
            }
        }
        return graph.Open[g][dice.Below(graph.Open[g].Length)];
    }

    void LookAtMove(int g, int to, float heat)
    {
        if (state.Load[to] + graph.Size[g] > state.MostLoad) return;
        if (!Taken(state.MoveWorth(g, to), state.MoveOver(g, to), heat)) return;
        state.Move(g, to);
        Note();
    }

    // For one group as many of the other table's as make room for it.
    void LookAtExchange(int g, int to, int needed, float heat)
    {
        var (from, count, people) = (state.At[g], 0, 0);
        var (first, most) = (to * state.Stride, state.Count[to]);
        var packed = state.Worth[g * graph.Tables + to] - state.Worth[g * graph.Tables + from];
        while (people < needed)
        {
            // The chosen ones are brought to the front of the table's list: the rest stays to choose from.
            if (count == most || count == leaving.Length) return;
            var h = state.Choose(to, count, dice.Below(most - count));
            if (graph.Open[h].Length != graph.Tables && !graph.Open[h].Contains(from)) return;
            packed += state.Worth[h * graph.Tables + from] - state.Worth[h * graph.Tables + to] - 2 * graph.Between(g, h);
            for (var i = 0; i < count; i++) packed += 2 * graph.Between(leaving[i], h);
            leaving[count++] = h;
            people += graph.Size[h];
        }
        var over = state.Above(from, state.Load[from] - graph.Size[g] + people) - state.Above(from, state.Load[from])
            + state.Above(to, state.Load[to] + graph.Size[g] - people) - state.Above(to, state.Load[to]);
        if (over > 0 || !Taken(packed + state.HostsExchanged(g, to, leaving.AsSpan(0, count)), over, heat)) return;
        state.Remove(g);
        for (var i = 0; i < count; i++) state.Move(leaving[i], from);
        state.Put(g, to);
        Note();
    }

    bool Taken(long packed, int over, float heat)
    {
        var weight = Packed.Weight(packed);
        var gain = weight - overCost * over - wrongCost * Packed.Wrongs(packed);
        return gain >= 0 || gain > heat * Logs[dice.Next() >> 52];
    }

    void Note()
    {
        if (state.Score > BestScore && state.Over == 0 && state.Wrongs == 0) Keep();
    }

    void Keep()
    {
        if (state.Over != 0 || state.Wrongs != 0 || state.Score <= BestScore) return;
        BestScore = state.Score;
        if (Best is null) Best = [.. state.At];
        else state.At.CopyTo(Best, 0);
    }
}
