using Shared.Data;

namespace Faults.Tests;

/// <summary>The word certificate, as a process of its own.</summary>
public sealed class CertificateCommandTests : IDisposable
{
    readonly string folder = ServerProcess.NewFolder();

    string In(string name) => Path.Combine(new DataDirectory(folder).Certificates, name);

    Task<(int Code, string Said)> RunAsync(params string[] words) => ServerProcess.EndAsync(["certificate", "--data", folder, .. words]);

    [Fact]
    public async Task It_says_what_was_made_how_to_start_and_where_devices_learn_to_trust()
    {
        var (code, said) = await RunAsync("--for", "hui.example.com,192.168.1.20", "fd00::2", "--years", "2");
        Assert.True(code == 0, said);
        foreach (var part in (string[])["SHA-256", "hui.example.com, 192.168.1.20, fd00::2", "--urls \"http://*:5280;https://*:5281\"", "http://hui.example.com:5280/trust", "https://hui.example.com:5281"]) Assert.Contains(part, said);
        var authority = File.ReadAllText(In("ca.crt"));
        (code, said) = await RunAsync("--for=192.168.7.9");
        Assert.True(code == 0, said);
        Assert.Contains("the one that devices know", said);
        Assert.DoesNotContain("/trust", said);
        Assert.Equal(authority, File.ReadAllText(In("ca.crt")));
        (code, said) = await RunAsync("--for", "other.example.com");
        Assert.Equal(1, code);
        Assert.Contains("--new-authority", said);
        Assert.DoesNotContain("   at ", said);
    }

    [Theory]
    [InlineData("my server", "--for", "my server"), InlineData("https://a.b", "--for", "hui.example.com,https://a.b"), InlineData("192.168.1", "--for", "192.168.1"), InlineData("0.0.0.0", "--for", "0.0.0.0"), InlineData("*.example.com", "--for", "*.example.com")]
    [InlineData("Usage", "--for"), InlineData("Usage", "--years", "0", "--for", "a.b"), InlineData("Usage", "--years", "99"), InlineData("Usage", "--years", "two"), InlineData("Usage", "--from", "a.b"), InlineData("Usage", "a.b")]
    public async Task What_cannot_stand_in_a_certificate_is_named_and_nothing_is_made(string named, params string[] words)
    {
        var (code, said) = await RunAsync(words);
        Assert.Equal(2, code);
        Assert.Contains(named, said);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Without_names_it_proposes_this_machines_own_and_makes_nothing()
    {
        var (code, said) = await RunAsync();
        Assert.Equal(2, code);
        Assert.Contains(VenueServer.Reachable is { } own ? $"--for {own}" : "no address", said);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task What_stands_in_the_way_is_a_sentence()
    {
        File.WriteAllText(Path.Combine(folder, "certificates"), "a file");
        var (code, said) = await RunAsync("--for", "hui.example.com");
        Assert.Equal(2, code);
        Assert.Contains("Nothing can be written", said);
        Assert.Contains("--data", said);
        Assert.DoesNotContain("   at ", said);
    }

    [Fact]
    public async Task A_backup_takes_the_authority_along_and_a_restored_one_goes_on_signing()
    {
        Assert.Equal(0, (await RunAsync("--for", "192.168.1.20")).Code);
        await using (var server = await ServerProcess.StartAsync(folder))
        {
            var (refused, said) = await RunAsync("--for", "192.168.1.21");
            Assert.True(refused == 0, said);
            Assert.Contains("stop it, then start it", said);
            await server.StopAsync();
        }
        var (backups, elsewhere) = (ServerProcess.NewFolder(), ServerProcess.NewFolder());
        Assert.Equal(0, (await ServerProcess.EndAsync("backup", "--to", backups, "--data", folder)).Code);
        Assert.Equal(0, (await ServerProcess.EndAsync("restore", "--from", backups, "--data", elsewhere)).Code);
        var (code, again) = await ServerProcess.EndAsync("certificate", "--for", "192.168.9.9", "--data", elsewhere);
        Assert.True(code == 0, again);
        Assert.Contains("the one that devices know", again);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(elsewhere, "certificates", "authority.pem")));
        foreach (var used in (string[])[backups, elsewhere]) Directory.Delete(used, recursive: true);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
