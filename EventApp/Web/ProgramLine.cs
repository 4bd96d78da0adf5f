namespace EventApp.Web;

/// <summary>What to type on this machine to run this very program with other words.</summary>
static class ProgramLine
{
    public static string Of(params IEnumerable<string> words) => string.Join(' ', Own().Concat(words).Select(Quoted));

    static string[] Own() => Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) != "dotnet"
        ? [own] : ["dotnet", Path.Combine(AppContext.BaseDirectory, "EventApp.dll")];

    // A shell would take the rest for another command, or for files.
    static string Quoted(string word) => word.AsSpan().ContainsAny(" ;*") ? $"\"{word}\"" : word;
}
