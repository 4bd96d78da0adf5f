using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Shared.Chinese;
using Shared.CheckIn.Badges;

namespace Shared.CheckIn.Reading;

/// <summary>
/// Finds people by what a desk types, by index look-ups alone: the time hardly grows with the roster. People of an unfinished import are not found.
/// </summary>
public sealed partial class RosterIndex(ReadLanes lanes)
{
    const string FindUnits = """
        SELECT u.Id, o.FullName, o.ShortName, (SELECT group_concat(l.Name, char(10)) FROM OrganisationAlias l WHERE l.OrganisationId = o.Id)
        FROM Unit u JOIN Organisation o ON o.Id = u.OrganisationId WHERE u.MeetingId = ?1
        """;
    const string FindBadge = "SELECT AttendeeId FROM Badge WHERE MeetingId = ?1 AND Number = ?2 AND AttendeeId IS NOT NULL AND RevokedAt IS NULL";
    static readonly string AllLetters = string.Concat(Enum.GetValues<BadgeKind>().Select(kind => kind.Letter()).Append(BadgeKinds.SpareLetter));

    const int MostKept = 20_000;

    // A unit's grams depend on its names alone, so they are kept under them and never stale.
    readonly ConcurrentDictionary<string, IReadOnlySet<string>> unitGrams = new(StringComparer.Ordinal);

    /// <summary>At most <paramref name="most"/> ids: badge numbers first, then as the ways of reading the text come.</summary>
    internal List<int> Find(int meetingId, string? typed, int most)
    {
        var query = SearchQuery.Parse(typed);
        return lanes.Read(lane =>
        {
            var found = new List<int>(Badges(lane, meetingId, typed));
            var units = query.Ways.Count == 0 ? [] : Units(lane, meetingId);
            foreach (var way in query.Ways)
                foreach (var reading in Readings(way, units))
                    if (found.Count < most) found.AddRange(new GramSearch(lane, meetingId, query).Find(reading, most - found.Count, found));
            return found.Take(most).ToList();
        });
    }

    /// <summary>Each word means the person or the person's unit: all combinations that can find anybody.</summary>
    static IEnumerable<WayReading> Readings(IReadOnlyList<SearchWord> way, List<KnownUnit> units)
    {
        IEnumerable<WayReading> readings = [new([], null)];
        foreach (var word in way)
        {
            var named = units.Where(unit => unit.Grams.IsSupersetOf(word.Grams)).Select(unit => unit.Id).ToHashSet();
            readings = readings.SelectMany(reading => named.Count == 0 ? [reading.WithGrams(word)] : new[] { reading.WithGrams(word), reading.InUnits(named) }).ToList();
        }
        return readings.Where(reading => reading.Units is not { Count: 0 });
    }

    List<KnownUnit> Units(ReadLane lane, int meetingId)
    {
        var units = new List<KnownUnit>();
        var found = lane[FindUnits].Set(1, meetingId);
        while (found.Step())
        {
            var (full, brief, aliases) = (found.Text(1), found.TextOrNull(2), found.TextOrNull(3));
            var names = $"{full}\n{brief}\n{aliases}";
            if (unitGrams.Count > MostKept) unitGrams.Clear();
            units.Add(new(found.Int(0), unitGrams.GetOrAdd(names, static text => SearchGrams.OfUnit(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)))));
        }
        return units;
    }

    /// <summary>A017, a17, 017: the letter may be left out.</summary>
    static IEnumerable<int> Badges(ReadLane lane, int meetingId, string? typed)
    {
        if (BadgeNumber().Match(TextNormal.Code(typed)) is not { Success: true } number) yield break;
        var digits = int.Parse(number.Groups[2].Value, CultureInfo.InvariantCulture).ToString("D3", CultureInfo.InvariantCulture);
        foreach (var letter in number.Groups[1].Length > 0 ? number.Groups[1].Value : AllLetters)
        {
            var found = lane[FindBadge].Set(1, meetingId).Set(2, letter + digits);
            while (found.Step()) yield return found.Int(0);
        }
    }

    sealed record KnownUnit(int Id, IReadOnlySet<string> Grams);

    [GeneratedRegex("^([A-Z]?)([0-9]{1,6})$")]
    private static partial Regex BadgeNumber();
}

/// <summary>One way to read a query: grams that the person must have, units one of which the person must belong to.</summary>
sealed record WayReading(IReadOnlyList<string> Grams, HashSet<int>? Units)
{
    public WayReading WithGrams(SearchWord word) => this with { Grams = [.. Grams, .. word.Grams] };

    public WayReading InUnits(HashSet<int> named) => this with { Units = Units is null ? named : [.. Units.Intersect(named)] };
}
