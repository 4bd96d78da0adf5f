using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Meetings;
using Shared.Tests.CheckIn;

namespace Shared.Tests.Dashboard;

public sealed class MeetingOfTheMomentTests : IDisposable
{
    readonly TestDatabase database = new();

    void AddMeeting(int year, DateTime? opensAt = null)
    {
        var meeting = new Meeting { Year = year, Name = "年会", FirstDay = new(year, 11, 23), LastDay = new(year, 11, 24), CreatedAt = Morning.Nine };
        database.Add(meeting);
        if (opensAt is { } opens)
            database.Add(new Checkpoint { MeetingId = meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, OpensAt = opens, ClosesAt = opens.AddHours(4) });
    }

    async Task<int?> ReadAsync() =>
        await new MeetingOfTheMoment(database, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Morning.Nine)).ReadAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Without_a_meeting_there_is_none() => Assert.Null(await ReadAsync());

    [Fact]
    public async Task The_meeting_with_an_open_checkpoint_comes_first()
    {
        AddMeeting(2027, Morning.Nine.AddMinutes(5));
        AddMeeting(2026, Morning.Nine.AddHours(-1));
        AddMeeting(2025, Morning.Nine.AddHours(-9));
        Assert.Equal(2026, await ReadAsync());
    }

    [Fact]
    public async Task Else_the_one_that_opens_next()
    {
        AddMeeting(2028, Morning.Nine.AddDays(700));
        AddMeeting(2027, Morning.Nine.AddDays(300));
        AddMeeting(2025, Morning.Nine.AddDays(-300));
        Assert.Equal(2027, await ReadAsync());
    }

    [Fact]
    public async Task Else_the_next_by_its_days_and_then_the_latest()
    {
        AddMeeting(2024);
        AddMeeting(2025);
        Assert.Equal(2025, await ReadAsync());
        AddMeeting(2028);
        AddMeeting(2027);
        Assert.Equal(2027, await ReadAsync());
    }

    public void Dispose() => database.Dispose();
}
