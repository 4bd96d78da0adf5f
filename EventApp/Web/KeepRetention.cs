using Shared.Meetings;
using Shared.Privacy;

namespace EventApp.Web;

/// <summary>Takes away what is due once a day, for those meetings alone whose organiser has switched it on.</summary>
sealed class KeepRetention(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeepRetention> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        // The start itself must not wait for a slow disk.
        await Task.Yield();
        for (; ; await Task.Delay(Every, clock, stop))
            try
            {
                await RunAsync(stop);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // The next day tries again; the home page tells what is due.
                log.LogWarning(wrong, "Due data were not removed");
            }
    }

    async Task RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (board, run) = (scope.ServiceProvider.GetRequiredService<RetentionBoard>(), scope.ServiceProvider.GetRequiredService<RunRetention>());
        foreach (var meeting in await scope.ServiceProvider.GetRequiredService<MeetingCalendar>().ReadAsync(stop))
            if ((await board.ReadAsync(meeting, stop)).Plan.Daily)
                foreach (var gone in await run.RunAsync(meeting, RetentionRun.ByItself, stop)) log.LogInformation("Retention removed {Count} {Kind} of {Year}", gone.Count, gone.Kind, meeting.Year);
    }
}
