using System.Globalization;
using Bench.Crowds;
using Bench.Load;
using Bench.Processes;

namespace Bench.CheckIn;

/// <summary>Durable check-ins per second over HTTP, against what web server and database could do at most, a textbook, and a crowd of 100,000.</summary>
static class CheckInRun
{
    const int Few = 160, Many = 100_000, Sessions = 2000;
    const int Rounds = 3;

    static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(Setting setting, Report report)
    {
        report.Say("rate limits", RaisedLimits.Text);
        report.Say("what is counted", $"first Welcomes, each a row in the log and a presence; {Sessions} sessions, {Crowd.Desks} desks");
        report.Say("how", $"{ClosedLoop.Connections} connections, {Rounds} rounds of {Time.TotalSeconds:0} s each after 2 s of warming, medians of the rounds");
        var few = await Crowd.TakeAsync(setting, "check-in-few", Few, Sessions);
        var many = await Crowd.TakeAsync(setting, "check-in-many", Many, Sessions);
        var rates = await MeasureAsync(setting, few, many);
        rates.Tell(report);
    }

    static async Task<CheckInRates> MeasureAsync(Setting setting, Crowd few, Crowd many)
    {
        var raw = await Crowd.TakeAsync(setting, "check-in-raw", Few, Sessions);
        var textbook = await Crowd.TakeAsync(setting, "check-in-textbook", Few, Sessions);
        await using var fewHost = await HostProcess.EventAppAsync(few.Data.Path);
        await using var manyHost = await HostProcess.EventAppAsync(many.Data.Path);
        var (fewScans, manyScans) = (new Contest(fewHost, few), new Contest(manyHost, many));
        var answer = await fewScans.AnswerLengthAsync();
        await using var emptyHost = await HostProcess.PartAsync(EmptyHost.Word, answer.ToString(CultureInfo.InvariantCulture));
        await using var textbookHost = await HostProcess.PartAsync(TextbookHost.Word, textbook.Data.Path);
        var textbookScans = new Contest(textbookHost, textbook, mayFail: true);
        var rates = new CheckInRates();
        for (var (round, written) = (0, 0); round < Rounds; round++)
        {
            rates.Add(CheckInRates.Empty, await EmptyAsync(emptyHost, few));
            rates.Add(CheckInRates.Few, await fewScans.RunAsync(Time));
            rates.Add(CheckInRates.Many, await manyScans.RunAsync(Time));
            rates.Add(CheckInRates.Raw, RawWrites.Run(raw, Time, ref written));
            rates.Add(CheckInRates.Textbook, await textbookScans.RunAsync(Time));
        }
        rates.Recorded = (fewScans.Asked, Contest.Rows(few.Data));
        return rates;
    }

    static Task<LoopResult> EmptyAsync(HostProcess host, Crowd crowd) => ClosedLoop.RunAsync(host.Address, Time, at =>
    {
        var (request, scan) = (new ScanRequest(host.Address, crowd.Tokens[at % crowd.Tokens.Count]), crowd.Scan(at));
        return new Asker(() => request.For(scan), body => body.StartsWith("{}"u8));
    });
}
