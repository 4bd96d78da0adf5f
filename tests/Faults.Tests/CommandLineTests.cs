using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Shared.Data;

namespace Faults.Tests;

public sealed class CommandLineTests
{
    readonly string folder = ServerProcess.NewFolder();

    string Roster()
    {
        var file = Path.Combine(ServerProcess.NewFolder(), "名单.csv");
        File.WriteAllText(file, "姓名,单位\n王刚,某公司\n");
        return file;
    }

    // Beside it a server writes its log, a line of JSON each.
    static void AssertOneSentence(string all)
    {
        var said = Assert.Single(all.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line[0] != '{');
        Assert.DoesNotContain("   at ", said);
        Assert.DoesNotContain("Exception", said);
    }

    async Task MakeDemoAsync()
    {
        await using var demo = await RunningDemo.StartAsync(folder);
        await demo.Server.StopAsync();
    }

    [Theory]
    [InlineData("--help"), InlineData("-h"), InlineData("help"), InlineData("import", "--help")]
    public async Task Who_asks_for_help_is_told_the_commands_and_nothing_is_started(params string[] words)
    {
        var (code, said) = await ServerProcess.EndAsync([.. words, "--data", folder]);
        Assert.Equal(0, code);
        foreach (var command in (string[])["demo", "import FILE", "backup", "restore --from DIR", "audit verify", "certificate --for NAME", "--data DIR", "--urls URL"]) Assert.Contains(command, said);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task An_https_address_without_a_certificate_is_one_sentence()
    {
        var (code, said) = await ServerProcess.EndAsync("--data", folder, "--urls", "https://127.0.0.1:0");
        Assert.Equal(1, code);
        AssertOneSentence(said);
        Assert.Contains("EventApp certificate", said);
        Assert.False(File.Exists(Path.Combine(folder, "event.db")));
    }

    [Fact]
    public async Task Settings_may_stand_before_the_commands_word()
    {
        var (code, said) = await ServerProcess.EndAsync("--data", folder, "import", "没有.csv");
        Assert.Equal(2, code);
        Assert.Contains("没有.csv", said);
        Assert.True(File.Exists(Path.Combine(folder, "event.db")));
    }

    [Fact]
    public async Task The_demo_is_served_whatever_stands_before_its_word()
    {
        await using var server = await ServerProcess.StartAsync(folder, ["--urls=http://127.0.0.1:0", "demo"]);
        await server.UntilItSaysAsync(new Regex("/station"));
        Assert.True(File.Exists(Path.Combine(folder, "demo.json")));
    }

    [Fact]
    public async Task A_word_that_is_no_command_ends_with_the_list_of_commands()
    {
        var (code, said) = await ServerProcess.EndAsync("--data", folder, "improt", "名单.csv");
        Assert.Equal(2, code);
        AssertOneSentence(said);
        Assert.Contains("import, backup, restore, audit, certificate, demo", said);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("event.db", false), InlineData("server.lock", true)]
    public async Task What_stands_in_the_way_in_the_data_directory_ends_a_command_with_a_sentence(string name, bool isFolder)
    {
        if (isFolder) Directory.CreateDirectory(Path.Combine(folder, name));
        else File.WriteAllText(Path.Combine(folder, name), string.Concat(Enumerable.Repeat("no database ", 100)));
        var (code, said) = await ServerProcess.EndAsync("import", Roster(), "--data", folder);
        Assert.Equal(2, code);
        AssertOneSentence(said);
        (code, said) = await ServerProcess.EndAsync("--data", folder, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, code);
        AssertOneSentence(said);
    }

    [Fact]
    public async Task A_locked_database_ends_an_import_with_what_to_do()
    {
        await MakeDemoAsync();
        using var other = SqliteSettings.OpenOwn(new DataDirectory(folder));
        using var held = other.BeginTransaction();
        var (code, said) = await ServerProcess.EndAsync("import", Roster(), "--json", "--data", folder);
        Assert.Equal(2, code);
        Assert.Contains("Try again", said);
        Assert.DoesNotContain("   at ", said);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_in_the_data_directory()
    {
        var missing = Path.Combine(folder, "none");
        Assert.Equal(2, (await ServerProcess.EndAsync("import", Roster(), "--dry-run", "--data", missing)).Code);
        Assert.False(Directory.Exists(missing));
        await MakeDemoAsync();
        using (var own = SqliteSettings.OpenOwn(new DataDirectory(folder)))
        using (var command = own.CreateCommand())
        {
            command.CommandText = """
                INSERT INTO RosterImport (MeetingId, FileName, FileHash, ImportedBy, State, StartedAt, Added, Changed) SELECT Id, 'a', x'01', 'a', 'Writing', '2026-01-01', 0, 0 FROM Meeting;
                PRAGMA wal_checkpoint(TRUNCATE);
                """;
            command.ExecuteNonQuery();
        }
        var before = File.ReadAllBytes(Path.Combine(folder, "event.db"));
        File.Delete(Path.Combine(folder, "server.lock"));
        var (code, said) = await ServerProcess.EndAsync("import", Roster(), "--dry-run", "--data", folder);
        Assert.Equal(0, code);
        Assert.Contains("1 人", said);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder, "event.db")));
        Assert.False(File.Exists(Path.Combine(folder, "server.lock")));
        Assert.Equal(0, new FileInfo(Path.Combine(folder, "event.db-wal")) is { Exists: true, Length: var length } ? length : 0);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_made_ends_the_start_with_a_sentence()
    {
        File.WriteAllText(Path.Combine(folder, "file"), "");
        var (code, said) = await ServerProcess.EndAsync("--data", Path.Combine(folder, "file", "data"), "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, code);
        AssertOneSentence(said);
    }

    [Theory]
    [InlineData("nonsense"), InlineData("http://203.0.113.1:5280")]
    public async Task An_address_at_which_nobody_can_listen_ends_the_start_with_a_sentence(string url)
    {
        var (code, said) = await ServerProcess.EndAsync("--data", folder, "--urls", url);
        Assert.Equal(1, code);
        Assert.Contains("--urls", said);
        Assert.DoesNotContain("   at ", said);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_the_start_with_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (code, said) = await ServerProcess.EndAsync("--data", folder, "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        Assert.Equal(1, code);
        Assert.Contains("--urls", said);
        Assert.DoesNotContain("   at ", said);
    }
}
