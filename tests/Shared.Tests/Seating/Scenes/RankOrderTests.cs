using CsCheck;
using Shared.Meetings;
using Shared.Seating.Scenes;
using Shared.Seating.Scenes.Rules;

namespace Shared.Tests.Seating.Scenes;

public sealed class RankOrderTests
{
    static readonly Gen<RankedOne[]> Orders = Gen.Bool.Array[1, 12].Select(locks => locks.Select((locked, at) => new RankedOne(at + 1, locked)).ToArray());

    static string Moved(string order, int id, int to) =>
        RankOrder.Move([.. order.Split(' ').Select(one => new RankedOne(int.Parse(one.TrimEnd('!')), one.EndsWith('!')))], id, to) is { } moved ? string.Join(' ', moved) : "refused";

    [Theory]
    [InlineData("1 2 3 4 5", 4, 1, "1 4 2 3 5"), InlineData("1 2 3 4 5", 2, 4, "1 3 4 5 2"), InlineData("1 2! 3 4 5", 4, 0, "4 2 1 3 5"), InlineData("1 2! 3 4 5", 1, 4, "3 2 4 5 1"), InlineData("1! 2 3 4", 4, 1, "1 4 2 3"), InlineData("1 2! 3", 3, 1, "refused"), InlineData("1 2! 3", 2, 0, "refused"), InlineData("1 2 3", 1, 3, "refused")]
    public void Others_make_room_and_the_locked_stay(string order, int id, int to, string expected) => Assert.Equal(expected, Moved(order, id, to));

    [Fact]
    public void Whoever_is_moved_stands_where_wanted_the_locked_where_they_were_and_the_others_in_their_order() => Gen.Select(Orders, Gen.Int[0, 11], Gen.Int[0, 11]).Sample((order, who, to) =>
    {
        var id = order[who % order.Length].Id;
        to %= order.Length;
        if (RankOrder.Move(order, id, to) is not { } moved)
        {
            Assert.True(order[who % order.Length].Locked || order[to].Locked);
            return;
        }
        Assert.Equal(id, moved[to]);
        Assert.All(order.Index().Where(one => one.Item.Locked), one => Assert.Equal(one.Item.Id, moved[one.Index]));
        bool Free(int one) => one != id && !order[one - 1].Locked;
        Assert.Equal(order.Select(one => one.Id).Where(Free), moved.Where(Free));
    });

    [Fact]
    public void The_proposal_goes_by_level_then_guests_before_hosts_then_the_councils_rank()
    {
        RankKey[] keys = [new(null, SceneSide.Host, CouncilRank.Member), new(null, SceneSide.Host, CouncilRank.Chair), new(2, SceneSide.Host, null), new(2, SceneSide.Guest, null), new(1, SceneSide.Host, CouncilRank.Member), new(null, SceneSide.Host, CouncilRank.Chair)];
        RankedOne[] order = [.. keys.Select((_, at) => new RankedOne(at, false))];
        Assert.Equal([4, 3, 2, 1, 5, 0], RankOrder.Presort(order, id => keys[id]));
        Assert.Equal([0, 4, 3, 2, 1, 5], RankOrder.Presort([.. order.Select(one => one with { Locked = one.Id is 0 })], id => keys[id]));
    }

    [Fact]
    public void Whom_the_proposal_cannot_tell_apart_is_named_as_a_tie()
    {
        RankKey[] keys = [new(1, SceneSide.Guest, null), new(1, SceneSide.Guest, null), new(1, SceneSide.Host, null), new(2, SceneSide.Host, null)];
        Assert.Equal([0, 1], RankOrder.Ties([new(0, false), new(1, false), new(2, false), new(3, false)], id => keys[id]).Order());
        Assert.Empty(RankOrder.Ties([new(0, true), new(1, true)], id => keys[id]));
        Assert.Empty(RankOrder.Ties([new(0, false), new(2, false), new(1, false)], id => keys[id]));
    }
}
