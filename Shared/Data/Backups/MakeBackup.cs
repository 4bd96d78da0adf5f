using Microsoft.Data.Sqlite;

namespace Shared.Data.Backups;

public abstract record MakeBackupResult
{
    public sealed record Made(BackupView Backup) : MakeBackupResult;
    public sealed record NoFolder : MakeBackupResult;

    /// <summary>Another one is being made in the same folder.</summary>
    public sealed record Busy : MakeBackupResult;
    public sealed record Refused(BackupFolderProblem Problem) : MakeBackupResult;

    /// <summary>The disk is full, the stick was pulled out; <paramref name="Why"/> are the system's words.</summary>
    public sealed record Failed(string Why) : MakeBackupResult;

    /// <summary>The copy did not stand the integrity check and was thrown away.</summary>
    public sealed record Damaged(string Found) : MakeBackupResult;
}

/// <summary>
/// Copies database, keys and stored files into a dated folder while others read and write. It is written under a temporary name, checked, then renamed:
/// what bears a backup's name is whole. What a killed one left behind is swept away by the next.
/// </summary>
public sealed class MakeBackup(DataDirectory data, TimeProvider clock)
{
    /// <summary>The newest so many stay, and besides the last one of each of so many days.</summary>
    public const int KeptNewest = 24, KeptDays = 30;

    const string Lock = ".backup.lock";

    /// <param name="folder">Made where it is missing; null for the chosen one, which is not.</param>
    public Task<MakeBackupResult> RunAsync(string? folder = null) => OwnThread.RunAsync(() =>
        folder is not null ? Make(folder, BackupFolder.Prepare(data, folder)) : BackupFolder.Of(data) is { } chosen ? Make(chosen, BackupFolder.Check(data, chosen)) : new MakeBackupResult.NoFolder());

    MakeBackupResult Make(string folder, BackupFolderProblem? found)
    {
        if (found is { } problem) return new MakeBackupResult.Refused(problem);
        using var held = TryHold(folder);
        if (held is null) return new MakeBackupResult.Busy();
        try
        {
            return Write(folder);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or SqliteException)
        {
            return new MakeBackupResult.Failed(wrong.Message);
        }
    }

    MakeBackupResult Write(string folder)
    {
        foreach (var left in Directory.EnumerateDirectories(folder, BackupList.Lead + "*" + BackupList.Unfinished)) Directory.Delete(left, recursive: true);
        var at = clock.GetUtcNow().UtcDateTime;
        var path = Path.Combine(folder, BackupList.NameOf(at));
        var part = path + BackupList.Unfinished;
        BackupFolder.MakePrivate(part);
        // The database first: files are written before the row that names them.
        if (BackupCopy.CopyDatabase(data, Path.Combine(part, BackupCopy.Database)) is { } found)
        {
            Directory.Delete(part, recursive: true);
            return new MakeBackupResult.Damaged(found);
        }
        BackupCopy.CopyRest(data.Path, part);
        Directory.Move(part, path);
        foreach (var old in TooMany(BackupList.In(folder))) Directory.Delete(old.Path, recursive: true);
        return new MakeBackupResult.Made(new(path, at, 0));
    }

    /// <summary>Those that go, of backups from the newest on.</summary>
    internal static IEnumerable<BackupView> TooMany(IReadOnlyList<BackupView> backups) =>
        backups.Skip(KeptNewest).Except(backups.GroupBy(backup => backup.At.Date).Take(KeptDays).Select(day => day.First()));

    // Held while one is made; the operating system frees it when the process dies.
    static FileStream? TryHold(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
