using EventApp.Web;
using Shared.Data;

namespace EventApp.Commands;

/// <summary>The words after <c>EventApp</c> that do one thing and end. Without one of them the program serves.</summary>
static class ToolCommands
{
    const int Unusable = 2;

    const string Usage = """
        EventApp                 serves; the first start prints a token that makes the first organiser
        EventApp demo            serves a sample meeting, ready to scan
        EventApp import FILE [--meeting YEAR] [--sheet NAME] [--dry-run] [--json]
                                 previews a list of attendees and writes it
        EventApp backup [--to DIR]
                                 copies database, keys and files, while a server runs too
        EventApp restore --from DIR [--replace]
                                 puts a backup in place; what was there is moved aside
        EventApp audit verify [--json]
                                 checks that no entry of the audit trail was altered or removed
        EventApp certificate --for NAME[,NAME…] [--years N] [--new-authority]
                                 makes what https needs at a venue without a public name
        EventApp help            this list

        With each: --data DIR    the folder of the database
                   --urls URL    where to listen
        appsettings.json holds every setting with its default; each can be given here: --Limits:StationPerSecond=50
        """;

    static readonly Dictionary<string, Tool> ByWord = new(StringComparer.Ordinal)
    {
        ["import"] = new(Writes: own => !own.Contains(ImportOptions.DryRunWord), ImportCommand.RunAsync),
        ["backup"] = new(Writes: _ => false, BackupCommand.BackUpAsync),
        ["restore"] = new(Writes: _ => true, BackupCommand.RestoreAsync, OwnsFolder: true),
        ["audit"] = new(Writes: _ => false, AuditCommand.RunAsync),
        // It opens no database, and a server may go on running beside it.
        ["certificate"] = new(Writes: own => own.Length > 0, CertificateCommand.RunAsync, OwnsFolder: true),
    };

    public static IEnumerable<string> Words => ByWord.Keys;

    /// <summary>Runs the tool here, or in the server that holds the data directory.</summary>
    public static async Task<int> RunAsync(CommandLine line)
    {
        if (line.Word == CommandLine.Help)
        {
            Console.WriteLine(Usage);
            return 0;
        }
        if (!ByWord.TryGetValue(line.Word!, out var tool))
        {
            await Console.Error.WriteLineAsync($"There is no command {line.Word}. Commands: {string.Join(", ", ByWord.Keys.Append(DemoCommand.Word))}. Without one the program serves.");
            return Unusable;
        }
        try
        {
            return await RunAsync(line, tool);
        }
        catch (Exception wrong) when (Start.Explain(wrong) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Unusable;
        }
    }

    static async Task<int> RunAsync(CommandLine line, Tool tool)
    {
        var builder = WebApplication.CreateBuilder(ContentRoot.Options(line.Settings));
        builder.AddSettings(line.Settings);
        builder.Logging.ClearProviders().AddSimpleConsole().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // What the database refuses is said in a sentence.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        var writes = tool.Writes(line.Own);
        builder.AddFeatures(readOnly: !writes);
        await using var app = builder.Build();
        var run = new ToolRun(line.Own, Directory.GetCurrentDirectory(), app.Services, Console.Out, Console.Error, CancellationToken.None);
        if (tool.OwnsFolder) return await tool.RunAsync(run);
        var database = app.Services.GetRequiredService<DatabaseStart>();
        if (!writes)
        {
            await database.CheckAsync();
            return await tool.RunAsync(run);
        }
        var data = app.Services.GetRequiredService<DataDirectory>();
        using var held = ServerLock.TryTake(data);
        if (held is null) return await CommandSocket.AskAsync(data, [line.Word!, .. line.Own], run);
        await database.RunAsync();
        return await tool.RunAsync(run);
    }

    /// <summary>Runs a tool on behalf of another process; its words come without settings.</summary>
    public static async Task<int> RunHereAsync(string[] words, ToolRun run)
    {
        if (words is not [var word, .. var own] || !ByWord.TryGetValue(word, out var tool) || tool.OwnsFolder) return Unusable;
        try
        {
            return await tool.RunAsync(run with { Args = own });
        }
        catch (Exception wrong) when (Start.Explain(wrong) is { } sentence)
        {
            await run.Error.WriteLineAsync(sentence);
            return Unusable;
        }
    }
}
