namespace Shared.Live;

/// <summary>
/// Turns a burst of signals into few renders: the first after a quiet spell runs at once, later ones are gathered
/// to at most one per <paramref name="spacing"/>; the last one is never lost.
/// </summary>
public sealed class GatheredSignal(Func<Task> run, TimeSpan spacing, TimeProvider clock) : IDisposable
{
    readonly Lock gate = new();
    ITimer? timer;
    bool waiting;
    bool disposed;
    long lastRun = long.MinValue;

    /// <summary>Asks for a run; returns at once. <c>run</c> must handle its own errors.</summary>
    public void Signal()
    {
        lock (gate)
        {
            if (disposed || waiting) return;
            var wait = lastRun == long.MinValue ? TimeSpan.Zero : spacing - clock.GetElapsedTime(lastRun);
            waiting = true;
            if (wait <= TimeSpan.Zero) _ = Task.Run(Fire);
            else timer = clock.CreateTimer(_ => Fire(), null, wait, Timeout.InfiniteTimeSpan);
        }
    }

    void Fire()
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
            if (disposed) return;
            waiting = false;
            lastRun = clock.GetTimestamp();
        }
        _ = run();
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            timer?.Dispose();
        }
    }
}
