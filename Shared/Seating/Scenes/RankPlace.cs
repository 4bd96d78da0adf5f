using Shared.Seating.Scenes.Rules;

namespace Shared.Seating.Scenes;

/// <summary>Gives somebody another rank; the others close up and make room, the locked keep theirs.</summary>
public sealed class RankPlace(SceneEditing editing)
{
    /// <param name="to">Among those present, from 1; past the last means the last.</param>
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, int placeId, int to, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, placeId, async (open, place) =>
    {
        var (all, present) = (open.Of(place.Role), open.Of(place.Role).FindAll(one => !one.Absent));
        var from = present.IndexOf(place) + 1;
        if (from == 0 || to < 1) return SceneResult.NothingToDo;
        to = Math.Min(to, present.Count);
        if (to == from) return SceneResult.NothingToDo;
        if (RankOrder.Move([.. all.Select(one => new RankedOne(one.Id, one.Locked))], place.Id, all.IndexOf(present[to - 1])) is not { } order) return SceneResult.RankLocked;
        await open.RankAsync([.. order.Select(id => all.Find(one => one.Id == id)!)], stop);
        await open.Audit.AddAsync(open.Db, who, "scene-rank-moved", open.Subject, meetingId, $"{open.Scene.Name}: {place.Called()} {from} → {to}", stop);
        return SceneResult.Done;
    }, stop);
}

/// <summary>Locks somebody's rank against the moves of others and the proposal, or lets it go.</summary>
public sealed class LockPlace(SceneEditing editing)
{
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, int placeId, bool locked, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, placeId, async (open, place) =>
    {
        if (place.Locked == locked) return SceneResult.NothingToDo;
        place.Locked = locked;
        await open.Audit.AddAsync(open.Db, who, locked ? "scene-rank-locked" : "scene-rank-unlocked", open.Subject, meetingId, $"{open.Scene.Name}: {place.Called()}", stop);
        return SceneResult.Done;
    }, stop);
}

/// <summary>Sorts those who are not locked by level, side and council rank. It only proposes: the order is unconfirmed afterwards.</summary>
public sealed class PresortScene(SceneEditing editing)
{
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, async open =>
    {
        if (open.Places.Count == 0) return SceneResult.NothingToDo;
        var keys = await SceneRows.KeysAsync(open.Db, sceneId, stop);
        foreach (var role in open.Places.Select(place => place.Role).Distinct())
        {
            var all = open.Of(role);
            await open.RankAsync([.. RankOrder.Presort([.. all.Select(one => new RankedOne(one.Id, one.Locked))], id => keys[id], open.Scene.HostSecond && role == SceneRole.Seated).Select(id => all.Find(one => one.Id == id)!)], stop);
        }
        (open.Scene.ConfirmedAt, open.Scene.ConfirmedBy) = (null, null);
        await open.Audit.AddAsync(open.Db, who, "scene-presorted", open.Subject, meetingId, open.Scene.Name, stop);
        return SceneResult.Done;
    }, stop);
}

/// <summary>A person says that the order is right.</summary>
public sealed class ConfirmScene(SceneEditing editing)
{
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, async open =>
    {
        if (open.Scene.ConfirmedAt is not null || open.Places.Count == 0) return SceneResult.NothingToDo;
        (open.Scene.ConfirmedAt, open.Scene.ConfirmedBy) = (open.Audit.Now, who);
        await open.Audit.AddAsync(open.Db, who, "scene-confirmed", open.Subject, meetingId, open.Scene.Name, stop);
        return SceneResult.Done;
    }, stop);
}
