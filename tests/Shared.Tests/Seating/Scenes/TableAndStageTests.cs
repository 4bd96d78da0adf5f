using CsCheck;
using Shared.Meetings;
using Shared.Seating.Scenes;
using Shared.Seating.Scenes.Rules;
using static Shared.Seating.Scenes.SceneSide;

namespace Shared.Tests.Seating.Scenes;

/// <summary>The examples of domain rules 1.5, 1.6 and 7, and what holds for any number of people.</summary>
public sealed class TableAndStageTests
{
    static readonly Gen<SceneSide[]> Sides = Gen.Bool.Select(host => host ? Host : Guest).Array[0, 16];
    static readonly Gen<EvenRule> Rules = Gen.Bool.Select(first => first ? EvenRule.LeftFirst : EvenRule.LeftFollow);

    [Theory]
    [InlineData(10, "0 9 1 5 4 6 8 2 3 7"), InlineData(8, "0 7 1 4 3 5 6 2"), InlineData(12, "0 11 1 6 5 7 10 2 4 8 9 3"), InlineData(6, "0 5 1 3 2 4"), InlineData(4, "0 3 1 2"), InlineData(2, "0 1"), InlineData(1, "0"), InlineData(9, "0 8 1 4 3 5 7 2 6")]
    public void Chairs_of_a_round_table_are_given_away_from_the_head_to_its_right_and_left_and_to_the_one_opposite(int chairs, string order) => Assert.Equal(order, string.Join(' ', RoundTable.Order(chairs)));

    [Fact]
    public void At_ten_the_host_has_the_head_the_chief_guest_its_right_and_the_rest_alternate()
    {
        SceneSide[] sides = [Host, Host, Host, Host, Guest, Guest, Guest, Guest, Guest, Guest];
        Assert.Equal([0, 5, 8, 3, 9, 1, 4, 6, 2, 7], RoundTable.Seat(sides, 10));
        Assert.Equal([9, 5, 8, 3, 0, 1, 4, 6, 2, 7], RoundTable.Seat(sides, 10, guestAtHead: true));
    }

    [Fact]
    public void At_any_table_everybody_has_a_chair_of_their_own_and_the_first_of_each_side_theirs() => Gen.Select(Sides, Gen.Int[0, 20]).Sample((sides, more) =>
    {
        var chairs = sides.Length + more;
        var seats = RoundTable.Seat(sides, chairs);
        Assert.Equal(sides.Length, seats.Distinct().Count());
        Assert.All(seats, seat => Assert.InRange(seat, 0, chairs - 1));
        if (!sides.Contains(Host) || !sides.Contains(Guest)) return;
        Assert.Equal(0, seats[Array.IndexOf(sides, Host)]);
        Assert.Equal(chairs - 1, seats[Array.IndexOf(sides, Guest)]);
    });

    static string Table(SceneSide[] signers, SceneSide[] assistants, bool guestAtOwnRight = true) =>
        string.Join(' ', SigningTable.Audience(signers, assistants, EvenRule.LeftFollow, guestAtOwnRight).Select(seat => $"{(seat.Assistant ? "助" : "签")}{seat.Person + 1}"));

    [Fact]
    public void The_audience_sees_the_guest_left_and_the_host_right_with_assistants_outside()
    {
        Assert.Equal("签2 签1", Table([Host, Guest], []));
        Assert.Equal("签1 签2", Table([Guest, Host], []));
        Assert.Equal("助1 签2 签1 助2", Table([Host, Guest], [Guest, Host]));
        Assert.Equal("助2 签1 签2 助1", Table([Host, Guest], [Guest, Host], guestAtOwnRight: false));
        Assert.Equal("助2 助1 签2 签1", Table([Host, Guest], [Guest, Guest]));
    }

    [Fact]
    public void Three_parties_and_more_sit_centre_first() => Assert.Equal(("签3 签1 签2", "签3 签1 签2 签4"), (Table([Guest, Host, Host], []), Table([Host, Guest, Guest, Guest], [])));

    [Fact]
    public void At_any_signing_table_each_sits_once_and_of_three_parties_assistants_stand_beside_their_signer() => Gen.Select(Sides, Sides, Rules).Sample((signers, assistants, rule) =>
    {
        if (signers.Length == 0) assistants = [];
        var seats = SigningTable.Audience(signers, assistants, rule);
        Assert.Equal(Enumerable.Range(0, signers.Length), seats.Where(seat => !seat.Assistant).Select(seat => seat.Person).Order());
        Assert.Equal(Enumerable.Range(0, assistants.Length), seats.Where(seat => seat.Assistant).Select(seat => seat.Person).Order());
    });

    [Theory]
    [InlineData(true, OrganisationKind.University, false, OrganisationKind.Enterprise, 0), InlineData(false, OrganisationKind.Enterprise, true, OrganisationKind.Institute, 1)]
    [InlineData(true, OrganisationKind.Institute, true, OrganisationKind.Enterprise, 1), InlineData(false, OrganisationKind.Enterprise, false, OrganisationKind.Institute, 0), InlineData(false, OrganisationKind.University, false, OrganisationKind.Institute, 0)]
    public void The_local_party_is_host_or_else_the_enterprise(bool local, OrganisationKind kind, bool otherLocal, OrganisationKind otherKind, int host) =>
        Assert.Equal(host, SigningTable.HostOf(new(local, kind), new(otherLocal, otherKind)));

    [Fact]
    public void The_highest_grade_meets_the_highest_rank_and_those_of_one_grade_keep_their_order()
    {
        Assert.Equal([4, 2, 3, 1], AwardStage.Pair([3, 2, 2, 1]));
        Assert.Equal([1, 3, 2], AwardStage.Pair([1, null, 3]));
        Assert.Equal([2, 1], AwardStage.Pair([1, 2], [2, 1]));
        Assert.Equal([1, 2], AwardStage.Pair([1, 2], [2, 2]));
        Assert.Equal([1, 2], AwardStage.Pair([1, 2], [null, 1]));
    }

    [Theory]
    [InlineData("", true), InlineData("1", true), InlineData("2 1 3", true), InlineData("1 1", false), InlineData("0 1", false), InlineData("1 3", false)]
    public void A_list_by_hand_counts_where_it_names_each_once(string list, bool whole) => Assert.Equal(whole, AwardStage.IsPermutation([.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]));

    [Fact]
    public void Three_grades_on_stage_stand_third_first_second_and_each_receiver_before_his_presenter()
    {
        var scene = new SceneSettings(SceneKind.AwardStage, EvenRule.LeftFollow, false, 0, true, false, false);
        SceneStander Presenter(int id) => new(id, SceneRole.Seated, Host, null, null);
        SceneStander Receiver(int id, int grade) => new(id, SceneRole.Receiver, Guest, grade, null);
        var spots = SceneLayout.Of(scene, [Presenter(1), Presenter(2), Presenter(3), Receiver(11, 3), Receiver(12, 2), Receiver(13, 1)]);
        Assert.Equal([11, 13, 12], spots.Where(spot => spot.Value.Row == 1).OrderBy(spot => spot.Value.Number).Select(spot => spot.Key));
        Assert.Equal([3, 1, 2], spots.Where(spot => spot.Value.Row == 2).OrderBy(spot => spot.Value.Number).Select(spot => spot.Key));
    }

    [Fact]
    public void In_a_photo_the_host_side_stands_at_both_ends_and_who_ranks_first_in_the_middle()
    {
        Assert.Equal("7 6 3 1 2 4 5", Photo([true, false, false, false, true, false, true], 0));
        Assert.Equal("6 3 1 2 5|8 4 7", Photo([false, false, false, false, true, true, true, true], 5));
    }

    static string Photo(bool[] hosts, int perRow) => string.Join('|', GroupPhoto.Rows(hosts, perRow, EvenRule.LeftFollow, hostsAtEnds: true).Select(row => string.Join(' ', row)));

    [Fact]
    public void In_any_photo_each_stands_once_and_the_rows_are_those_of_the_presidium() => Gen.Select(Gen.Bool.Array[0, 40], Gen.Int[0, 9], Rules, Gen.Bool).Sample((hosts, perRow, rule, ends) =>
    {
        var rows = GroupPhoto.Rows(hosts, perRow, rule, ends);
        Assert.Equal(Enumerable.Range(1, hosts.Length), rows.SelectMany(row => row).Order());
        Assert.Equal(PresidiumOrder.RowSizes(hosts.Length, perRow), rows.Select(row => row.Count));
        if (rows.Count > 0) Assert.Contains(1, rows[0]);
        // Where each row can have a host at either end beside who ranks first, it has.
        if (ends && rows.All(row => row.Count > 2) && hosts.Skip(1).Count(host => host) >= 2 * rows.Count) Assert.All(rows, row => Assert.True(hosts[row[0] - 1] && hosts[row[^1] - 1]));
    });
}
