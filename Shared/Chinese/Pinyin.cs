using System.Text;

namespace Shared.Chinese;

/// <summary>A name in letters without tones, ü written v: as surname readings go, and as the characters are plainly read.</summary>
public sealed record NamePinyin(string Full, string Initials, string PlainFull, string PlainInitials);

/// <summary>Pinyin from a frozen table of all CJK ideographs with a known reading. Never throws, whatever the text.</summary>
public static class Pinyin
{
    // The sort key of a name never grows past this many characters of the name.
    const int SortedLength = 32;

    /// <summary>The longest <see cref="SortKey"/>, for the column that holds it.</summary>
    public const int SortKeyLength = SortedLength * 12;

    /// <summary>单刚 → shangang, sg, dangang, dg. Characters without a reading are left out; other letters stay.</summary>
    public static NamePinyin OfName(string? name)
    {
        var named = Spelling.NameWays(name)[0];
        var plain = Spelling.Plain(TextNormal.PersonName(name));
        return new(string.Concat(named), Initials(named), string.Concat(plain), Initials(plain));
    }

    /// <summary>重型铸造 → (zhongxingzhuzao, zxzz), by the commonest reading of each character.</summary>
    public static (string Full, string Initials) OfText(string? text)
    {
        var syllables = Spelling.Plain(text);
        return (string.Concat(syllables), Initials(syllables));
    }

    /// <summary>Readings of one character without tones, commonest first; empty if none is known.</summary>
    public static IReadOnlyList<string> ReadingsOf(Rune character) =>
        [.. ReadingTable.Instance.Of(character).Select(Spelling.WithoutTone)];

    /// <summary>
    /// Orders names by the pinyin of each character (surname reading), then tone, strokes and code point, so that one surname stays together.
    /// Compare ordinally. Other letters go by their alphabet, characters without a reading come last.
    /// </summary>
    public static string SortKey(string? name)
    {
        var readings = new Queue<string>(SurnameReadings(NameParts.Of(name)));
        var key = new StringBuilder();
        foreach (var rune in TextNormal.PersonName(name).EnumerateRunes().Take(SortedLength))
            key.Append(readings.TryDequeue(out var reading) ? Sorted(rune, reading) : Sorted(rune, ReadingTable.Instance.Of(rune).FirstOrDefault()));
        return key.ToString();
    }

    static IReadOnlyList<string> SurnameReadings(NameParts parts) =>
        parts.Surname == "" ? [] : ReadingTable.Instance.OfSurname(parts.Surname) ?? [];

    static string Sorted(Rune rune, string? reading)
    {
        if (reading is not null) return $"{reading}{Strokes(rune)}{CodePoint.Fixed(rune)}";
        if (TextNormal.IsHan(rune)) return $"~{CodePoint.Fixed(rune)}";
        return Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : " ";
    }

    static char Strokes(Rune rune) => StrokeOrder.Count(rune) is var count and > 0 ? (char)('0' + count) : '~';

    static string Initials(IReadOnlyList<string> syllables) => string.Concat(syllables.Select(s => s[0]));
}
