using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Demo;
using Shared.Registration;

namespace Shared.Tests.Demo;

public sealed class MoveSampleMeetingTests : IAsyncLifetime
{
    readonly SampleHall hall = new();

    public async ValueTask InitializeAsync() => await hall.InitializeAsync();

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    Task<bool> MoveAsync() => new MoveSampleMeeting(hall.Database, hall.Clock).RunAsync(hall.MeetingId, TestContext.Current.CancellationToken);

    [Fact]
    public async Task On_its_last_day_it_stays_where_it_is()
    {
        hall.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await MoveAsync());
        await hall.ReadAsync();
        Assert.Equal(new DateOnly(2026, 11, 23), hall.Meeting.FirstDay);
    }

    [Fact]
    public async Task Past_its_last_day_it_begins_today_with_doors_journeys_and_the_year()
    {
        var people = hall.Attendees.Select(a => a.Name).ToList();
        var arrivals = hall.Attendees.SelectMany(a => a.Journeys).Select(j => j.At?.AddDays(60)).ToList();
        hall.Clock.Advance(TimeSpan.FromDays(60));
        Assert.True(await MoveAsync());
        await hall.ReadAsync();
        Assert.Equal((2027, new DateOnly(2027, 1, 22), new DateOnly(2027, 1, 23)), (hall.Meeting.Year, hall.Meeting.FirstDay, hall.Meeting.LastDay));
        Assert.Contains("2027", hall.Meeting.Name);
        Assert.All(hall.Checkpoints, c => Assert.Equal(new DateTime(2027, 1, 23, 16, 0, 0), c.ClosesAt));
        Assert.Equal(people, hall.Attendees.Select(a => a.Name));
        Assert.Equal(arrivals, hall.Attendees.SelectMany(a => a.Journeys).Select(j => j.At));
        Assert.False(await MoveAsync());
    }

    [Fact]
    public async Task The_samples_own_doors_are_open_today_even_if_somebody_changed_their_times()
    {
        await using (var db = hall.Database.CreateDbContext())
            await db.Checkpoints().ExecuteUpdateAsync(set => set.SetProperty(c => c.OpensAt, new DateTime(2020, 1, 1)).SetProperty(c => c.ClosesAt, new DateTime(2020, 1, 2)), TestContext.Current.CancellationToken);
        hall.Clock.Advance(TimeSpan.FromDays(2));
        Assert.True(await MoveAsync());
        await hall.ReadAsync();
        Assert.All(hall.Checkpoints, c => Assert.Equal(new DateTime(2026, 11, 26, 16, 0, 0), c.ClosesAt));
    }

    [Theory]
    [InlineData(-1, 3), InlineData(5, 2)]
    public async Task What_was_recorded_moves_along_but_never_into_the_future(int hoursAfterNow, int movedDays)
    {
        var at = hall.Clock.GetUtcNow().UtcDateTime.AddHours(hoursAfterNow);
        var scan = new Scan { MeetingId = hall.MeetingId, CheckpointId = hall.Checkpoints[0].Id, AttendeeId = hall.Attendees[0].Id, Outcome = ScanOutcome.Welcome, RecordedAt = at, OccurredAt = at };
        hall.Database.Add(scan);
        hall.Database.Add(new Presence { CheckpointId = scan.CheckpointId, AttendeeId = hall.Attendees[0].Id, Day = 20780, FirstScanId = scan.Id, FirstAt = at, LastAt = at });
        hall.Clock.Advance(TimeSpan.FromDays(3));
        Assert.True(await MoveAsync());
        await using var db = hall.Database.CreateDbContext();
        Assert.Equal(at.AddDays(movedDays), (await db.Scans().SingleAsync(TestContext.Current.CancellationToken)).RecordedAt);
        var presence = await db.Presences().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((at.AddDays(movedDays), 20780 + movedDays), (presence.FirstAt, presence.Day));
    }
}
