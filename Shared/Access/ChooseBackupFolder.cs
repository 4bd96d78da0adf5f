using Shared.Data;
using Shared.Data.Backups;

namespace Shared.Access;

/// <summary>Sets where backups go, for the whole installation.</summary>
public sealed class ChooseBackupFolder(DataDirectory data, AuditTrail audit)
{
    /// <returns>Null where the folder was taken.</returns>
    public async Task<BackupFolderProblem?> RunAsync(string? path, string who, CancellationToken stop = default)
    {
        path = path?.Trim();
        if (BackupFolder.Prepare(data, path) is { } problem) return problem;
        BackupFolder.Write(data, path!);
        await audit.AddAsync(who, "backup-folder-chosen", details: path, stop: stop);
        return null;
    }
}
