using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
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
        await TablesAsync(2, 4);
        var (foundry, school, other) = (halls.Rosters.AddUnit("演示铸造"), halls.Rosters.AddUnit("演示大学"), halls.Rosters.AddUnit("演示检测"));
        foreach (var (unit, count) in new[] { (foundry, 2), (school, 2), (other, 3) })
            for (var i = 0; i < count; i++) halls.Add($"{unit.Id}号{i}", unit);
        Says(foundry, wants: "想见演示大学的老师");
        var question = await AskAsync();
        var plan = ArrangeTables.Run(question.Problem, TimeSpan.MaxValue, stop: Stop, looks: 1_000_000);
        Assert.Equal(plan.Wanted, plan.Score);
        Assert.Equal(PairReason.WantsToMeet, Assert.Single(question.Reasons).Value);
        Assert.Equal((SeatOutcome.Done, 7), await TakeAsync(question, plan.Assignment));
        var tables = (await halls.MapAsync()).Seats.Where(s => s.Person is not null).ToLookup(s => s.Person!.UnitId, s => s.Row);
        Assert.Equal(tables[foundry.Id].Distinct(), tables[school.Id].Distinct());
        Assert.Single(tables[other.Id].Distinct());
        await halls.UndoAsync();
        Assert.Equal(0, (await halls.MapAsync()).Seated);
    }

    [Fact]
    public async Task A_need_meets_an_achievement_that_speaks_of_the_same()
    {
        await TablesAsync(3, 4);
        var (firm, institute) = (halls.Rosters.AddUnit("甲厂"), halls.Rosters.AddUnit("乙所"));
        halls.Add("王刚", firm);
        halls.Add("李娜", institute);
        Says(firm, need: "铸造涂料粘度不稳");
        Says(institute, offer: "水基铸造涂料");
        Assert.Equal(PairReason.NeedMeetsAchievement, Assert.Single((await AskAsync()).Reasons).Value);
    }

    [Fact]
    public async Task Who_is_locked_stays_and_a_newcomer_moves_nobody()
    {
        await TablesAsync(2, 3);
        var (one, two) = (halls.Rosters.AddUnit("甲厂"), halls.Rosters.AddUnit("乙所"));
        var (wang, li) = (halls.Add("王刚", one), halls.Add("李娜", two));
        await PutAsync(wang, 2, 1);
        await halls.LockAsync(wang);
        await PutAsync(li, 1, 2);
        halls.Add("孙丽", one);
        var question = await AskAsync();
        var again = ReplanTables.Run(question.Problem, question.Now, TimeSpan.FromSeconds(1), Stop);
        Assert.Equal(0, again.People);
        Assert.Equal((SeatOutcome.Done, 1), await TakeAsync(question, again.Plan.Assignment));
        var seats = (await halls.MapAsync()).Seats.Where(s => s.Person is not null).ToDictionary(s => s.Person!.Name, s => (s.Row, s.Number));
        Assert.Equal(((2, 1), (1, 2), 2), (seats["王刚"], seats["李娜"], seats["孙丽"].Row));
    }

    [Fact]
    public async Task An_answer_to_what_has_changed_since_seats_nobody()
    {
        await TablesAsync(2, 3);
        halls.Add("王刚", halls.Rosters.AddUnit("甲厂"));
        var question = await AskAsync();
        halls.Add("李娜", halls.Rosters.AddUnit("乙所"));
        Assert.Equal((SeatOutcome.ChangedSince, 0), await TakeAsync(question, ArrangeTables.Run(question.Problem, TimeSpan.MaxValue, stop: Stop, looks: 400_000).Assignment));
        Assert.Equal(0, (await halls.MapAsync()).Seated);
    }

    [Fact]
    public async Task A_hall_of_another_meeting_or_without_tables_asks_nothing()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 4));
        Assert.Null(await new TableQuestion(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, Stop));
        await TablesAsync(1, 8);
        Assert.NotNull(await new TableQuestion(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, Stop));
        Assert.Null(await new TableQuestion(halls.Rosters.Database).ReadAsync(halls.MeetingId + 1, halls.Hall, Stop));
    }

    const string Zone = "圆桌";

    Task<int> TablesAsync(int tables, int chairs) => halls.AddZoneAsync(new() { Name = Zone, Kind = ZoneKind.Tables, Rows = tables, PerRow = chairs });

    Task<SeatResult> PutAsync(Attendee person, int table, int chair) =>
        new SeatPerson(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(halls.MeetingId, halls.Hall, halls.Seat(table, chair, Zone), person.Id, Halls.Who, Stop);

    void Says(Unit unit, string? need = null, string? offer = null, string? wants = null) => halls.Rosters.Database.Add(new Reply
    {
        MeetingId = halls.MeetingId, UnitId = unit.Id, Nonce = [(byte)unit.Id], RepliedAt = DateTime.UtcNow, Need = need, Achievement = offer, WantsToMeet = wants,
    });

    async Task<TableQuestionView> AskAsync() => (await new TableQuestion(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, Stop))!;

    async Task<(SeatOutcome, int)> TakeAsync(TableQuestionView question, IReadOnlyDictionary<string, string> assignment)
    {
        var result = await new GroupTables(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(halls.MeetingId, halls.Hall, new(question, assignment), Halls.Who, Stop);
        return (result.Outcome, result.People);
    }

    public void Dispose() => halls.Dispose();
}
