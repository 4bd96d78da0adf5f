using System.Diagnostics;
using System.Text;

namespace Bench.Load;

/// <summary>So many connections, each asking again as soon as it has its answer.</summary>
static class ClosedLoop
{
    public const int Connections = 64;

    static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);

    /// <summary>Answers per second over the measured time, after a time of warming. Every answer is checked.</summary>
    /// <param name="open">Makes one connection's question: what to send next, and whether the answer is the one hoped for.</param>
    public static async Task<LoopResult> RunAsync(Uri address, TimeSpan time, Func<int, Asker> open)
    {
        var (begin, end) = (Stopwatch.GetTimestamp() + Ticks(Warming), Stopwatch.GetTimestamp() + Ticks(Warming + time));
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(at => Task.Run(() => AskOnAsync(address, open(at), begin, end))));
        var took = new Sample(1 << 16);
        foreach (var (sample, _) in counts) took.Add(sample);
        return new LoopResult(took.Count / time.TotalSeconds, took, counts.Sum(count => count.Failed));
    }

    static async Task<(Sample Took, int Failed)> AskOnAsync(Uri address, Asker asker, long begin, long end)
    {
        using var wire = await Wire.OpenAsync(address);
        var (took, failed) = (new Sample(1 << 12), 0);
        for (var sent = Stopwatch.GetTimestamp(); sent < end;)
        {
            await wire.AskAsync(asker.Next());
            var now = Stopwatch.GetTimestamp();
            var good = wire.Status == 200 && asker.IsGood(wire.Body);
            if (!good && !asker.MayFail) throw new CannotMeasure($"An answer was not the one expected: {wire.Status} {Encoding.UTF8.GetString(wire.Body)}");
            if (!good) failed++;
            else if (now >= begin && now < end) took.Add(Stopwatch.GetElapsedTime(sent, now).TotalMilliseconds);
            sent = now;
        }
        return (took, failed);
    }

    static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}

/// <summary>What one connection sends and expects.</summary>
sealed record Asker(Func<ReadOnlyMemory<byte>> Next, GoodAnswer IsGood, bool MayFail = false);

delegate bool GoodAnswer(ReadOnlySpan<byte> body);

/// <summary>Only good answers within the measured time count; failed ones are counted over all the time.</summary>
sealed record LoopResult(double PerSecond, Sample Milliseconds, int Failed);
