namespace Shared.Seating.Tables;

/// <summary>Descents from hot to cold until the time is over, each longer than the last and from where the best plan stands.</summary>
/// <param name="most">Looks at a change after which it is enough, whatever time is left.</param>
sealed class TableSearch(TableGraph graph, Func<bool> over, Action<long>? progress, long most = long.MaxValue)
{
    readonly TableState state = new(graph);
    int[]? best;

    public long BestScore { get; private set; } = long.MinValue;
    public long Moves { get; private set; }

    /// <summary>The groups that stood wrongly when no plan was found.</summary>
    public IReadOnlyList<string> Unplaced { get; private set; } = [];

    public int[]? Run(int[]? home)
    {
        var start = FirstPlan.Make(graph, home);
        state.Reset(start);
        Take(start, state);
        var hot = Heat();
        var looks = Math.Max(200_000L, 40L * graph.Groups * 10);
        for (ulong round = 1; !over() && Moves < most; round++)
        {
            var annealing = new Annealing(state, round);
            annealing.Cool(round % 3 == 1 || best is null ? hot : hot / 4, Math.Max(0.05f, hot / 60), Math.Min(looks, most - Moves), over);
            Moves += annealing.Moves;
            if (annealing.Best is { } found && annealing.BestScore > BestScore)
            {
                (best, BestScore) = (found, annealing.BestScore);
                progress?.Invoke(BestScore);
            }
            if (annealing.Moves == 0) break;
            if (best is not null) state.Reset(best);
            looks = looks * 3 / 2;
        }
        if (best is null) Unplaced = [.. Wrong()];
        return best;
    }

    void Take(int[] at, TableState now)
    {
        if (now.Over == 0 && now.Wrongs == 0) (best, BestScore) = ([.. at], now.Score);
    }

    // At first a wish of the usual weight is given away as easily as not; the heavy ones count for more.
    float Heat()
    {
        var weights = graph.Worth.Select(Packed.Weight).Where(w => w != 0).ToList();
        return weights.Count == 0 ? 1 : Math.Max(1, MathF.Sqrt((float)weights.Average(w => (double)w * w)));
    }

    IEnumerable<string> Wrong()
    {
        for (var g = 0; g < graph.Groups; g++)
            if (state.Load[state.At[g]] > graph.Seats[state.At[g]] || Packed.Wrongs(state.Worth[g * graph.Tables + state.At[g]]) > 0)
                yield return graph.Problem.Groups[g].Id;
    }
}
