using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bench.Crowds;
using Bench.Load;
using Bench.Processes;

namespace Bench.Search;

/// <summary>Search at the desk's endpoint, one question after another, in a meeting of 160 and in one of 100,000.</summary>
static class SearchRun
{
    const int Few = 160, Many = 100_000, Sessions = 2000;
    const int Warming = 200, Questions = 1000;
    const double MostTimesSlower = 10;

    public static async Task RunAsync(Setting setting, Report report)
    {
        report.Say("rate limits", RaisedLimits.Text);
        await using var few = await SearchDesk.OpenAsync(await Crowd.TakeAsync(setting, "search-few", Few, Sessions));
        await using var many = await SearchDesk.OpenAsync(await Crowd.TakeAsync(setting, "search-many", Many, Sessions));
        var (fewTook, manyTook) = (new Sample(), new Sample());
        for (var i = -Warming; i < Questions; i++)
        {
            var (ofFew, ofMany) = (await few.AskAsync(), await many.AskAsync());
            if (i < 0) continue;
            fewTook.Add(ofFew);
            manyTook.Add(ofMany);
        }
        Tell(report, Few, fewTook);
        Tell(report, Many, manyTook);
        report.AtMost("p95 at 100,000 / p95 at 160", manyTook.At(0.95) / fewTook.At(0.95), MostTimesSlower);
    }

    static void Tell(Report report, int people, Sample took)
    {
        foreach (var share in (double[])[0.5, 0.95, 0.99])
            report.Figure(string.Create(null, $"search among {people:N0}, p{share * 100:0}"), took.At(share), "ms");
    }
}

/// <summary>One desk that asks one question after another over one connection.</summary>
sealed class SearchDesk(HostProcess host, Wire wire, Crowd crowd) : IAsyncDisposable
{
    readonly SearchQuestions questions = new(crowd);

    public static async Task<SearchDesk> OpenAsync(Crowd crowd)
    {
        var host = await HostProcess.EventAppAsync(crowd.Data.Path);
        return new SearchDesk(host, await Wire.OpenAsync(host.Address), crowd);
    }

    /// <summary>Milliseconds until the answer was there whole.</summary>
    public async Task<double> AskAsync()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"q":{{JsonSerializer.Serialize(questions.Next())}},"checkpointId":{{crowd.Checkpoints[0]}}}""");
        var head = $"POST /api/v1/attendees/search HTTP/1.1\r\nHost: {host.Address.Authority}\r\nAuthorization: Bearer {crowd.Tokens[0]}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        byte[] request = [.. Encoding.ASCII.GetBytes(head), .. body];
        var sent = Stopwatch.GetTimestamp();
        await wire.AskAsync(request);
        var took = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        if (wire.Status == 200 && wire.Body.IndexOf("\"name\""u8) >= 0) return took;
        throw new CannotMeasure($"{Encoding.UTF8.GetString(body)} was answered with {wire.Status}: {Encoding.UTF8.GetString(wire.Body)}");
    }

    public async ValueTask DisposeAsync()
    {
        wire.Dispose();
        await host.DisposeAsync();
    }
}
