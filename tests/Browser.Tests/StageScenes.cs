using Browser.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Shared.Meetings;
using Shared.Seating.Scenes;

namespace Browser.Tests;

/// <summary>Scenes of the sample meeting that a journey has for itself.</summary>
static class StageScenes
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<T> InMeetingAsync<T>(this SampleApp sample, Func<IServiceProvider, int, Task<T>> work)
    {
        await using var scope = sample.App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, (await scope.ServiceProvider.GetRequiredService<MeetingCalendar>().ReadAsync(sample.Year, Stop))!.Id);
    }

    public static Task<int> SceneAsync(this SampleApp sample, SceneEntry entry, params ScenePlaceEntry[] people) => sample.InMeetingAsync(async (services, meeting) =>
    {
        var id = (await services.GetRequiredService<SaveScene>().RunAsync(meeting, entry, "小雨", Stop)).Id;
        foreach (var person in people) Assert.Empty((await services.GetRequiredService<AddToScene>().RunAsync(meeting, id, person, "小雨", Stop)).Problems);
        return id;
    });
}
