using Shared.Registration;

namespace Shared.Seating.Placing;

/// <summary>
/// Two of one unit with an aisle between them; somebody of rank behind the front rows; somebody without rank or task in them;
/// two units at one table that are to sit apart; two hosts at one while another has none.
/// </summary>
public enum SeatWarningKind { PairSplit = 1, RankBehind, FrontWithout, ApartTogether, TwoHosts }

/// <param name="Unit">Of the person; at a table the second of the two that it is about.</param>
public sealed record SeatWarning(SeatWarningKind Kind, int SeatId, string Name, string Unit);

/// <summary>What somebody who knows the house rules would ask about a plan. Nothing of it is forbidden.</summary>
public static class SeatWarnings
{
    const StageRoles OnStage = StageRoles.Speaks | StageRoles.Signs | StageRoles.Receives | StageRoles.Witnesses | StageRoles.Presides;

    public static IReadOnlyList<SeatWarning> Of(SeatMapView map) => [.. InRows(map.Zones), .. AtTables(map)];

    static List<SeatWarning> InRows(IReadOnlyList<MapZone> zones)
    {
        var rows = zones.Where(zone => zone.Kind == ZoneKind.Rows).ToList();
        var hasFront = rows.Exists(zone => zone.FrontRows > 0);
        var warnings = new List<SeatWarning>();
        foreach (var zone in rows)
            foreach (var seat in zone.Seats)
                if (seat.Person is { } person && hasFront && KindOf(zone.IsFront(seat.Row), person) is { } kind) warnings.Add(new(kind, seat.Id, person.Name, person.Unit));
        warnings.AddRange(rows.SelectMany(zone => zone.Seats.Where(seat => seat.Person is not null).Select(seat => (zone, seat))).GroupBy(one => one.seat.Person!.UnitId)
            .Select(unit => unit.ToList()).Where(unit => unit is [var one, var two] && one.zone == two.zone && one.seat.Row == two.seat.Row && AisleBetween(one.zone, one.seat, two.seat))
            .Select(unit => new SeatWarning(SeatWarningKind.PairSplit, unit[0].seat.Id, unit[0].seat.Person!.Name, unit[0].seat.Person!.Unit)));
        return warnings;
    }

    static IEnumerable<SeatWarning> AtTables(SeatMapView map)
    {
        var tables = map.Zones.Where(zone => zone.Kind == ZoneKind.Tables).SelectMany(zone => zone.Seats.Where(seat => seat.Person is not null).GroupBy(seat => seat.Row).Select(table => table.ToList())).ToList();
        foreach (var table in tables)
            foreach (var (first, second) in map.Apart)
                if (table.Find(seat => seat.Person!.UnitId == first) is { } one && table.Find(seat => seat.Person!.UnitId == second) is { } other)
                    yield return new(SeatWarningKind.ApartTogether, one.Id, one.Person!.Unit, other.Person!.Unit);
        var hosts = tables.ConvertAll(table => table.FindAll(seat => map.Hosts.Contains(seat.Person!.Id)));
        if (!hosts.Exists(table => table.Count == 0)) yield break;
        foreach (var table in hosts.Where(table => table.Count > 1)) yield return new(SeatWarningKind.TwoHosts, table[1].Id, table[0].Person!.Name, table[1].Person!.Name);
    }

    static SeatWarningKind? KindOf(bool inFront, MapPerson person) => !inFront && IsOfRank(person) && !person.Presides ? SeatWarningKind.RankBehind
        : inFront && !IsOfRank(person) && person.Category != AttendeeCategory.Expert && (person.Roles & OnStage) == 0 ? SeatWarningKind.FrontWithout : null;

    static bool IsOfRank(MapPerson person) => person.Category is AttendeeCategory.Leader or AttendeeCategory.Guest or AttendeeCategory.ViceChair;

    static bool AisleBetween(MapZone zone, MapSeat one, MapSeat two)
    {
        var (left, right) = (Math.Min(one.Column, two.Column), Math.Max(one.Column, two.Column));
        return zone.Seats.Count(seat => seat.Row == one.Row && seat.Column >= left && seat.Column <= right) < right - left + 1;
    }
}
