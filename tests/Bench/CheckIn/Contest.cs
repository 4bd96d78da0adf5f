using Bench.Crowds;
using Bench.Load;
using Bench.Processes;
using Microsoft.Data.Sqlite;
using Shared.Data;

namespace Bench.CheckIn;

/// <summary>One server that takes scans, and which scan of its crowd comes next.</summary>
sealed class Contest(HostProcess host, Crowd crowd, bool mayFail = false)
{
    int next = -1;

    /// <summary>Scans sent so far.</summary>
    public int Asked => next + 1;

    /// <summary>The answer to one scan, so that a rival can send one of the same size.</summary>
    public async Task<int> AnswerLengthAsync()
    {
        using var wire = await Wire.OpenAsync(host.Address);
        await wire.AskAsync(new ScanRequest(host.Address, crowd.Tokens[0]).For(Next()));
        return wire.Status == 200 && IsWelcome(wire.Body) ? wire.Body.Length
            : throw new CannotMeasure($"The first scan was answered with {wire.Status}: {System.Text.Encoding.UTF8.GetString(wire.Body)}");
    }

    /// <summary>Every counted answer is a first Welcome: one row in the log, one presence, both on the disk.</summary>
    public Task<LoopResult> RunAsync(TimeSpan time) => ClosedLoop.RunAsync(host.Address, time, at =>
    {
        var request = new ScanRequest(host.Address, crowd.Tokens[at % crowd.Tokens.Count]);
        return new Asker(() => request.For(Next()), IsWelcome, mayFail);
    });

    /// <summary>Rows in the log of the data directory.</summary>
    public static long Rows(DataDirectory data)
    {
        using var connection = SqliteSettings.OpenOwn(data, readOnly: true);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Scan s JOIN Presence p ON p.FirstScanId = s.Id";
        return (long)command.ExecuteScalar()!;
    }

    (string Code, int Checkpoint) Next() => crowd.Scan(Interlocked.Increment(ref next));

    static bool IsWelcome(ReadOnlySpan<byte> body) => body.IndexOf("\"outcome\":\"Welcome\""u8) >= 0;
}
