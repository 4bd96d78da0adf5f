using Shared.Registration.Importing;

namespace EventApp.Registration.Importing;

/// <summary>Once, when the server starts: what an earlier one left half done is taken out or brought to its end.</summary>
sealed class ResumeImports(IServiceProvider services, ILogger<ResumeImports> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TidyImports>().RunAsync(stop);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            log.LogError(wrong, "An unfinished import could not be tidied up; the next start tries again.");
        }
    }
}
