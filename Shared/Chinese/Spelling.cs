using System.Globalization;
using System.Text;

namespace Shared.Chinese;

/// <summary>One Chinese character with its readings, or one word of other letters or digits.</summary>
/// <param name="Readings">Lower case without tones, the commonest first; never empty.</param>
/// <param name="AfterGap">A blank, dot or other sign stands before it.</param>
internal readonly record struct Syllable(IReadOnlyList<string> Readings, bool IsWord, bool AfterGap);

/// <summary>Names and texts as they are spoken. Characters without a known reading are passed over.</summary>
internal static class Spelling
{
    const int Ways = 8;

    // Passports and input methods write ü in several ways.
    static readonly Dictionary<string, string> Umlauts = new() { ["lv"] = "lyu", ["nv"] = "nyu", ["lve"] = "lue", ["nve"] = "nue" };

    public static string WithoutTone(string reading) => reading[..^1];

    public static List<Syllable> Syllables(string? text)
    {
        var found = new List<Syllable>();
        var word = new StringBuilder();
        var gap = false;
        foreach (var rune in TextNormal.Line(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            if (!TextNormal.IsHan(rune) && rune.IsBmp && Rune.IsLetterOrDigit(rune)) { word.Append(Rune.ToLowerInvariant(rune)); continue; }
            gap = EndWord(found, word, gap);
            var readings = ReadingTable.Instance.Of(rune);
            if (readings.Count > 0) found.Add(new(Spelled(readings.Select(WithoutTone)), IsWord: false, gap));
            gap = readings.Count == 0;
        }
        EndWord(found, word, gap);
        return found;
    }

    /// <summary>By the commonest readings.</summary>
    public static List<string> Plain(string? text) => [.. Syllables(text).Select(s => s.Readings[0])];

    /// <summary>Every way to read a name, the one with the surname reading first; at most 8.</summary>
    public static List<List<string>> NameWays(string? name)
    {
        var surname = NameParts.Of(name).Surname;
        var single = surname.EnumerateRunes().Select(rune => rune.ToString()).FirstOrDefault("");
        var heads = new[] { surname, single }.Distinct().Select(ReadingTable.Instance.OfSurname).OfType<IReadOnlyList<string>>()
            .Select(read => read.Select(WithoutTone).ToArray()).Append([]);
        var syllables = Syllables(TextNormal.PersonName(name));
        return [.. heads.SelectMany(head => Vary(syllables, head)).DistinctBy(way => string.Join(' ', way)).Take(Ways)];
    }

    /// <summary>Where a given name or a later part of a long name begins among the syllables.</summary>
    public static IEnumerable<int> LaterParts(string? name)
    {
        var surname = NameParts.Of(name).Surname.EnumerateRunes().Count();
        var syllables = Syllables(TextNormal.PersonName(name));
        return Enumerable.Range(1, Math.Max(0, syllables.Count - 1)).Where(at => surname > 0 ? at == surname : syllables[at].AfterGap);
    }

    /// <summary>A text spelled out, and as initials where words of other letters stand whole or shortened; each way to read it, at most 8.</summary>
    public static IEnumerable<string> Wholes(string? text)
    {
        var syllables = Syllables(text);
        foreach (var way in Vary(syllables, []).Take(Ways))
        {
            yield return string.Concat(way);
            yield return string.Concat(way.Select(letters => letters[0]));
            yield return string.Concat(way.Select((letters, at) => syllables[at].IsWord ? letters : letters[..1]));
        }
    }

    // One character at a time is read otherwise: all combinations would grow without bound.
    static IEnumerable<List<string>> Vary(List<Syllable> syllables, string[] head)
    {
        List<string> usual = [.. head, .. syllables.Skip(head.Length).Select(s => s.Readings[0])];
        yield return usual;
        for (var at = 0; at < usual.Count; at++)
            foreach (var other in at < head.Length ? Spelled([head[at]]).Skip(1) : syllables[at].Readings.Skip(1))
                yield return [.. usual[..at], other, .. usual[(at + 1)..]];
    }

    static bool EndWord(List<Syllable> found, StringBuilder word, bool gap)
    {
        if (word.Length == 0) return gap;
        found.Add(new([word.ToString()], IsWord: true, gap));
        word.Clear();
        return false;
    }

    static List<string> Spelled(IEnumerable<string> syllables) =>
        [.. syllables.SelectMany(s => Umlauts.TryGetValue(s, out var other) ? [s, other] : new[] { s }).Distinct()];
}
