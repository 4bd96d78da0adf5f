using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Scenes.Rules;

namespace Shared.Seating.Scenes;

/// <param name="Name">Null while nobody knows who it will be.</param>
/// <param name="Rank">Among those present; 0 for the absent.</param>
/// <param name="Tied">The proposal cannot tell this person from the neighbour: somebody has to decide.</param>
/// <param name="Gone">The list says that the person is not coming, and the scene does not yet.</param>
/// <param name="Faces">The presenter of a receiver; null for everybody else.</param>
/// <param name="Stands">Where the card stands now.</param>
public sealed record ScenePerson(int Id, int? AttendeeId, string? Name, string Unit, string? Post, SceneRole Role, SceneSide Side, int Rank, int? Level, bool Locked, bool Absent, bool Tied, bool Gone, int? Faces, Spot? At, Spot? Stands);

/// <param name="Walk">What to carry from where the cards stand to the plan; null while none are out.</param>
/// <param name="Stale">The prints of this scene that say something else by now.</param>
public sealed record ScenePlanView(int Id, string Name, SceneSettings Settings, DateTime? ConfirmedAt, string? ConfirmedBy, DateTime? CardsOutAt, string? CardsOutBy,
    IReadOnlyList<ScenePerson> People, Walk? Walk, IReadOnlyList<StaleSheet> Stale)
{
    public IEnumerable<ScenePerson> Of(SceneRole role) => People.Where(person => person.Role == role);
}

/// <param name="Kind">Its word as recorded.</param>
public sealed record StaleSheet(string Kind, int PrintoutId, DateTime At);

/// <summary>One scene: who is in it, in which order, where each sits, and what a change of the last minute moves.</summary>
public sealed class ScenePlan(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null where the meeting has no such scene.</summary>
    public async Task<ScenePlanView?> ReadAsync(int meetingId, int sceneId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(() => ReadAsync(db, meetingId, sceneId, stop), stop);
    }

    static async Task<ScenePlanView?> ReadAsync(EventDb db, int meetingId, int sceneId, CancellationToken stop)
    {
        if (await db.Scenes().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sceneId && s.MeetingId == meetingId, stop) is not { } scene) return null;
        var places = await db.ScenePlaces().AsNoTracking().Include(p => p.Attendee!.Unit!.Organisation).Where(p => p.SceneId == sceneId).OrderBy(p => p.Role).ThenBy(p => p.Rank).ToListAsync(stop);
        var ties = scene.ConfirmedAt is null ? await TiesAsync(db, scene, places, stop) : new HashSet<int>();
        var plan = SceneLayout.Of(scene.Settings(), places.Standers());
        var people = People(places, plan, ties);
        var stands = places.Where(p => p.CardRow is not null).ToDictionary(p => p.Id, p => new Spot(p.CardRow!.Value, p.CardNumber!.Value));
        var walk = scene.CardsOutAt is null ? null : WalkingList.Of(stands, plan, Scene.ChairsMove(scene.Kind));
        var view = new ScenePlanView(scene.Id, scene.Name, scene.Settings(), scene.ConfirmedAt, scene.ConfirmedBy, scene.CardsOutAt, scene.CardsOutBy, people, walk, []);
        return view with { Stale = await StaleAsync(db, meetingId, view, stop) };
    }

    // Rank and presenter count those present alone.
    static List<ScenePerson> People(List<ScenePlace> places, IReadOnlyDictionary<int, Spot> plan, IReadOnlySet<int> ties)
    {
        var standers = places.Standers();
        var receivers = standers.Where(one => one.Role == SceneRole.Receiver).ToList();
        var faces = receivers.Zip(SceneLayout.Faces(receivers)).ToDictionary(one => one.First.Id, one => (int?)one.Second);
        var ranks = standers.GroupBy(one => one.Role).SelectMany(role => role.Select((one, at) => (one.Id, Rank: at + 1))).ToDictionary(one => one.Id, one => one.Rank);
        return places.ConvertAll(p => new ScenePerson(p.Id, p.AttendeeId, p.Attendee?.Name ?? p.Name, p.Attendee?.Unit?.Organisation is { } body ? body.ShortName ?? body.FullName : p.Unit ?? "", p.Attendee?.Post,
            p.Role, p.Side, ranks.GetValueOrDefault(p.Id), p.Level, p.Locked, p.Absent, ties.Contains(p.Id), p.Attendee is { } known && known.State != AttendeeState.Confirmed && !p.Absent,
            faces.GetValueOrDefault(p.Id), plan.TryGetValue(p.Id, out var at) ? at : null, p.CardRow is { } row ? new Spot(row, p.CardNumber!.Value) : null));
    }

    static async Task<IReadOnlySet<int>> TiesAsync(EventDb db, Scene scene, List<ScenePlace> places, CancellationToken stop)
    {
        var keys = await SceneRows.KeysAsync(db, scene.Id, stop);
        return places.Where(p => !p.Absent).GroupBy(p => p.Role).SelectMany(role => RankOrder.Ties([.. role.Select(p => new RankedOne(p.Id, p.Locked))], id => keys[id])).ToHashSet();
    }

    static async Task<IReadOnlyList<StaleSheet>> StaleAsync(EventDb db, int meetingId, ScenePlanView view, CancellationToken stop)
    {
        var last = (await db.Printouts().AsNoTracking().Include(p => p.Items).Where(p => p.MeetingId == meetingId && p.AboutId == view.Id && SceneSheets.Lists.Contains(p.Kind)).ToListAsync(stop))
            .GroupBy(p => p.Kind).Select(kind => kind.MaxBy(p => p.Id)!);
        return [.. last.Where(print => ((IReadOnlyList<ShownItem>)[.. print.Items.Select(i => new ShownItem(i.Subject, i.SubjectId, i.Fingerprint))]).ChangesUntil(view.Shown(print.Kind)) > 0)
            .OrderBy(print => Array.IndexOf(SceneSheets.Lists, print.Kind)).Select(print => new StaleSheet(print.Kind, print.Id, print.PrintedAt))];
    }
}
