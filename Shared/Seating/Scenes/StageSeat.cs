using Shared.CheckIn.Reading;
using Shared.Seating.Scenes.Rules;

namespace Shared.Seating.Scenes;

/// <summary>Where somebody sits on the presidium, read at every scan.</summary>
static class StageSeat
{
    const string FindScene = """
        SELECT c.Id, c.Name, c.EvenRule, c.StrictTwo, c.PerRow, c.Emcee, p.Id FROM ScenePlace p JOIN Scene c ON c.Id = p.SceneId AND c.Kind = 1 AND c.MeetingId = ?2
        WHERE p.AttendeeId = ?1 AND p.Absent = 0 AND EXISTS (SELECT 1 FROM Attendee a WHERE a.Id = ?1 AND a.State = 1) ORDER BY c.Id
        """;
    const string FindPeople = """SELECT Id, Role, Side FROM ScenePlace WHERE SceneId = ?1 AND Absent = 0 ORDER BY Role, "Rank" """;

    /// <summary>Null for whoever sits in the hall.</summary>
    public static SeatPlace? Read(ReadLane lane, int meetingId, int attendeeId)
    {
        var found = lane[FindScene].Set(1, attendeeId).Set(2, meetingId);
        if (!found.Step()) return null;
        var (scene, name, place) = (found.Int(0), found.Text(1), found.Int(6));
        var settings = new SceneSettings(SceneKind.Presidium, (EvenRule)found.Int(2), found.Int(3) == 1, found.Int(4), true, false, false) { Emcee = (EmceeSeat)found.Int(5) };
        found.End();
        var (rows, people) = (lane[FindPeople].Set(1, scene), new List<SceneStander>());
        while (rows.Step()) people.Add(new(rows.Int(0), (SceneRole)rows.Int(1), (SceneSide)rows.Int(2), null, null));
        var layout = SceneLayout.Of(settings, people);
        return layout.TryGetValue(place, out var spot) ? new(null, name, ZoneKind.Rows, ZoneUse.Numbered, spot.Row, layout.Values.Max(one => one.Row), spot.Number, OnStage: true) : null;
    }
}
