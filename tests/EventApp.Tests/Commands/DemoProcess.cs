using System.Diagnostics;
using System.Text.Json;

namespace EventApp.Tests.Commands;

/// <summary>The real program, started as a person starts it: <c>EventApp demo --data DIR</c>.</summary>
sealed class DemoProcess : IDisposable
{
    readonly Process process;

    DemoProcess(Process process) => this.process = process;

    /// <summary>What it printed until it said where to sign in, or to its end.</summary>
    public string Printed { get; private set; } = "";

    public string Complaint { get; private set; } = "";
    public int? ExitCode { get; private set; }

    /// <summary>Returns once the server listens and its keys are written, or once it gave up.</summary>
    public static async Task<DemoProcess> StartAsync(string folder, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramFile, "demo", "--data", folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var demo = new DemoProcess(Process.Start(start)!);
        var complaint = demo.process.StandardError.ReadToEndAsync(stop);
        while (await demo.process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            demo.Printed += line + "\n";
            if (line.Contains("/station", StringComparison.Ordinal) && !line.StartsWith('{')) return demo;
        }
        await demo.process.WaitForExitAsync(stop);
        (demo.ExitCode, demo.Complaint) = (demo.process.ExitCode, await complaint);
        return demo;
    }

    public static JsonElement Keys(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "demo.json"))).RootElement;

    public static string[] Badges(string folder) => File.ReadAllLines(Path.Combine(folder, "badges.csv"));

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    // Built beside the tests, in the same configuration.
    static string ProgramFile => Path.Combine(AppContext.BaseDirectory.Replace(Path.Combine("tests", "EventApp.Tests"), "EventApp"), "EventApp.dll");
}
