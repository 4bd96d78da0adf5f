using System.Text.RegularExpressions;

namespace Bench.Circuits;

/// <summary>What a prerendered page tells the browser's script: which components to start, and the state to start them from.</summary>
sealed partial record PageMarkers(IReadOnlyList<string> Components, string State)
{
    public static PageMarkers Read(string html) => new(
        [.. Component().Matches(html).Select(match => match.Groups[1].Value)],
        StoredState().Match(html) is { Success: true } found ? found.Groups[1].Value : "");

    /// <summary>The batch of operations that starts every component of the page.</summary>
    public string StartAll() =>
        $$"""{"batchId":1,"operations":[{{string.Join(',', Components.Select((marker, at) => $$"""{"type":"add","ssrComponentId":{{at + 1}},"marker":{{marker}}}"""))}}]}""";

    [GeneratedRegex("""<!--Blazor:(\{"type":"server".*?\})-->""", RegexOptions.Singleline)]
    private static partial Regex Component();

    [GeneratedRegex("<!--Blazor-Server-Component-State:([a-zA-Z0-9+/=]+)-->")]
    private static partial Regex StoredState();
}
