using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration.Importing;

/// <summary>
/// Writes many things in transactions short enough that a scan never waits long for the lock; one that waits ends the piece.
/// A piece does not wait for the disk; whoever says that all is written commits after the last one, which makes every piece durable.
/// </summary>
sealed class PieceWriter(EventDb db)
{
    /// <summary>A piece takes nothing more after this; its commit has to fit into the 10 ms that it may hold the lock.</summary>
    internal TimeSpan PieceTime { get; init; } = TimeSpan.FromMilliseconds(4);

    /// <summary>Others come in between.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);

    /// <summary>So often the log is brought into the database though it is not long yet.</summary>
    static readonly TimeSpan LogTime = TimeSpan.FromMilliseconds(200);

    long shortened;

    public SqliteConnection Connection { get; } = (SqliteConnection)db.Database.GetDbConnection();

    readonly RightOfWay way = RightOfWay.Of(db.Database.GetDbConnection().DataSource);

    /// <summary>Cancelled between two pieces; what was committed stays.</summary>
    /// <param name="items">Prepared before the lock is taken, some dozens at a time.</param>
    public async Task RunAsync<TItem>(IEnumerable<TItem> items, Action<TItem, SqliteTransaction> write, Action<int> written, CancellationToken stop)
    {
        using var log = new ShortenWal(new DataDirectory(Path.GetDirectoryName(Connection.DataSource)!));
        // The engine would look at the log behind every piece once it is long, and hold it when it shall begin again.
        Set("PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0");
        try
        {
            await WriteAsync(items, write, written, log, stop);
        }
        finally
        {
            Set("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000");
        }
    }

    async Task WriteAsync<TItem>(IEnumerable<TItem> items, Action<TItem, SqliteTransaction> write, Action<int> written, ShortenWal log, CancellationToken stop)
    {
        const int prepared = 64;
        var done = 0;
        foreach (var chunk in items.Chunk(prepared))
            for (var next = 0; next < chunk.Length;)
            {
                stop.ThrowIfCancellationRequested();
                await way.ClearAsync();
                var from = next;
                using (var transaction = Connection.BeginTransaction())
                {
                    var start = Stopwatch.GetTimestamp();
                    do
                        write(chunk[next++], transaction);
                    while (next < chunk.Length && !way.IsClaimed && Stopwatch.GetElapsedTime(start) < PieceTime);
                    transaction.Commit();
                }
                way.PieceEnded();
                written(done += next - from);
                await Task.Delay(Pause, CancellationToken.None);
                await ShortenAsync(log);
            }
    }

    // Nobody writes as much as this: while the log stays long, nothing more is written, for about a second at most.
    async Task ShortenAsync(ShortenWal log)
    {
        const int mostTries = 300;
        // A quick disk takes more than the log may hold before that time is over.
        if (Stopwatch.GetElapsedTime(shortened) < LogTime && !log.IsLong) return;
        for (var tries = 0; log.Run() && tries < mostTries; tries++) await Task.Delay(Pause, CancellationToken.None);
        shortened = Stopwatch.GetTimestamp();
    }

    void Set(string pragma)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }
}
