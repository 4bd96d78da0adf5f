namespace Shared.Data;

/// <summary>The folder that holds everything one installation owns: database, keys, stored files. Its path is absolute.</summary>
public sealed record DataDirectory(string Path)
{
    public string Database => In("event.db");
    public string BadgeKey => In("badge.key");
    public string LinkKey => In("link.key");
    public string ProtectionKeys => In("keys");
    public string LockFile => In("server.lock");
    public string Files => In("files");

    /// <summary>The own authority for https at a venue, and the server certificate it signed.</summary>
    public string Certificates => In("certificates");

    /// <summary>One line: the folder in which backups lie.</summary>
    public string BackupSetting => In("backup-folder.txt");

    /// <summary>What makes up the installation beside the database, by name.</summary>
    public static readonly IReadOnlyList<string> BesideTheDatabase = ["badge.key", "link.key", "keys", "certificates", "files"];

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folder, readable by its owner alone, and returns it with an absolute path.</summary>
    public static DataDirectory Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(full);
        else Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new DataDirectory(full);
    }

    /// <summary>Makes the database readable by its owner alone, for a folder that was there before keeps the rights it had.</summary>
    /// <exception cref="UnauthorizedAccessException">The file is somebody else's.</exception>
    public void KeepToOwner()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in (string[])[Database, Database + "-wal", Database + "-shm"])
            if (File.Exists(file)) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
