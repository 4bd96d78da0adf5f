using EventApp.Web;
using Shared.Data;

namespace EventApp.Commands;

/// <summary>The words after <c>EventApp</c> that do one thing and end. Without one of them the program serves.</summary>
static class ToolCommands
{
    static readonly Dictionary<string, Tool> ByWord = new(StringComparer.Ordinal)
    {
        ["import"] = new(Writes: true, ImportCommand.RunAsync),
    };

    static readonly string[] Settings = ["--data", "--urls"];

    /// <summary>The tool named by the first argument, or null where the program is to serve.</summary>
    public static Tool? Find(string[] args) => args is [var word, ..] ? ByWord.GetValueOrDefault(word) : null;

    /// <summary>Runs the tool here, or in the server that holds the data directory.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var (settings, own) = Split(args[1..]);
        var builder = WebApplication.CreateBuilder(ContentRoot.Options(settings));
        builder.AddSettings(settings);
        builder.Logging.ClearProviders().AddSimpleConsole().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddFeatures();
        await using var app = builder.Build();
        try
        {
            return await RunAsync(app.Services, args[0], own);
        }
        catch (CannotStart wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    static async Task<int> RunAsync(IServiceProvider services, string word, string[] own)
    {
        var data = services.GetRequiredService<DataDirectory>();
        var tool = ByWord[word];
        var run = new ToolRun(own, Directory.GetCurrentDirectory(), services, Console.Out, Console.Error, CancellationToken.None);
        using var held = ServerLock.TryTake(data);
        if (held is null && tool.Writes) return await CommandSocket.AskAsync(data, [word, .. own], run);
        if (held is not null) await services.GetRequiredService<DatabaseStart>().RunAsync();
        return await tool.RunAsync(run);
    }

    /// <summary>Runs a tool on behalf of another process; its words come without settings.</summary>
    public static async Task<int> RunHereAsync(string[] words, ToolRun run) =>
        Find(words) is { } tool ? await tool.RunAsync(run with { Args = words[1..] }) : 2;

    static (string[] Settings, string[] Own) Split(string[] args)
    {
        List<string> settings = [], own = [];
        for (var i = 0; i < args.Length; i++)
        {
            if (Settings.Contains(args[i]) && i + 1 < args.Length) settings.AddRange([args[i], args[++i]]);
            else own.Add(args[i]);
        }
        return ([.. settings], [.. own]);
    }
}
