using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Scenes.Rules;

namespace Shared.Seating.Scenes;

/// <summary>Somebody to be added (加一位): of the list, typed by name, or neither while nobody knows who it will be.</summary>
public sealed record ScenePlaceEntry
{
    public int? AttendeeId { get; init; }
    public string? Name { get; init; }
    public string? Unit { get; init; }
    public SceneRole Role { get; init; } = SceneRole.Seated;

    /// <summary>Null to have it proposed.</summary>
    public SceneSide? Side { get; init; }

    /// <summary>Among those present; null for the last.</summary>
    public int? Rank { get; init; }
    public int? Level { get; init; }
}

/// <summary>Which place was made, or what was wrong field by field.</summary>
public sealed record AddToSceneResult(int PlaceId, IReadOnlyList<FieldProblem> Problems);

/// <summary>Adds one person to a scene.</summary>
public sealed class AddToScene(SceneEditing editing)
{
    public async Task<AddToSceneResult> RunAsync(int meetingId, int sceneId, ScenePlaceEntry typed, string who, CancellationToken stop = default)
    {
        var entry = typed with { Name = Empty(TextNormal.PersonName(typed.Name)), Unit = Empty(TextNormal.Line(typed.Unit)) };
        var (made, problems) = (0, new List<FieldProblem>());
        var result = await editing.RunAsync(meetingId, sceneId, async open =>
        {
            problems.AddRange(await ProblemsAsync(open, entry, stop));
            if (problems.Count > 0) return SceneResult.NothingToDo;
            await PrintedCards.StandAsync(open, who, stop);
            var others = open.Of(entry.Role);
            var place = new ScenePlace
            {
                SceneId = sceneId, AttendeeId = entry.AttendeeId, Name = entry.AttendeeId is null ? entry.Name : null, Unit = entry.AttendeeId is null ? entry.Unit : null, Role = entry.Role, Level = entry.Level,
                Side = entry.Side ?? SceneSide.Host, Rank = others.Select(other => other.Rank).DefaultIfEmpty().Max() + 1,
            };
            open.Db.Add(place);
            await open.Db.SaveChangesAsync(stop);
            if (entry.Side is null) await ProposedSide.SetAsync(open, place, stop);
            if (Target(others, entry.Rank) is { } to) await open.RankAsync(Moved([.. others, place], place, to), stop);
            await open.Audit.AddAsync(open.Db, who, "scene-place-added", open.Subject, meetingId, $"{open.Scene.Name}: {await NameAsync(open.Db, entry, stop)} {place.Rank}", stop);
            made = place.Id;
            return SceneResult.Done;
        }, stop);
        return result == SceneResult.NoSuchScene ? new(0, [new("Id", "NoSuchScene")]) : new(made, problems);
    }

    static async Task<List<FieldProblem>> ProblemsAsync(OpenScene open, ScenePlaceEntry entry, CancellationToken stop)
    {
        var (problems, others) = (new List<FieldProblem>(), open.Of(entry.Role));
        if (!SceneLayout.Roles(open.Scene.Kind).Contains(entry.Role)) problems.Add(new(nameof(entry.Role), "Role"));
        if (entry.AttendeeId is { } id && !await open.Db.Attendees().Known(open.Scene.MeetingId).AnyAsync(a => a.Id == id, stop)) problems.Add(new(nameof(entry.AttendeeId), "NoSuchPerson"));
        if (entry.AttendeeId is { } same && open.Places.Exists(place => place.AttendeeId == same)) problems.Add(new(nameof(entry.AttendeeId), "AlreadyThere"));
        if (entry.AttendeeId is null && entry.Name is null && entry.Role != SceneRole.Receiver) problems.Add(new(nameof(entry.Name), "Missing"));
        if (entry.Name?.Length > Attendee.NameLength) problems.Add(new(nameof(entry.Name), "TooLong", Attendee.NameLength));
        if (entry.Unit?.Length > ScenePlace.UnitLength) problems.Add(new(nameof(entry.Unit), "TooLong", ScenePlace.UnitLength));
        if (entry.Level is < ScenePlace.HighestLevel or > ScenePlace.LowestLevel) problems.Add(new(nameof(entry.Level), "Level", ScenePlace.LowestLevel));
        if (entry.Rank is { } rank && (rank < 1 || rank > others.Count(other => !other.Absent) + 1)) problems.Add(new(nameof(entry.Rank), "Rank", others.Count(other => !other.Absent) + 1));
        if (Target(others, entry.Rank) is { } to && others[to].Locked) problems.Add(new(nameof(entry.Rank), "RankLocked"));
        if (open.Places.Count >= Scene.MostPlaces) problems.Add(new(nameof(entry.Name), "TooMany", Scene.MostPlaces));
        return problems;
    }

    // Whose place among all, the absent included, the new one takes; null at the end.
    static int? Target(List<ScenePlace> others, int? rank)
    {
        var present = others.Where(other => !other.Absent).ToList();
        return rank is { } wanted && wanted >= 1 && wanted <= present.Count ? others.IndexOf(present[wanted - 1]) : null;
    }

    static List<ScenePlace> Moved(List<ScenePlace> places, ScenePlace place, int to) =>
        [.. RankOrder.Move([.. places.Select(one => new RankedOne(one.Id, one.Locked))], place.Id, to)!.Select(id => places.Find(one => one.Id == id)!)];

    static async Task<string> NameAsync(EventDb db, ScenePlaceEntry entry, CancellationToken stop) =>
        entry.AttendeeId is { } id ? await db.Attendees().Where(a => a.Id == id).Select(a => a.Name).SingleAsync(stop) : entry.Name ?? "";

    static string? Empty(string text) => text.Length == 0 ? null : text;
}

/// <summary>Which side somebody is on until a person says otherwise: members are hosts; of two who sign, the local one, else the enterprise.</summary>
static class ProposedSide
{
    public static async Task SetAsync(OpenScene open, ScenePlace place, CancellationToken stop)
    {
        place.Side = await IsMemberAsync(open.Db, place, stop) ? SceneSide.Host : SceneSide.Guest;
        if (open.Scene.Kind != SceneKind.SigningTable || place.Role != SceneRole.Seated || open.Of(SceneRole.Seated) is not [var first]) return;
        var host = SigningTable.HostOf(await PartyAsync(open, first, stop), await PartyAsync(open, place, stop));
        (first.Side, place.Side) = host == 0 ? (SceneSide.Host, SceneSide.Guest) : (SceneSide.Guest, SceneSide.Host);
    }

    static Task<bool> IsMemberAsync(EventDb db, ScenePlace place, CancellationToken stop) =>
        db.Attendees().AnyAsync(a => a.Id == place.AttendeeId && db.Set<Unit>().Any(u => u.Id == a.UnitId && u.CouncilRank != null), stop);

    // Local is whose region the venue's words name.
    static async Task<SigningParty> PartyAsync(OpenScene open, ScenePlace place, CancellationToken stop)
    {
        var venue = await open.Db.Meetings().Where(m => m.Id == open.Scene.MeetingId).Select(m => m.Venue).SingleAsync(stop);
        var body = await open.Db.Attendees().Where(a => a.Id == place.AttendeeId).Select(a => new { a.Unit!.Organisation!.Region, a.Unit.Organisation.Kind }).SingleOrDefaultAsync(stop);
        return body is null ? new(false, OrganisationKind.Other) : new(body.Region is { Length: > 0 } region && venue?.Contains(region, StringComparison.Ordinal) == true, body.Kind);
    }
}
