using System.Text;

namespace Shared.Chinese;

/// <summary>One word of a query: all <see cref="Grams"/> must belong to the same person, or all to the same unit.</summary>
/// <param name="Grams">1 to 4 grams to look up by equality.</param>
/// <param name="NeedsCheck">The grams also let others through: keep only candidates that <see cref="Fits"/>.</param>
public sealed record SearchWord(IReadOnlyList<string> Grams, bool NeedsCheck)
{
    internal Func<PersonTexts, bool>? InPerson { get; init; }

    internal Func<string, bool>? InUnitText { get; init; }

    /// <summary>Whether the word is really found in the person's texts or in those of the person's unit.</summary>
    public bool Fits(PersonTexts person, IReadOnlyList<string> unitTexts) => NeedsCheck
        ? InPerson?.Invoke(person) == true || (InUnitText is not null && unitTexts.Any(InUnitText))
        : SearchGrams.OfPerson(person).IsSupersetOf(Grams) || SearchGrams.OfUnit(unitTexts).IsSupersetOf(Grams);
}

/// <summary>
/// What someone typed into a search field, as index look-ups. A result fits if it fits every word of any one of the <see cref="Ways"/>.
/// A way without <see cref="SearchWord.NeedsCheck"/> is exact.
/// </summary>
/// <param name="Ways">At most 4; none means that there is nothing to look for.</param>
public sealed record SearchQuery(IReadOnlyList<IReadOnlyList<SearchWord>> Ways)
{
    const int MostLetters = 64, MostWords = 4, MostWays = 4;

    /// <summary>Takes Han characters, pinyin, initials, both mixed (王g, wang g), digits of a phone, a badge number, a unit; any case, any width.</summary>
    public static SearchQuery Parse(string? typed)
    {
        var words = Split(typed).Take(MostWords).ToList();
        var ways = Combine(words);
        var joined = Joined(words);
        if (joined.Count < words.Count) ways = Combine(joined).Concat(ways.Where(way => way.All(word => word.Grams.All(gram => gram.Length > 1))));
        return new([.. ways.Take(MostWays)]);
    }

    /// <summary>Whether a candidate fits, by its texts alone.</summary>
    public bool Fits(PersonTexts person, IReadOnlyList<string> unitTexts) => Ways.Any(way => way.All(word => word.Fits(person, unitTexts)));

    // wang g is one name, wang zxd a name and a unit: letters, and digits, that follow one another are tried as one word first.
    static List<string> Joined(List<string> words)
    {
        var joined = new List<string>();
        foreach (var word in words)
            if (joined.Count > 0 && (Both(char.IsAsciiLetter, joined[^1], word) || Both(char.IsAsciiDigit, joined[^1], word))) joined[^1] += word;
            else joined.Add(word);
        return joined;
    }

    static IEnumerable<IReadOnlyList<SearchWord>> Combine(List<string> words)
    {
        IEnumerable<IReadOnlyList<SearchWord>> ways = words.Count == 0 ? [] : [[]];
        foreach (var word in words)
            ways = ways.SelectMany(way => WordReading.Of(word).Select(read => (IReadOnlyList<SearchWord>)[.. way, read])).Take(MostWays).ToList();
        return ways;
    }

    static bool Both(Func<char, bool> kind, string one, string other) => one.All(kind) && other.All(kind);

    // Pinyin's ü is typed v; in other words an accent is dropped.
    static string Plain(string? typed) => TextNormal.Line(typed).ToLowerInvariant().Replace("lü", "lv").Replace("nü", "nv").Normalize(NormalizationForm.FormKD);

    static IEnumerable<string> Split(string? typed)
    {
        var word = new StringBuilder();
        foreach (var rune in Plain(typed).EnumerateRunes().Take(MostLetters))
        {
            if (TextNormal.IsHan(rune) || (rune.IsBmp && Rune.IsLetterOrDigit(rune))) word.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.IsWhiteSpace(rune) || ",;/|、".Contains((char)rune.Value)) { if (word.Length > 0) yield return word.ToString(); word.Clear(); }
        }
        if (word.Length > 0) yield return word.ToString();
    }
}
