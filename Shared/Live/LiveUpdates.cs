namespace Shared.Live;

/// <summary>What may have changed, and for which meeting. A signal carries no data: whoever hears it asks again.</summary>
public readonly record struct LiveTopic(string Name, int MeetingId);

/// <summary>Hands "ask again" signals from commands to open pages. Safe for any number of threads.</summary>
public sealed class LiveUpdates
{
    readonly Lock gate = new();
    readonly Dictionary<LiveTopic, List<Action>> hearers = [];

    /// <summary>Calls every hearer of the topic, on this thread, outside the lock. A hearer must return at once and must not throw.</summary>
    public void Tell(LiveTopic topic)
    {
        Action[] heard;
        lock (gate)
        {
            if (!hearers.TryGetValue(topic, out var list)) return;
            heard = [.. list];
        }
        foreach (var hear in heard) hear();
    }

    /// <summary>Hears the topic until the returned value is disposed.</summary>
    public IDisposable Hear(LiveTopic topic, Action hear)
    {
        lock (gate)
        {
            if (!hearers.TryGetValue(topic, out var list)) hearers[topic] = list = [];
            list.Add(hear);
        }
        return new Hearing(this, topic, hear);
    }

    /// <summary>How many hearers there are in all; zero when no page is open.</summary>
    public int HearerCount
    {
        get { lock (gate) return hearers.Values.Sum(list => list.Count); }
    }

    void Forget(LiveTopic topic, Action hear)
    {
        lock (gate)
        {
            if (!hearers.TryGetValue(topic, out var list)) return;
            list.Remove(hear);
            if (list.Count == 0) hearers.Remove(topic);
        }
    }

    sealed class Hearing(LiveUpdates owner, LiveTopic topic, Action hear) : IDisposable
    {
        int disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) == 0) owner.Forget(topic, hear);
        }
    }
}
