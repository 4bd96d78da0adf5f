namespace EventApp.Commands;

/// <summary>What was typed behind the program's name; settings may stand before the command's word or after it.</summary>
/// <param name="Word">Null where the program is only to serve.</param>
/// <param name="Settings">Words for the configuration.</param>
/// <param name="Own">What is left for the command itself.</param>
sealed record CommandLine(string? Word, string[] Settings, string[] Own)
{
    /// <summary>The word, however it was asked for, of the list of commands.</summary>
    public const string Help = "help";

    static readonly string[] OfEveryCommand = ["--data", "--urls"], AsksForHelp = ["--help", "-h", "-?", "/?"];

    /// <summary>To serve, everything that begins with a dash is a setting; behind another command's word only what every command takes.</summary>
    public static CommandLine Parse(string[] args)
    {
        if (args.Any(AsksForHelp.Contains)) return new(Help, [], []);
        string? word = null;
        List<string> settings = [], own = [];
        for (var at = 0; at < args.Length; at++)
        {
            var name = args[at].Split('=')[0];
            if (word is null && !name.StartsWith('-')) word = args[at];
            else if (!name.StartsWith('-') || !(word is null or DemoCommand.Word || OfEveryCommand.Contains(name))) own.Add(args[at]);
            else if (name != args[at] || at + 1 == args.Length || args[at + 1].StartsWith('-')) settings.Add(args[at]);
            else settings.AddRange([args[at], args[++at]]);
        }
        return new(word, [.. settings], [.. own]);
    }
}
