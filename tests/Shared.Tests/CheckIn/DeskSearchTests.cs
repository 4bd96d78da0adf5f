using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.CheckIn.Reading;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class DeskSearchTests : IDisposable
{
    readonly Hall hall = new();
    readonly ReadLanes lanes;

    public DeskSearchTests()
    {
        lanes = new ReadLanes(hall.Database.Data);
        hall.Roster.Add("王刚", change: a => a.Phone = "15400001234");
        hall.Roster.Add("单雄信", hall.Roster.University);
        hall.Roster.Add("李大王", hall.Roster.University);
    }

    public void Dispose()
    {
        lanes.Dispose();
        hall.Dispose();
    }

    DeskSearch Search => new(hall.Database, new RosterIndex(lanes), hall.Clock);

    Task<FoundPeople> FindAsync(string? typed, Checkpoint? at = null) => Search.ReadAsync(hall.MeetingId, (at ?? hall.ReportIn).Id, typed, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("王", "王刚 李大王"), InlineData("刚", "王刚"), InlineData("王刚", "王刚"), InlineData("wanggang", "王刚"), InlineData("wg", "王刚"), InlineData("wang g", "王刚")]
    [InlineData("shan", "单雄信"), InlineData("1234", "王刚"), InlineData("哈理工", "单雄信 李大王"), InlineData("理工大", "单雄信 李大王"), InlineData("李 哈理工", "李大王")]
    [InlineData("王 重型铸造", "王刚"), InlineData("zxzz", "王刚"), InlineData("赵", ""), InlineData("", ""), InlineData("  ", ""), InlineData("%", "")]
    public async Task Whatever_a_clerk_types_finds_whom_it_means(string typed, string names) =>
        Assert.Equal(names, string.Join(' ', (await FindAsync(typed)).Items.Select(p => p.Name)));

    [Fact]
    public async Task A_badge_number_finds_its_bearer_with_or_without_letter_and_zeros()
    {
        hall.AddBadge(hall.Read(db => db.Attendees().Single(a => a.Name == "王刚")), badge => badge.Number = "B017");
        hall.AddBadge(null, badge => badge.Number = "S018");
        foreach (var typed in (string[])["B017", "b17", "17", "017"]) Assert.Equal("B017", Assert.Single((await FindAsync(typed)).Items).BadgeNo);
        Assert.Empty((await FindAsync("S018")).Items);
    }

    [Fact]
    public async Task A_found_person_shows_how_they_stand_and_only_four_digits_of_the_phone()
    {
        var (desk, gone) = (hall.AddStation("1号台"), hall.Roster.Add("王海", change: a => a.State = AttendeeState.Cancelled));
        await hall.ScanAsync(desk, hall.Ask(hall.Read(db => db.Attendees().Single(a => a.Name == "王刚"))));
        var found = (await FindAsync("王")).Items;
        Assert.Equal([("王刚", DeskState.Arrived, "1234"), ("李大王", DeskState.NotArrived, null), ("王海", DeskState.Cancelled, null)], found.Select(p => (p.Name, p.State, p.PhoneLast4)));
        Assert.Equal((gone.Id, "重型铸造"), (found[2].Id, found[0].Unit));
    }

    [Fact]
    public async Task Who_came_to_a_daily_checkpoint_yesterday_has_not_come_today()
    {
        var lunch = hall.AddCheckpoint("午餐", c => (c.Entry, c.ClosesAt) = (EntryRule.OncePerDay, Hall.Morning.AddDays(2)));
        await hall.ScanAsync(hall.AddStation("1号台"), hall.Ask(hall.Read(db => db.Attendees().Single(a => a.Name == "王刚")), lunch));
        Assert.Equal(DeskState.Arrived, (await FindAsync("王刚", lunch)).Items[0].State);
        hall.Clock.Advance(TimeSpan.FromHours(15.4));
        Assert.Equal(DeskState.Arrived, (await FindAsync("王刚", lunch)).Items[0].State);
        hall.Clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(DeskState.NotArrived, (await FindAsync("王刚", lunch)).Items[0].State);
    }

    [Fact]
    public async Task At_most_twenty_are_shown_and_it_says_that_there_are_more()
    {
        for (var n = 0; n < 19; n++) hall.Roster.Add($"赵{(char)('一' + n)}");
        Assert.Equal((19, false), ((await FindAsync("赵")) is var few ? (few.Items.Count, few.More) : default));
        hall.Roster.Add("赵云");
        hall.Roster.Add("赵飞");
        Assert.Equal((20, true), ((await FindAsync("赵")) is var many ? (many.Items.Count, many.More) : default));
    }

    [Fact]
    public async Task People_of_an_unfinished_import_and_of_another_meeting_are_not_found()
    {
        var import = new RosterImport { MeetingId = hall.MeetingId, FileName = "a.xlsx", FileHash = [1], ImportedBy = "组长", State = ImportState.Writing };
        hall.Database.Add(import);
        hall.Roster.Add("钱多", change: a => a.ImportId = import.Id);
        Assert.Empty((await FindAsync("钱")).Items);
        hall.Read(db => db.RosterImports().ExecuteUpdate(set => set.SetProperty(i => i.State, ImportState.Finished)));
        Assert.Single((await FindAsync("钱")).Items);
        Assert.Empty((await Search.ReadAsync(hall.MeetingId + 1, hall.ReportIn.Id, "钱", TestContext.Current.CancellationToken)).Items);
    }
}
