using Microsoft.EntityFrameworkCore;
using Shared.Registration;

namespace Shared.Tests.Registration;

public sealed class RosterSearchTests : IDisposable
{
    readonly Rosters rosters = new();

    public RosterSearchTests()
    {
        rosters.Add("王刚", change: a => a.Phone = "15400001234");
        rosters.Add("王伟", rosters.University, a => a.ContactPhone = "15400005678");
        rosters.Add("单国强", rosters.University);
    }

    public void Dispose() => rosters.Dispose();

    async Task<string[]> FindAsync(string? typed)
    {
        await using var db = rosters.Database.CreateDbContext();
        var listed = db.Attendees().Listed(rosters.Meeting.Id);
        var found = await RosterSearch.NarrowAsync(db, listed, rosters.Meeting.Id, typed, TestContext.Current.CancellationToken);
        return await found.OrderBy(a => a.ListNo).Select(a => a.Name).ToArrayAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(null, "王刚 王伟 单国强"), InlineData("  ", "王刚 王伟 单国强"), InlineData("!?", "")]
    [InlineData("王", "王刚 王伟"), InlineData("刚", "王刚"), InlineData("wg", "王刚"), InlineData("shan", "单国强"), InlineData("dan", "单国强")]
    [InlineData("1234", "王刚"), InlineData("15400001234", "王刚"), InlineData("15499991234", ""), InlineData("5678", "王伟")]
    [InlineData("重型铸造", "王刚"), InlineData("哈理工", "王伟 单国强"), InlineData("理工大", "王伟 单国强"), InlineData("王 哈理工", "王伟")]
    [InlineData("哈尔滨理工大学", "王伟 单国强"), InlineData("zxzz", "王刚"), InlineData("'; DROP TABLE Attendee; --", "")]
    public async Task What_was_typed_finds_those_it_means(string? typed, string names) => Assert.Equal(names, string.Join(' ', await FindAsync(typed)));

    [Fact]
    public async Task A_renamed_person_is_found_by_the_new_name_alone()
    {
        await using (var db = rosters.Database.CreateDbContext())
        {
            var person = await db.Attendees().SingleAsync(a => a.Name == "王刚", TestContext.Current.CancellationToken);
            person.Name = "李娜";
            await AttendeeIndex.RenewAsync(db, person, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Empty(await FindAsync("刚"));
        Assert.Equal(["李娜"], await FindAsync("ln"));
    }

    [Fact]
    public async Task People_of_an_unfinished_import_are_not_found()
    {
        var import = new RosterImport { MeetingId = rosters.Meeting.Id, FileName = "a.xlsx", FileHash = [1], ImportedBy = "小松", State = ImportState.Writing };
        rosters.Database.Add(import);
        rosters.Add("欧阳明", change: a => a.ImportId = import.Id);
        Assert.Empty(await FindAsync("欧阳"));
    }
}
