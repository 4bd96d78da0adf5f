using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Filling;

namespace Shared.Tests.Seating;

public sealed class AudienceFillTests
{
    /// <summary>A hall drawn as text: a digit or letter is a seat, x a blocked one, a blank an aisle; the first rows are in front.</summary>
    static List<FillSeat> Hall(int front, params string[] rows) => [.. rows.SelectMany((row, r) => row.Select((c, i) => (c, i)).Where(s => s.c != ' ').Select(s => new FillSeat(r * 100 + s.i, 1, r + 1, s.i + 1, r < front, s.c != 'x')))];

    static FillPerson Person(int id, int unit, AttendeeCategory category = AttendeeCategory.Delegate, StageRoles roles = StageRoles.None, bool head = false) => new(id, unit, category, roles, head, null, id, $"{id:0000}");

    static List<FillPerson> Units(params int[] sizes) => [.. sizes.SelectMany((size, unit) => Enumerable.Repeat(unit + 1, size)).Select((unit, id) => Person(id + 1, unit))];

    static string Drawn(List<FillSeat> seats, FillOutcome outcome)
    {
        var on = outcome.Seated.ToDictionary(s => s.SeatId, s => s.AttendeeId);
        return string.Join('/', seats.GroupBy(s => s.Row).Select(row => string.Join(' ', row.Select(s => on.TryGetValue(s.Id, out var id) ? $"{id}" : "."))));
    }

    static string Fill(List<FillSeat> seats, List<FillPerson> people, FillMethod method, params int[] kept) => Drawn(seats, AudienceFill.Run(seats, people, kept.ToHashSet(), method));

    [Theory]
    [InlineData(FillMethod.Across, "1 2 3 4/5 6 7 ./. . . ."), InlineData(FillMethod.Down, "1 5 . ./2 6 . ./3 7 . ."), InlineData(FillMethod.Sides, ". 5 1 ./. 6 2 ./. 7 3 .")]
    public void Units_sit_along_the_rows_or_in_columns_from_the_left_or_from_the_middle(FillMethod method, string expected)
    {
        var people = method == FillMethod.Across ? Units(2, 2, 3) : Units(3, 0, 3);
        if (method != FillMethod.Across) people = [.. people.Select((p, i) => p with { Id = i < 3 ? i + 1 : i + 2, ListNo = i })];
        Assert.Equal(expected, Fill(Hall(0, "aaaa", "aaaa", "aaaa"), people, method));
    }

    [Fact]
    public void Blocks_fill_one_strip_between_aisles_before_the_next() => Assert.Equal("1 2 5 6/3 4 7 .", Fill(Hall(0, "aa aa", "aa aa"), Units(4, 3), FillMethod.Blocks));

    [Fact]
    public void Two_of_a_unit_never_have_an_aisle_between_and_one_alone_takes_the_gap() =>
        Assert.Equal("1 2 7 3 4/5 6 . . .", Fill(Hall(0, "aaa aa", "aaa aa"), [.. Units(2, 2, 2, 1)], FillMethod.Across));

    [Fact]
    public void Those_of_rank_sit_in_front_from_the_middle_the_own_left_of_the_stage_first_and_the_rest_behind()
    {
        List<FillPerson> people = [Person(1, 1), Person(2, 2, AttendeeCategory.ViceChair), Person(3, 3, AttendeeCategory.Leader), Person(4, 4, AttendeeCategory.Leader), Person(5, 5, AttendeeCategory.Guest)];
        Assert.Equal("2 4 3 5/1 . . .", Fill(Hall(1, "aaaa", "aaaa"), people, FillMethod.Across));
    }

    [Fact]
    public void Who_goes_to_the_stage_sits_beside_the_aisle_speakers_before_receivers_before_signers()
    {
        List<FillPerson> people = [Person(1, 1), Person(2, 2, roles: StageRoles.Signs), Person(3, 3, roles: StageRoles.Receives), Person(4, 4, roles: StageRoles.Speaks)];
        Assert.Equal("1 2 4 3 . .", Fill(Hall(0, "aaa aaa"), people, FillMethod.Across));
    }

    [Fact]
    public void Who_needs_an_accessible_seat_gets_one_and_nobody_else_does()
    {
        var seats = Hall(0, "aaa").ConvertAll(s => s.Column == 2 ? s with { Usable = false, Accessible = true } : s);
        List<FillPerson> people = [Person(1, 1), Person(2, 2) with { NeedsAccess = true }, Person(3, 3) with { NeedsAccess = true }];
        Assert.Equal("1 2 3", Fill(seats, people, FillMethod.Across));
        Assert.Equal("1 . .", Fill(seats, people[..1], FillMethod.Across));
    }

    [Fact]
    public void Kept_and_blocked_seats_are_left_alone() => Assert.Equal("1 . . 2", Fill(Hall(0, "axaa"), Units(1, 1), FillMethod.Across, kept: 2));

    [Fact]
    public void Who_finds_no_seat_is_named()
    {
        var seats = Hall(0, "aaa");
        var outcome = AudienceFill.Run(seats, Units(1, 1, 1, 1, 1), new HashSet<int>(), FillMethod.Down);
        Assert.Equal((3, "4 5"), (outcome.Seated.Count, string.Join(' ', outcome.Left)));
    }

    [Fact]
    public void The_front_is_filled_with_others_only_when_there_is_room_nowhere_else() => Assert.Equal("4 . ./1 2 3", Fill(Hall(1, "aaa", "aaa"), Units(1, 1, 1, 1), FillMethod.Across));

    [Theory, InlineData(FillMethod.Across), InlineData(FillMethod.Down), InlineData(FillMethod.Sides), InlineData(FillMethod.Blocks)]
    public void In_any_hall_nobody_sits_twice_locks_stay_and_pairs_have_no_aisle_between(FillMethod method)
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var dice = new Random(seed);
            var seats = RandomHall(dice);
            var people = RandomPeople(dice);
            var kept = seats.Where(_ => dice.Next(6) == 0).Select(s => s.Id).ToHashSet();
            var outcome = AudienceFill.Run(seats, people, kept, method);
            var byId = seats.ToDictionary(s => s.Id);
            Assert.Equal(outcome.Seated.Count, outcome.Seated.Select(s => s.SeatId).Distinct().Count());
            Assert.Equal(people.Select(p => p.Id).Order(), outcome.Seated.Select(s => s.AttendeeId).Concat(outcome.Left).Order());
            Assert.DoesNotContain(outcome.Seated, s => kept.Contains(s.SeatId) || !byId[s.SeatId].Usable);
            Assert.Equal(outcome, AudienceFill.Run(seats, people, kept, method), (a, b) => a.Seated.SequenceEqual(b.Seated) && a.Left.SequenceEqual(b.Left));
            var apart = outcome.Seated.Where(s => s.Reason != SeatReason.Order).Select(s => s.AttendeeId).ToHashSet();
            var pairs = people.Where(p => !apart.Contains(p.Id)).GroupBy(p => p.UnitId).Where(unit => unit.Count() == 2).SelectMany(unit => unit).ToList();
            AssertPairsTogether(seats, pairs, outcome, seed);
            var (room, ones) = (seats.Count(s => s.Usable && !kept.Contains(s.Id)) - outcome.Seated.Count, outcome.Left.Except(pairs.Select(p => p.Id)).Any());
            Assert.False(room > 0 && ones, $"seed {seed}: {room} seats are free and somebody who is no pair has none");
        }
    }

    static void AssertPairsTogether(List<FillSeat> seats, List<FillPerson> pairs, FillOutcome outcome, int seed)
    {
        var seat = outcome.Seated.ToDictionary(s => s.AttendeeId, s => seats.Single(one => one.Id == s.SeatId));
        foreach (var pair in pairs.GroupBy(p => p.UnitId).Select(unit => unit.ToList()))
        {
            if (!seat.TryGetValue(pair[0].Id, out var one) || !seat.TryGetValue(pair[1].Id, out var two) || one.Row != two.Row) continue;
            var between = seats.Count(s => s.Row == one.Row && s.Column >= Math.Min(one.Column, two.Column) && s.Column <= Math.Max(one.Column, two.Column));
            Assert.True(between == Math.Abs(one.Column - two.Column) + 1, $"seed {seed}: an aisle lies between {pair[0].Id} and {pair[1].Id}");
        }
    }

    [Fact]
    public void In_a_small_hall_every_pair_is_seated_side_by_side_as_often_as_trying_all_ways_finds_possible()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new Random(seed);
            var runs = Enumerable.Range(0, dice.Next(1, 4)).Select(_ => dice.Next(1, 5)).ToList();
            var seats = Hall(0, string.Join(' ', runs.Select(length => new string('a', length))));
            var pairs = dice.Next(1, 5);
            var possible = Math.Min(pairs, runs.Sum(length => length / 2));
            var outcome = AudienceFill.Run(seats, Units([.. Enumerable.Repeat(2, pairs)]), new HashSet<int>(), FillMethod.Across);
            var columns = outcome.Seated.Chunk(2).Count(two => Math.Abs(two[0].SeatId - two[1].SeatId) == 1);
            Assert.True(columns == possible, $"seed {seed}: {columns} of {possible} in {string.Join(',', runs)}");
        }
    }

    static List<FillSeat> RandomHall(Random dice)
    {
        var width = dice.Next(2, 9);
        var aisle = dice.Next(1, width);
        return Hall(dice.Next(2), [.. Enumerable.Range(0, dice.Next(1, 5)).Select(_ => string.Concat(Enumerable.Range(0, width).Select(i => (i == aisle ? " " : "") + (dice.Next(8) == 0 ? 'x' : 'a'))))]);
    }

    static List<FillPerson> RandomPeople(Random dice) => [.. Units([.. Enumerable.Range(0, dice.Next(1, 12)).Select(_ => dice.Next(1, 5))])
        .Select(p => p with { Category = dice.Next(10) == 0 ? AttendeeCategory.Leader : p.Category, Roles = dice.Next(10) == 0 ? StageRoles.Signs : StageRoles.None })];
}
