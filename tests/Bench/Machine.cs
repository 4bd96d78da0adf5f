using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Bench;

/// <summary>What the figures were taken on.</summary>
static class Machine
{
    const int Syncs = 1000;
    const int SyncBytes = 4096;

    public static void Describe(Setting setting, Report report)
    {
#if DEBUG
        throw new CannotMeasure("Measure the Release build: dotnet run -c Release --project tests/Bench");
#else
        Directory.CreateDirectory(setting.Data);
        var (device, kind) = FileSystem(setting.Data);
        if (kind is "tmpfs" or "ramfs")
            throw new CannotMeasure($"{setting.Data} lies in memory ({kind}); choose a folder on a disk with --data.");
        Console.WriteLine("machine");
        report.Say("processor", $"{Processor()}, {Environment.ProcessorCount} cores");
        report.Say("memory", string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):0.0} GiB"));
        report.Say("disk", $"{kind} on {device} at {setting.Data}");
        report.Say("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        var syncs = SyncMilliseconds(setting.Data);
        report.Figure("4 KB write + fsync, p50", syncs.At(0.50), "ms");
        report.Figure("4 KB write + fsync, p99", syncs.At(0.99), "ms");
#endif
    }

    static string Processor() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':') + 1)..].Trim() : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>Device and kind of the file system that holds the folder.</summary>
    static (string Device, string Kind) FileSystem(string folder)
    {
        if (!File.Exists("/proc/mounts")) return ("?", new DriveInfo(folder).DriveFormat);
        var mount = File.ReadLines("/proc/mounts").Select(line => line.Split(' '))
            .Where(parts => parts.Length > 2 && (folder + "/").StartsWith(parts[1].TrimEnd('/') + "/", StringComparison.Ordinal))
            .MaxBy(parts => parts[1].Length);
        return mount is null ? ("?", "?") : (mount[0], mount[2]);
    }

    static Sample SyncMilliseconds(string folder)
    {
        var path = Path.Combine(folder, "fsync.probe");
        var page = new byte[SyncBytes];
        var took = new Sample(Syncs);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose);
        for (var i = 0; i < Syncs; i++)
        {
            Random.Shared.NextBytes(page);
            var started = Stopwatch.GetTimestamp();
            RandomAccess.Write(file.SafeFileHandle, page, (long)i * SyncBytes);
            file.Flush(flushToDisk: true);
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return took;
    }
}
