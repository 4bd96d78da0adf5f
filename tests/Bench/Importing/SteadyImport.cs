using System.Diagnostics;
using System.Globalization;
using Bench.Crowds;
using Bench.Processes;

namespace Bench.Importing;

/// <summary>Brings in one roster after another through the running server, by the command line, until it is disposed.</summary>
sealed class SteadyImport : IAsyncDisposable
{
    readonly CancellationTokenSource ending = new();
    readonly Task running;

    public SteadyImport(Crowd crowd, IReadOnlyList<string> rosters) => running = Task.Run(() => ImportAsync(crowd, rosters));

    public int Finished { get; private set; }

    async Task ImportAsync(Crowd crowd, IReadOnlyList<string> rosters)
    {
        foreach (var roster in rosters)
        {
            string[] words = ["import", roster, "--meeting", crowd.Year.ToString(CultureInfo.InvariantCulture), "--data", crowd.Data.Path];
            using var command = Process.Start(new ProcessStartInfo("dotnet", [HostProcess.Product, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await using var stopping = ending.Token.Register(() => command.Kill());
            var (_, said) = (command.StandardOutput.BaseStream.CopyToAsync(Stream.Null), command.StandardError.ReadToEndAsync());
            await command.WaitForExitAsync();
            if (ending.IsCancellationRequested) return;
            // 1 says that some row was in error, as it must in a dirty roster.
            if (command.ExitCode is not (0 or 1)) throw new CannotMeasure($"The import ended with {command.ExitCode}: {await said}");
            Finished++;
        }
        throw new CannotMeasure("All rosters were imported before the time was over; make more of them.");
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await running;
        ending.Dispose();
    }
}
