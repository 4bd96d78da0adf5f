using System.Text.RegularExpressions;

namespace Shared.Access;

/// <summary>What lists show of a number that only a logged click reveals.</summary>
public static partial class Masked
{
    const int Shown = 4;

    /// <summary>154****1234; short numbers keep their last two digits alone. Null stays null.</summary>
    public static string? Phone(string? phone) => phone switch
    {
        null or "" => null,
        { Length: >= 11 } => $"{phone[..^8]}****{phone[^Shown..]}",
        { Length: > Shown } => $"****{phone[^2..]}",
        _ => "****",
    };

    /// <summary>The text with every mobile number in it masked, however its digits are spaced.</summary>
    public static string? InText(string? text) => text is null ? null : Mobile().Replace(text, found => Phone(string.Concat(found.Value.Where(char.IsDigit)))!);

    // Digits among more digits or the letters of a file's hash are no number to call.
    [GeneratedRegex(@"(?<![0-9A-Fa-f])(?:(?:\+|00)?86[- ]?)?[1１][3-9３-９]\d[- ]?\d{4}[- ]?\d{4}(?![0-9A-Fa-f])")]
    private static partial Regex Mobile();
}
