using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Seating.Scenes;

/// <summary>A scene as a form holds it.</summary>
public sealed record SceneEntry
{
    /// <summary>Null for one to be added.</summary>
    public int? Id { get; init; }

    /// <summary>Stays what it was made as.</summary>
    public SceneKind Kind { get; init; } = SceneKind.Presidium;
    public string? Name { get; init; }
    public EvenRule EvenRule { get; init; } = EvenRule.LeftFollow;
    public bool StrictTwo { get; init; }
    public int PerRow { get; init; }
    public bool GuestAtOwnRight { get; init; } = true;
    public bool HostsAtEnds { get; init; }
    public bool GuestAtHead { get; init; }
    public SigningForm Form { get; init; } = SigningForm.SideBySide;
    public EmceeSeat Emcee { get; init; } = EmceeSeat.Centre;
    public Lectern Lectern { get; init; } = Lectern.None;
    public bool HostSecond { get; init; }
}

/// <summary>The id, or what was wrong field by field.</summary>
public sealed record SaveSceneResult(int Id, IReadOnlyList<FieldProblem> Problems);

/// <summary>Adds a scene or changes how it is arranged.</summary>
public sealed class SaveScene(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SaveSceneResult> RunAsync(int meetingId, SceneEntry typed, string who, CancellationToken stop = default)
    {
        var entry = typed with { Name = TextNormal.Line(typed.Name) };
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var scene = entry.Id is null ? new Scene { MeetingId = meetingId, Kind = entry.Kind, Name = "" } : await db.Scenes().SingleOrDefaultAsync(s => s.Id == entry.Id && s.MeetingId == meetingId, stop);
        var problems = await ProblemsAsync(db, meetingId, entry, scene, stop);
        if (problems.Count > 0) return new(0, problems);
        if (entry.Id is null) db.Add(scene!);
        (scene!.Name, scene.EvenRule, scene.StrictTwo, scene.PerRow) = (entry.Name!, entry.EvenRule, entry.StrictTwo, entry.PerRow);
        (scene.GuestAtOwnRight, scene.HostsAtEnds, scene.GuestAtHead) = (entry.GuestAtOwnRight, entry.HostsAtEnds, entry.GuestAtHead);
        (scene.Form, scene.Emcee, scene.Lectern, scene.HostSecond) = (entry.Form, entry.Emcee, entry.Lectern, entry.HostSecond);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, entry.Id is null ? "scene-added" : "scene-changed", ScenesSets.Subject(scene.Id), meetingId, $"{scene.Name}: {scene.EvenRule}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(ScenesSets.Stages(meetingId));
        return new(scene.Id, []);
    }

    static async Task<List<FieldProblem>> ProblemsAsync(EventDb db, int meetingId, SceneEntry entry, Scene? scene, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        if (scene is null) problems.Add(new(nameof(entry.Id), "NoSuchScene"));
        if (entry.Name!.Length == 0) problems.Add(new(nameof(entry.Name), "Missing"));
        if (entry.Name.Length > Scene.NameLength) problems.Add(new(nameof(entry.Name), "TooLong", Scene.NameLength));
        if (await db.Scenes().AnyAsync(s => s.MeetingId == meetingId && s.Name == entry.Name && s.Id != entry.Id, stop)) problems.Add(new(nameof(entry.Name), "NameInUse"));
        if (entry.Id is null && await db.Scenes().CountAsync(s => s.MeetingId == meetingId, stop) >= Scene.MostScenes) problems.Add(new(nameof(entry.Name), "TooMany", Scene.MostScenes));
        var most = Scene.MostOf(scene?.Kind ?? entry.Kind);
        if (entry.PerRow < 0 || entry.PerRow > most) problems.Add(new(nameof(entry.PerRow), "PerRow", most));
        return problems;
    }
}

/// <summary>Takes a scene away with all who are in it; the people stay in the list.</summary>
public sealed class RemoveScene(SceneEditing editing)
{
    public Task<SceneResult> RunAsync(int meetingId, int sceneId, string who, CancellationToken stop = default) => editing.RunAsync(meetingId, sceneId, async open =>
    {
        open.Db.Remove(open.Scene);
        await open.Audit.AddAsync(open.Db, who, "scene-removed", open.Subject, meetingId, $"{open.Scene.Name}: {open.Places.Count}", stop);
        return SceneResult.Done;
    }, stop);
}
