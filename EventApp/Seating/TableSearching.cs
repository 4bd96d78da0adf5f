using System.Diagnostics;
using Shared.Seating.Grouping;
using Shared.Seating.Tables;

namespace EventApp.Seating;

/// <summary>A search for tables that runs beside its page, which is drawn anew as it goes on.</summary>
sealed class TableSearching(Func<Task> draw) : IDisposable
{
    static readonly TimeSpan BetweenDrawings = TimeSpan.FromMilliseconds(250);

    CancellationTokenSource? stop;
    long best;

    public bool Runs => stop is not null;

    /// <summary>Of the time it may take, in hundredths.</summary>
    public double Passed { get; private set; }

    /// <summary>Of all wishes those granted by the best plan so far, in hundredths; null before there is one.</summary>
    public long? Percent { get; private set; }

    /// <param name="fewest">Whoever sits stays, as far as can be.</param>
    public async Task<TableReplan> RunAsync(TableQuestionView asked, TimeSpan limit, bool fewest)
    {
        using var source = stop = new CancellationTokenSource();
        (best, Percent, Passed) = (long.MinValue, null, 0);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var found = Task.Run(() => fewest
                ? ReplanTables.Run(asked.Problem, asked.Now, limit, source.Token)
                : new(ArrangeTables.Run(asked.Problem, limit, asked.Now, score => Interlocked.Exchange(ref best, score), source.Token), [], 0, Fewest: false), CancellationToken.None);
            while (await Task.WhenAny(found, Task.Delay(BetweenDrawings)) != found)
            {
                Passed = Math.Min(100, 100 * Stopwatch.GetElapsedTime(started) / limit);
                if (Interlocked.Read(ref best) is > long.MinValue and var score) Percent = new TablePlan(asked.Now, score, asked.Problem.Wanted, 0, []).PercentMet;
                await draw();
            }
            return await found;
        }
        finally
        {
            stop = null;
        }
    }

    public void Stop() => stop?.Cancel();

    public void Dispose() => Stop();
}
