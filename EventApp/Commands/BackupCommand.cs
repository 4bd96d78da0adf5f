using Shared.Data;
using Shared.Data.Backups;

namespace EventApp.Commands;

/// <summary><c>backup</c> copies the data directory while a server works on it; <c>restore</c> puts a copy back while none does.</summary>
static class BackupCommand
{
    const int Fine = 0, Refused = 1, Unusable = 2;
    const string To = "--to", From = "--from", Replace = "--replace";

    public static async Task<int> BackUpAsync(ToolRun run)
    {
        string? folder = null;
        if (run.Args is [To, var given]) folder = Path.GetFullPath(run.PathOf(given));
        else if (run.Args.Length > 0) return await SayAsync(run, "Usage: EventApp backup [--to DIR]", Unusable);
        return await run.Services.GetRequiredService<MakeBackup>().RunAsync(folder) switch
        {
            MakeBackupResult.Made made => await TellAsync(run, made.Backup.Path),
            MakeBackupResult.NoFolder => await SayAsync(run, "No folder for backups was chosen yet. Name one with --to DIR, or choose it on the page of the backups.", Unusable),
            MakeBackupResult.Busy => await SayAsync(run, "Another backup is being made in that folder. Try again in a moment.", Refused),
            MakeBackupResult.Refused refused => await SayAsync(run, Why(refused.Problem, folder), Unusable),
            MakeBackupResult.Failed failed => await SayAsync(run, $"The backup could not be written: {failed.Why}", Refused),
            MakeBackupResult.Damaged damaged => await SayAsync(run, $"The copy did not stand the integrity check and was thrown away: {damaged.Found}", Refused),
            _ => Refused,
        };
    }

    public static async Task<int> RestoreAsync(ToolRun run)
    {
        var words = run.Args.Where(word => word != Replace).ToArray();
        if (words is not [From, var given]) return await SayAsync(run, "Usage: EventApp restore --from DIR [--replace]", Unusable);
        var data = run.Services.GetRequiredService<DataDirectory>();
        switch (await run.Services.GetRequiredService<RestoreBackup>().RunAsync(Path.GetFullPath(run.PathOf(given)), run.Args.Contains(Replace)))
        {
            case RestoreBackupResult.Restored done:
                if (done.SetAside is { } aside) await run.Error.WriteLineAsync($"What was there lies in {aside}.");
                return await TellAsync(run, $"{done.From} is restored to {data.Path}.");
            case RestoreBackupResult.ServerRuns:
                return await SayAsync(run, $"A server runs on {data.Path}. Stop it first.", Refused);
            case RestoreBackupResult.DatabaseThere:
                return await SayAsync(run, $"{data.Path} holds a database. With {Replace} it is moved aside and the backup takes its place.", Refused);
            case RestoreBackupResult.Damaged damaged:
                return await SayAsync(run, $"That backup is damaged ({damaged.Found}). Take another one.", Refused);
            default:
                return await SayAsync(run, "There is no backup in that folder.", Unusable);
        }
    }

    static string Why(BackupFolderProblem problem, string? folder) => problem switch
    {
        BackupFolderProblem.InsideData => "A backup inside the data directory is lost with it. Choose another folder.",
        BackupFolderProblem.CannotMake => $"The folder {folder} cannot be made.",
        BackupFolderProblem.Unreachable => $"The chosen folder {folder} is not there; is its disk connected?",
        BackupFolderProblem.CannotWrite => $"Nothing can be written in {folder}.",
        _ => "Name a folder with --to DIR.",
    };

    static async Task<int> TellAsync(ToolRun run, string line)
    {
        await run.Out.WriteLineAsync(line);
        return Fine;
    }

    static async Task<int> SayAsync(ToolRun run, string sentence, int code)
    {
        await run.Error.WriteLineAsync(sentence);
        return code;
    }
}
