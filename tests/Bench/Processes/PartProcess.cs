using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Bench.Processes;

/// <summary>What a part measured of itself: time of its work, most memory it ever held, and what it did.</summary>
sealed record PartResult(double Milliseconds, double PeakMegabytes, string Said, double CommitMilliseconds = 0)
{
    /// <summary>Written by the part as its last line.</summary>
    public void Print() => Console.WriteLine(JsonSerializer.Serialize(this));

    /// <summary>The largest working set of this process so far, in megabytes.</summary>
    public static double Peak()
    {
        if (!File.Exists("/proc/self/status")) return Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}

/// <summary>Runs a part of Bench in a process of its own, to its end.</summary>
static class PartProcess
{
    public static async Task<PartResult> RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [HostProcess.Self, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<PartResult>((await said).TrimEnd().Split('\n')[^1])!
            : throw new CannotMeasure($"{words[0]} ended with {process.ExitCode}: {await wrong}");
    }
}
