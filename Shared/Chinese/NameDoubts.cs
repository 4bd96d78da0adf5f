using System.Text;

namespace Shared.Chinese;

/// <summary>Why a printed text deserves a second look. It may still be right.</summary>
[Flags]
public enum NameDoubt
{
    None = 0,

    /// <summary>A character that stands for one that was lost: <c>?</c>, <c>□</c>, U+FFFD, a private one.</summary>
    Lost = 1,

    /// <summary>A Han character outside GBK, which many a font, file or print shop does not know.</summary>
    Rare = 2,

    /// <summary>A name of Han characters with something else among them.</summary>
    Mixed = 4,

    /// <summary>A name of one Han character.</summary>
    Lone = 8,

    /// <summary>Two of one unit bear the name.</summary>
    Namesake = 16,
}

/// <summary>Finds what a proofreader should look at twice.</summary>
public static class NameDoubts
{
    const string Placeholders = "?？□■▢*＊●○〇×�";

    // A character that the charset lacks comes back as one byte.
    static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    public static NameDoubt OfName(string name)
    {
        var runes = name.EnumerateRunes().ToList();
        var han = runes.Count(TextNormal.IsHan);
        return OfText(name) | (han == 1 && runes.Count == 1 ? NameDoubt.Lone : 0)
            | (han > 0 && runes.Any(rune => !TextNormal.IsHan(rune) && rune.Value != '·') ? NameDoubt.Mixed : 0);
    }

    /// <summary>The same for a post or a unit, where digits and Latin letters are usual.</summary>
    public static NameDoubt OfText(string? text)
    {
        var runes = (text ?? "").EnumerateRunes().ToList();
        return (runes.Any(IsLost) ? NameDoubt.Lost : 0) | (runes.Any(IsRare) ? NameDoubt.Rare : 0);
    }

    /// <summary>The rare characters of a text with their code points: <c>䶮 U+4DAE</c>.</summary>
    public static IReadOnlyList<string> RareIn(string? text) =>
        [.. (text ?? "").EnumerateRunes().Where(IsRare).Distinct().Select(rune => $"{rune} U+{rune.Value:X4}")];

    static bool IsLost(Rune rune) => rune.Value is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000 || (rune.IsBmp && Placeholders.Contains((char)rune.Value));

    static bool IsRare(Rune rune) => TextNormal.IsHan(rune) && (!rune.IsBmp || Gbk.GetByteCount(rune.ToString()) < 2);
}
