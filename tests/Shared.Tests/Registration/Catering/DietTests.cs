using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Live;
using Shared.Registration;
using Shared.Registration.Catering;
using Shared.Registration.Replies;

namespace Shared.Tests.Registration.Catering;

public sealed class DietTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly LiveUpdates live = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => rosters.Dispose();

    AuditTrail Audit => new(rosters.Database, TimeProvider.System);

    Task<DietBoardView> BoardAsync(DietFilter? filter = null) => new DietBoard(rosters.Database).ReadAsync(rosters.Meeting.Id, filter ?? new(), Stop);

    Task<SaveDietResult> SaveAsync(int person, DietKind kind, bool agreed = true, string? note = null) =>
        new SaveDiet(rosters.Database, Audit, live).RunAsync(rosters.Meeting.Id, new(person, kind, note, agreed, ConsentSource.InPerson), "小食", Stop);

    [Fact]
    public async Task A_diet_is_told_with_a_name_only_where_the_person_agreed_and_else_counted()
    {
        var (agreed, own, listed) = (rosters.Add("张三"), rosters.Add("李四"), rosters.Add("王五"));
        rosters.Add("赵六", change: a => a.State = AttendeeState.Cancelled);
        rosters.Database.Add(new Diet { AttendeeId = agreed.Id, Kind = DietKind.Halal, Consent = ConsentState.Yes }, new Diet { AttendeeId = own.Id, Kind = DietKind.Allergy, Note = "虾", Source = ConsentSource.OwnPage },
            new Diet { AttendeeId = listed.Id, Kind = DietKind.Halal, Note = "不说" }, new Diet { AttendeeId = listed.Id + 1, Kind = DietKind.Halal, Consent = ConsentState.Yes });
        var board = await BoardAsync();
        Assert.Equal(["张三", "李四"], board.Named.Select(row => row.Name));
        Assert.Equal(("重型铸造", DietKind.Halal, 1), board.Unnamed.Select(row => (row.Unit, row.Kind, row.People)).Single());
        Assert.Equal("Halal 1 1, Vegetarian 0 0, Allergy 1 0", string.Join(", ", board.Sums.Select(sum => $"{sum.Kind} {sum.Named} {sum.Unnamed}")));
        Assert.Null(await new DietBoard(rosters.Database).ReadAsync(rosters.Meeting.Id, listed.Id, Stop));
    }

    [Fact]
    public async Task Portions_of_replies_stand_beside_and_a_filter_leaves_the_sums_whole()
    {
        rosters.Database.Add(new Diet { AttendeeId = rosters.Add("张三").Id, Kind = DietKind.Vegetarian, Consent = ConsentState.Yes });
        rosters.Database.Add(new Reply { MeetingId = rosters.Meeting.Id, UnitId = rosters.University.Id, Nonce = [1], RepliedAt = DateTime.UtcNow, HalalPortions = 2 });
        var board = await BoardAsync(new(DietKind.Halal));
        Assert.Equal((0, 1, 2), (board.Named.Count, board.Portions.Count, board.Sums[0].Portions));
        Assert.Equal((1, 0), (board.Sums[1].Named, board.Sums[1].Portions));
        Assert.Empty((await BoardAsync(new(UnitId: rosters.Foundry.Id))).Portions);
    }

    [Fact]
    public async Task A_diet_is_entered_only_with_the_persons_agreement_and_the_trail_says_set_and_no_more()
    {
        var person = rosters.Add("张三");
        Assert.Equal(SaveDietResult.NotAgreed, await SaveAsync(person.Id, DietKind.Halal, agreed: false));
        Assert.Equal(SaveDietResult.NoteTooLong, await SaveAsync(person.Id, DietKind.Allergy, note: new string('虾', Diet.NoteLength + 1)));
        Assert.Equal(SaveDietResult.Saved, await SaveAsync(person.Id, DietKind.Allergy, note: "海鲜"));
        Assert.Equal((DietKind.Allergy, "海鲜", ConsentSource.InPerson), (await BoardAsync()).Named.Select(row => (row.Kind, row.Note, row.Source)).Single());
        Assert.Equal(SaveDietResult.Saved, await SaveAsync(person.Id, DietKind.None, agreed: false));
        Assert.Equal(0, (await BoardAsync()).Rows);
        using var db = rosters.Database.CreateDbContext();
        Assert.Equal(["diet-set set", "diet-set set"], db.AuditEntries().OrderBy(e => e.Id).Select(e => e.What + " " + db.Set<AuditDetail>().Single(d => d.EntryId == e.Id).Details));
    }

    [Fact]
    public async Task Nights_and_rooms_are_counted_as_replies_ask()
    {
        rosters.Add("张三", change: a => a.Stay = new() { Needed = true, Room = RoomKind.Single, From = new(2026, 11, 22), To = new(2026, 11, 24) });
        rosters.Add("李四", change: a => a.Stay = new() { Needed = true, Room = RoomKind.Twin, From = new(2026, 11, 23), To = new(2026, 11, 24) });
        rosters.Add("王五", change: a => a.Stay = new() { Needed = false });
        rosters.Add("赵六", rosters.University, a => a.Lodging = "301");
        var board = await new StayBoard(rosters.Database).ReadAsync(rosters.Meeting.Id, stop: Stop);
        Assert.Equal("22 1 1 0, 23 2 1 1", string.Join(", ", board.Nights.Select(night => $"{night.Night.Day} {night.People} {night.InSingles} {night.InTwins}")));
        Assert.Equal(["张三", "李四", "赵六"], board.Rows.Select(row => row.Name).Order(StringComparer.Ordinal).OrderBy(name => "张李赵".IndexOf(name[0])));
        Assert.Equal("赵六", (await new StayBoard(rosters.Database).ReadAsync(rosters.Meeting.Id, rosters.University.Id, Stop)).Rows.Single().Name);
    }
}
