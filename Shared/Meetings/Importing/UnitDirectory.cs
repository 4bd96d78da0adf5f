using System.Globalization;
using System.Text;
using Shared.Chinese;

namespace Shared.Meetings.Importing;

/// <summary>A body as lists may call it.</summary>
/// <param name="Id">The organisation's.</param>
public sealed record UnitName(int Id, string FullName, string? ShortName, IReadOnlyList<string> Aliases);

/// <param name="Department">What stood behind the unit's name: 材料学院.</param>
/// <param name="Others">Where there is no unit: those whose name resembles it, to choose from; never taken without asking.</param>
public sealed record UnitMatch(UnitName? Unit, string? Department, bool Ambiguous, IReadOnlyList<string> Others);

/// <summary>Finds a body by its full name, short name or alias, alone or with the name of a part behind it. Nothing is guessed.</summary>
public sealed class UnitDirectory
{
    const int ShortestName = 2;
    const int MostOthers = 3;

    static readonly string[] PartEndings =
        ["学院", "系", "部", "处", "室", "科", "中心", "所", "院", "厂", "车间", "分公司", "分厂", "分院", "校区", "实验室", "办公室", "办", "研究院", "事业部", "组", "局", "基地", "站"];

    readonly Dictionary<string, List<UnitName>> byKey = [];
    readonly Dictionary<string, UnitMatch> found = [];

    public UnitDirectory(IEnumerable<UnitName> units)
    {
        foreach (var unit in units)
            foreach (var name in unit.Aliases.Prepend(unit.ShortName).Prepend(unit.FullName))
                if (TextNormal.Key(name) is { Length: > 0 } key)
                    Add(key, unit);
    }

    public bool IsEmpty => byKey.Count == 0;

    public UnitMatch Find(string text)
    {
        if (!found.TryGetValue(text, out var match))
            found[text] = match = Search(text);
        return match;
    }

    void Add(string key, UnitName unit)
    {
        if (!byKey.TryGetValue(key, out var units))
            byKey[key] = units = [];
        if (!units.Contains(unit))
            units.Add(unit);
    }

    UnitMatch Search(string text)
    {
        var letters = Letters(text);
        var key = letters.ToLower(CultureInfo.InvariantCulture);
        if (byKey.TryGetValue(key, out var exact))
            return exact.Count == 1 ? new(exact[0], null, false, []) : new(null, null, true, [.. exact.Select(unit => unit.FullName)]);
        for (var length = key.Length - 1; length >= ShortestName; length--)
            if (byKey.TryGetValue(key[..length], out var units) && units.Count == 1 && IsPart(letters[length..]))
                return new(units[0], letters[length..], false, []);
        return new(null, null, false, Similar(key));
    }

    // A longer company name behind a shorter one is another body, or the same one: a person decides.
    static bool IsPart(string rest) =>
        PartEndings.Any(ending => rest.EndsWith(ending, StringComparison.Ordinal))
        && (!rest.Contains("公司") || rest.EndsWith("分公司", StringComparison.Ordinal))
        && !rest.Contains("集团") && !rest.StartsWith("附属", StringComparison.Ordinal);

    List<string> Similar(string key) => key.Length < ShortestName ? [] :
        [.. byKey.Where(known => known.Key.Length >= ShortestName && (known.Key.Contains(key) || key.Contains(known.Key)))
            .SelectMany(known => known.Value).Select(unit => unit.FullName).Distinct().Take(MostOthers)];

    static string Letters(string text)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                kept.Append(rune);
        return kept.ToString();
    }
}
