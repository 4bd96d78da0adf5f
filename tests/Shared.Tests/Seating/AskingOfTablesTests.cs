using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Grouping;
using Shared.Seating.Tables;

namespace Shared.Tests.Seating;

public sealed class AskingOfTablesTests : IDisposable
{
    readonly Halls halls = new();

    public void Dispose() => halls.Dispose();

    Unit Unit(string name, int people)
    {
        var unit = halls.Rosters.AddUnit(name);
        for (var i = 1; i <= people; i++) halls.Add($"{name}{i}", unit);
        return unit;
    }

    void Rank(Unit unit, CouncilRank rank)
    {
        using var db = halls.Rosters.Database.CreateDbContext();
        db.Units().Single(u => u.Id == unit.Id).CouncilRank = rank;
        db.SaveChanges();
    }

    [Fact]
    public async Task Two_units_that_an_organiser_wants_together_share_a_table_and_two_wanted_apart_never()
    {
        await halls.TablesAsync(2, 4);
        var (one, two, three, four) = (Unit("甲", 2), Unit("乙", 2), Unit("丙", 2), Unit("丁", 2));
        Assert.Equal(AskOfTablesResult.Done, await halls.PairAsync(four, one, PairAsk.Together));
        Assert.Equal(AskOfTablesResult.Done, await halls.PairAsync(one, two, PairAsk.Apart));
        var question = await halls.AskAsync();
        Assert.Equal([("甲", "丁", false), ("甲", "乙", true)], question.Asked.Pairs.Select(p => (p.First, p.Second, p.Apart)));
        await halls.TakeAsync(question, question.Answer().Assignment);
        var tables = await halls.TableByNameAsync();
        Assert.Equal(tables["甲1"], tables["丁1"]);
        Assert.NotEqual(tables["甲1"], tables["乙1"]);
        Assert.Equal(tables["乙1"], tables["丙2"]);
        Assert.Equal(PairReason.Asked, Assert.Single(question.Reasons).Value);
        await halls.PairAsync(one, four, null);
        Assert.DoesNotContain(PairReason.Asked, (await halls.AskAsync()).Reasons.Values);
    }

    [Fact]
    public async Task A_pair_asked_for_meanwhile_makes_an_answer_void()
    {
        await halls.TablesAsync(2, 4);
        var (one, two) = (Unit("甲", 1), Unit("乙", 1));
        var question = await halls.AskAsync();
        await halls.PairAsync(one, two, PairAsk.Apart);
        Assert.Equal(Shared.Seating.Placing.SeatOutcome.ChangedSince, (await halls.TakeAsync(question, question.Answer().Assignment)).Item1);
    }

    [Fact]
    public async Task Wishes_that_contradict_each_other_are_named_and_one_of_them_less_is_enough()
    {
        await halls.TablesAsync(3, 4);
        var (one, two, three, four) = (Unit("甲", 1), Unit("乙", 1), Unit("丙", 1), Unit("丁", 3));
        await halls.PairAsync(one, two, PairAsk.Together);
        await halls.PairAsync(two, three, PairAsk.Together);
        await halls.PairAsync(one, three, PairAsk.Apart);
        Assert.Equal(["甲乙 乙丙 甲丙"], Named(await halls.AskAsync()));
        await halls.PairAsync(two, three, null);
        Assert.Empty(Named(await halls.AskAsync()));
        await halls.PairAsync(one, three, null);
        await halls.PairAsync(three, four, PairAsk.Together);
        await halls.PairAsync(two, four, PairAsk.Together);
        Assert.Equal(["甲乙 丙丁 乙丁 2"], Named(await halls.AskAsync()));
    }

    static IEnumerable<string> Named(TableQuestionView question) =>
        question.Asked.Contradictions.Select(c => string.Join(' ', c.Pairs.Select(p => p.First + p.Second)) + (c.Missing > 0 ? $" {c.Missing}" : ""));

    [Fact]
    public async Task Chosen_hosts_sit_one_to_a_table_and_the_council_no_longer_matters()
    {
        await halls.TablesAsync(3, 4);
        var (office, chair, vice) = (Unit("秘书处", 4), Unit("甲", 3), Unit("乙", 3));
        Rank(chair, CouncilRank.Chair);
        Rank(vice, CouncilRank.ViceChair);
        Assert.Equal(2, (await halls.AskAsync()).Problem.Groups.Count(g => g.Host));
        foreach (var name in (string[])["秘书处1", "秘书处2", "秘书处3"]) Assert.Equal(AskOfTablesResult.Done, await halls.HostAsync(halls.Person(name)));
        var question = await halls.AskAsync();
        Assert.Equal(3, question.Problem.Groups.Count(g => g.Host));
        await halls.TakeAsync(question, question.Answer().Assignment);
        var tables = await halls.TableByNameAsync();
        Assert.Equal(3, ((string[])["秘书处1", "秘书处2", "秘书处3"]).Select(name => tables[name]).Distinct().Count());
        await halls.HostAsync(halls.Person("秘书处1"), hosts: false);
        Assert.Equal(2, (await halls.AskAsync()).Asked.Hosts.Count);
    }

    [Fact]
    public async Task Where_nobody_wishes_for_anything_units_of_one_rank_sit_together()
    {
        await halls.TablesAsync(2, 4);
        var units = ((string, CouncilRank)[])[("甲厂", CouncilRank.StandingDirector), ("乙厂", CouncilRank.Member), ("丙厂", CouncilRank.StandingDirector), ("丁厂", CouncilRank.Member)];
        foreach (var (name, rank) in units) Rank(Unit(name, 2), rank);
        var question = await halls.AskAsync();
        Assert.All(question.Reasons.Values, reason => Assert.Equal(PairReason.SameRank, reason));
        await halls.TakeAsync(question, question.Answer().Assignment);
        var tables = await halls.TableByNameAsync();
        Assert.Equal((tables["甲厂1"], tables["乙厂1"]), (tables["丙厂2"], tables["丁厂2"]));
        Assert.NotEqual(tables["甲厂1"], tables["乙厂1"]);
        halls.Says(halls.Read(db => db.Units().Single(u => u.Organisation!.FullName == "甲厂")), wants: "想见乙厂");
        Assert.DoesNotContain(PairReason.SameRank, (await halls.AskAsync()).Reasons.Values);
    }

    [Fact]
    public async Task Who_agreed_to_be_told_of_sits_at_a_table_of_that_kitchen_and_nobody_else_does()
    {
        var zone = await halls.TablesAsync(2, 4);
        Unit("甲", 3);
        halls.Rosters.Database.Add(new Diet { AttendeeId = halls.Person("甲1").Id, Kind = DietKind.Halal, Consent = ConsentState.Yes });
        halls.Rosters.Database.Add(new Diet { AttendeeId = halls.Person("甲2").Id, Kind = DietKind.Halal });
        Assert.Single((await halls.AskAsync()).Problem.Groups);
        Assert.Equal(AskOfTablesResult.Done, await halls.KitchenAsync(zone, 2, DietKind.Halal));
        var question = await halls.AskAsync();
        await halls.TakeAsync(question, question.Answer().Assignment);
        var tables = await halls.TableByNameAsync();
        Assert.Equal((2, 1, 1), (tables["甲1"], tables["甲2"], tables["甲3"]));
        var board = await new KitchenTables(halls.Rosters.Database).ReadAsync(halls.MeetingId, TestContext.Current.CancellationToken);
        Assert.Equal([(1, null, 2, 0), (2, (DietKind?)DietKind.Halal, 1, 0)], board.Tables.Select(t => (t.Table, t.Kitchen, t.Seated, t.Strangers)));
        Assert.Equal((1, 4), (board.Eaters[DietKind.Halal], board.Chairs(DietKind.Halal)));
    }

    [Fact]
    public async Task Too_few_chairs_of_a_kitchen_are_counted_without_anybodys_name_in_the_sentence()
    {
        var zone = await halls.TablesAsync(2, 1);
        Unit("甲", 2);
        foreach (var name in (string[])["甲1", "甲2"]) halls.Rosters.Database.Add(new Diet { AttendeeId = halls.Person(name).Id, Kind = DietKind.Halal, Consent = ConsentState.Yes });
        await halls.KitchenAsync(zone, 2, DietKind.Halal);
        var conflict = Assert.Single((await halls.AskAsync()).Answer().Conflicts);
        Assert.Equal((TableConflictKind.KitchenTooSmall, 1), (conflict.Kind, conflict.Missing));
    }

    [Fact]
    public async Task What_another_meeting_asks_is_refused()
    {
        var zone = await halls.TablesAsync(1, 4);
        var (one, two) = (Unit("甲", 1), Unit("乙", 1));
        Assert.Equal(AskOfTablesResult.NoSuchHall, await halls.PairAsync(one, two, PairAsk.Apart, halls.MeetingId + 1));
        Assert.Equal(AskOfTablesResult.SameUnit, await halls.PairAsync(one, one, PairAsk.Apart));
        Assert.Equal(AskOfTablesResult.NoSuchTable, await halls.KitchenAsync(zone, 9, DietKind.Halal));
        Assert.Equal(AskOfTablesResult.OtherKitchen, await halls.KitchenAsync(zone, 1, DietKind.Allergy));
    }
}
