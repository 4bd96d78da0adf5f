namespace Shared.Seating.Grouping;

/// <summary>What a unit's reply says of itself.</summary>
/// <param name="Names">Under which others may name it.</param>
sealed record UnitSays(int UnitId, IReadOnlyList<string?> Names, string? Need, string? Achievement, string? WantsToMeet);

sealed record WorthPair(string A, string B, int Weight, PairReason Reason);

/// <summary>Which groups are worth bringing together: parts of one unit, a unit that another wants to meet, a need that an achievement answers.</summary>
static class PairsWorthMore
{
    const int SameUnit = 30, WantsToMeet = 10, PerSharedWord = 2, MostForWords = 8, FewestShared = 2, ShortestName = 2;

    public static IReadOnlyList<WorthPair> Of(IReadOnlyList<SeatedGroup> groups, IReadOnlyList<UnitSays> says)
    {
        var (byUnit, pairs) = (groups.ToLookup(g => g.UnitId), new List<WorthPair>());
        foreach (var unit in byUnit)
            pairs.AddRange(from a in unit from b in unit where string.CompareOrdinal(a.Id, b.Id) < 0 select new WorthPair(a.Id, b.Id, SameUnit, PairReason.SameUnit));
        var words = says.ToDictionary(s => s.UnitId, s => (Need: Pieces(s.Need), Offer: Pieces(s.Achievement)));
        foreach (var (no, a) in says.Index())
            foreach (var b in says.Skip(no + 1))
            {
                var wished = (Names(a, b) ? 1 : 0) + (Names(b, a) ? 1 : 0);
                var shared = Math.Max(words[a.UnitId].Need.Count(words[b.UnitId].Offer.Contains), words[b.UnitId].Need.Count(words[a.UnitId].Offer.Contains));
                var worth = wished * WantsToMeet + (shared >= FewestShared ? Math.Min(MostForWords, shared * PerSharedWord) : 0);
                if (worth > 0 && byUnit[a.UnitId].FirstOrDefault() is { } one && byUnit[b.UnitId].FirstOrDefault() is { } other)
                    pairs.Add(new(one.Id, other.Id, worth, wished > 0 ? PairReason.WantsToMeet : PairReason.NeedMeetsAchievement));
            }
        return pairs;
    }

    static bool Names(UnitSays who, UnitSays whom) => who.WantsToMeet is { } text && whom.Names.Any(name => name is { Length: >= ShortestName } && text.Contains(name, StringComparison.OrdinalIgnoreCase));

    // Two characters next to each other stand for a word: good enough to say "both speak of castings", and no more is claimed.
    static HashSet<string> Pieces(string? text) => text is null ? [] : [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2)).Where(piece => piece.All(char.IsLetterOrDigit))];
}
