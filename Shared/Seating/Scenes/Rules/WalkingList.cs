namespace Shared.Seating.Scenes.Rules;

/// <summary>A place on the stage: row 1 is the front, numbers count from the left as the audience sees them.</summary>
public readonly record struct Spot(int Row, int Number);

public enum WalkStepKind
{
    /// <summary>Take the card off the stage for good.</summary>
    Remove = 1,

    /// <summary>Carry the card from its place to a free one.</summary>
    Move,

    /// <summary>Take the card in the hand, for its circle has no free place.</summary>
    Lift,

    /// <summary>Put the card that is in the hand on its place.</summary>
    Put,

    /// <summary>Put a card that was not on the stage.</summary>
    New,
}

public readonly record struct WalkStep(WalkStepKind Kind, int Card, Spot? From, Spot? To);

/// <param name="Shift">By row: what to add to a number of the new plan to get that of the chairs as they stand; not 0 where a chair comes or goes at the left.</param>
public sealed record Walk(IReadOnlyList<WalkStep> Steps, IReadOnlyDictionary<int, int> Shift);

/// <summary>
/// From the cards as they stand to the plan, with the fewest steps: nothing is ever put on an occupied place, and where cards change places in a circle the first is lifted.
/// Each card off its place takes a step, each circle one more.
/// </summary>
public static class WalkingList
{
    // More than so many ways to line the chairs up are not tried; one leader more or less gives two.
    const int MostWays = 400;

    /// <param name="stands">Where each card stands now.</param>
    /// <param name="plan">Where each is to stand.</param>
    /// <param name="chairsMove">A row may lose or gain chairs at either end, whichever moves fewer cards; else all places keep their numbers.</param>
    public static Walk Of(IReadOnlyDictionary<int, Spot> stands, IReadOnlyDictionary<int, Spot> plan, bool chairsMove = true)
    {
        Walk? best = null;
        foreach (var shift in chairsMove ? Ways(stands, plan).Take(MostWays) : [new Dictionary<int, int>()])
        {
            var target = plan.ToDictionary(one => one.Key, one => one.Value with { Number = one.Value.Number + shift.GetValueOrDefault(one.Value.Row) });
            var steps = Steps(stands, target);
            if (best is null || steps.Count < best.Steps.Count) best = new(steps, shift);
        }
        return best!;
    }

    static IEnumerable<Dictionary<int, int>> Ways(IReadOnlyDictionary<int, Spot> stands, IReadOnlyDictionary<int, Spot> plan)
    {
        IEnumerable<Dictionary<int, int>> ways = [new Dictionary<int, int>()];
        foreach (var row in plan.Values.Select(spot => spot.Row).Distinct().Order())
        {
            var missing = Widest(stands, row) - Widest(plan, row);
            if (missing == 0 || Widest(stands, row) == 0) continue;
            var shifts = Enumerable.Range(0, Math.Abs(missing) + 1).Select(left => Math.Sign(missing) * left).ToList();
            ways = ways.SelectMany(way => shifts.Select(shift => new Dictionary<int, int>(way) { [row] = shift }));
        }
        return ways;
    }

    static int Widest(IReadOnlyDictionary<int, Spot> cards, int row) => cards.Values.Where(spot => spot.Row == row).Select(spot => spot.Number).DefaultIfEmpty().Max();

    static List<WalkStep> Steps(IReadOnlyDictionary<int, Spot> stands, Dictionary<int, Spot> target)
    {
        var steps = stands.Where(one => !target.ContainsKey(one.Key)).OrderBy(one => one.Value.Row).ThenBy(one => one.Value.Number).Select(one => new WalkStep(WalkStepKind.Remove, one.Key, one.Value, null)).ToList();
        var moving = stands.Where(one => target.TryGetValue(one.Key, out var to) && to != one.Value).ToDictionary(one => one.Value, one => one.Key);
        while (moving.Count > 0)
        {
            // From a free place backwards: whoever leaves frees the next one's.
            if (moving.FirstOrDefault(one => !moving.ContainsKey(target[one.Value])) is { Value: > 0 } first)
            {
                steps.Add(new(WalkStepKind.Move, first.Value, first.Key, target[first.Value]));
                moving.Remove(first.Key);
                continue;
            }
            var (from, lifted) = moving.MinBy(one => (one.Key.Row, one.Key.Number));
            steps.Add(new(WalkStepKind.Lift, lifted, from, null));
            moving.Remove(from);
            for (var free = from; target[lifted] != free;)
            {
                var next = moving.Single(one => target[one.Value] == free);
                steps.Add(new(WalkStepKind.Move, next.Value, next.Key, free));
                moving.Remove(next.Key);
                free = next.Key;
            }
            steps.Add(new(WalkStepKind.Put, lifted, null, target[lifted]));
        }
        return [.. steps, .. target.Where(one => !stands.ContainsKey(one.Key)).OrderBy(one => one.Value.Row).ThenBy(one => one.Value.Number).Select(one => new WalkStep(WalkStepKind.New, one.Key, null, one.Value))];
    }
}
