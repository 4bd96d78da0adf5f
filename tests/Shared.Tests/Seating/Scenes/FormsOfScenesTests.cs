using CsCheck;
using Shared.Seating.Scenes;
using Shared.Seating.Scenes.Rules;
using static Shared.Seating.Scenes.SceneSide;

namespace Shared.Tests.Seating.Scenes;

/// <summary>并列式, 相对式, 主席式 at the signing table; the emcee and the host's place on a presidium (domain rules 1.2 and 1.6).</summary>
public sealed class FormsOfScenesTests
{
    static SceneSettings Signing(SigningForm form, bool guestAtOwnRight = true) => new(SceneKind.SigningTable, EvenRule.LeftFollow, false, 0, guestAtOwnRight, false, false) { Form = form };

    static SceneSettings Presidium(EmceeSeat emcee, int perRow = 0) => new(SceneKind.Presidium, EvenRule.LeftFollow, false, perRow, true, false, false) { Emcee = emcee };

    static SceneStander One(int id, SceneRole role = SceneRole.Seated, SceneSide side = Host) => new(id, role, side, null, null);

    /// <summary>Ids from left to right as the audience sees them, the front row first.</summary>
    static string Seen(SceneSettings scene, params SceneStander[] people) =>
        string.Join('|', SceneLayout.Of(scene, people).GroupBy(spot => spot.Value.Row).OrderBy(row => row.Key).Select(row => string.Join(' ', row.OrderBy(spot => spot.Value.Number).Select(spot => spot.Key))));

    // 1 host, 2 guest sign; 11 12 came with the host, 21 22 23 with the guest; 31 sees it.
    static readonly SceneStander[] Parties =
    [
        One(1), One(2, side: Guest), One(11, SceneRole.Retinue), One(12, SceneRole.Retinue), One(21, SceneRole.Retinue, Guest), One(22, SceneRole.Retinue, Guest), One(23, SceneRole.Retinue, Guest), One(31, SceneRole.Witness),
    ];

    [Fact]
    public void Beside_each_other_the_retinues_stand_behind_high_in_the_middle_guests_to_the_own_right()
    {
        Assert.Equal("2 1|31|23 22 21 11 12", Seen(Signing(SigningForm.SideBySide), Parties));
        Assert.Equal("1 2|31|12 11 21 22 23", Seen(Signing(SigningForm.SideBySide, guestAtOwnRight: false), Parties));
    }

    [Fact]
    public void Opposite_each_retinue_faces_its_signer() => Assert.Equal("23 22 21 11 12|2 1|31", Seen(Signing(SigningForm.Opposite), Parties));

    [Fact]
    public void At_one_chair_the_first_sits_and_the_others_wait_in_the_agreed_order() =>
        Assert.Equal("1|2 3 4|32 31", Seen(Signing(SigningForm.OneChair), One(1), One(2, side: Guest), One(3, side: Guest), One(4), One(31, SceneRole.Witness), One(32, SceneRole.Witness)));

    [Theory]
    [InlineData(4, EmceeSeat.Centre, "3 1 90 2 4"), InlineData(5, EmceeSeat.Centre, "5 3 90 1 2 4"), InlineData(5, EmceeSeat.Side, "90 5 3 1 2 4"), InlineData(0, EmceeSeat.Side, "90"), InlineData(2, EmceeSeat.Centre, "2 90 1")]
    public void The_emcee_sits_in_the_middle_of_the_front_row_or_at_its_end(int ranks, EmceeSeat seat, string seen) =>
        Assert.Equal(seen, Seen(Presidium(seat), [.. Enumerable.Range(1, ranks).Select(id => One(id)), One(90, SceneRole.Emcee)]));

    [Fact]
    public void An_emcee_is_never_behind_the_front_row_makes_no_row_too_long_and_without_them_the_others_sit_as_ever() => Gen.Select(Gen.Int[0, 30], Gen.Int[0, 9], Gen.Bool).Sample((ranks, perRow, side) =>
    {
        if (perRow == 1) return;
        List<SceneStander> people = [.. Enumerable.Range(1, ranks).Select(id => One(id))];
        var scene = Presidium(side ? EmceeSeat.Side : EmceeSeat.Centre, perRow);
        var spots = SceneLayout.Of(scene, [.. people, One(90, SceneRole.Emcee)]);
        Assert.Equal((ranks + 1, 1), (spots.Count, spots[90].Row));
        Assert.All(spots.GroupBy(spot => spot.Value.Row), row => Assert.True(perRow == 0 || row.Count() <= perRow));
        if (perRow == 0) Assert.Equal(Seen(scene, [.. people]), string.Join(' ', spots.Where(spot => spot.Key != 90).OrderBy(spot => spot.Value.Number).Select(spot => spot.Key)));
    });

    [Fact]
    public void The_first_host_comes_second_where_that_is_the_rule_and_nobody_else_changes()
    {
        RankKey[] keys = [new(1, Guest, null), new(1, Guest, null), new(2, Guest, null), new(3, Host, null), new(4, Host, null)];
        List<RankedOne> order = [.. keys.Select((_, at) => new RankedOne(at, false))];
        Assert.Equal([0, 1, 2, 3, 4], RankOrder.Presort(order, id => keys[id]));
        Assert.Equal([0, 3, 1, 2, 4], RankOrder.Presort(order, id => keys[id], hostSecond: true));
        Assert.Equal([3, 0, 4], RankOrder.Presort([order[0], order[3], order[4]], id => id == 3 ? new(0, Host, null) : keys[id], hostSecond: true));
    }
}
