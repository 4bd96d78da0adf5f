using System.Globalization;

namespace Shared.Data.Backups;

/// <param name="At">When it was made.</param>
/// <param name="Bytes">Of all its files.</param>
public sealed record BackupView(string Path, DateTime At, long Bytes)
{
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <param name="Folder">Null where none was chosen yet.</param>
public sealed record BackupListView(string? Folder, bool Reachable, IReadOnlyList<BackupView> Backups);

/// <summary>The finished backups in the chosen folder, newest first.</summary>
public sealed class BackupList(DataDirectory data)
{
    internal const string Lead = "backup-", Unfinished = ".part", Stamp = "yyyyMMdd-HHmmss-fff";

    public Task<BackupListView> ReadAsync(CancellationToken stop = default) => Task.Run(Read, stop);

    internal BackupListView Read()
    {
        var folder = BackupFolder.Of(data);
        var backups = InReach(folder, Measured);
        return new BackupListView(folder, backups is not null, backups ?? []);
    }

    /// <summary>Newest first; their sizes are not read.</summary>
    public static IReadOnlyList<BackupView> In(string folder) => [.. Directory.EnumerateDirectories(folder, Lead + "*")
        .Select(path => MadeAt(Path.GetFileName(path)) is { } at ? new BackupView(path, at, 0) : null).OfType<BackupView>().OrderByDescending(backup => backup.At)];

    /// <summary>The same; null where the folder is out of reach: none chosen, pulled out, or on a disk that no longer answers.</summary>
    internal static IReadOnlyList<BackupView>? InReach(string? folder, Func<BackupView, BackupView>? look = null)
    {
        try
        {
            return folder is null ? null : look is null ? In(folder) : [.. In(folder).Select(look)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static string NameOf(DateTime at) => Lead + at.ToString(Stamp, CultureInfo.InvariantCulture);

    static BackupView Measured(BackupView backup) =>
        backup with { Bytes = new DirectoryInfo(backup.Path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) };

    // Of an unfinished one the name says more than a time.
    static DateTime? MadeAt(string name) =>
        DateTime.TryParseExact(name[Lead.Length..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
