using System.Text;

namespace Shared.Chinese;

/// <summary>How a given name of one character stands against one of two.</summary>
public enum SingleNames
{
    /// <summary>姓氏笔画: the missing character counts as zero strokes, so 田富 comes before 田大利.</summary>
    First,
    /// <summary>姓名笔画: no gap, 富 is compared with 大, so 田大利 comes before 田富.</summary>
    AmongOthers,
}

/// <summary>
/// Chinese stroke order: fewer strokes first, then stroke by stroke 横提 &lt; 竖 &lt; 撇 &lt; 点捺 &lt; 折, character by character,
/// as GB 13000.1 字序 (1999) has it; characters alike in every stroke go by code point instead of by their structure.
/// </summary>
public static class StrokeOrder
{
    const string Unknown = "99";
    const int SortedLength = 32;

    /// <summary>The longest <see cref="SortKey"/>, for the column that holds it.</summary>
    public const int SortKeyLength = SortedLength * 70;

    static readonly Lazy<Dictionary<Rune, string>> Classes = new(() => FrozenTable.Lines("strokes.txt").ToDictionary(
        line => Rune.GetRuneAt(line, 0), line => line[Rune.GetRuneAt(line, 0).Utf16SequenceLength..]));

    /// <summary>Ordinally comparable. A character that the table lacks goes behind all that it has; see <see cref="Knows"/>.</summary>
    public static string SortKey(string? name, SingleNames singleNames = SingleNames.First)
    {
        var (surname, given) = NameParts.Of(name);
        var key = new StringBuilder();
        foreach (var rune in surname.EnumerateRunes()) key.Append(Sorted(rune));
        if (singleNames == SingleNames.First && surname != "" && given.EnumerateRunes().Count() == 1) key.Append("00");
        foreach (var rune in given.EnumerateRunes().Take(SortedLength - 3)) key.Append(Sorted(rune));
        return key.ToString();
    }

    /// <summary>The order of two names by their <see cref="SortKey"/>.</summary>
    public static IComparer<string> Comparer(SingleNames singleNames = SingleNames.First) =>
        Comparer<string>.Create((a, b) => string.CompareOrdinal(SortKey(a, singleNames), SortKey(b, singleNames)));

    /// <summary>False when the place of a name in the order is a guess, because the table lacks one of its characters.</summary>
    public static bool Knows(string? name) => TextNormal.PersonName(name).EnumerateRunes().All(r => r.Value == '·' || Classes.Value.ContainsKey(r));

    /// <summary>The strokes in writing order as classes 1–5, null if the table lacks the character.</summary>
    public static string? ClassesOf(Rune character) => Classes.Value.GetValueOrDefault(character);

    /// <summary>0 for a character that the table lacks.</summary>
    public static int Count(Rune character) => ClassesOf(character)?.Length ?? 0;

    internal static int Characters => Classes.Value.Count;

    static string Sorted(Rune rune) =>
        ClassesOf(rune) is { } classes ? $"{classes.Length:00}{classes}{CodePoint.Fixed(rune)}"
        : rune.Value == '·' ? ""
        : $"{Unknown}{CodePoint.Fixed(rune)}";
}
