using Bench.Circuits;
using Bench.Crowds;
using Bench.Importing;
using Bench.Load;
using Bench.Processes;

namespace Bench.CheckIn;

/// <summary>Scans at a steady pace while dashboards are open and a large roster comes in all along.</summary>
static class BusyMorning
{
    const int People = 160, Sessions = 20, PerSecond = 100, Dashboards = 20, ImportedRows = 20_000, Rosters = 8;
    const double MostP99 = 50, MostOfAll = 200;

    static readonly TimeSpan Warming = TimeSpan.FromSeconds(3), Time = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Setting setting, Report report)
    {
        var crowd = await Crowd.TakeAsync(setting, "check-in-busy", People, Sessions);
        var rosters = DirtyRoster.Files(setting.Fresh("check-in-rosters"), ImportedRows, Rosters);
        await using var server = await HostProcess.EventAppAsync(crowd.Data.Path);
        using var person = await SignedIn.EnterAsync(server.Address, Crowd.User, Crowd.Password);
        var page = new Uri(server.Address, Dashboard.Path(crowd.Year, crowd.Checkpoints[0]));
        var dashboards = await Dashboard.OpenAsync(person, page, Dashboards);
        var doors = new CrowdAtTheDoors(server.Address, crowd);
        var before = dashboards.Sum(dashboard => dashboard.Batches);
        Sample took;
        int imports;
        await using (var importing = new SteadyImport(crowd, rosters))
        {
            await OpenLoop.RunAsync(server.Address, PerSecond, Warming, doors.ScanAsync);
            took = await OpenLoop.RunAsync(server.Address, PerSecond, Time, doors.ScanAsync);
            imports = importing.Finished;
        }
        report.Figure($"dashboards' updates while {took.Count} scans came", dashboards.Sum(dashboard => dashboard.Batches) - before, "");
        report.Figure($"rosters of {ImportedRows} rows imported meanwhile, beside the one in progress", imports, "");
        report.Figure($"answer at {PerSecond} scans a second, p50", took.Median, "ms");
        report.AtMost($"answer at {PerSecond} scans a second, p99", took.At(0.99), MostP99, "ms");
        report.AtMost($"answer at {PerSecond} scans a second, slowest", took.Largest, MostOfAll, "ms");
        if (dashboards.FirstOrDefault(dashboard => dashboard.ClosedBecause is not null) is { } closed) throw new CannotMeasure($"A dashboard closed: {closed.ClosedBecause}");
        foreach (var dashboard in dashboards) await dashboard.DisposeAsync();
    }
}
