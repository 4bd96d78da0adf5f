using Microsoft.Data.Sqlite;

namespace Shared.Data;

/// <summary>Brings the write-ahead log into the database, so that no commit on which people wait has to; keeps the log's file short.</summary>
public sealed class ShortenWal(DataDirectory data) : IDisposable
{
    /// <summary>Past this the log begins again from its start, as soon as no reader holds it. The limit that must hold is <see cref="SqliteSettings.JournalBytes"/>.</summary>
    public const long LongBytes = SqliteSettings.JournalBytes / 4;

    const int PageBytes = 4096;

    readonly FileInfo wal = new(data.Database + "-wal");
    SqliteConnection? connection;
    DateTime seen;

    /// <summary>Whether the log holds more than <see cref="LongBytes"/>; asks only, and holds nobody up.</summary>
    public bool IsLong
    {
        get
        {
            connection ??= Open();
            return Checkpoint("NOOP").Pages * PageBytes > LongBytes;
        }
    }

    /// <summary>Does nothing where nothing was written since the log was last short. True where it stays long, because somebody reads or writes just now: come again soon.</summary>
    public bool Run()
    {
        wal.Refresh();
        var written = wal.LastWriteTimeUtc;
        if (!wal.Exists || written == seen) return false;
        connection ??= Open();
        // Nobody waits for this one, and it leaves little to do to the next, which holds the write lock.
        var (busy, pages) = Checkpoint("PASSIVE");
        if (busy || pages * PageBytes > LongBytes) (busy, _) = Checkpoint("RESTART");
        if (!busy) seen = written;
        return busy;
    }

    /// <summary>Leaves nothing of what was deleted in the log; false where somebody reads or writes for so long that it stays for now.</summary>
    public static async Task<bool> EmptyAsync(string database)
    {
        const int mostTries = 60;
        using var own = new ShortenWal(new DataDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!));
        own.connection = own.Open();
        for (var tries = 0; own.Checkpoint("TRUNCATE").Busy; tries++)
        {
            if (tries == mostTries) return false;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
        return true;
    }

    // Waits for nobody: while it waited it would hold the write lock.
    SqliteConnection Open()
    {
        var own = SqliteSettings.OpenOwn(data);
        using var patience = own.CreateCommand();
        patience.CommandText = "PRAGMA busy_timeout=0";
        patience.ExecuteNonQuery();
        return own;
    }

    (bool Busy, long Pages) Checkpoint(string kind)
    {
        using var command = connection!.CreateCommand();
        command.CommandText = $"PRAGMA wal_checkpoint({kind})";
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0) != 0, row.GetInt64(1));
    }

    public void Dispose() => connection?.Dispose();
}
