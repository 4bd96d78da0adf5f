using Shared.Registration;
using Shared.Seating.Scenes;
using Shared.Seating.Scenes.Rules;

namespace Shared.Demo;

/// <summary>The presidium of the sample meeting with its leaders and the chair as host, confirmed and with its cards out, and an award stage whose order nobody has confirmed yet.</summary>
static class SampleStages
{
    const int Awarded = 6;

    static readonly Dictionary<string, string> Texts = SampleTable.Words("meeting");

    public static IEnumerable<object> Of(int meetingId, IReadOnlyList<Attendee> attendees, SampleDays days)
    {
        var leaders = attendees.Where(a => a.Category == AttendeeCategory.Leader).ToList();
        var host = attendees.First(a => a is { IsHead: true, Category: AttendeeCategory.ViceChair });
        var presidium = new Scene
        {
            MeetingId = meetingId, Kind = SceneKind.Presidium, Name = Texts["presidium"], ConfirmedAt = days.Start(-1), ConfirmedBy = Texts["seater"], CardsOutAt = days.Start(-1), CardsOutBy = Texts["seater"],
        };
        // The host comes second, as is often agreed; the order itself is this sample's invention.
        List<Attendee> seated = [leaders[0], host, .. leaders.Skip(1)];
        var spots = PresidiumOrder.Audience(seated.Count, presidium.EvenRule).ToList();
        foreach (var (at, person) in seated.Index())
            yield return Place(presidium, person, at + 1, SceneRole.Seated, person == host ? SceneSide.Host : SceneSide.Guest, person == host ? null : 1 + leaders.IndexOf(person) / 2, spots.IndexOf(at + 1) + 1);
        var award = new Scene { MeetingId = meetingId, Kind = SceneKind.AwardStage, Name = Texts["award"] };
        foreach (var (at, person) in leaders.Index()) yield return Place(award, person, at + 1, SceneRole.Seated, SceneSide.Host, 1 + at / 2, null);
        // 一等 1, 二等 2, 三等 3.
        foreach (var (at, person) in attendees.Where(a => a.Roles.HasFlag(StageRoles.Receives)).Take(Awarded).Index())
            yield return Place(award, person, at + 1, SceneRole.Receiver, SceneSide.Guest, at < 1 ? 1 : at < 3 ? 2 : 3, null);
    }

    public static HashSet<int> Presiding(IEnumerable<object> stages) =>
        [.. stages.OfType<ScenePlace>().Where(place => place.Scene!.Kind == SceneKind.Presidium).Select(place => place.AttendeeId!.Value)];

    static ScenePlace Place(Scene scene, Attendee person, int rank, SceneRole role, SceneSide side, int? level, int? card) =>
        new() { Scene = scene, AttendeeId = person.Id, Rank = rank, Role = role, Side = side, Level = level, CardRow = card is null ? null : 1, CardNumber = card };
}
