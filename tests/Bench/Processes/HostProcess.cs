using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bench.Processes;

/// <summary>A web server in a process of its own, ended with this value.</summary>
sealed partial class HostProcess : IAsyncDisposable
{
    static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    readonly Process process;
    readonly string? probe;
    readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly StringBuilder said = new();

    HostProcess(Process process, string? probe) => (this.process, this.probe) = (process, probe);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The product itself, its Release build, on this data directory. Its limits are raised by its own settings.</summary>
    public static Task<HostProcess> EventAppAsync(string data, bool probed = false)
    {
        var probe = probed ? Path.Combine(Path.GetTempPath(), $"bench-{Environment.ProcessId}-{Guid.NewGuid():N}.sock") : null;
        return StartAsync(Product, probe, [], ["--data", data, "--urls", "http://127.0.0.1:0", .. RaisedLimits.Arguments]);
    }

    /// <summary>A part of Bench in a process of its own, under the same garbage collector and thread pool as the product, watching no files as it does.</summary>
    public static Task<HostProcess> PartAsync(params string[] args) => StartAsync(Self, null, AsTheProduct(), args);

    public static string Product { get; } = Path.Combine(Setting.Repository, "EventApp", "bin", "Release", "net10.0", "EventApp.dll");

    public static string Self { get; } = typeof(HostProcess).Assembly.Location;

    static async Task<HostProcess> StartAsync(string program, string? probe, Dictionary<string, string> settings, string[] args)
    {
        if (!File.Exists(program)) throw new CannotMeasure($"Build first: {program} is missing.");
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        if (probe is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = Self;
            start.Environment[StartupHook.SocketVariable] = probe;
        }
        var host = new HostProcess(Process.Start(start)!, probe);
        host.Listen();
        host.Address = await host.listening.Task.WaitAsync(StartTime);
        return host;
    }

    static Dictionary<string, string> AsTheProduct()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(Product, ".runtimeconfig.json")));
        var set = file.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");
        return new()
        {
            ["DOTNET_gcServer"] = set.GetProperty("System.GC.Server").GetBoolean() ? "1" : "0",
            ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = set.GetProperty("System.Threading.ThreadPool.UnfairSemaphoreSpinLimit").GetRawText(),
            ["DOTNET_hostBuilder__reloadConfigOnChange"] = "false",
        };
    }

    void Listen()
    {
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new CannotMeasure($"The server ended before it listened:\n{said}"));
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    void Heard(string? line)
    {
        if (line is null || listening.Task.IsCompleted) return;
        lock (said) said.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match) listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    /// <summary>What is left on the managed heap after a full collection.</summary>
    public async Task<long> HeapBytesAsync()
    {
        using var asking = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await asking.ConnectAsync(new UnixDomainSocketEndPoint(probe!));
        var answer = new byte[32];
        var length = await asking.ReceiveAsync(answer);
        return long.Parse(Encoding.ASCII.GetString(answer, 0, length), null);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        if (probe is not null) File.Delete(probe);
    }

    [GeneratedRegex(@"Now listening on: (http://[\d.:]+)")]
    private static partial Regex Listening();
}
