using System.Text;

namespace Shared.Chinese;

/// <summary>What a person can be found by; Names holds former names and aliases too.</summary>
public sealed record PersonTexts(IReadOnlyList<string> Names, IReadOnlyList<string> Phones, IReadOnlyList<string> BadgeNumbers);

/// <summary>
/// The keys under which people and units are indexed, for a table (gram, owner) unique on both. A <see cref="SearchQuery"/> names the grams
/// to look up by equality. Of a phone only the last four digits become a gram.
/// </summary>
public static class SearchGrams
{
    /// <summary>The longest gram in UTF-16 units, for the column that holds it.</summary>
    public const int MaxLength = 32;

    /// <summary>Letters of pinyin that a gram holds; a longer query is cut to this and then checked.</summary>
    internal const int MostLetters = 12;

    internal const int MostMixed = 2;

    const int LongestText = 64;

    /// <summary>Each Han character, pair and triple of the names, what one may type for them in pinyin, phone and badge: some 20 to 60.</summary>
    public static IReadOnlySet<string> OfPerson(PersonTexts person)
    {
        var grams = new HashSet<string>();
        foreach (var name in person.Names)
        {
            grams.UnionWith(Runs(Han(name), 1, 3));
            foreach (var way in Spelling.NameWays(name))
            {
                grams.UnionWith(TypedAnywhere(name, way, MostLetters));
                grams.UnionWith(Mixed(Han(name), way));
            }
        }
        grams.UnionWith(person.Phones.Select(TextNormal.Digits).Where(digits => digits.Length >= 4).Select(digits => digits[^4..]));
        grams.UnionWith(person.BadgeNumbers.SelectMany(OfBadge));
        return grams;
    }

    /// <summary>Pairs and triples of the texts (full name, short name, aliases), and their pinyin and initials from the second letter on.</summary>
    public static IReadOnlySet<string> OfUnit(IEnumerable<string> texts)
    {
        var grams = new HashSet<string>();
        foreach (var text in texts)
        {
            grams.UnionWith(Runs(TextNormal.Key(text), 2, 3));
            foreach (var whole in Spelling.Wholes(text)) grams.UnionWith(Beginnings(whole, 2, MostLetters));
        }
        return grams;
    }

    /// <summary>A017 → a017, a17, 017, 17.</summary>
    internal static IEnumerable<string> OfBadge(string badge)
    {
        var key = TextNormal.Key(badge);
        if (key.Length > MaxLength) return [];
        var letters = key.TrimEnd([.. "0123456789"]);
        var number = key[letters.Length..];
        var plain = number.TrimStart('0');
        return new[] { key, letters + plain, number, plain }.Where(gram => gram != "").Distinct();
    }

    internal static string Han(string? name) =>
        string.Concat(TextNormal.PersonName(name).EnumerateRunes().Where(TextNormal.IsHan));

    /// <summary>Every run of some neighbouring characters.</summary>
    internal static IEnumerable<string> Runs(string text, int shortest, int longest)
    {
        var runes = text.EnumerateRunes().Take(LongestText).Select(rune => rune.ToString()).ToList();
        for (var length = shortest; length <= longest; length++)
            for (var at = 0; at + length <= runes.Count; at++)
                yield return string.Concat(runes.GetRange(at, length));
    }

    /// <summary>
    /// What one may type for a name: the syllables before the last typed one whole, as initials, or the first whole and the rest as initials;
    /// of the last one any beginning. wang gang → w, wa … wang, wg, wga … wgang, wangg … wanggang.
    /// </summary>
    internal static IEnumerable<string> Typed(IReadOnlyList<string> syllables, int mostLetters)
    {
        string whole = "", initials = "", firstWhole = "";
        for (var at = 0; at < syllables.Count && at < mostLetters; at++)
        {
            foreach (var before in new[] { whole, initials, firstWhole }.Distinct())
                foreach (var beginning in Beginnings(syllables[at], 1, mostLetters - before.Length)) yield return before + beginning;
            whole += syllables[at];
            initials += syllables[at][0];
            firstWhole += at == 0 ? syllables[at] : syllables[at][..1];
        }
    }

    /// <summary>The same, and for a given name alone from two letters on all beginnings of it whole or as initials.</summary>
    internal static IEnumerable<string> TypedAnywhere(string name, IReadOnlyList<string> syllables, int mostLetters) =>
        Spelling.LaterParts(name).Select(at => syllables.Skip(at).ToList()).SelectMany(part =>
            Beginnings(string.Concat(part), 2, mostLetters).Concat(Beginnings(string.Concat(part.Select(s => s[0])), 2, mostLetters)))
            .Concat(Typed(syllables, mostLetters));

    /// <summary>A surname's character and what one may type behind it, up to two letters: 王小刚 → 王x, 王xi, 王xg.</summary>
    internal static IEnumerable<string> Mixed(string han, IReadOnlyList<string> syllables) =>
        han.EnumerateRunes().Count() == syllables.Count && han != ""
            ? Typed([.. syllables.Skip(1)], MostMixed).Select(letters => han.EnumerateRunes().First() + letters) : [];

    static IEnumerable<string> Beginnings(string letters, int shortest, int longest)
    {
        for (var length = shortest; length <= Math.Min(letters.Length, longest); length++) yield return letters[..length];
    }
}
