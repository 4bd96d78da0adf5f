using System.Text;

namespace Shared.Chinese;

internal static class CodePoint
{
    const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Four letters in code point order: UTF-16 and UTF-8 order differ beyond the first plane, these do not.</summary>
    public static string Fixed(Rune rune) => string.Create(4, rune.Value, static (into, value) =>
    {
        for (var at = 3; at >= 0; at--, value /= Letters.Length) into[at] = Letters[value % Letters.Length];
    });
}
