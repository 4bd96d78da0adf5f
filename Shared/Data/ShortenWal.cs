using Microsoft.Data.Sqlite;

namespace Shared.Data;

/// <summary>Brings the write-ahead log into the database, so that no commit on which people wait has to; keeps the log's file short.</summary>
public sealed class ShortenWal(DataDirectory data) : IDisposable
{
    /// <summary>Past this the log begins again from its start, as soon as no reader holds it. The limit that must hold is <see cref="SqliteSettings.JournalBytes"/>.</summary>
    public const long LongBytes = SqliteSettings.JournalBytes / 4;

    const int PageBytes = 4096, MostWaitMilliseconds = 20;

    readonly FileInfo wal = new(data.Database + "-wal");
    SqliteConnection? connection;
    DateTime seen;

    /// <summary>Does nothing where nothing was written since the last time and the log is short.</summary>
    public void Run()
    {
        wal.Refresh();
        if (!wal.Exists || (wal.LastWriteTimeUtc == seen && wal.Length <= LongBytes)) return;
        seen = wal.LastWriteTimeUtc;
        connection ??= Open();
        // Nobody waits for this one, and it leaves little to do to the next, which holds the write lock.
        var pages = Ask("PRAGMA wal_checkpoint(PASSIVE)");
        if (pages * PageBytes > LongBytes) Ask("PRAGMA wal_checkpoint(RESTART)");
    }

    SqliteConnection Open()
    {
        connection = SqliteSettings.OpenOwn(data);
        Ask($"PRAGMA busy_timeout={MostWaitMilliseconds}");
        return connection;
    }

    // Of a checkpoint: how many pages the log holds.
    long Ask(string pragma)
    {
        using var command = connection!.CreateCommand();
        command.CommandText = pragma;
        using var row = command.ExecuteReader();
        return row.Read() && row.FieldCount > 1 ? row.GetInt64(1) : 0;
    }

    public void Dispose() => connection?.Dispose();
}
