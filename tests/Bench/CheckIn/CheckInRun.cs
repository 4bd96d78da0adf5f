using System.Globalization;
using Bench.Crowds;
using Bench.Load;
using Bench.Processes;
using Shared.Data;

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
        await BusyMorning.RunAsync(setting, report);
    }

    static async Task<CheckInRates> MeasureAsync(Setting setting, Crowd few, Crowd many)
    {
        var raw = await Crowd.TakeAsync(setting, "check-in-raw", Few, Sessions);
        var textbook = await Crowd.TakeAsync(setting, "check-in-textbook", Few, Sessions);
        await using var fewHost = await HostProcess.EventAppAsync(few.Data.Path);
        await using var manyHost = await HostProcess.EventAppAsync(many.Data.Path);
        await using var textbookHost = await HostProcess.PartAsync(TextbookHost.Word, textbook.Data.Path);
        var (fewDoors, manyDoors, textbookDoors) = (new CrowdAtTheDoors(fewHost.Address, few), new CrowdAtTheDoors(manyHost.Address, many), new CrowdAtTheDoors(textbookHost.Address, textbook));
        var answer = await AnswerLengthAsync(fewHost.Address, fewDoors);
        await using var emptyHost = await HostProcess.PartAsync(EmptyHost.Word, answer.ToString(CultureInfo.InvariantCulture));
        var rates = new CheckInRates();
        for (var (round, written) = (0, 0); round < Rounds; round++)
        {
            rates.Add(CheckInRates.Empty, await EmptyAsync(emptyHost.Address, few));
            rates.Add(CheckInRates.Few, await ScanAsync(fewHost.Address, fewDoors));
            rates.Add(CheckInRates.Many, await ScanAsync(manyHost.Address, manyDoors));
            rates.Add(CheckInRates.Raw, RawWrites.Run(raw, Time, ref written));
            rates.Add(CheckInRates.Textbook, await ScanAsync(textbookHost.Address, textbookDoors, mayFail: true));
        }
        rates.Recorded = (fewDoors.Asked, Recorded(few.Data));
        return rates;
    }

    static Task<LoopResult> ScanAsync(Uri address, CrowdAtTheDoors doors, bool mayFail = false) => ClosedLoop.RunAsync(address, Time, at =>
    {
        var desk = doors.Desk(at);
        return new Asker(() => desk.For(doors.Next()), CrowdAtTheDoors.IsWelcome, mayFail);
    });

    static Task<LoopResult> EmptyAsync(Uri address, Crowd crowd) => ClosedLoop.RunAsync(address, Time, at =>
    {
        var (desk, scan) = (new ScanRequest(address, crowd.Tokens[at % crowd.Tokens.Count]), crowd.Scan(at));
        return new Asker(() => desk.For(scan), body => body.StartsWith("{}"u8));
    });

    // E answers with as many bytes as a real check-in does.
    static async Task<int> AnswerLengthAsync(Uri address, CrowdAtTheDoors doors)
    {
        using var wire = await Wire.OpenAsync(address);
        await doors.ScanAsync(wire);
        return wire.Body.Length;
    }

    static long Recorded(DataDirectory data)
    {
        using var connection = SqliteSettings.OpenOwn(data, readOnly: true);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Scan s JOIN Presence p ON p.FirstScanId = s.Id";
        return (long)command.ExecuteScalar()!;
    }
}
