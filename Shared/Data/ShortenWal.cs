using Microsoft.Data.Sqlite;

namespace Shared.Data;

/// <summary>Brings the write-ahead log into the database, so that no commit on which people wait has to; keeps the log's file short.</summary>
public sealed class ShortenWal(DataDirectory data) : IDisposable
{
    /// <summary>Past this the file is cut as soon as no reader holds it. The limit that must hold is <see cref="SqliteSettings.JournalBytes"/>.</summary>
    public const long CutBytes = SqliteSettings.JournalBytes / 2;

    const int MostWaitMilliseconds = 20;

    readonly FileInfo wal = new(data.Database + "-wal");
    SqliteConnection? connection;
    DateTime seen;

    /// <summary>Does nothing where nothing was written since the last time.</summary>
    public void Run()
    {
        wal.Refresh();
        if (!wal.Exists || (wal.LastWriteTimeUtc == seen && wal.Length <= CutBytes)) return;
        seen = wal.LastWriteTimeUtc;
        using var checkpoint = Connection().CreateCommand();
        checkpoint.CommandText = wal.Length > CutBytes ? "PRAGMA wal_checkpoint(TRUNCATE)" : "PRAGMA wal_checkpoint(PASSIVE)";
        checkpoint.ExecuteNonQuery();
    }

    SqliteConnection Connection()
    {
        if (connection is not null) return connection;
        connection = SqliteSettings.OpenOwn(data);
        // To cut the file it takes the write lock and waits for readers: never long.
        using var patience = connection.CreateCommand();
        patience.CommandText = $"PRAGMA busy_timeout={MostWaitMilliseconds}";
        patience.ExecuteNonQuery();
        return connection;
    }

    public void Dispose() => connection?.Dispose();
}
