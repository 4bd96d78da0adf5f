using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.Seating.Scenes;

/// <param name="People">Present ones.</param>
public sealed record SceneRow(int Id, SceneKind Kind, string Name, int People, int Absent, DateTime? ConfirmedAt, string? ConfirmedBy, DateTime? CardsOutAt);

/// <summary>The scenes of a meeting in the order in which they were made.</summary>
public sealed class SceneList(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<SceneRow>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var places = db.ScenePlaces();
        return await db.Scenes().Where(s => s.MeetingId == meetingId).OrderBy(s => s.Id)
            .Select(s => new SceneRow(s.Id, s.Kind, s.Name, places.Count(p => p.SceneId == s.Id && !p.Absent), places.Count(p => p.SceneId == s.Id && p.Absent), s.ConfirmedAt, s.ConfirmedBy, s.CardsOutAt))
            .ToListAsync(stop);
    }
}

/// <param name="There">Already in this scene.</param>
public sealed record SceneCandidate(int AttendeeId, string Name, string Unit, string? Post, AttendeeCategory Category, bool There);

/// <summary>People of the list whom a typed text means, to be put into a scene; leaders and guests first.</summary>
public sealed class SceneCandidates(IDbContextFactory<EventDb> dbs)
{
    public const int Most = 12;

    public async Task<IReadOnlyList<SceneCandidate>> ReadAsync(int meetingId, int sceneId, string? typed, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var known = db.Attendees().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed);
        var places = db.ScenePlaces();
        return await (await RosterSearch.NarrowAsync(db, known, meetingId, typed, stop))
            .OrderBy(a => a.Category == AttendeeCategory.Leader || a.Category == AttendeeCategory.Guest ? 0 : 1).ThenBy(a => a.ListNo).ThenBy(a => a.Id).Take(Most)
            .Select(a => new SceneCandidate(a.Id, a.Name, a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName, a.Post, a.Category, places.Any(p => p.SceneId == sceneId && p.AttendeeId == a.Id)))
            .ToListAsync(stop);
    }
}
