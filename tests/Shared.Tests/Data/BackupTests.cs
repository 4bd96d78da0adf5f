using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.Data;
using Shared.Data.Backups;
using Shared.Meetings;
using Shared.Tests.Registration;

namespace Shared.Tests.Data;

public sealed class BackupTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly string folder = Directory.CreateTempSubdirectory("event-backup-").FullName;
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero));

    DataDirectory Data => rosters.Database.Data;
    MakeBackup Make => new(Data, clock);

    public BackupTests()
    {
        rosters.Add("张三");
        File.WriteAllText(Data.BadgeKey, "badge");
        File.WriteAllText(Data.LinkKey, "link");
        Directory.CreateDirectory(Path.Combine(Data.Files, "2026"));
        File.WriteAllText(Path.Combine(Data.Files, "2026", "a.pdf"), "%PDF");
        Directory.CreateDirectory(Data.ProtectionKeys);
        File.WriteAllText(Path.Combine(Data.ProtectionKeys, "key.xml"), "<key/>");
    }

    public void Dispose()
    {
        rosters.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    async Task<BackupView> MadeAsync() => Assert.IsType<MakeBackupResult.Made>(await Make.RunAsync(folder)).Backup;

    // Every table with its rows in order: what two equal databases have in common.
    static string Dump(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        var all = Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").Select(table => table + "\n" + string.Join('\n', Rows(connection, $"SELECT * FROM \"{table}\"")));
        return string.Join('\n', all);
    }

    static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read()) rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(at => row.GetValue(at) is byte[] bytes ? Convert.ToHexString(bytes) : $"{row.GetValue(at)}")));
        return rows;
    }

    [Fact]
    public async Task A_backup_restores_to_an_equal_database_with_its_keys_and_files()
    {
        var backup = await MadeAsync();
        Assert.Contains("张三", Dump(Data.Database));
        var elsewhere = DataDirectory.Open(Path.Combine(folder, "elsewhere"));
        Assert.Equal(new RestoreBackupResult.Restored(backup.Path, null), await new RestoreBackup(elsewhere, clock).RunAsync(backup.Path, replace: false));
        Assert.Equal(Dump(Data.Database), Dump(elsewhere.Database));
        Assert.Equal(("badge", "link"), (File.ReadAllText(elsewhere.BadgeKey), File.ReadAllText(elsewhere.LinkKey)));
        Assert.Equal(("%PDF", "<key/>"), (File.ReadAllText(Path.Combine(elsewhere.Files, "2026", "a.pdf")), File.ReadAllText(Path.Combine(elsewhere.ProtectionKeys, "key.xml"))));
        Assert.False(Directory.Exists(elsewhere.In(".restore.part")));
    }

    [Fact]
    public async Task A_backup_is_made_while_another_connection_holds_the_write_lock()
    {
        using var other = SqliteSettings.OpenOwn(Data);
        using var held = other.BeginTransaction();
        using var write = other.CreateCommand();
        write.CommandText = "UPDATE Meeting SET Name = '未提交'";
        write.ExecuteNonQuery();
        var backup = await MadeAsync();
        Assert.DoesNotContain("未提交", Dump(Path.Combine(backup.Path, "event.db")));
    }

    [Fact]
    public async Task What_a_killed_backup_left_behind_is_listed_nowhere_and_swept_away_by_the_next()
    {
        var left = Directory.CreateDirectory(Path.Combine(folder, "backup-20260930-080000-000.part"));
        File.WriteAllText(Path.Combine(left.FullName, "event.db"), "half");
        Assert.Empty(BackupList.In(folder));
        var backup = await MadeAsync();
        Assert.False(left.Exists && Directory.Exists(left.FullName));
        Assert.Equal(backup.Path, Assert.Single(BackupList.In(folder)).Path);
    }

    [Fact]
    public async Task Restoring_moves_aside_what_was_there_only_when_told_to_and_never_under_a_server()
    {
        var backup = await MadeAsync();
        rosters.Add("李四");
        var restore = new RestoreBackup(Data, clock);
        Assert.IsType<RestoreBackupResult.DatabaseThere>(await restore.RunAsync(backup.Path, replace: false));
        using (ServerLock.Take(Data)) Assert.IsType<RestoreBackupResult.ServerRuns>(await restore.RunAsync(backup.Path, replace: true));
        Assert.IsType<RestoreBackupResult.NoBackup>(await restore.RunAsync(Path.Combine(folder, "none"), replace: true));
        var done = Assert.IsType<RestoreBackupResult.Restored>(await restore.RunAsync(folder, replace: true));
        Assert.Contains("李四", Dump(Path.Combine(done.SetAside!, "event.db")));
        Assert.DoesNotContain("李四", Dump(Data.Database));
    }

    [Fact]
    public async Task A_damaged_backup_is_not_restored()
    {
        var backup = await MadeAsync();
        var before = Dump(Data.Database);
        File.WriteAllText(Path.Combine(backup.Path, "event.db"), new string('x', 9000));
        Assert.IsType<RestoreBackupResult.Damaged>(await new RestoreBackup(Data, clock).RunAsync(backup.Path, replace: true));
        Assert.Equal(before, Dump(Data.Database));
    }

    [Fact]
    public void The_newest_stay_and_the_last_of_each_of_thirty_days()
    {
        var first = new DateTime(2026, 10, 31, 23, 0, 0, DateTimeKind.Utc);
        var hourly = Enumerable.Range(0, 24 * 60).Select(hour => new BackupView($"{hour}", first.AddHours(-hour), 0)).ToList();
        var kept = hourly.Except(MakeBackup.TooMany(hourly)).ToList();
        Assert.Equal(MakeBackup.KeptNewest + MakeBackup.KeptDays - 1, kept.Count);
        Assert.Equal(hourly[..MakeBackup.KeptNewest], kept[..MakeBackup.KeptNewest]);
        Assert.All(kept[MakeBackup.KeptNewest..], backup => Assert.Equal(23, backup.At.Hour));
    }

    [Fact]
    public async Task A_folder_is_taken_where_backups_can_be_written_outside_the_data()
    {
        var choose = new ChooseBackupFolder(Data, new AuditTrail(rosters.Database, clock));
        async Task<BackupFolderProblem?> Problem(string? path) => await choose.RunAsync(path, "小松", TestContext.Current.CancellationToken);
        Assert.Equal(BackupFolderProblem.Missing, await Problem(" "));
        Assert.Equal(BackupFolderProblem.NotAbsolute, await Problem("backups"));
        Assert.Equal(BackupFolderProblem.InsideData, await Problem(Data.Path));
        Assert.Equal(BackupFolderProblem.InsideData, await Problem(Path.Combine(Data.Path, "..", Path.GetFileName(Data.Path), "backups")));
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        Assert.Equal(BackupFolderProblem.CannotMake, await Problem(Path.Combine(file, "backups")));
        Assert.Null(BackupFolder.Of(Data));
        Assert.IsType<MakeBackupResult.NoFolder>(await Make.RunAsync());
        var chosen = Path.Combine(folder, "年会备份");
        Assert.Null(await Problem(chosen));
        Assert.IsType<MakeBackupResult.Made>(await Make.RunAsync());
        var list = await new BackupList(Data).ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal((chosen, true), (list.Folder, list.Reachable));
        Assert.True(Assert.Single(list.Backups).Bytes > 100_000);
    }

    [Fact]
    public async Task A_chosen_folder_that_was_taken_away_is_told_and_never_made_anew()
    {
        var watch = new BackupWatch(Data, clock);
        Assert.Null(await watch.ReadAsync(TestContext.Current.CancellationToken));
        var chosen = Path.Combine(folder, "stick");
        BackupFolder.Write(Data, chosen);
        Assert.Equal(new MakeBackupResult.Refused(BackupFolderProblem.Unreachable), await Make.RunAsync());
        Assert.False(Directory.Exists(chosen));
        Assert.Equal(BackupTrouble.Unreachable, await watch.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_backup_is_old_after_a_day_in_which_something_changed()
    {
        BackupFolder.Write(Data, folder);
        var watch = new BackupWatch(Data, clock);
        Assert.Equal(BackupTrouble.Old, await watch.ReadAsync(TestContext.Current.CancellationToken));
        await MadeAsync();
        File.SetLastWriteTimeUtc(Data.Database, clock.GetUtcNow().UtcDateTime.AddHours(1));
        File.Delete(Data.Database + "-wal");
        clock.Advance(BackupWatch.Allowed);
        Assert.Equal((null, true), (await watch.ReadAsync(TestContext.Current.CancellationToken), watch.HasChanged));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(BackupTrouble.Old, await watch.ReadAsync(TestContext.Current.CancellationToken));
        File.SetLastWriteTimeUtc(Data.Database, clock.GetUtcNow().UtcDateTime.AddDays(-9));
        Assert.Null(await watch.ReadAsync(TestContext.Current.CancellationToken));
    }
}
