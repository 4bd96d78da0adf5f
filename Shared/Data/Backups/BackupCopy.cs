using Microsoft.Data.Sqlite;

namespace Shared.Data.Backups;

/// <summary>Copies an installation's files so that they are on the disk before anybody counts on them.</summary>
static class BackupCopy
{
    public const string Database = "event.db";

    /// <summary>By SQLite's online copy, while others read and write. What an integrity check found, null where all is well.</summary>
    public static string? CopyDatabase(DataDirectory data, string target)
    {
        using var from = SqliteSettings.OpenOwn(data, readOnly: true);
        using var to = Open(target, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);
        // One file without a log beside it: that is what can be carried away.
        Ask(to, "PRAGMA journal_mode=DELETE");
        return Check(to);
    }

    /// <summary>What an integrity check of a copy found, null where all is well.</summary>
    public static string? Check(string database)
    {
        try
        {
            using var copy = Open(database, SqliteOpenMode.ReadOnly);
            return Check(copy);
        }
        catch (SqliteException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>Everything beside the database.</summary>
    public static void CopyRest(string from, string to)
    {
        foreach (var name in DataDirectory.BesideTheDatabase)
            if (File.Exists(Path.Combine(from, name))) CopyFile(Path.Combine(from, name), Path.Combine(to, name));
            else if (Directory.Exists(Path.Combine(from, name))) CopyFolder(Path.Combine(from, name), Path.Combine(to, name));
    }

    public static void CopyFile(string from, string to)
    {
        File.Copy(from, to);
        using var copy = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        copy.Flush(flushToDisk: true);
    }

    static void CopyFolder(string from, string to)
    {
        BackupFolder.MakePrivate(to);
        foreach (var file in Directory.EnumerateFiles(from)) CopyFile(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from)) CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = SqliteSettings.BusySeconds }.ToString());
        connection.Open();
        return connection;
    }

    static string? Check(SqliteConnection copy) => Ask(copy, "PRAGMA integrity_check(1)") is "ok" ? null : Ask(copy, "PRAGMA integrity_check(1)");

    static string? Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return command.ExecuteScalar() as string;
    }
}
