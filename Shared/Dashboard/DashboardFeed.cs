using Microsoft.Extensions.Logging;
using Shared.CheckIn;
using Shared.Live;
using Shared.Registration;

namespace Shared.Dashboard;

/// <summary>Reads a checkpoint's overview once per change and hands the same object to everyone who looks. Nobody looking, nothing running.</summary>
public sealed class DashboardFeed(LiveUpdates live, LiveOverview overview, TimeProvider clock, ILogger<DashboardFeed> log) : IDisposable
{
    public static readonly TimeSpan GlanceLasts = TimeSpan.FromSeconds(15);

    readonly Lock gate = new();
    readonly Dictionary<(int Meeting, int Checkpoint), OverviewStream> streams = [];
    readonly Dictionary<(int Meeting, int Checkpoint), (Watching Look, ITimer End)> glances = [];

    /// <summary>Calls <paramref name="changed"/> after every read, on any thread, until the returned value is disposed. It must return at once and must not throw.</summary>
    public Watching Watch(int meetingId, int checkpointId, Action changed)
    {
        lock (gate)
        {
            var key = (meetingId, checkpointId);
            if (!streams.TryGetValue(key, out var stream)) streams[key] = stream = Start(meetingId, checkpointId);
            stream.Add(changed);
            return new Watching(stream, () => Leave(key, stream, changed));
        }
    }

    /// <summary>The overview as those who look see it now; read for this call where nobody does. Leaves nothing behind.</summary>
    public async Task<Overview> ReadAsync(int meetingId, int checkpointId, CancellationToken stop = default)
    {
        OverviewStream? stream;
        lock (gate) streams.TryGetValue((meetingId, checkpointId), out stream);
        return stream?.Latest ?? await overview.ReadAsync(meetingId, checkpointId, stop: stop);
    }

    /// <summary>The overview of this moment for one who asks again and again: counts as looking for a while, so that many who ask cost one read.</summary>
    public async Task<Overview> GlanceAsync(int meetingId, int checkpointId, CancellationToken stop = default)
    {
        Watching look;
        lock (gate)
        {
            if (!glances.TryGetValue((meetingId, checkpointId), out var glance))
                glances[(meetingId, checkpointId)] = glance = (Watch(meetingId, checkpointId, () => { }), EndLater(meetingId, checkpointId));
            glance.End.Change(GlanceLasts, Timeout.InfiniteTimeSpan);
            look = glance.Look;
        }
        return look.Latest ?? await overview.ReadAsync(meetingId, checkpointId, stop: stop);
    }

    ITimer EndLater(int meetingId, int checkpointId) => clock.CreateTimer(_ =>
    {
        lock (gate)
        {
            if (!glances.Remove((meetingId, checkpointId), out var glance)) return;
            glance.End.Dispose();
            glance.Look.Dispose();
        }
    }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>How many look, over all meetings; zero when no page is open.</summary>
    public int WatcherCount
    {
        get { lock (gate) return streams.Values.Sum(stream => stream.Count); }
    }

    OverviewStream Start(int meetingId, int checkpointId)
    {
        var stream = new OverviewStream((before, stop) => overview.ReadAsync(meetingId, checkpointId, before, stop), clock, log);
        stream.Hear(live, CheckInSets.Arrivals(meetingId));
        stream.Hear(live, new LiveTopic("roster", meetingId));
        // The first page's context (its language, its circuit) must not live on in a loop that serves all.
        using (ExecutionContext.SuppressFlow()) stream.Run();
        return stream;
    }

    void Leave((int, int) key, OverviewStream stream, Action changed)
    {
        lock (gate)
        {
            // Where the feed itself has ended, so has the stream.
            if (stream.Remove(changed) > 0 || !streams.Remove(key)) return;
        }
        stream.Dispose();
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var stream in streams.Values) stream.Dispose();
            foreach (var glance in glances.Values) glance.End.Dispose();
            streams.Clear();
            glances.Clear();
        }
    }
}

/// <summary>A look at a stream; ends when disposed.</summary>
public sealed class Watching(OverviewStream stream, Action leave) : IDisposable
{
    int left;

    /// <summary>Null until the first read.</summary>
    public Overview? Latest => stream.Latest;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref left, 1) == 0) leave();
    }
}
