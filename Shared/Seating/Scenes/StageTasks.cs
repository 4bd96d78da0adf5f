using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.Seating.Scenes;

/// <summary>What scenes give people to do. It is kept with the person too, where every list finds it: who signs, receives, witnesses and presides.</summary>
static class StageTasks
{
    static StageRoles Of(SceneKind kind, SceneRole role) => (kind, role) switch
    {
        (SceneKind.SigningTable, SceneRole.Seated) => StageRoles.Signs,
        (SceneKind.SigningTable, SceneRole.Witness) => StageRoles.Witnesses,
        (SceneKind.AwardStage, SceneRole.Receiver) => StageRoles.Receives,
        (SceneKind.Presidium, SceneRole.Emcee) => StageRoles.Presides,
        _ => StageRoles.None,
    };

    static IQueryable<ScenePlace> Present(EventDb db, int meetingId) => db.ScenePlaces().Where(p => p.Scene!.MeetingId == meetingId && p.AttendeeId != null && !p.Absent);

    /// <summary>By person, all that scenes give them.</summary>
    public static async Task<Dictionary<int, StageRoles>> ReadAsync(EventDb db, int meetingId, CancellationToken stop) =>
        (await Present(db, meetingId).Select(p => new { Id = p.AttendeeId!.Value, p.Scene!.Kind, p.Role }).ToListAsync(stop))
        .GroupBy(p => p.Id).ToDictionary(person => person.Key, person => person.Aggregate(StageRoles.None, (all, p) => all | Of(p.Kind, p.Role)));

    /// <summary>Writes to the people what a change of scenes gave them and takes what it took; a task that no scene gave stays.</summary>
    /// <param name="before">As read before the change.</param>
    /// <returns>Whether anybody's tasks changed.</returns>
    public static async Task<bool> SettleAsync(EventDb db, int meetingId, IReadOnlyDictionary<int, StageRoles> before, CancellationToken stop)
    {
        var now = await ReadAsync(db, meetingId, stop);
        var touched = before.Keys.Union(now.Keys).Where(id => before.GetValueOrDefault(id) != now.GetValueOrDefault(id)).ToList();
        if (touched.Count == 0) return false;
        foreach (var person in await db.Attendees().Where(a => touched.Contains(a.Id)).ToListAsync(stop))
            person.Roles = person.Roles & ~before.GetValueOrDefault(person.Id) | now.GetValueOrDefault(person.Id);
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Who sits on the presidium and so not in the hall.</summary>
    public static async Task<HashSet<int>> PresidingAsync(EventDb db, int meetingId, CancellationToken stop) =>
        await Present(db, meetingId).Where(p => p.Scene!.Kind == SceneKind.Presidium).Select(p => p.AttendeeId!.Value).ToHashSetAsync(stop);

    /// <summary>By person, the turn in which they go up to receive or to sign: the scenes as they were made, each by its ranks.</summary>
    public static async Task<Dictionary<int, int>> TurnsAsync(EventDb db, int meetingId, CancellationToken stop) =>
        (await Present(db, meetingId).Where(p => (p.Scene!.Kind == SceneKind.SigningTable && p.Role == SceneRole.Seated) || (p.Scene.Kind == SceneKind.AwardStage && p.Role == SceneRole.Receiver))
            .OrderBy(p => p.SceneId).ThenBy(p => p.Rank).Select(p => p.AttendeeId!.Value).ToListAsync(stop))
        .Index().GroupBy(p => p.Item).ToDictionary(person => person.Key, person => person.Min(p => p.Index));
}
