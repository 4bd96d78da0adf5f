using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Shared.Data;

namespace Faults.Tests;

public sealed class CheckInFaultTests : IDisposable
{
    readonly string folder = ServerProcess.NewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Kill_9_loses_no_scan_that_was_acknowledged()
    {
        var acknowledged = new ConcurrentBag<Acknowledged>();
        await using (var demo = await RunningDemo.StartAsync(folder))
        {
            var codes = Desk.Codes(demo);
            using var enough = new SemaphoreSlim(0);
            var desks = Enumerable.Range(0, 2).Select(n => Task.Run(() => ScanOnAsync(demo, n, codes, acknowledged, enough))).ToArray();
            for (var i = 0; i < 100; i++) await enough.WaitAsync(TestContext.Current.CancellationToken);
            await demo.Server.KillAsync();
            await Task.WhenAll(desks);
        }
        var recorded = Desk.Recorded(folder);
        Assert.True(acknowledged.Count >= 100);
        Assert.All(acknowledged, scan => Assert.Equal(scan.Nonce, recorded[scan.ScanId]));
        await using var again = await RunningDemo.StartAsync(folder);
        using var desk = new Desk(again, 0);
        Assert.Equal("AlreadyIn", (await desk.ScanAsync(acknowledged.First(scan => scan.Outcome == "Welcome").Code, Guid.NewGuid())).Said!.Outcome);
    }

    static async Task ScanOnAsync(RunningDemo demo, int station, string[] codes, ConcurrentBag<Acknowledged> acknowledged, SemaphoreSlim enough)
    {
        using var desk = new Desk(demo, station);
        try
        {
            foreach (var code in Enumerable.Repeat(codes, 100).SelectMany(all => all))
                if ((await desk.ScanAsync(code, Guid.NewGuid())).Said is { } said)
                {
                    acknowledged.Add(said);
                    enough.Release();
                }
        }
        catch (HttpRequestException)
        {
            // The server is gone: what it said before is what counts.
        }
    }

    [Fact]
    public async Task Two_desks_scanning_every_badge_at_once_welcome_each_exactly_once()
    {
        await using var demo = await RunningDemo.StartAsync(folder);
        var codes = Desk.Codes(demo);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async n =>
        {
            using var desk = new Desk(demo, n);
            var heard = new List<Acknowledged>();
            foreach (var code in codes.Take(90)) heard.Add((await desk.ScanAsync(code, Guid.NewGuid())).Said!);
            return heard;
        }));
        Assert.All(outcomes.SelectMany(heard => heard).GroupBy(scan => scan.Code), both => Assert.Equal(["AlreadyIn", "Welcome"], both.Select(scan => scan.Outcome).Order()));
    }

    [Fact]
    public async Task While_another_program_holds_the_database_nothing_is_recorded_and_afterwards_all_goes_on()
    {
        await using var demo = await RunningDemo.StartAsync(folder);
        using var desk = new Desk(demo, 0);
        var (code, nonce) = (Desk.Codes(demo)[0], Guid.NewGuid());
        using (var other = SqliteSettings.OpenOwn(new DataDirectory(folder)))
        {
            using var held = other.BeginTransaction();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await desk.ScanAsync(code, nonce)).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await desk.ReadyAsync());
        }
        Assert.Equal("Welcome", (await desk.ScanAsync(code, nonce)).Said!.Outcome);
        Assert.Equal(HttpStatusCode.OK, await desk.ReadyAsync());
    }

    [Fact]
    public async Task On_a_full_disk_nothing_acknowledged_is_lost_and_with_room_again_all_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Limits the size of files with prlimit.");
        await using var demo = await RunningDemo.StartAsync(folder, ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"]);
        using var desk = new Desk(demo, 0);
        var codes = Desk.Codes(demo);
        var before = (await desk.ScanAsync(codes[0], Guid.NewGuid())).Said!;
        Limit(demo, "8192");
        var nonce = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await desk.ScanAsync(codes[1], nonce)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await desk.ScanAsync(codes[2], Guid.NewGuid())).Status);
        Limit(demo, "unlimited");
        Assert.Equal("Welcome", (await desk.ScanAsync(codes[1], nonce)).Said!.Outcome);
        Assert.Equal("AlreadyIn", (await desk.ScanAsync(codes[0], Guid.NewGuid())).Said!.Outcome);
        Assert.Equal(before.Nonce, Desk.Recorded(folder)[before.ScanId]);
        Assert.Equal(3, Desk.Recorded(folder).Count);
    }

    static void Limit(RunningDemo demo, string bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", $"{demo.Server.Process.Id}", $"--fsize={bytes}:unlimited"]);
        limit.WaitForExit();
        Assert.Equal(0, limit.ExitCode);
    }
}
