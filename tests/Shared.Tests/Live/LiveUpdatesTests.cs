using Microsoft.Extensions.Time.Testing;
using Shared.Live;

namespace Shared.Tests.Live;

public sealed class LiveUpdatesTests
{
    static readonly LiveTopic Topic = new("arrivals", 1);

    [Fact]
    public void A_signal_reaches_hearers_of_its_topic_alone()
    {
        var live = new LiveUpdates();
        int heard = 0, other = 0;
        using var mine = live.Hear(Topic, () => heard++);
        using var theirs = live.Hear(Topic with { MeetingId = 2 }, () => other++);
        live.Tell(Topic);
        Assert.Equal((1, 0), (heard, other));
    }

    [Fact]
    public void A_hearer_that_has_gone_is_called_no_more_and_leaves_nothing()
    {
        var live = new LiveUpdates();
        var heard = 0;
        var hearings = Enumerable.Range(0, 200).Select(_ => live.Hear(Topic, () => heard++)).ToList();
        foreach (var hearing in hearings) hearing.Dispose();
        live.Tell(Topic);
        Assert.Equal((0, 0), (heard, live.HearerCount));
    }

    [Fact]
    public void A_hearer_may_leave_while_it_is_called()
    {
        var live = new LiveUpdates();
        IDisposable? hearing = null;
        hearing = live.Hear(Topic, () => hearing!.Dispose());
        live.Tell(Topic);
        Assert.Equal(0, live.HearerCount);
    }

    [Fact]
    public async Task A_burst_of_signals_runs_once_at_once_and_once_more_after_the_spacing()
    {
        var clock = new FakeTimeProvider();
        var runs = System.Threading.Channels.Channel.CreateUnbounded<int>();
        var count = 0;
        using var gathered = new GatheredSignal(() => { runs.Writer.TryWrite(++count); return Task.CompletedTask; }, TimeSpan.FromMilliseconds(500), clock);
        gathered.Signal();
        Assert.Equal(1, await runs.Reader.ReadAsync(TestContext.Current.CancellationToken));
        for (var i = 0; i < 100; i++) gathered.Signal();
        Assert.False(runs.Reader.TryRead(out _));
        clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(2, await runs.Reader.ReadAsync(TestContext.Current.CancellationToken));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(runs.Reader.TryRead(out _));
    }
}
