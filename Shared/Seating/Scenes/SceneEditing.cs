using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Scenes.Rules;

namespace Shared.Seating.Scenes;

public enum SceneResult
{
    Done = 1,
    NoSuchScene,
    NoSuchPlace,

    /// <summary>The person, or who has the wanted rank, is locked.</summary>
    RankLocked,
    NothingToDo,

    /// <summary>The list set by hand does not name each presenter once.</summary>
    NoPermutation,

    /// <summary>The card stands on the stage: mark the person absent and walk it off first.</summary>
    CardIsOut,
}

/// <summary>A scene under change, its places by role and rank, inside one transaction.</summary>
sealed record OpenScene(EventDb Db, AuditTrail Audit, Scene Scene, List<ScenePlace> Places)
{
    public string Subject => ScenesSets.Subject(Scene.Id);

    public List<ScenePlace> Of(SceneRole role) => [.. Places.Where(place => place.Role == role)];

    /// <summary>Gives ranks from 1 in this order; two steps, for at no moment may two have one rank.</summary>
    public async Task RankAsync(IReadOnlyList<ScenePlace> order, CancellationToken stop)
    {
        var (scene, role) = (Scene.Id, order[0].Role);
        await Db.SaveChangesAsync(stop);
        await Db.ScenePlaces().Where(p => p.SceneId == scene && p.Role == role).ExecuteUpdateAsync(set => set.SetProperty(p => p.Rank, p => -1 - p.Id), stop);
        foreach (var (at, place) in order.Index())
        {
            await Db.ScenePlaces().Where(p => p.Id == place.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Rank, at + 1), stop);
            var rank = Db.Entry(place).Property(p => p.Rank);
            (rank.OriginalValue, rank.CurrentValue) = (at + 1, at + 1);
        }
    }
}

/// <summary>Opens a scene of a meeting for one change, commits what is done and tells open pages.</summary>
public sealed class SceneEditing(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    internal async Task<SceneResult> RunAsync(int meetingId, int sceneId, Func<OpenScene, Task<SceneResult>> change, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Scenes().SingleOrDefaultAsync(s => s.Id == sceneId && s.MeetingId == meetingId, stop) is not { } scene) return SceneResult.NoSuchScene;
        var places = await db.ScenePlaces().Include(p => p.Attendee).Where(p => p.SceneId == sceneId).OrderBy(p => p.Role).ThenBy(p => p.Rank).ToListAsync(stop);
        var before = await StageTasks.ReadAsync(db, meetingId, stop);
        var result = await change(new(db, audit, scene, places));
        if (result != SceneResult.Done) return result;
        await db.SaveChangesAsync(stop);
        var tasks = await StageTasks.SettleAsync(db, meetingId, before, stop);
        await transaction.CommitAsync(stop);
        live.Tell(ScenesSets.Stages(meetingId));
        if (tasks) live.Tell(RegistrationSets.Roster(meetingId));
        return SceneResult.Done;
    }

    /// <summary>The same about one place of the scene.</summary>
    internal Task<SceneResult> RunAsync(int meetingId, int sceneId, int placeId, Func<OpenScene, ScenePlace, Task<SceneResult>> change, CancellationToken stop) => RunAsync(meetingId, sceneId,
        open => open.Places.Find(place => place.Id == placeId) is { } found ? change(open, found) : Task.FromResult(SceneResult.NoSuchPlace), stop);
}

static class SceneRows
{
    /// <summary>As the trail names who is there; a place whose person is not known yet by its number.</summary>
    public static string Called(this ScenePlace place) => place.Attendee?.Name ?? place.Name ?? $"#{place.Id}";

    public static SceneSettings Settings(this Scene scene) => new(scene.Kind, scene.EvenRule, scene.StrictTwo, scene.PerRow, scene.GuestAtOwnRight, scene.HostsAtEnds, scene.GuestAtHead) { Form = scene.Form, Emcee = scene.Emcee, Lectern = scene.Lectern, HostSecond = scene.HostSecond };

    /// <summary>Those present in order of rank.</summary>
    public static IReadOnlyList<SceneStander> Standers(this IEnumerable<ScenePlace> places) =>
        [.. places.Where(place => !place.Absent).OrderBy(place => place.Role).ThenBy(place => place.Rank).Select(place => new SceneStander(place.Id, place.Role, place.Side, place.Level, place.Faces))];

    /// <summary>By what the proposal sorts each place.</summary>
    public static async Task<Dictionary<int, RankKey>> KeysAsync(EventDb db, int sceneId, CancellationToken stop)
    {
        var units = db.Units();
        return (await db.ScenePlaces().Where(p => p.SceneId == sceneId)
            .Select(p => new { p.Id, p.Level, p.Side, Council = units.Where(u => u.Id == p.Attendee!.UnitId).Select(u => u.CouncilRank).FirstOrDefault() }).ToListAsync(stop))
            .ToDictionary(p => p.Id, p => new RankKey(p.Level, p.Side, p.Council));
    }
}
