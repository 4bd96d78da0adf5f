namespace Shared.Seating.Grouping;

/// <summary>What a unit's reply says of itself.</summary>
/// <param name="Names">Under which others may name it.</param>
sealed record UnitSays(int UnitId, IReadOnlyList<string?> Names, string? Need, string? Achievement, string? WantsToMeet);

sealed record WorthPair(string A, string B, int Weight, PairReason Reason);

/// <summary>Which groups are worth bringing together: parts of one unit, units that the organiser asks for, a unit that another wants to meet, a need that an achievement answers.</summary>
static class PairsWorthMore
{
    const int FewestShared = 2, ShortestName = 2;

    public static IReadOnlyList<WorthPair> Of(IReadOnlyList<SeatedGroup> groups, IReadOnlyList<UnitSays> says, IReadOnlyList<AskedPair> asked, TableWeights weights)
    {
        var pairs = Said(groups, says, weights).Concat(Asked(groups, asked, weights)).ToList();
        if (pairs.TrueForAll(p => p.Reason == PairReason.SameUnit)) pairs.AddRange(Ranked(groups));
        return [.. pairs.GroupBy(p => string.CompareOrdinal(p.A, p.B) < 0 ? (p.A, p.B) : (p.B, p.A)).Select(same => new WorthPair(same.Key.Item1, same.Key.Item2, same.Sum(p => p.Weight), same.MaxBy(p => p.Weight)!.Reason)).Where(p => p.Weight > 0)];
    }

    // Where nobody wishes for anything, units of one rank in the council sit together (domain rule 1.5).
    static IEnumerable<WorthPair> Ranked(IReadOnlyList<SeatedGroup> groups) =>
        groups.Where(g => g.Rank is not null && !g.Chosen).GroupBy(g => g.Rank).SelectMany(rank => rank.Zip(rank.Skip(1))).Where(pair => pair.First.UnitId != pair.Second.UnitId && pair.First.Kitchen == pair.Second.Kitchen)
            .Select(pair => new WorthPair(pair.First.Id, pair.Second.Id, 1, PairReason.SameRank));

    static IEnumerable<WorthPair> Asked(IReadOnlyList<SeatedGroup> groups, IReadOnlyList<AskedPair> asked, TableWeights weights) =>
        from pair in asked
        where !pair.Apart
        let first = Most(groups.Where(g => g.UnitId == pair.FirstUnitId))
        let second = Most(groups.Where(g => g.UnitId == pair.SecondUnitId))
        where first is not null && second is not null
        select new WorthPair(first.Id, second.Id, weights.Asked, PairReason.Asked);

    static List<WorthPair> Said(IReadOnlyList<SeatedGroup> groups, IReadOnlyList<UnitSays> says, TableWeights weights)
    {
        var (byUnit, pairs) = (groups.ToLookup(g => g.UnitId), new List<WorthPair>());
        foreach (var unit in byUnit)
            pairs.AddRange(from a in unit from b in unit where string.CompareOrdinal(a.Id, b.Id) < 0 where a.Kitchen == b.Kitchen && !(a.Chosen && b.Chosen) select new WorthPair(a.Id, b.Id, weights.SameUnit, PairReason.SameUnit));
        var words = says.ToDictionary(s => s.UnitId, s => (Need: Pieces(s.Need), Offer: Pieces(s.Achievement)));
        foreach (var (no, a) in says.Index())
            foreach (var b in says.Skip(no + 1))
            {
                var wished = (Names(a, b) ? 1 : 0) + (Names(b, a) ? 1 : 0);
                var shared = Math.Max(words[a.UnitId].Need.Count(words[b.UnitId].Offer.Contains), words[b.UnitId].Need.Count(words[a.UnitId].Offer.Contains));
                var worth = wished * weights.WantsToMeet + (shared >= FewestShared ? Math.Min(TableWeights.MostWords, shared) * weights.SharedWord : 0);
                if (worth > 0 && Most(byUnit[a.UnitId]) is { } one && Most(byUnit[b.UnitId]) is { } other)
                    pairs.Add(new(one.Id, other.Id, worth, wished > 0 ? PairReason.WantsToMeet : PairReason.NeedMeetsAchievement));
            }
        return pairs;
    }

    // The part that speaks for a unit: not the one who hosts a table elsewhere, nor those whom another kitchen serves.
    static SeatedGroup? Most(IEnumerable<SeatedGroup> unit) => unit.OrderBy(g => g.Kitchen is not null).ThenBy(g => g.Chosen).FirstOrDefault();

    static bool Names(UnitSays who, UnitSays whom) => who.WantsToMeet is { } text && whom.Names.Any(name => name is { Length: >= ShortestName } && text.Contains(name, StringComparison.OrdinalIgnoreCase));

    // Two characters next to each other stand for a word: good enough to say "both speak of castings", and no more is claimed.
    static HashSet<string> Pieces(string? text) => text is null ? [] : [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2)).Where(piece => piece.All(char.IsLetterOrDigit))];
}
