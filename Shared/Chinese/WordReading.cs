using System.Text;

namespace Shared.Chinese;

/// <summary>What one typed word may mean: digits, letters, Han characters, or a name half in characters and half in letters.</summary>
internal static class WordReading
{
    const int MostGrams = 4;

    public static IEnumerable<SearchWord> Of(string word)
    {
        if (word.All(char.IsAsciiDigit)) return word.Length > 4 ? [Exact(word), Phone(word)] : [Exact(word)];
        var han = string.Concat(word.EnumerateRunes().TakeWhile(TextNormal.IsHan));
        var rest = word[han.Length..];
        if (rest.EnumerateRunes().Any(TextNormal.IsHan) || rest == "") return [Text(word)];
        if (han == "") return [word.Any(char.IsAsciiDigit) ? Exact(word) : Letters(word)];
        return rest.All(char.IsAsciiLetter) ? [Mixed(han, rest), Text(word)] : [Text(word)];
    }

    static SearchWord Exact(string gram) => new([gram], NeedsCheck: false);

    static SearchWord Phone(string typed)
    {
        var digits = typed.Length > 11 && typed.TrimStart('0').StartsWith("86", StringComparison.Ordinal) ? typed.TrimStart('0')[2..] : typed;
        return new([digits[^4..]], NeedsCheck: true)
        {
            InPerson = person => person.Phones.Any(phone => TextNormal.Digits(phone).EndsWith(digits, StringComparison.Ordinal)),
        };
    }

    static SearchWord Letters(string letters) => letters.Length <= SearchGrams.MostLetters ? Exact(letters)
        : new([letters[..SearchGrams.MostLetters]], NeedsCheck: true)
        {
            InPerson = person => person.Names.Any(name => Spelling.NameWays(name).Any(way => SearchGrams.TypedAnywhere(name, way, letters.Length).Contains(letters))),
            InUnitText = text => Spelling.Wholes(text).Any(whole => whole.StartsWith(letters, StringComparison.Ordinal)),
        };

    static SearchWord Text(string typed)
    {
        var key = TextNormal.Key(typed);
        var length = key.EnumerateRunes().Count();
        if (length <= 3) return Exact(key);
        return new(Triples(key), NeedsCheck: true)
        {
            InPerson = person => person.Names.Any(name => SearchGrams.Han(name).Contains(key, StringComparison.Ordinal)),
            InUnitText = text => TextNormal.Key(text).Contains(key, StringComparison.Ordinal),
        };
    }

    static SearchWord Mixed(string han, string letters)
    {
        var single = han.EnumerateRunes().Count() == 1;
        if (single && letters.Length <= SearchGrams.MostMixed) return Exact(han + letters);
        return new(single ? [han + letters[..SearchGrams.MostMixed]] : Text(han).Grams, NeedsCheck: true)
        {
            InPerson = person => person.Names.Any(name => IsMixed(name, han, letters)),
        };
    }

    static bool IsMixed(string name, string han, string letters)
    {
        var whole = SearchGrams.Han(name);
        if (!whole.StartsWith(han, StringComparison.Ordinal)) return false;
        var behind = han.EnumerateRunes().Count();
        return Spelling.NameWays(name).Any(way => way.Count == whole.EnumerateRunes().Count()
            && SearchGrams.Typed([.. way.Skip(behind)], letters.Length).Contains(letters));
    }

    // Spread over the word, for neighbours say nearly the same.
    static List<string> Triples(string key)
    {
        var all = SearchGrams.Runs(key, 3, 3).Distinct().ToList();
        var step = Math.Max(1, (all.Count + MostGrams - 1) / MostGrams);
        return [.. all.Where((_, at) => at % step == 0).Take(MostGrams)];
    }
}
