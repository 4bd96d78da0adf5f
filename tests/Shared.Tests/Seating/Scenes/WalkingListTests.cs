using CsCheck;
using Shared.Seating.Scenes;
using Shared.Seating.Scenes.Rules;

namespace Shared.Tests.Seating.Scenes;

public sealed class WalkingListTests
{
    static Dictionary<int, Spot> Cards(string row) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((card, at) => (card, at)).Where(one => one.card != "-").ToDictionary(one => int.Parse(one.card), one => new Spot(1, one.at + 1));

    static Dictionary<int, Spot> Presidium(IReadOnlyList<int> byRank, EvenRule rule) => PresidiumOrder.Audience(byRank.Count, rule).Select((rank, at) => (byRank[rank - 1], at)).ToDictionary(one => one.Item1, one => new Spot(1, one.at + 1));

    static string Told(Walk walk) => string.Join(", ", walk.Steps.Select(step => $"{step.Kind} {step.Card} {step.From?.Number}>{step.To?.Number}"));

    [Fact]
    public void A_leader_who_drops_out_of_eight_by_left_follow_moves_only_those_below()
    {
        var eight = Enumerable.Range(1, 8).ToList();
        var walk = WalkingList.Of(Presidium(eight, EvenRule.LeftFollow), Presidium([.. eight.Where(rank => rank != 5)], EvenRule.LeftFollow));
        Assert.Equal("Remove 5 2>, Move 6 7>2, Move 7 1>7, Move 8 8>1", Told(walk));
        Assert.DoesNotContain(walk.Steps, step => step.Card < 5);
    }

    [Fact]
    public void Cards_in_a_circle_are_told_with_the_one_that_is_lifted_first() =>
        Assert.Equal("Lift 1 1>, Move 3 3>1, Move 2 2>3, Put 1 >2", Told(WalkingList.Of(Cards("1 2 3"), Cards("3 1 2"))));

    [Fact]
    public void A_new_card_is_put_when_its_place_is_free() => Assert.Equal("Move 2 2>3, New 9 >2", Told(WalkingList.Of(Cards("1 2"), Cards("1 9 2"))));

    [Fact]
    public void A_chair_that_goes_at_the_left_leaves_the_others_alone()
    {
        var walk = WalkingList.Of(Cards("1 2 3 4"), Cards("2 3 4"));
        Assert.Equal(("Remove 1 1>", 1), (Told(walk), walk.Shift[1]));
    }

    [Fact]
    public void Nothing_is_done_where_the_cards_stand_as_planned() => Assert.Empty(WalkingList.Of(Cards("2 1 3"), Cards("2 1 3")).Steps);

    // A stage of up to five places: who stands where before and after, some of them new, some gone.
    static readonly Gen<(Dictionary<int, Spot>, Dictionary<int, Spot>)> Changes = Gen.Select(Gen.Shuffle((int[])[1, 2, 3, 4, 5]), Gen.Shuffle((int[])[1, 2, 3, 4, 5, 6]), Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[1, 3])
        .Select((before, after, many, then, perRow) => (Placed(before.Take(many), perRow), Placed(after.Take(then), perRow)));

    static Dictionary<int, Spot> Placed(IEnumerable<int> cards, int perRow) => cards.Select((card, at) => (card, at)).ToDictionary(one => one.card, one => new Spot(one.at / perRow + 1, one.at % perRow + 1));

    [Fact]
    public void No_card_is_ever_put_on_an_occupied_place_and_in_the_end_all_stand_as_planned() => Changes.Sample((stands, plan) =>
    {
        var walk = WalkingList.Of(stands, plan);
        var (now, hand) = (stands.ToDictionary(one => one.Value, one => one.Key), new HashSet<int>());
        foreach (var step in walk.Steps)
        {
            if (step.From is { } from) Assert.True(now.Remove(from, out var taken) && taken == step.Card);
            if (step.Kind == WalkStepKind.Lift) Assert.True(hand.Add(step.Card));
            if (step.Kind == WalkStepKind.Put) Assert.True(hand.Remove(step.Card));
            if (step.To is { } to) Assert.True(now.TryAdd(to, step.Card));
        }
        Assert.Empty(hand);
        Assert.Equal(plan.OrderBy(one => one.Key).Select(one => (one.Key, one.Value.Row, one.Value.Number + walk.Shift.GetValueOrDefault(one.Value.Row))), now.OrderBy(one => one.Value).Select(one => (one.Value, one.Key.Row, one.Key.Number)));
    });

    [Fact]
    public void No_shorter_list_exists() => Changes.Sample((stands, plan) =>
    {
        var walk = WalkingList.Of(stands, plan);
        Assert.Equal(FewestSteps(stands, plan), walk.Steps.Count);
    }, iter: 300);

    // Breadth first over everything that hands can do, for each way to line the chairs up.
    static int FewestSteps(Dictionary<int, Spot> stands, Dictionary<int, Spot> plan) => Shifts(stands, plan).Min(shift =>
    {
        var target = plan.ToDictionary(one => one.Key, one => one.Value with { Number = one.Value.Number + shift.GetValueOrDefault(one.Value.Row) });
        var spots = stands.Values.Concat(target.Values).Distinct().ToList();
        var (start, end) = (State(spots, stands), State(spots, target));
        var (reached, edge) = (new HashSet<string> { start }, new List<string> { start });
        for (var steps = 0; ; steps++)
        {
            if (reached.Contains(end)) return steps;
            edge = [.. edge.SelectMany(state => Next(state, target.Keys)).Where(reached.Add)];
        }
    });

    static IEnumerable<Dictionary<int, int>> Shifts(Dictionary<int, Spot> stands, Dictionary<int, Spot> plan)
    {
        int Widest(Dictionary<int, Spot> cards, int row) => cards.Values.Where(spot => spot.Row == row).Select(spot => spot.Number).DefaultIfEmpty().Max();
        IEnumerable<Dictionary<int, int>> all = [new()];
        foreach (var row in plan.Values.Select(spot => spot.Row).Distinct())
        {
            var (wide, less) = (Widest(stands, row), Widest(stands, row) - Widest(plan, row));
            if (wide > 0) all = all.SelectMany(one => Enumerable.Range(Math.Min(0, less), Math.Abs(less) + 1).Select(shift => new Dictionary<int, int>(one) { [row] = shift }));
        }
        return all;
    }

    static string State(List<Spot> spots, Dictionary<int, Spot> cards) => string.Concat(spots.Select(spot => cards.Where(one => one.Value == spot).Select(one => (char)('0' + one.Key)).FirstOrDefault('-')));

    // One hand's work: take a card off, carry one to a free place, put one there that is not on the stage.
    static IEnumerable<string> Next(string state, IEnumerable<int> cards)
    {
        static string With(string state, int at, char card) => state[..at] + card + state[(at + 1)..];
        for (var at = 0; at < state.Length; at++)
        {
            if (state[at] == '-')
            {
                foreach (var card in cards.Select(card => (char)('0' + card)).Where(card => !state.Contains(card))) yield return With(state, at, card);
                continue;
            }
            yield return With(state, at, '-');
            for (var to = 0; to < state.Length; to++)
                if (state[to] == '-') yield return With(With(state, at, '-'), to, state[at]);
        }
    }
}
