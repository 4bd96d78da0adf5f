using Shared.CheckIn.Reading;
using Shared.Seating.Scenes;

namespace Shared.Seating;

/// <summary>Where somebody sits, as they are to find it.</summary>
/// <param name="Hall">Named only where people sit in several.</param>
/// <param name="Zone">Named where the row alone would not say it, and for a unit's block.</param>
/// <param name="Row">排 or 号桌; the first row of a unit's block or of a free zone.</param>
/// <param name="LastRow">The last row of a unit's block or of a free zone; of a presidium the number of its rows.</param>
/// <param name="OnStage">On the presidium, the number counted from the left as the audience sees it.</param>
public sealed record SeatPlace(string? Hall, string? Zone, ZoneKind Kind, ZoneUse Use, int Row, int LastRow, int Number, bool OnStage = false);

/// <summary>Where people sit, read on lanes of its own: every scan asks it.</summary>
public sealed class SeatsOf(ReadLanes lanes)
{
    // The person's own seat goes before one that is inherited; what belongs to rank or task is not inherited (Placement.Passes).
    const string Find = """
        WITH RECURSIVE line(Id, Depth) AS (
            SELECT a.Id, 0 FROM Attendee a WHERE a.Id = ?1 AND a.MeetingId = ?2 AND a.State = 1
            UNION ALL SELECT o.SubstitutesForId, line.Depth + 1 FROM line JOIN Attendee o ON o.Id = line.Id WHERE o.SubstitutesForId IS NOT NULL AND line.Depth < 9)
        SELECT h.Id, h.Name, z.Name, z.Kind, z."Use", s."Row", s.Number, (SELECT count(*) FROM Hall c WHERE c.MeetingId = ?2 AND EXISTS (SELECT 1 FROM SeatPlan m JOIN Placement q ON q.PlanId = m.Id WHERE m.HallId = c.Id AND m.IsCurrent)),
            EXISTS (SELECT 1 FROM Zone y JOIN Seat x ON x.ZoneId = y.Id WHERE y.HallId = h.Id AND y.Id <> z.Id AND y.Kind = z.Kind AND x."Row" = s."Row"), p.PlanId, z.Id,
            (SELECT a.UnitId FROM Attendee a WHERE a.Id = ?1)
        FROM line JOIN Placement p ON p.AttendeeId = line.Id JOIN SeatPlan n ON n.Id = p.PlanId AND n.IsCurrent JOIN Seat s ON s.Id = p.SeatId JOIN Zone z ON z.Id = s.ZoneId JOIN Hall h ON h.Id = z.HallId AND h.MeetingId = ?2
        WHERE line.Depth = 0 OR (p.Reason IN (1, 2, 5) AND (z.Kind = 2 OR s."Row" >= z.FirstRow + z.FrontRows))
        ORDER BY h.Id, line.Depth
        """;
    const string FindBlock = """
        SELECT min(s."Row"), max(s."Row") FROM Attendee a JOIN Placement p ON p.PlanId = ?1 AND p.AttendeeId = a.Id JOIN Seat s ON s.Id = p.SeatId AND s.ZoneId = ?2 WHERE a.UnitId = ?3 AND a.State IN (1, 4)
        """;
    const string FindFree = """
        SELECT h.Name, z.Name, z.Kind, z.FirstRow, z.FirstRow + z.Rows - 1, (SELECT count(*) FROM Hall c WHERE c.MeetingId = ?2 AND EXISTS (SELECT 1 FROM SeatPlan m JOIN Placement q ON q.PlanId = m.Id WHERE m.HallId = c.Id AND m.IsCurrent)) FROM Hall h JOIN Zone z ON z.HallId = h.Id AND z."Use" = 3
        WHERE h.MeetingId = ?2 AND EXISTS (SELECT 1 FROM Attendee a WHERE a.Id = ?1 AND a.MeetingId = ?2 AND a.State = 1) ORDER BY h.Id, z.Position
        """;

    /// <summary>One place a hall in which the person has one; where they have none at all, the zones in which anybody may sit.</summary>
    public IReadOnlyList<SeatPlace> Read(int meetingId, int attendeeId) => lanes.Read(lane => Read(lane, meetingId, attendeeId));

    /// <summary>The same for several people; who has no place is left out.</summary>
    public Task<IReadOnlyDictionary<int, IReadOnlyList<SeatPlace>>> ReadAsync(int meetingId, IReadOnlyCollection<int> attendeeIds) => Task.FromResult<IReadOnlyDictionary<int, IReadOnlyList<SeatPlace>>>(
        lanes.Read(lane => attendeeIds.Distinct().Select(id => (id, Places: Read(lane, meetingId, id))).Where(one => one.Places.Count > 0).ToDictionary(one => one.id, one => one.Places)));

    static IReadOnlyList<SeatPlace> Read(ReadLane lane, int meetingId, int attendeeId) =>
        StageSeat.Read(lane, meetingId, attendeeId) is { } stage ? [stage, .. InHalls(lane, meetingId, attendeeId).Where(place => place.Use != ZoneUse.Free)] : InHalls(lane, meetingId, attendeeId);

    static IReadOnlyList<SeatPlace> InHalls(ReadLane lane, int meetingId, int attendeeId)
    {
        var found = lane[Find].Set(1, attendeeId).Set(2, meetingId);
        if (!found.Step()) return Free(lane, meetingId, attendeeId);
        var (places, lastHall) = (new List<(SeatPlace Place, int Plan, int Zone, int Unit)>(), 0);
        do
        {
            if (found.Int(0) == lastHall) continue;
            lastHall = found.Int(0);
            var use = (ZoneUse)found.Int(4);
            places.Add((new(found.Int(7) > 1 ? found.Text(1) : null, found.Int(8) == 1 || use == ZoneUse.ByUnit ? found.Text(2) : null, (ZoneKind)found.Int(3), use, found.Int(5), found.Int(5), found.Int(6)), found.Int(9), found.Int(10), found.Int(11)));
        }
        while (found.Step());
        return [.. places.Select(one => one.Place.Use == ZoneUse.ByUnit ? Block(lane, one.Place, one.Plan, one.Zone, one.Unit) : one.Place)];
    }

    // A unit's block is where its people are placed.
    static SeatPlace Block(ReadLane lane, SeatPlace place, int plan, int zone, int unit)
    {
        var rows = lane[FindBlock].Set(1, plan).Set(2, zone).Set(3, unit);
        var block = rows.Step() && !rows.IsNull(0) ? place with { Row = Math.Min(rows.Int(0), place.Row), LastRow = Math.Max(rows.Int(1), place.Row) } : place;
        rows.End();
        return block;
    }

    static IReadOnlyList<SeatPlace> Free(ReadLane lane, int meetingId, int attendeeId)
    {
        var found = lane[FindFree].Set(1, attendeeId).Set(2, meetingId);
        var places = new List<SeatPlace>();
        while (found.Step()) places.Add(new(found.Int(5) > 1 ? found.Text(0) : null, found.Text(1), (ZoneKind)found.Int(2), ZoneUse.Free, found.Int(3), found.Int(4), 0));
        return places;
    }
}
