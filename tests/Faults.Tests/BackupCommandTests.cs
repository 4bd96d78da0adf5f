using Shared.Data;
using Shared.Data.Backups;

namespace Faults.Tests;

/// <summary>The words backup and restore, as processes of their own beside a real server.</summary>
public sealed class BackupCommandTests : IDisposable, IClassFixture<SampleFolder>
{
    readonly string folder = ServerProcess.NewFolder();
    readonly string backups = ServerProcess.NewFolder();

    public BackupCommandTests(SampleFolder sample)
    {
        foreach (var name in (string[])["event.db", "badge.key"]) File.Copy(Path.Combine(sample.Path, name), Path.Combine(folder, name));
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        Directory.Delete(backups, recursive: true);
    }

    static long Count(string database, string table)
    {
        using var connection = SqliteSettings.OpenOwn(new DataDirectory(Path.GetDirectoryName(database)!));
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    Task<(int Code, string Said)> BackUpAsync() => ServerProcess.EndAsync("backup", "--to", backups, "--data", folder);

    Task<(int Code, string Said)> RestoreAsync(params string[] more) => ServerProcess.EndAsync(["restore", "--from", backups, "--data", folder, .. more]);

    [Fact]
    public async Task A_backup_is_made_beside_a_running_server_and_restored_once_it_is_stopped()
    {
        await using (var server = await ServerProcess.StartAsync(folder, ["demo"]))
        {
            var (made, path) = await BackUpAsync();
            Assert.True(made == 0, path);
            var (refused, sentence) = await RestoreAsync("--replace");
            Assert.Equal((1, true), (refused, sentence.Contains("Stop it first", StringComparison.Ordinal)));
            await server.StopAsync();
        }
        var people = Count(Path.Combine(folder, "event.db"), "Attendee");
        Assert.Equal(1, (await RestoreAsync()).Code);
        File.Delete(Path.Combine(folder, "badge.key"));
        var (code, said) = await RestoreAsync("--replace");
        Assert.True(code == 0, said);
        Assert.Equal(people, Count(Path.Combine(folder, "event.db"), "Attendee"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(BackupList.In(backups)[0].Path, "badge.key")), File.ReadAllBytes(Path.Combine(folder, "badge.key")));
        await using var again = await ServerProcess.StartAsync(folder, ["demo"]);
        Assert.Single(Directory.GetDirectories(folder, "before-restore-*"));
    }

    [Fact]
    public async Task A_backup_killed_in_the_middle_leaves_nothing_that_bears_a_backups_name_and_is_not_whole()
    {
        using var watch = new FileSystemWatcher(backups) { EnableRaisingEvents = true };
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watch.Created += (_, made) => { if (made.Name!.EndsWith(".part", StringComparison.Ordinal)) begun.TrySetResult(); };
        File.WriteAllText(Path.Combine(folder, "backup-folder.txt"), backups);
        // At its start the server makes one; it is killed as soon as the first of it is there.
        await using (var server = await ServerProcess.StartAsync(folder, ["demo"]))
        {
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            await server.KillAsync();
        }
        Assert.All(BackupList.In(backups), whole => Assert.True(Count(Path.Combine(whole.Path, "event.db"), "Attendee") > 0));
        var (code, said) = await BackUpAsync();
        Assert.True(code == 0, said);
        Assert.Empty(Directory.GetDirectories(backups, "*.part"));
        Assert.NotEmpty(BackupList.In(backups));
    }

    [Theory]
    [InlineData("backup", "--too"), InlineData("backup", "--to"), InlineData("restore"), InlineData("restore", "--replace"), InlineData("backup")]
    public async Task What_is_not_understood_or_missing_is_one_sentence(params string[] words)
    {
        var (code, said) = await ServerProcess.EndAsync([.. words, "--data", folder]);
        Assert.Equal(2, code);
        Assert.DoesNotContain("Exception", said);
        Assert.Contains(words is ["backup"] ? "--to DIR" : "Usage", said);
    }
}

/// <summary>A data directory with the sample meeting, made once and copied.</summary>
public sealed class SampleFolder : IAsyncLifetime
{
    public string Path { get; } = ServerProcess.NewFolder();

    public async ValueTask InitializeAsync()
    {
        await using (var demo = await RunningDemo.StartAsync(Path)) await demo.Server.StopAsync();
        using var own = SqliteSettings.OpenOwn(new DataDirectory(Path));
        using var whole = own.CreateCommand();
        whole.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        whole.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
