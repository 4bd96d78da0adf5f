using System.Diagnostics;
using System.Threading.Channels;

namespace Bench.Load;

/// <summary>Questions at a fixed pace, whatever the answers take. Each is timed from when it was due, so that a queue in front of the server counts.</summary>
static class OpenLoop
{
    const int Connections = 32;

    /// <summary>Milliseconds of every answer. <paramref name="ask"/> sends one question over the connection and checks its answer.</summary>
    public static async Task<Sample> RunAsync(Uri address, int perSecond, TimeSpan time, Func<Wire, ValueTask> ask)
    {
        var free = Channel.CreateUnbounded<Wire>();
        for (var i = 0; i < Connections; i++) free.Writer.TryWrite(await Wire.OpenAsync(address));
        var (began, asking) = (Stopwatch.GetTimestamp(), new List<Task<double>>());
        for (var n = 0; n < perSecond * time.TotalSeconds; n++)
        {
            var due = began + (long)(n * (double)Stopwatch.Frequency / perSecond);
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            asking.Add(Task.Run(() => AskAsync(free, due, ask)));
        }
        var took = Sample.Of(await Task.WhenAll(asking));
        while (free.Reader.TryRead(out var wire)) wire.Dispose();
        return took;
    }

    static async Task<double> AskAsync(Channel<Wire> free, long due, Func<Wire, ValueTask> ask)
    {
        var wire = await free.Reader.ReadAsync();
        await ask(wire);
        var took = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        free.Writer.TryWrite(wire);
        return took;
    }
}
