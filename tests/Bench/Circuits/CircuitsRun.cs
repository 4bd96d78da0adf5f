using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bench.CheckIn;
using Bench.Crowds;
using Bench.Load;
using Bench.Processes;

namespace Bench.Circuits;

/// <summary>Many dashboards open at once: what each costs the server's memory, and how soon the last of them shows a scan.</summary>
static class CircuitsRun
{
    const int People = 160, Sessions = 3, Arrived = 100;
    const int Warming = 20, WarmingScans = 12, Open = 500, Scans = 10;
    const double MostMegabytes = 1, MostSeconds = 1;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Setting setting, Report report)
    {
        var crowd = await Crowd.TakeAsync(setting, "circuits", People, Sessions);
        await using var server = await HostProcess.EventAppAsync(crowd.Data.Path, probed: true);
        using var person = await SignedIn.EnterAsync(server.Address, Crowd.User, Crowd.Password);
        using var wire = await Wire.OpenAsync(server.Address);
        var doors = new CrowdAtTheDoors(server.Address, crowd);
        while (doors.Asked < Arrived) await doors.ScanAsync(wire);
        var page = new Uri(server.Address, Dashboard.Path(crowd.Year, crowd.Checkpoints[0]));
        report.Say("warming", $"{WarmingScans} scans shown by {Warming} dashboards, closed before the {Open} open");
        var few = await Dashboard.OpenAsync(person, page, Warming);
        for (var i = 0; i < WarmingScans; i++) await ShowScanAsync(few, () => doors.ScanAsync(wire), doors.Asked + 1);
        foreach (var circuit in few) await circuit.DisposeAsync();

        var before = await server.HeapBytesAsync();
        var circuits = await Dashboard.OpenAsync(person, page, Open);
        var (cpu, batches) = (server.ProcessorTime, circuits.Sum(circuit => circuit.Batches));
        await SeeScansAsync(report, circuits, () => doors.ScanAsync(wire), () => doors.Asked);
        report.Figure("server's processor time for each batch, all work included", (server.ProcessorTime - cpu).TotalMilliseconds / (circuits.Sum(circuit => circuit.Batches) - batches), "ms");
        // Not between opening and scanning: a full collection gives the memory back, and the next scan would pay for taking it again.
        var after = await server.HeapBytesAsync();
        report.Figure("heap after full collection, none open", before / 1e6, "MB");
        report.AtMost($"heap after full collection, for each of {Open} dashboards", (after - before) / 1e6 / Open, MostMegabytes, "MB");
        foreach (var circuit in circuits) await circuit.DisposeAsync();
    }

    static async Task SeeScansAsync(Report report, IReadOnlyList<Circuit> circuits, Func<ValueTask> scan, Func<int> arrived)
    {
        var (median, last, commits) = (new Sample(), new Sample(), new Sample());
        for (var i = 0; i < Scans; i++)
        {
            await Task.Delay(Pause);
            var (answered, shown) = await ShowScanAsync(circuits, scan, arrived() + 1);
            commits.Add(answered);
            median.Add(shown.Median);
            last.Add(shown.Largest);
        }
        report.Figure("bytes of all batches, for each dashboard", circuits.Average(circuit => circuit.BatchBytes), "");
        report.Figure("scan sent to answer, median", commits.Median, "s");
        report.Figure("scan sent to shown, middle dashboard, median of scans", median.Median, "s");
        report.Figure($"scan sent to shown, last of {Open}, median of scans", last.Median, "s");
        report.AtMost($"scan sent (before its commit) to shown, last of {Open}, slowest of {Scans}", last.Largest, MostSeconds, "s");
    }

    /// <summary>Seconds from sending a scan to its answer, and to the new number on each dashboard.</summary>
    static async Task<(double Answered, Sample Shown)> ShowScanAsync(IReadOnlyList<Circuit> circuits, Func<ValueTask> scan, int number)
    {
        var seen = circuits.Select(circuit => circuit.Expect(AsBatchText(number))).ToList();
        var sent = Stopwatch.GetTimestamp();
        await scan();
        var answered = Stopwatch.GetElapsedTime(sent).TotalSeconds;
        return (answered, Sample.Of((await Task.WhenAll(seen).WaitAsync(Patience)).Select(at => Stopwatch.GetElapsedTime(sent, at).TotalSeconds)));
    }

    /// <summary>A batch holds its texts with their length in front: the whole text of one element, not a part of another.</summary>
    static byte[] AsBatchText(int number)
    {
        var digits = Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));
        return [(byte)digits.Length, .. digits];
    }
}
