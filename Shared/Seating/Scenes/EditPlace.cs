using Microsoft.EntityFrameworkCore;
using Shared.Meetings;
using Shared.Seating.Scenes.Rules;

namespace Shared.Seating.Scenes;

/// <summary>What may be changed of somebody who is there.</summary>
/// <param name="Level">Level or grade; null for none.</param>
public sealed record PlaceChange(SceneSide Side, int? Level);

/// <summary>Changes side and level of one person.</summary>
public sealed class EditPlace(SceneEditing editing)
{
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, int placeId, PlaceChange change, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, placeId, async (open, place) =>
    {
        if (change.Level is < ScenePlace.HighestLevel or > ScenePlace.LowestLevel || (place.Side, place.Level) == (change.Side, change.Level)) return SceneResult.NothingToDo;
        (place.Side, place.Level) = (change.Side, change.Level);
        await open.Audit.AddAsync(open.Db, who, "scene-place-changed", open.Subject, meetingId, $"{open.Scene.Name}: {place.Called()} {place.Side} {place.Level}", stop);
        return SceneResult.Done;
    }, stop);
}

/// <summary>Takes somebody out of the scene, who was put there by mistake; who stays away is marked absent instead.</summary>
public sealed class RemoveFromScene(SceneEditing editing)
{
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, int placeId, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, placeId, async (open, place) =>
    {
        if (place.CardRow is not null) return SceneResult.CardIsOut;
        open.Db.Remove(place);
        await open.Audit.AddAsync(open.Db, who, "scene-place-removed", open.Subject, meetingId, $"{open.Scene.Name}: {place.Called()}", stop);
        return SceneResult.Done;
    }, stop);
}

/// <summary>不来了, and its undoing: the rank is kept, the others close up.</summary>
public sealed class MarkAbsent(SceneEditing editing)
{
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, int placeId, bool absent, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, placeId, async (open, place) =>
    {
        if (place.Absent == absent) return SceneResult.NothingToDo;
        await PrintedCards.StandAsync(open, who, stop);
        place.Absent = absent;
        await open.Audit.AddAsync(open.Db, who, absent ? "scene-absent" : "scene-present", open.Subject, meetingId, $"{open.Scene.Name}: {place.Called()}", stop);
        return SceneResult.Done;
    }, stop);
}

/// <summary>The cards, or the marks on the floor, are where the plan has them: from here on a walking list tells what a change moves.</summary>
public sealed class PutCardsOut(SceneEditing editing)
{
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, async open =>
    {
        var plan = SceneLayout.Of(open.Scene.Settings(), open.Places.Standers());
        if (plan.Count == 0) return SceneResult.NothingToDo;
        PrintedCards.Stand(open, plan);
        (open.Scene.CardsOutAt, open.Scene.CardsOutBy) = (open.Audit.Now, who);
        await open.Audit.AddAsync(open.Db, who, "scene-cards-out", open.Subject, meetingId, $"{open.Scene.Name}: {plan.Count}", stop);
        return SceneResult.Done;
    }, stop);
}

/// <summary>Where cards stand.</summary>
static class PrintedCards
{
    /// <summary>Cards of a confirmed order that were printed are taken to stand as planned, so that a change after that is a walk and not a new plan, whether or not anybody said that they are out. A printed name says nothing of what lies on a floor.</summary>
    public static async Task StandAsync(OpenScene open, string who, CancellationToken stop)
    {
        var scene = open.Scene;
        if (Scene.IsStood(scene.Kind) || scene.CardsOutAt is not null || scene.ConfirmedAt is null) return;
        var printed = await open.Db.Printouts().Where(p => p.MeetingId == scene.MeetingId && p.AboutId == scene.Id && p.Kind == SceneSheets.Cards).MaxAsync(p => (DateTime?)p.PrintedAt, stop);
        if (printed is null) return;
        Stand(open, SceneLayout.Of(scene.Settings(), open.Places.Standers()));
        (scene.CardsOutAt, scene.CardsOutBy) = (printed, who);
    }

    public static void Stand(OpenScene open, IReadOnlyDictionary<int, Spot> plan)
    {
        foreach (var place in open.Places) (place.CardRow, place.CardNumber) = plan.TryGetValue(place.Id, out var spot) ? (spot.Row, spot.Number) : ((int?)null, (int?)null);
    }
}

/// <summary>Says by hand which presenter each receiver faces; an empty list leaves it to the rule again.</summary>
public sealed class PairReceivers(SceneEditing editing)
{
    /// <param name="presenters">In the order of the receivers who are there; each of 1 to their number once.</param>
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, IReadOnlyList<int> presenters, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, async open =>
    {
        var receivers = open.Of(SceneRole.Receiver).FindAll(one => !one.Absent);
        if (receivers.Count == 0) return SceneResult.NothingToDo;
        if (presenters.Count > 0 && (presenters.Count != receivers.Count || !AwardStage.IsPermutation(presenters))) return SceneResult.NoPermutation;
        foreach (var (at, receiver) in receivers.Index()) receiver.Faces = presenters.Count == 0 ? null : presenters[at];
        await open.Audit.AddAsync(open.Db, who, "scene-pairs-set", open.Subject, meetingId, $"{open.Scene.Name}: {string.Join(' ', presenters)}", stop);
        return SceneResult.Done;
    }, stop);
}
