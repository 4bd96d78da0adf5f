namespace Shared.Data.Backups;

public enum BackupTrouble { Unreachable = 1, Old }

/// <summary>Whether backups are still made where they were told to go.</summary>
public sealed class BackupWatch(DataDirectory data, TimeProvider clock)
{
    /// <summary>So old the last one may be while something has changed since.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromDays(1);

    /// <summary>When the last one was made; null where there is none, or its folder is out of reach.</summary>
    public DateTime? Last => BackupList.InReach(BackupFolder.Of(data))?.FirstOrDefault()?.At;

    /// <summary>Whether the last one is older than allowed, be there something new or not.</summary>
    public bool IsOld => Last is not { } last || clock.GetUtcNow().UtcDateTime - last > Allowed;

    /// <summary>Whether anything was written since the last one.</summary>
    public bool HasChanged => Last is not { } last || new[] { data.Database, data.Database + "-wal" }.Where(File.Exists).Any(file => File.GetLastWriteTimeUtc(file) > last);

    /// <summary>Null where all is well, or nobody has chosen a folder yet. A disk that does not answer keeps no page waiting but its own.</summary>
    public Task<BackupTrouble?> ReadAsync(CancellationToken stop = default) => Task.Run(Read, stop);

    internal BackupTrouble? Read() =>
        BackupFolder.Of(data) is not { } folder ? null : BackupList.InReach(folder) is null ? BackupTrouble.Unreachable : IsOld && HasChanged ? BackupTrouble.Old : null;
}
