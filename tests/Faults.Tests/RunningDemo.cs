using System.Text.Json;
using System.Text.RegularExpressions;

namespace Faults.Tests;

/// <summary><c>EventApp demo</c> in a folder, with the keys it wrote there.</summary>
sealed class RunningDemo : IAsyncDisposable
{
    RunningDemo(ServerProcess server) => Server = server;

    public ServerProcess Server { get; }
    public JsonElement Keys { get; private set; }
    public string[] Badges { get; private set; } = [];
    public string Said => Server.Said;

    public string this[string part, string name] => Keys.GetProperty(part).GetProperty(name).GetString()!;

    public string[] Tokens => [.. Keys.GetProperty("stations").EnumerateArray().Select(s => s.GetProperty("token").GetString()!)];

    /// <summary>Returns once it listens and has said where to sign in. <paramref name="before"/> starts it in its turn.</summary>
    public static async Task<RunningDemo> StartAsync(string folder, string[]? before = null)
    {
        var demo = new RunningDemo(await ServerProcess.StartAsync(folder, ["demo"], before));
        await demo.Server.UntilItSaysAsync(new Regex("/station"));
        demo.Keys = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "demo.json"))).RootElement;
        demo.Badges = File.ReadAllLines(Path.Combine(folder, "badges.csv"));
        return demo;
    }

    /// <summary>Starts it where it must refuse: exit code and what it said.</summary>
    public static Task<(int Code, string Said)> RefusedAsync(string folder) =>
        ServerProcess.EndAsync("demo", "--data", folder, "--urls", "http://127.0.0.1:0");

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
