using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Tests.Hostile;

/// <summary>The queries and commands of Shared, found by their one method.</summary>
static class Callable
{
    public static IReadOnlyList<MethodInfo> Methods(string name) =>
    [
        .. typeof(EventDb).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false, Namespace: not "Shared.Demo" })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name == name))
            .OrderBy(Title, StringComparer.Ordinal),
    ];

    /// <summary>Says by itself which meeting it is about.</summary>
    public static bool NamesMeeting(this MethodInfo method) => method.GetParameters().Any(parameter => parameter.Name == "meetingId" || parameter.ParameterType == typeof(MeetingView) || parameter.ParameterType == typeof(AuditScope)
        || parameter.ParameterType.GetProperty("MeetingId") is not null && parameter.ParameterType.Name.EndsWith("Mark", StringComparison.Ordinal) || parameter.ParameterType.Name is "HandEntry" or "ShowAsk" or "PrintOrder");

    /// <summary>Its class and what it is asked with, apart from what every one takes.</summary>
    public static string Title(this MethodInfo method) =>
        $"{method.DeclaringType!.Name}({string.Join(", ", method.GetParameters().Where(parameter => !parameter.HasDefaultValue && parameter.Name is not ("meetingId" or "meeting" or "who" or "by")).Select(parameter => parameter.Name))})";

    public static async Task<object?> CallAsync(this IServiceProvider services, MethodInfo method, object?[] arguments)
    {
        var whole = services.GetService(method.DeclaringType!) ?? ActivatorUtilities.CreateInstance(services, method.DeclaringType!);
        var answer = method.Invoke(whole, arguments)!;
        var task = answer as Task ?? (Task)answer.GetType().GetMethod("AsTask")!.Invoke(answer, null)!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }
}
