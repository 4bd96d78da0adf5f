using System.Globalization;
using System.Text;

namespace Shared.Chinese;

/// <summary>Cleans text that people typed or pasted. Every function takes null for empty, never throws, and is idempotent.</summary>
public static class TextNormal
{
    const char MiddleDot = '·';
    const string DotsInNames = "·・･•‧∙⋅．.";

    /// <summary>One line: letters and digits half-width, invisible and control characters gone, blanks single and trimmed; Chinese punctuation stays as it is.</summary>
    public static string Line(string? raw)
    {
        var text = new StringBuilder();
        var blank = false;
        foreach (var rune in (raw ?? "").EnumerateRunes())
        {
            if (IsBlank(rune)) { blank = true; continue; }
            if (IsInvisible(rune)) continue;
            if (blank && text.Length > 0) text.Append(' ');
            blank = false;
            text.Append(Fold(rune));
        }
        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>A person's name: blanks go only when all else is Han (王 刚 → 王刚), the dot of long names becomes "·", Latin names keep single blanks.</summary>
    public static string PersonName(string? raw)
    {
        var line = Line(raw);
        var runes = line.EnumerateRunes().ToList();
        if (!runes.Any(IsHan) || !runes.All(r => IsHan(r) || r.Value == ' ' || IsDot(r))) return line;
        var name = new StringBuilder();
        foreach (var rune in runes.Where(r => r.Value != ' '))
        {
            if (!IsDot(rune)) name.Append(rune);
            else if (name.Length > 0 && name[^1] != MiddleDot) name.Append(MiddleDot);
        }
        return name.ToString().TrimEnd(MiddleDot);
    }

    /// <summary>For comparing headers, units and aliases: NFKC, lower case, letters and digits only.</summary>
    public static string Key(string? raw)
    {
        var kept = new StringBuilder();
        foreach (var rune in Compatible(raw).EnumerateRunes().Select(Rune.ToLowerInvariant))
            if (Rune.IsLetterOrDigit(rune)) kept.Append(rune);
        return kept.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>A train, flight, plate or badge number: NFKC, upper case, no blanks.</summary>
    public static string Code(string? raw)
    {
        var kept = new StringBuilder();
        foreach (var rune in Compatible(raw).EnumerateRunes())
            if (!IsBlank(rune)) kept.Append(Rune.ToUpperInvariant(rune));
        return kept.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>The ASCII digits of a text after NFKC, nothing else.</summary>
    public static string Digits(string? raw) => string.Concat(Compatible(raw).Where(char.IsAsciiDigit));

    /// <summary>A Chinese character: unified and compatibility ideographs of every plane, 〇 and 々.</summary>
    public static bool IsHan(Rune rune) => rune.Value is 0x3005 or 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2FA1F) or (>= 0x30000 and <= 0x323AF);

    /// <summary>Width in half-width columns: Han, kana, Hangul, full-width forms and emoji take 2, combining marks 0.</summary>
    public static int Width(string? text) => (text ?? "").EnumerateRunes().Sum(WidthOf);

    static int WidthOf(Rune rune) => rune.Value switch
    {
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) => 2,
        (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) => 2,
        (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };

    static string Compatible(string? raw)
    {
        var text = new StringBuilder();
        foreach (var rune in (raw ?? "").EnumerateRunes())
            if (IsBlank(rune)) text.Append(' ');
            else if (!IsInvisible(rune)) text.Append(rune);
        return text.ToString().Normalize(NormalizationForm.FormKC).Trim();
    }

    static string Fold(Rune rune) => rune.Value switch
    {
        (>= 0xFF10 and <= 0xFF19) or (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A) => ((char)(rune.Value - 0xFEE0)).ToString(),
        >= 0x2F00 and <= 0x2FD5 => rune.ToString().Normalize(NormalizationForm.FormKC),
        _ => rune.ToString(),
    };

    static bool IsDot(Rune rune) => rune.IsBmp && DotsInNames.Contains((char)rune.Value);

    // U+2800, U+3164 and U+FFA0 are drawn as blanks though Unicode calls them a symbol and letters.
    static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is 0x2800 or 0x3164 or 0xFFA0;

    static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
