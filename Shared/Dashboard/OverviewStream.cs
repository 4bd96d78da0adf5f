using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Shared.Live;

namespace Shared.Dashboard;

/// <summary>One checkpoint's overviews, one after the other: at once after a quiet spell, then at most one per spacing; the last change is never lost.</summary>
public sealed class OverviewStream(Func<Overview?, CancellationToken, Task<Overview>> read, TimeProvider clock, ILogger log) : IDisposable
{
    public static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(500);

    /// <summary>Without a change the overview is read anew this often: devices fall silent and minutes pass without a signal, and the page sees that it is still in touch.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(4);

    readonly Channel<bool> wishes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly CancellationTokenSource ending = new();
    readonly Lock gate = new();
    readonly List<Action> watchers = [];
    readonly List<IDisposable> held = [];

    public Overview? Latest { get; private set; }

    internal int Count
    {
        get { lock (gate) return watchers.Count; }
    }

    internal void Add(Action changed)
    {
        lock (gate) watchers.Add(changed);
    }

    /// <summary>How many are left.</summary>
    internal int Remove(Action changed)
    {
        lock (gate)
        {
            watchers.Remove(changed);
            return watchers.Count;
        }
    }

    internal void Hear(LiveUpdates live, LiveTopic topic) => held.Add(live.Hear(topic, Wish));

    internal void Run()
    {
        held.Add(clock.CreateTimer(_ => Wish(), null, Beat, Beat));
        Wish();
        var stop = ending.Token;
        _ = Task.Run(() => LoopAsync(stop));
    }

    void Wish() => wishes.Writer.TryWrite(true);

    async Task LoopAsync(CancellationToken stop)
    {
        try
        {
            while (await wishes.Reader.WaitToReadAsync(stop))
            {
                wishes.Reader.TryRead(out _);
                var began = clock.GetTimestamp();
                await ReadAsync(stop);
                // A slow read may take a fifth of one processor, no more.
                var pause = 4 * clock.GetElapsedTime(began);
                await Task.Delay(pause > Spacing ? pause : Spacing, clock, stop);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    async Task ReadAsync(CancellationToken stop)
    {
        try
        {
            Latest = await read(Latest, stop);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            log.LogError(wrong, "The dashboard could not be read");
            return;
        }
        Action[] called;
        lock (gate) called = [.. watchers];
        foreach (var changed in called) changed();
    }

    public void Dispose()
    {
        foreach (var one in held) one.Dispose();
        ending.Cancel();
        ending.Dispose();
    }
}
