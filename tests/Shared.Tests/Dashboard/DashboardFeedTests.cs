using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Data;
using Shared.Live;
using Shared.Tests.CheckIn;

namespace Shared.Tests.Dashboard;

public sealed class DashboardFeedTests : IDisposable
{
    readonly Morning morning = new();
    readonly LiveUpdates live = new();
    readonly DashboardFeed feed;
    readonly Channel<Overview?> seen = Channel.CreateUnbounded<Overview?>();

    public DashboardFeedTests() => feed = new(live, Reader(morning.Database), morning.Clock, NullLogger<DashboardFeed>.Instance);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    LiveOverview Reader(IDbContextFactory<EventDb> dbs) => new(new CheckpointStatus(morning.Database, morning.Clock),
        new DashboardParts(new(dbs, morning.Clock), new(dbs, morning.Clock), new(dbs), new(dbs)), morning.Clock, NullLogger<LiveOverview>.Instance);

    Watching Watch(Channel<Overview?>? into = null)
    {
        Watching? mine = null;
        return mine = feed.Watch(morning.Meeting.Id, morning.ReportIn.Id, () => (into ?? seen).Writer.TryWrite(mine?.Latest));
    }

    // The reader waits on the clock at a moment no test can see; so the clock is pushed until it has read.
    async Task<Overview> NextAsync()
    {
        var next = seen.Reader.ReadAsync(Stop).AsTask();
        while (!next.IsCompleted)
        {
            morning.Clock.Advance(OverviewStream.Spacing / 5);
            await Task.Yield();
        }
        return (await next)!;
    }

    [Fact]
    public async Task A_change_reaches_everyone_who_looks_as_the_same_object()
    {
        var other = Channel.CreateUnbounded<Overview?>();
        var person = morning.AddPerson(morning.AddUnit());
        using var one = Watch();
        using var two = Watch(other);
        await seen.Reader.ReadAsync(Stop);
        morning.Arrive(person);
        live.Tell(CheckInSets.Arrivals(morning.Meeting.Id));
        var changed = await NextAsync();
        Assert.Equal(1, changed.Numbers.Value!.People.Arrived);
        Assert.Contains(changed, other.Reader.ReadAllAsync(Stop).ToBlockingEnumerable(Stop).Take(2));
    }

    [Fact]
    public async Task A_part_that_did_not_change_is_the_same_object_again()
    {
        morning.AddPerson(morning.AddUnit());
        var reader = Reader(morning.Database);
        var before = await reader.ReadAsync(morning.Meeting.Id, morning.ReportIn.Id, stop: Stop);
        morning.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await reader.ReadAsync(morning.Meeting.Id, morning.ReportIn.Id, before, Stop);
        Assert.True(after.AsOf > before.AsOf);
        Assert.Same(before.Numbers, after.Numbers);
        Assert.Same(before.Missing, after.Missing);
        Assert.Same(before.Stations, after.Stations);
        Assert.Same(before.Refusals, after.Refusals);
    }

    [Fact]
    public async Task A_part_that_cannot_be_read_leaves_the_others()
    {
        morning.AddPerson(morning.AddUnit());
        var overview = await Reader(new Broken()).ReadAsync(morning.Meeting.Id, morning.ReportIn.Id, stop: Stop);
        Assert.Equal(1, overview.Numbers.Value!.People.Expected);
        Assert.True(overview.Missing.Failed && overview.Stations.Failed && overview.Refusals.Failed && overview.Welcomes.Failed);
    }

    [Fact]
    public void Two_hundred_who_looked_and_left_leave_nothing()
    {
        var looks = Enumerable.Range(0, 200).Select(_ => Watch()).ToList();
        Assert.Equal((200, 2), (feed.WatcherCount, live.HearerCount));
        foreach (var look in looks) look.Dispose();
        looks[0].Dispose();
        Assert.Equal((0, 0), (feed.WatcherCount, live.HearerCount));
    }

    [Fact]
    public async Task Who_leaves_after_the_program_has_ended_harms_nothing()
    {
        var page = Watch();
        await seen.Reader.ReadAsync(Stop);
        feed.Dispose();
        page.Dispose();
        Assert.Equal(0, feed.WatcherCount);
    }

    [Fact]
    public async Task Who_glances_counts_as_looking_for_a_while()
    {
        morning.AddPerson(morning.AddUnit());
        for (var i = 0; i < 3; i++) Assert.Equal(1, (await feed.GlanceAsync(morning.Meeting.Id, morning.ReportIn.Id, Stop)).Numbers.Value!.People.Expected);
        Assert.Equal(1, feed.WatcherCount);
        morning.Clock.Advance(DashboardFeed.GlanceLasts);
        Assert.Equal((0, 0), (feed.WatcherCount, live.HearerCount));
    }

    [Fact]
    public async Task A_burst_of_changes_is_one_more_read_after_the_spacing()
    {
        using var look = Watch();
        await seen.Reader.ReadAsync(Stop);
        for (var i = 0; i < 100; i++) live.Tell(CheckInSets.Arrivals(morning.Meeting.Id));
        Assert.False(seen.Reader.TryRead(out _));
        Assert.True((await NextAsync()).AsOf >= Morning.Nine + OverviewStream.Spacing);
    }

    public void Dispose()
    {
        feed.Dispose();
        morning.Dispose();
    }

    sealed class Broken : IDbContextFactory<EventDb>
    {
        public EventDb CreateDbContext() => throw new InvalidOperationException("disk gone");
    }
}
