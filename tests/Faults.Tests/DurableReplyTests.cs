using System.Text.RegularExpressions;

namespace Faults.Tests;

/// <summary>Reads a trace of system calls: kill -9 alone proves nothing about what was on the disk when the reply went out.</summary>
public sealed partial class DurableReplyTests : IDisposable
{
    readonly string folder = ServerProcess.NewFolder();
    readonly string trace = Path.GetTempFileName();

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        File.Delete(trace);
    }

    [Fact]
    public async Task Between_a_scan_and_its_reply_the_log_of_the_database_is_synced()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "strace is missing; tests/run installs it.");
        var nonces = new List<Guid>();
        await using (var demo = await RunningDemo.StartAsync(folder, ["strace", "-f", "-y", "--seccomp-bpf", "-s", "2000", "-o", trace, "-e", "trace=fsync,fdatasync,recvfrom,recvmsg,read,sendto,sendmsg,write,writev"]))
        {
            using var desk = new Desk(demo, 0);
            foreach (var code in Desk.Codes(demo).Take(3))
            {
                nonces.Add(Guid.NewGuid());
                Assert.Equal("Welcome", (await desk.ScanAsync(code, nonces[^1])).Said!.Outcome);
            }
            await demo.Server.KillAsync();
        }
        var lines = File.ReadAllLines(trace);
        foreach (var nonce in nonces)
        {
            var asked = Array.FindIndex(lines, line => Reads().IsMatch(line) && line.Contains($"{nonce}", StringComparison.Ordinal));
            var replied = Array.FindIndex(lines, line => Sends().IsMatch(line) && line.Contains($"{nonce}", StringComparison.Ordinal));
            Assert.True(asked >= 0 && replied > asked, $"The trace shows no reply after the request: {asked}, {replied}.");
            Assert.True(SyncEnds(lines, asked, replied), "No sync of the database's log ended between the request and its reply.");
        }
    }

    // A call that another thread's line interrupts is written in two lines; the second one says that it ended.
    static bool SyncEnds(string[] lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Syncs().IsMatch(lines[i]) && lines[i].EndsWith("= 0", StringComparison.Ordinal)) return true;
            if (!Syncs().IsMatch(lines[i]) || !lines[i].Contains("<unfinished", StringComparison.Ordinal)) continue;
            var thread = lines[i][..lines[i].IndexOf(' ')];
            if (lines[i..to].Any(line => line.StartsWith(thread + " ", StringComparison.Ordinal) && Resumed().IsMatch(line) && line.EndsWith("= 0", StringComparison.Ordinal))) return true;
        }
        return false;
    }

    [GeneratedRegex(@"(recvfrom|recvmsg|read)\(|(recvfrom|recvmsg|read) resumed")]
    private static partial Regex Reads();

    [GeneratedRegex(@"(sendto|sendmsg|write|writev)\(\d+<(socket|TCP)")]
    private static partial Regex Sends();

    [GeneratedRegex(@"f(data)?sync\(\d+<[^>]*event\.db-wal>")]
    private static partial Regex Syncs();

    [GeneratedRegex(@"<\.\.\. f(data)?sync resumed")]
    private static partial Regex Resumed();
}
