using Shared.Meetings;
using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Grouping;
using Shared.Seating.Placing;
using Shared.Seating.Tables;

namespace Shared.Tests.Seating;

public sealed class GroupTablesTests : IDisposable
{
    readonly Halls halls = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Units_stay_whole_and_meet_whom_their_reply_names()
    {
        await halls.TablesAsync(2, 4);
        var (foundry, school, other) = (halls.Rosters.AddUnit("演示铸造"), halls.Rosters.AddUnit("演示大学"), halls.Rosters.AddUnit("演示检测"));
        foreach (var (unit, count) in new[] { (foundry, 2), (school, 2), (other, 3) })
            for (var i = 0; i < count; i++) halls.Add($"{unit.Id}号{i}", unit);
        halls.Says(foundry, wants: "想见演示大学的老师");
        var question = await halls.AskAsync();
        var plan = question.Answer(1_000_000);
        Assert.Equal(plan.Wanted, plan.Score);
        Assert.Equal(PairReason.WantsToMeet, Assert.Single(question.Reasons).Value);
        Assert.Equal((SeatOutcome.Done, 7), await halls.TakeAsync(question, plan.Assignment));
        var tables = (await halls.MapAsync()).Seats.Where(s => s.Person is not null).ToLookup(s => s.Person!.UnitId, s => s.Row);
        Assert.Equal(tables[foundry.Id].Distinct(), tables[school.Id].Distinct());
        Assert.Single(tables[other.Id].Distinct());
        await halls.UndoAsync();
        Assert.Equal(0, (await halls.MapAsync()).Seated);
    }

    [Fact]
    public async Task A_need_meets_an_achievement_that_speaks_of_the_same()
    {
        await halls.TablesAsync(3, 4);
        var (firm, institute) = (halls.Rosters.AddUnit("甲厂"), halls.Rosters.AddUnit("乙所"));
        halls.Add("王刚", firm);
        halls.Add("李娜", institute);
        halls.Says(firm, need: "铸造涂料粘度不稳");
        halls.Says(institute, offer: "水基铸造涂料");
        Assert.Equal(PairReason.NeedMeetsAchievement, Assert.Single((await halls.AskAsync()).Reasons).Value);
    }

    [Fact]
    public async Task Who_is_locked_stays_and_a_newcomer_moves_nobody()
    {
        await halls.TablesAsync(2, 3);
        var (one, two) = (halls.Rosters.AddUnit("甲厂"), halls.Rosters.AddUnit("乙所"));
        var (wang, li) = (halls.Add("王刚", one), halls.Add("李娜", two));
        await halls.SitAsync(wang, 2, 1);
        await halls.LockAsync(wang);
        await halls.SitAsync(li, 1, 2);
        halls.Add("孙丽", one);
        var question = await halls.AskAsync();
        var again = ReplanTables.Run(question.Problem, question.Now, TimeSpan.FromSeconds(1), Stop);
        Assert.Equal(0, again.People);
        Assert.Equal((SeatOutcome.Done, 1), await halls.TakeAsync(question, again.Plan.Assignment));
        var seats = (await halls.MapAsync()).Seats.Where(s => s.Person is not null).ToDictionary(s => s.Person!.Name, s => (s.Row, s.Number));
        Assert.Equal(((2, 1), (1, 2), 2), (seats["王刚"], seats["李娜"], seats["孙丽"].Row));
    }

    [Fact]
    public async Task An_answer_to_what_has_changed_since_seats_nobody()
    {
        await halls.TablesAsync(2, 3);
        halls.Add("王刚", halls.Rosters.AddUnit("甲厂"));
        var question = await halls.AskAsync();
        halls.Add("李娜", halls.Rosters.AddUnit("乙所"));
        Assert.Equal((SeatOutcome.ChangedSince, 0), await halls.TakeAsync(question, question.Answer().Assignment));
        Assert.Equal(0, (await halls.MapAsync()).Seated);
    }

    [Fact]
    public async Task A_hall_of_another_meeting_or_without_tables_asks_nothing()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 4));
        Assert.Null(await new TableQuestion(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, stop: Stop));
        await halls.TablesAsync(1, 8);
        Assert.NotNull(await new TableQuestion(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, stop: Stop));
        Assert.Null(await new TableQuestion(halls.Rosters.Database).ReadAsync(halls.MeetingId + 1, halls.Hall, stop: Stop));
    }

    public void Dispose() => halls.Dispose();
}
