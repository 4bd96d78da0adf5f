namespace Shared.Data.Backups;

public enum BackupFolderProblem { Missing = 1, NotAbsolute, InsideData, CannotMake, CannotWrite, Unreachable }

/// <summary>Where backups go. It is written in a file beside the database, so that the command line knows it where no server runs.</summary>
public static class BackupFolder
{
    /// <summary>Null where none was chosen yet.</summary>
    public static string? Of(DataDirectory data) =>
        File.Exists(data.BackupSetting) && File.ReadAllText(data.BackupSetting).Trim() is { Length: > 0 } path ? path : null;

    /// <summary>Whether one was chosen and is there now.</summary>
    public static bool IsReachable(DataDirectory data) => Directory.Exists(Of(data));

    /// <summary>Null where backups can be written into the folder chosen earlier. It is never made anew: with its disk gone, that would be somewhere else.</summary>
    public static BackupFolderProblem? Check(DataDirectory data, string path) =>
        Place(data, path) ?? (!Directory.Exists(path) ? BackupFolderProblem.Unreachable : CanWrite(path) ? null : BackupFolderProblem.CannotWrite);

    /// <summary>For the one who chooses it: makes the folder where there is none yet; null where backups can be written there.</summary>
    public static BackupFolderProblem? Prepare(DataDirectory data, string? path)
    {
        if (Place(data, path) is { } problem) return problem;
        try
        {
            MakePrivate(path!);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return BackupFolderProblem.CannotMake;
        }
        return CanWrite(path!) ? null : BackupFolderProblem.CannotWrite;
    }

    /// <summary>The file appears whole or not at all.</summary>
    public static void Write(DataDirectory data, string path)
    {
        var part = data.BackupSetting + ".part";
        File.WriteAllText(part, Path.GetFullPath(path) + "\n");
        File.Move(part, data.BackupSetting, overwrite: true);
    }

    /// <summary>A folder for its owner alone: a backup holds everything that is known of anybody. One that is there stays as it is.</summary>
    internal static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    static BackupFolderProblem? Place(DataDirectory data, string? path) =>
        string.IsNullOrWhiteSpace(path) ? BackupFolderProblem.Missing : !Path.IsPathFullyQualified(path) ? BackupFolderProblem.NotAbsolute
        : IsInside(data.Path, Path.GetFullPath(path)) ? BackupFolderProblem.InsideData : null;

    static bool IsInside(string folder, string path) =>
        (Path.TrimEndingDirectorySeparator(path) + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    static bool CanWrite(string path)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(path, $".probe-{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            probe.WriteByte(0);
            return true;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
