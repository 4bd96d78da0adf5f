using System.Collections.Concurrent;
using System.Text;
using Bench.Crowds;
using Bench.Load;

namespace Bench.CheckIn;

/// <summary>The crowd of one server, scanned one person after the other: who comes next, and whether the answer was a first Welcome.</summary>
sealed class CrowdAtTheDoors(Uri address, Crowd crowd)
{
    readonly ConcurrentBag<ScanRequest> requests = [];
    int next = -1;

    /// <summary>Scans sent so far.</summary>
    public int Asked => next + 1;

    public (string Code, int Checkpoint) Next() => crowd.Scan(Interlocked.Increment(ref next));

    /// <summary>Desks take turns over the connections.</summary>
    public ScanRequest Desk(int at) => new(address, crowd.Tokens[at % crowd.Tokens.Count]);

    public static bool IsWelcome(ReadOnlySpan<byte> body) => body.IndexOf("\"outcome\":\"Welcome\""u8) >= 0;

    /// <summary>Scans the next person over this connection.</summary>
    public async ValueTask ScanAsync(Wire wire)
    {
        var request = requests.TryTake(out var kept) ? kept : Desk(Random.Shared.Next(Crowd.Desks));
        await wire.AskAsync(request.For(Next()));
        requests.Add(request);
        if (wire.Status != 200 || !IsWelcome(wire.Body))
            throw new CannotMeasure($"A scan was answered with {wire.Status}: {Encoding.UTF8.GetString(wire.Body)}");
    }
}
