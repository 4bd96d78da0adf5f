using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Shared.Data;
using Shared.Live;

namespace Shared.CheckIn.Writing;

/// <summary>
/// Writes for all stations: one thread, one connection. It takes whatever waits, decides each against the database in one transaction,
/// commits durably and only then answers all.
/// </summary>
public sealed class CheckInWriter(DataDirectory data, LiveUpdates updates, TimeProvider clock, ILogger<CheckInWriter> log) : IDisposable
{
    public const int MostWaiting = 4096;
    public const int MostInGroup = 256;

    /// <summary>How long another connection may hold the database before nothing can be recorded.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(SqliteSettings.BusySeconds);

    readonly BlockingCollection<Job> waiting = new(MostWaiting);
    readonly List<Job> group = new(MostInGroup);
    readonly Lock starting = new();
    readonly RightOfWay way = RightOfWay.Of(data.Database);
    Thread? thread;
    WriterTurn? turn;

    /// <summary>Decides in the next transaction and returns once it is on the disk. An exception of <paramref name="decide"/> undoes what it wrote and nothing else.</summary>
    /// <exception cref="CannotRecord" />
    internal Task<T> RunAsync<T>(Func<WriterTurn, T> decide)
    {
        var job = new Job<T>(decide);
        try
        {
            if (!waiting.TryAdd(job)) return Task.FromException<T>(new CannotRecord("Too many requests wait to be recorded."));
        }
        catch (InvalidOperationException)
        {
            return Task.FromException<T>(new CannotRecord("The program stops."));
        }
        if (thread is null) Start();
        return job.Answered;
    }

    /// <summary>Finishes what waits, then lets go of the database.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        lock (starting)
            if (thread != Thread.CurrentThread) thread?.Join();
    }

    // Not before the first request: by then the schema is this program's.
    void Start()
    {
        lock (starting)
        {
            if (thread is not null) return;
            thread = new Thread(Work) { Name = "check-in writer", IsBackground = true };
            thread.Start();
        }
    }

    void Work()
    {
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < MostInGroup && waiting.TryTake(out var next)) group.Add(next);
            RunGroup();
            group.Clear();
        }
        turn?.Dispose();
    }

    void RunGroup()
    {
        try
        {
            Begin();
            foreach (var job in group)
            {
                job.Decide(turn!);
                if (!turn!.IsOpen) throw new CannotRecord("The database gave up the transaction.", job.Failed);
            }
            var changed = turn!.Commit();
            way.Release();
            foreach (var job in group) job.Answer();
            foreach (var topic in changed) updates.Tell(topic);
        }
        catch (Exception broken)
        {
            GiveUp(broken as CannotRecord ?? new CannotRecord(broken.Message, broken));
        }
    }

    void Begin()
    {
        turn ??= new WriterTurn(data, clock);
        way.Claim();
        var since = Stopwatch.GetTimestamp();
        while (!turn.TryBegin())
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
                throw new CannotRecord("Another program or a long change holds the database.");
            way.AwaitPiece();
        }
    }

    // Whoever waits has waited as long as the group did; a fresh connection is tried with the next request.
    void GiveUp(CannotRecord why)
    {
        way.Release();
        log.LogError(why, "Nothing could be recorded for {Count} requests", group.Count);
        turn?.Dispose();
        turn = null;
        while (waiting.TryTake(out var behind)) group.Add(behind);
        foreach (var job in group) job.Refuse(why);
    }

    abstract class Job
    {
        public Exception? Failed { get; protected set; }
        public abstract void Decide(WriterTurn turn);
        public abstract void Answer();
        public abstract void Refuse(CannotRecord why);
    }

    sealed class Job<T>(Func<WriterTurn, T> decide) : Job
    {
        readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        T? decided;

        public Task<T> Answered => answer.Task;

        public override void Decide(WriterTurn turn)
        {
            try
            {
                decided = turn.Alone(decide);
            }
            catch (Exception failed) when ((failed as SqliteException ?? failed.InnerException as SqliteException) is null or { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT })
            {
                Failed = failed;
            }
        }

        public override void Answer()
        {
            if (Failed is null) answer.TrySetResult(decided!);
            else answer.TrySetException(Failed);
        }

        public override void Refuse(CannotRecord why) => answer.TrySetException(why);
    }
}
