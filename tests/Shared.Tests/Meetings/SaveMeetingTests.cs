using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Meetings;

namespace Shared.Tests.Meetings;

public sealed class SaveMeetingTests : IDisposable
{
    readonly TestDatabase database = new();
    readonly SaveMeeting save;

    static readonly MeetingEntry Good = new() { Year = 2026, Name = "金属新材料年会", FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 24), FrozenAt = new(2026, 11, 20, 18, 0, 0) };

    public SaveMeetingTests() => save = new(database, new AuditTrail(database, TimeProvider.System));

    public void Dispose() => database.Dispose();

    async Task<string> ProblemsAsync(MeetingEntry entry) =>
        string.Join(", ", (await save.RunAsync(entry, "小松", TestContext.Current.CancellationToken)).Problems.Select(p => $"{p.Field} {p.Problem}"));

    [Fact]
    public async Task A_meeting_is_made_and_changed_and_its_freeze_is_the_venues_time()
    {
        Assert.Equal("", await ProblemsAsync(Good));
        using var db = database.CreateDbContext();
        var made = await db.Meetings().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc), made.FrozenAt);
        var sheet = await new MeetingSheet(database).ReadAsync(made.Id, TestContext.Current.CancellationToken);
        Assert.Equal(Good with { Id = made.Id }, sheet);
        Assert.Equal("", await ProblemsAsync(sheet! with { Name = "二〇二六年年会", FrozenAt = null }));
        Assert.Equal("二〇二六年年会", await db.Meetings().Select(m => m.Name).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_year_has_one_meeting()
    {
        await ProblemsAsync(Good);
        Assert.Equal("Year YearTaken", await ProblemsAsync(Good));
        Assert.Equal("", await ProblemsAsync(Good with { Year = 2027, FirstDay = new(2027, 1, 1), LastDay = new(2027, 1, 1) }));
    }

    [Fact]
    public async Task A_real_meeting_is_never_made_beside_the_sample()
    {
        database.Add(new Meeting { Year = 2025, Name = "示例", FirstDay = new(2025, 11, 23), LastDay = new(2025, 11, 24), IsSample = true });
        Assert.Equal("Id SampleHere", await ProblemsAsync(Good));
        using var db = database.CreateDbContext();
        Assert.Single(db.Meetings());
    }

    [Fact]
    public async Task What_is_wrong_is_named_field_by_field()
    {
        Assert.Equal("Name Missing, FirstDay OtherYear, LastDay BeforeFirstDay, TimeZone UnknownZone",
            await ProblemsAsync(Good with { Name = " ", FirstDay = new(2025, 11, 23), LastDay = new(2025, 11, 22), TimeZone = "Asia/Nowhere" }));
        Assert.Equal("LastDay TooManyDays", await ProblemsAsync(Good with { LastDay = new(2026, 12, 24) }));
        Assert.Equal("Year OutOfRange, FirstDay Missing, LastDay Missing", await ProblemsAsync(Good with { Year = 1999, FirstDay = null, LastDay = null }));
    }
}
