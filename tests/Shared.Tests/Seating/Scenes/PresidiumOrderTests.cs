using CsCheck;
using Shared.Seating.Scenes;
using Shared.Seating.Scenes.Rules;

namespace Shared.Tests.Seating.Scenes;

/// <summary>The table of domain rule 1.2, read from left to right as the audience sees it.</summary>
public sealed class PresidiumOrderTests
{
    static readonly Gen<(int, EvenRule, bool)> Stages = Gen.Select(Gen.Int[1, 60], Gen.Bool.Select(first => first ? EvenRule.LeftFirst : EvenRule.LeftFollow), Gen.Bool);

    [Theory]
    [InlineData(1, "1", "1"), InlineData(2, "2 1", "2 1"), InlineData(3, "3 1 2", "3 1 2"), InlineData(4, "3 1 2 4", "4 2 1 3"), InlineData(5, "5 3 1 2 4", "5 3 1 2 4"), InlineData(6, "5 3 1 2 4 6", "6 4 2 1 3 5")]
    [InlineData(7, "7 5 3 1 2 4 6", "7 5 3 1 2 4 6"), InlineData(8, "7 5 3 1 2 4 6 8", "8 6 4 2 1 3 5 7"), InlineData(9, "9 7 5 3 1 2 4 6 8", "9 7 5 3 1 2 4 6 8"), InlineData(10, "9 7 5 3 1 2 4 6 8 10", "10 8 6 4 2 1 3 5 7 9")]
    public void Both_conventions_stand_as_the_table_says(int n, string leftFollow, string leftFirst)
    {
        Assert.Equal(leftFollow, string.Join(' ', PresidiumOrder.Audience(n, EvenRule.LeftFollow)));
        Assert.Equal(leftFirst, string.Join(' ', PresidiumOrder.Audience(n, EvenRule.LeftFirst)));
    }

    [Fact]
    public void Two_by_the_strict_rule_sit_the_other_way_round()
    {
        Assert.Equal([1, 2], PresidiumOrder.Audience(2, EvenRule.LeftFollow, strictTwo: true));
        Assert.Equal([2, 1], PresidiumOrder.Audience(2, EvenRule.LeftFirst, strictTwo: true));
    }

    [Fact]
    public void Everybody_sits_once_and_the_stage_sees_the_mirror() => Stages.Sample((n, rule, strict) =>
    {
        var seen = PresidiumOrder.Audience(n, rule, strict);
        Assert.Equal(Enumerable.Range(1, n), seen.Order());
        Assert.Equal(seen.Reverse(), PresidiumOrder.Stage(n, rule, strict));
    });

    [Fact]
    public void Nobody_sits_nearer_to_the_centre_than_who_ranks_higher() => Stages.Sample((n, rule, strict) =>
    {
        var seen = PresidiumOrder.Audience(n, rule, strict);
        var fromCentre = Enumerable.Range(1, n).Select(rank => Math.Abs(2 * seen.ToList().IndexOf(rank) - (n - 1))).ToList();
        Assert.Equal(fromCentre.Order(), fromCentre);
    });

    [Fact]
    public void Of_two_equally_near_the_higher_sits_at_the_own_left_but_where_two_share_the_centre() => Stages.Sample((n, rule, _) =>
    {
        var seen = PresidiumOrder.Audience(n, rule).ToList();
        for (var left = 0; left < n / 2; left++)
        {
            var (audienceLeft, audienceRight) = (seen[left], seen[n - 1 - left]);
            if (n % 2 == 1 || rule == EvenRule.LeftFirst || n == 2) Assert.True(audienceRight < audienceLeft);
            else Assert.True(audienceLeft < audienceRight);
        }
    });

    [Theory]
    [InlineData(8, 5, "5 3 1 2 4|8 6 7"), InlineData(10, 4, "3 1 2 4|7 5 6 8|10 9"), InlineData(5, 0, "5 3 1 2 4"), InlineData(5, 5, "5 3 1 2 4"), InlineData(1, 1, "1"), InlineData(3, 1, "1|2|3")]
    public void The_front_row_is_filled_first_and_each_row_sits_by_the_same_rule(int n, int perRow, string rows) =>
        Assert.Equal(rows, string.Join('|', PresidiumOrder.Rows(n, perRow, EvenRule.LeftFollow).Select(row => string.Join(' ', row))));

    [Fact]
    public void In_rows_everybody_sits_once_and_no_row_is_wider_than_the_one_before() => Gen.Select(Gen.Int[0, 60], Gen.Int[0, 12]).Sample((n, perRow) =>
    {
        var rows = PresidiumOrder.Rows(n, perRow, EvenRule.LeftFirst);
        Assert.Equal(Enumerable.Range(1, n), rows.SelectMany(row => row).Order());
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First.Count >= pair.Second.Count && pair.First.Max() < pair.Second.Min()));
    });
}
