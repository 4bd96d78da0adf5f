using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;
using Shared.Live;

namespace Shared.Seating.Scenes;

public static class ScenesSets
{
    public static DbSet<Scene> Scenes(this EventDb db) => db.Set<Scene>();
    public static DbSet<ScenePlace> ScenePlaces(this EventDb db) => db.Set<ScenePlace>();

    /// <summary>Told after every committed change of a scene or of who is in it.</summary>
    public static LiveTopic Stages(int meetingId) => new("scenes", meetingId);

    /// <summary>How the audit trail names a scene.</summary>
    public static string Subject(int sceneId) => $"scene:{sceneId}";

    public static IServiceCollection AddScenes(this IServiceCollection services) => services
        .AddScoped<SceneEditing>().AddScoped<SaveScene>().AddScoped<RemoveScene>().AddScoped<AddToScene>().AddScoped<EditPlace>().AddScoped<RemoveFromScene>().AddScoped<RankPlace>().AddScoped<LockPlace>()
        .AddScoped<MarkAbsent>().AddScoped<PresortScene>().AddScoped<ConfirmScene>().AddScoped<PutCardsOut>().AddScoped<PairReceivers>().AddScoped<PrintScene>()
        .AddScoped<SceneList>().AddScoped<ScenePlan>().AddScoped<SceneCandidates>().AddScoped<PrintedScene>();
}
