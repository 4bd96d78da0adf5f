using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Faults.Tests;

public sealed class StartTests
{
    [Theory]
    [InlineData("--Limits:StationPerSecond=many", "StationPerSecond")]
    [InlineData("--Limits:StationPerSecond=0", "StationPerSecond")]
    [InlineData("--Limits:StationsPerSecond=9", "StationsPerSecond")]
    public async Task A_wrong_setting_ends_the_start_with_its_name(string setting, string named)
    {
        var (code, said) = await ServerProcess.EndAsync("--data", ServerProcess.NewFolder(), "--urls", "http://127.0.0.1:0", setting);
        Assert.Equal(1, code);
        Assert.Contains(named, said);
        Assert.DoesNotContain("   at ", said);
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_with_what_to_do()
    {
        var folder = ServerProcess.NewFolder();
        await using var first = await ServerProcess.StartAsync(folder);
        var (code, said) = await ServerProcess.EndAsync("--data", folder, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.Contains("--data", said);
    }

    [Fact]
    public async Task A_killed_server_leaves_a_folder_on_which_the_next_one_starts()
    {
        var folder = ServerProcess.NewFolder();
        await using (var first = await ServerProcess.StartAsync(folder)) await first.KillAsync();
        await using var second = await ServerProcess.StartAsync(folder);
        using var client = new HttpClient { BaseAddress = second.Address };
        Assert.Equal("live", await client.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_works_beside_the_desks_and_fails_says_so_and_leaves_them_open()
    {
        var folder = ServerProcess.NewFolder();
        // Where the commands' socket should lie, nothing can be made.
        Directory.CreateDirectory(Path.Combine(folder, "command.sock", "in the way"));
        await using var server = await ServerProcess.StartAsync(folder);
        await server.UntilItSaysAsync(new Regex("command\\.sock"));
        using var organiser = await Organiser.MakeAsync(server);
        using var client = new HttpClient { BaseAddress = server.Address };
        Assert.Equal("live", await client.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task No_folder_is_watched_for_every_commit_would_wake_the_watcher()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder());
        using var client = new HttpClient { BaseAddress = server.Address };
        Assert.Equal("live", await client.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
        var watched = Directory.GetFiles($"/proc/{server.Process.Id}/fdinfo").SelectMany(File.ReadAllLines).Where(line => line.StartsWith("inotify", StringComparison.Ordinal));
        Assert.Empty(watched);
    }

    [Fact]
    public async Task The_server_stops_within_ten_seconds_with_fifty_circuit_connections_open()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder());
        using var organiser = await Organiser.MakeAsync(server);
        var open = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ConnectAsync(organiser)));
        Assert.All(open, socket => Assert.Equal(WebSocketState.Open, socket.State));
        Assert.InRange(await server.StopAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(0, server.Process.ExitCode);
        foreach (var socket in open) socket.Dispose();
    }

    static async Task<ClientWebSocket> ConnectAsync(Organiser organiser)
    {
        using var answer = await organiser.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        using var negotiated = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var socket = new ClientWebSocket();
        socket.Options.Cookies = organiser.Cookies;
        var target = new UriBuilder(organiser.Client.BaseAddress!) { Scheme = "ws", Path = "/_blazor", Query = "id=" + negotiated.RootElement.GetProperty("connectionToken").GetString() };
        await socket.ConnectAsync(target.Uri, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        await socket.ReceiveAsync(new byte[64], CancellationToken.None);
        return socket;
    }
}
