using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EventApp.Components;

/// <summary>Room for a text on paper, in millimetres. Han text breaks anywhere where <paramref name="BreakHan"/>; names break only at a dot, hyphen or space.</summary>
public sealed record TextBox(double Width, double Height, double Largest, double Smallest, bool BreakHan = true, double LineHeight = 1.2);

/// <summary>Lines that fit their box at this type size in millimetres.</summary>
public sealed record FittedText(IReadOnlyList<string> Lines, double Size);

/// <summary>The largest type at which a text fits a box, measured by upper bounds of character widths in the fonts of the stack, so that no system clips it.</summary>
public static partial class TextFit
{
    const double Step = 0.05;

    // A tenth of the size is a fair price for a break before a year or a bracket and not within a word.
    const double WorthWhole = 0.9;

    public static FittedText Fit(string text, TextBox box)
    {
        var best = Search(Pieces(text, box.BreakHan), box) ?? Search(Pieces(text, breakHan: true), box) ?? Search(Characters(text), box);
        var atWords = Search(Pieces(text, breakHan: false), box);
        return atWords?.Size >= best?.Size * WorthWhole ? atWords : best ?? AtAnySize(Characters(text), box);
    }

    /// <summary>How many lines a text takes at a fixed size in a column of that width, both in millimetres.</summary>
    public static int LinesAt(string text, double width, double size) =>
        (Wrap(Pieces(text, breakHan: true), width / size) ?? Wrap(Characters(text), width / size))?.Count ?? text.Length;

    /// <summary>Width in ems, never less than what a bold face needs.</summary>
    public static double Ems(string text) => text.EnumerateRunes().Sum(Ems);

    static double Ems(Rune rune) => rune.Value switch
    {
        ' ' => 0.35,
        >= '0' and <= '9' => 0.65,
        '<' or '>' or '=' or '+' or '~' or '#' or '$' or '&' or '^' => 0.8,
        'W' or 'M' or 'm' or 'w' or '@' or '%' => 1.0,
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' => 0.48,
        >= 'A' and <= 'Z' => 0.8,
        >= 'a' and <= 'z' => 0.68,
        > ' ' and < 0x7f => 0.5,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1.0,
    };

    static FittedText? Search(List<string> pieces, TextBox box)
    {
        FittedText? best = null;
        for (var count = 1; count * box.LineHeight * box.Smallest <= box.Height + 1e-9; count++)
        {
            for (var size = Math.Min(box.Largest, box.Height / (count * box.LineHeight)); size >= box.Smallest - 1e-9 && size > (best?.Size ?? 0) + 1e-9; size -= Step)
            {
                if (Wrap(pieces, box.Width / size) is not { } lines || lines.Count > count) continue;
                best = new FittedText(Balance(pieces, lines.Count, box.Width / size), size);
                break;
            }
        }
        return best;
    }

    // Past the smallest size legibility is lost, but never a character.
    static FittedText AtAnySize(List<string> pieces, TextBox box)
    {
        for (var size = box.Smallest; size > Step; size -= Step)
            if (Wrap(pieces, box.Width / size) is { } lines && lines.Count * box.LineHeight * size <= box.Height) return new FittedText(lines, size);
        return new FittedText([string.Concat(pieces)], Step);
    }

    /// <summary>The same number of lines, as even as they can be: no single character left alone on the last one.</summary>
    static IReadOnlyList<string> Balance(List<string> pieces, int count, double widest)
    {
        for (var width = Ems(string.Concat(pieces)) / count; width < widest; width += 0.25)
            if (Wrap(pieces, width) is { } lines && lines.Count <= count) return lines;
        return Wrap(pieces, widest)!;
    }

    static List<string>? Wrap(List<string> pieces, double width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0.0;
        foreach (var piece in pieces)
        {
            var (needs, atEnd) = (Ems(piece), Ems(piece.TrimEnd()));
            if (atEnd > width) return null;
            if (line.Length > 0 && used + atEnd > width)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                used = 0;
            }
            line.Append(piece);
            used += needs;
        }
        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    static List<string> Characters(string text) => [.. text.EnumerateRunes().Select(rune => rune.ToString())];

    static List<string> Pieces(string text, bool breakHan)
    {
        var (pieces, from, last) = (new List<string>(), 0, default(Rune?));
        for (var at = 0; at < text.Length; at += last!.Value.Utf16SequenceLength)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) rune = Rune.ReplacementChar;
            if (last is { } before && (MayBreak(before, rune, breakHan) || BeforeYear().IsMatch(text, at)))
            {
                pieces.Add(text[from..at]);
                from = at;
            }
            last = rune;
        }
        pieces.Add(text[from..]);
        return pieces;
    }

    static bool MayBreak(Rune before, Rune after, bool breakHan)
    {
        if (Rune.IsWhiteSpace(after) || "，。、；：！？）》」』】·•-,.;:!?)]".Contains((char)Math.Min(after.Value, 0xffff))) return false;
        if (Rune.IsWhiteSpace(before) || before.Value is '·' or '•' or '-') return before.Value != 0x3000;
        if (IsHan(before) && "（《「『【([".Contains((char)Math.Min(after.Value, 0xffff))) return true;
        return breakHan && !"（《「『【([".Contains((char)Math.Min(before.Value, 0xffff)) && (IsHan(before) || IsHan(after));
    }

    static bool IsHan(Rune rune) => rune.Value >= 0x2e80;

    [GeneratedRegex(@"\G(?<=\p{Lo})(19|20)\d\d年")]
    private static partial Regex BeforeYear();
}
