namespace EventApp.Commands;

/// <summary>The words after <c>EventApp</c> that do one thing and end. Without one of them the program serves.</summary>
static class ToolCommands
{
    static readonly Dictionary<string, Func<string[], Task<int>>> ByWord = new(StringComparer.Ordinal)
    {
    };

    /// <summary>The tool named by the first argument, or null where the program is to serve.</summary>
    public static Func<string[], Task<int>>? Find(string[] args) =>
        args is [var word, ..] && ByWord.TryGetValue(word, out var tool) ? tool : null;
}
