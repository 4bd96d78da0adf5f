using Shared.Data.Backups;

namespace EventApp.Web;

/// <summary>Makes a backup every hour in which something changed, and at the start where the last one is older than a day. Does nothing until a folder was chosen.</summary>
sealed class KeepBackups(BackupWatch watch, MakeBackup make, TimeProvider clock, ILogger<KeepBackups> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        // The start itself must not wait for a slow disk.
        await Task.Yield();
        for (var first = true; ; first = false)
        {
            await MakeAsync(first);
            await Task.Delay(Every, clock, stop);
        }
    }

    // What goes wrong in asking whether one is due is as what goes wrong in making it.
    async Task MakeAsync(bool first)
    {
        try
        {
            if (!(first ? watch.IsOld : watch.HasChanged)) return;
            var result = await make.RunAsync();
            if (result is MakeBackupResult.Made made) log.LogInformation("Backup {Name} was made", made.Backup.Name);
            else if (result is not (MakeBackupResult.NoFolder or MakeBackupResult.Busy)) log.LogWarning("No backup was made: {Result}", result);
        }
        catch (Exception wrong)
        {
            // The next hour tries again; the home page and the bar say so.
            log.LogWarning(wrong, "No backup was made");
        }
    }
}
