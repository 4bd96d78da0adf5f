using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Faults.Tests;

/// <summary>The built program as a process of its own on a data directory of its own: what can be killed, traced and starved.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly StringBuilder said = new();
    readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    ServerProcess(Process process) => Process = process;

    public Process Process { get; }
    public Uri Address { get; private set; } = default!;

    /// <summary>Everything printed so far.</summary>
    public string Said
    {
        get { lock (said) return said.ToString(); }
    }

    /// <summary>Waits until these words stand in what it prints, and gives them; fails with all it said where it ends before.</summary>
    public async Task<Match> UntilItSaysAsync(Regex words)
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var ended = false; ; ended = Process.HasExited)
        {
            Task next;
            lock (said)
            {
                if (words.Match(said.ToString()) is { Success: true } found) return found;
                next = more.Task;
            }
            if (ended) throw new InvalidOperationException($"It ended before it said {words}: {Said}");
            await Task.WhenAny(next, Process.WaitForExitAsync(limit.Token)).WaitAsync(limit.Token);
        }
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("event-fault-").FullName;

    /// <summary>Starts the server and waits until it listens. <paramref name="before"/> is a program (with arguments) that starts it in its turn: strace, prlimit.</summary>
    /// <param name="urls">Where to listen; without one, wherever there is room.</param>
    public static async Task<ServerProcess> StartAsync(string folder, string[]? words = null, string[]? before = null, string urls = "http://127.0.0.1:0")
    {
        var server = Run([.. words ?? [], "--data", folder, "--urls", urls], before);
        if (await Task.WhenAny(server.listening.Task, server.Process.WaitForExitAsync(), Task.Delay(Patience)) != server.listening.Task)
            throw new InvalidOperationException("The server did not start: " + server.Said);
        server.Address = await server.listening.Task;
        return server;
    }

    /// <summary>Runs the program to its end: exit code and all that it printed.</summary>
    public static async Task<(int Code, string Said)> EndAsync(params string[] words)
    {
        await using var run = Run(words, null);
        using var limit = new CancellationTokenSource(Patience);
        await run.Process.WaitForExitAsync(limit.Token);
        run.Process.WaitForExit();
        return (run.Process.ExitCode, run.Said);
    }

    static ServerProcess Run(string[] words, string[]? before)
    {
        string[] line = [.. before ?? [], "dotnet", Path.Combine(AppContext.BaseDirectory, "EventApp.dll"), .. words];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var server = new ServerProcess(new Process { StartInfo = start });
        server.Process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.Process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        server.Process.Start();
        server.Process.BeginOutputReadLine();
        server.Process.BeginErrorReadLine();
        return server;
    }

    void Hear(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.AppendLine(line);
            more.SetResult();
            more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        if (Listening().Match(line) is { Success: true } found) listening.TrySetResult(new Uri(found.Groups[1].Value));
    }

    /// <summary>kill -9: nothing in the process gets a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
    }

    /// <summary>kill -TERM, as a service manager does it; the time the process took to end.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        var clock = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", $"{Process.Id}"]);
        using var limit = new CancellationTokenSource(Patience);
        await Process.WaitForExitAsync(limit.Token);
        return clock.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited) await KillAsync();
        Process.Dispose();
    }

    [GeneratedRegex("Now listening on: (http://[^\"]+)\"")]
    private static partial Regex Listening();
}
