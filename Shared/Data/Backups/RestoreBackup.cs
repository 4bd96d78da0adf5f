using Microsoft.Data.Sqlite;

namespace Shared.Data.Backups;

public abstract record RestoreBackupResult
{
    /// <param name="From">The backup that was taken.</param>
    /// <param name="SetAside">Where that lies which was there before; null where there was nothing.</param>
    public sealed record Restored(string From, string? SetAside) : RestoreBackupResult;
    public sealed record NoBackup : RestoreBackupResult;
    public sealed record ServerRuns : RestoreBackupResult;

    /// <summary>The data directory holds a database and nobody said that it is to be replaced.</summary>
    public sealed record DatabaseThere : RestoreBackupResult;
    public sealed record Damaged(string Found) : RestoreBackupResult;
}

/// <summary>Puts a backup in the place of what a data directory holds. Nothing is deleted: what was there is moved aside, and the database comes last, so that a killed restore can be run again.</summary>
public sealed class RestoreBackup(DataDirectory data, TimeProvider clock)
{
    static readonly string[] OfTheDatabase = ["event.db", "event.db-wal", "event.db-shm"];

    /// <param name="from">One backup, or a folder of backups, of which the newest is taken.</param>
    public Task<RestoreBackupResult> RunAsync(string from, bool replace) => OwnThread.RunAsync(() => Restore(from, replace));

    RestoreBackupResult Restore(string from, bool replace)
    {
        if (Find(from) is not { } backup) return new RestoreBackupResult.NoBackup();
        using var held = ServerLock.TryTake(data);
        if (held is null) return new RestoreBackupResult.ServerRuns();
        if (File.Exists(data.Database) && !replace) return new RestoreBackupResult.DatabaseThere();
        if (BackupCopy.Check(Path.Combine(backup, BackupCopy.Database)) is { } found) return new RestoreBackupResult.Damaged(found);
        var part = data.In(".restore.part");
        if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        BackupFolder.MakePrivate(part);
        BackupCopy.CopyRest(backup, part);
        BackupCopy.CopyFile(Path.Combine(backup, BackupCopy.Database), Path.Combine(part, BackupCopy.Database));
        var aside = SetAside();
        foreach (var name in DataDirectory.BesideTheDatabase.Append(BackupCopy.Database)) Move(Path.Combine(part, name), data.In(name));
        Directory.Delete(part, recursive: true);
        return new RestoreBackupResult.Restored(backup, aside);
    }

    static string? Find(string from)
    {
        if (File.Exists(Path.Combine(from, BackupCopy.Database))) return from;
        var newest = Directory.Exists(from) ? BackupList.In(from).FirstOrDefault() : null;
        return newest is not null && File.Exists(Path.Combine(newest.Path, BackupCopy.Database)) ? newest.Path : null;
    }

    // The database goes first: without it nothing starts on the half of the old files.
    string? SetAside()
    {
        string[] there = [.. OfTheDatabase.Concat(DataDirectory.BesideTheDatabase).Where(name => Path.Exists(data.In(name)))];
        if (there.Length == 0) return null;
        SqliteConnection.ClearAllPools();
        var aside = data.In($"before-restore-{clock.GetUtcNow().UtcDateTime.ToString(BackupList.Stamp, System.Globalization.CultureInfo.InvariantCulture)}");
        BackupFolder.MakePrivate(aside);
        foreach (var name in there) Move(data.In(name), Path.Combine(aside, name));
        return aside;
    }

    static void Move(string from, string to)
    {
        if (File.Exists(from)) File.Move(from, to);
        else if (Directory.Exists(from)) Directory.Move(from, to);
    }
}
