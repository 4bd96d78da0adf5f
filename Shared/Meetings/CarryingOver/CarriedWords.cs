using System.Text.RegularExpressions;

namespace Shared.Meetings.CarryingOver;

/// <summary>Years and days in texts that come along.</summary>
public static class CarriedWords
{
    /// <summary>The text with the one year put for the other, where it stands by itself: not inside a phone number.</summary>
    public static string Year(string text, int from, int to) => Replace(text, new Dictionary<string, string> { [$"{from}"] = $"{to}" });

    /// <summary>All at once, so that nothing is put for what was just put there; only where no digit stands on either side.</summary>
    public static string Replace(string text, IReadOnlyDictionary<string, string> words) => Regex.Replace(text,
        $@"(?<!\d)(?:{string.Join('|', words.Keys.OrderByDescending(word => word.Length).Select(Regex.Escape))})(?!\d)", found => words[found.Value]);
}
