using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EventApp.Web;

/// <summary>Why nothing can be written just now; each has a sentence that says what to do.</summary>
enum StorageTrouble { Busy, Full, Denied, Broken }

static class StorageTroubles
{
    /// <summary>Null where the failure is of another kind.</summary>
    public static StorageTrouble? Of(Exception wrong) => (wrong as SqliteException ?? wrong.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageTrouble.Busy,
        raw.SQLITE_FULL or raw.SQLITE_IOERR => StorageTrouble.Full,
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => StorageTrouble.Denied,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageTrouble.Broken,
        _ => null,
    };

    public static string Sentence(StorageTrouble trouble) => trouble switch
    {
        StorageTrouble.Busy => "The database is in use by another program and nothing was written. Try again in a moment.",
        StorageTrouble.Full => "The disk is full or cannot be written, and nothing was written. Make room, then try again.",
        StorageTrouble.Denied => "The database cannot be opened or written. Check the data directory and its permissions, or choose another with --data.",
        _ => "The file event.db in the data directory is damaged or no database. Restore a backup, or choose another folder with --data.",
    };
}
