using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Meetings;
using Shared.Seating;
using Shared.Seating.Grouping;
using Shared.Seating.Placing;
using Shared.Seating.Tables;

namespace Shared.Tests.Seating;

/// <summary>A hall with round tables, and what is asked of them.</summary>
static class TableHalls
{
    const string Zone = "圆桌";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<int> TablesAsync(this Halls halls, int tables, int chairs) => halls.AddZoneAsync(new() { Name = Zone, Kind = ZoneKind.Tables, Rows = tables, PerRow = chairs });

    public static Task<SeatResult> SitAsync(this Halls halls, Attendee person, int table, int chair) =>
        new SeatPerson(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(halls.MeetingId, halls.Hall, halls.Seat(table, chair, Zone), person.Id, Halls.Who, Stop);

    public static void Says(this Halls halls, Unit unit, string? need = null, string? offer = null, string? wants = null) => halls.Rosters.Database.Add(new Reply
    {
        MeetingId = halls.MeetingId, UnitId = unit.Id, Nonce = [(byte)unit.Id], RepliedAt = DateTime.UtcNow, Need = need, Achievement = offer, WantsToMeet = wants,
    });

    public static async Task<TableQuestionView> AskAsync(this Halls halls) => (await new TableQuestion(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, stop: Stop))!;

    public static TablePlan Answer(this TableQuestionView question, long looks = 400_000) => ArrangeTables.Run(question.Problem, TimeSpan.MaxValue, stop: Stop, looks: looks);

    public static async Task<(SeatOutcome, int)> TakeAsync(this Halls halls, TableQuestionView question, IReadOnlyDictionary<string, string> assignment)
    {
        var result = await new GroupTables(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(halls.MeetingId, halls.Hall, new(question, assignment), Halls.Who, Stop);
        return (result.Outcome, result.People);
    }

    public static Task<AskOfTablesResult> PairAsync(this Halls halls, Unit one, Unit other, PairAsk? ask, int? meeting = null) =>
        new AskForPair(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(meeting ?? halls.MeetingId, halls.Hall, new(one.Id, other.Id), ask, Halls.Who, Stop);

    public static Task<AskOfTablesResult> HostAsync(this Halls halls, Attendee person, bool hosts = true) =>
        new ChooseTableHost(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(halls.MeetingId, halls.Hall, person.Id, hosts, Halls.Who, Stop);

    public static Task<AskOfTablesResult> KitchenAsync(this Halls halls, int zone, int table, DietKind? kitchen) =>
        new MarkKitchen(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(halls.MeetingId, zone, table, kitchen, Halls.Who, Stop);

    public static Attendee Person(this Halls halls, string name) => halls.Read(db => db.Set<Attendee>().Single(a => a.Name == name));

    /// <summary>The table at which each person sits, by name.</summary>
    public static async Task<Dictionary<string, int>> TableByNameAsync(this Halls halls) => (await halls.MapAsync()).Seats.Where(s => s.Person is not null).ToDictionary(s => s.Person!.Name, s => s.Row);
}
