using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shared.Data;

namespace Faults.Tests;

public sealed partial class DemoTests : IDisposable
{
    readonly string folder = ServerProcess.NewFolder();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_writes_its_keys_for_the_owner_alone_and_says_where_to_sign_in()
    {
        await using var demo = await RunningDemo.StartAsync(folder);
        Assert.Equal(["url", "meeting", "organiser", "staffPin", "stations", "checkpoints", "badges"], demo.Keys.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["id", "year", "firstDay", "lastDay", "timeZone"], demo.Keys.GetProperty("meeting").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["desk", "desk", "kiosk"], Kinds(demo, "stations"));
        Assert.Equal(["report-in", "session", "meal", "handout", "session"], Kinds(demo, "checkpoints"));
        Assert.Equal("attendeeId,name,unit,badgeNo,code", demo.Badges[0]);
        Assert.Equal(1 + 158, demo.Badges.Length);
        Assert.Contains(demo["organiser", "password"], demo.Said);
        Assert.DoesNotContain("first-organiser", demo.Said);
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in (string[])["demo.json", "badges.csv"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, file)));
    }

    [Fact]
    public async Task A_second_start_keeps_the_people_and_replaces_every_secret()
    {
        var first = await RunningDemo.StartAsync(folder);
        await first.DisposeAsync();
        await using var second = await RunningDemo.StartAsync(folder);
        Assert.Equal(first.Badges, second.Badges);
        Assert.Empty(first.Tokens.Intersect(second.Tokens));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(second.Keys.GetProperty("url").GetString()!, first["organiser", "password"]));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(second.Keys.GetProperty("url").GetString()!, second["organiser", "password"]));
    }

    [Fact]
    public async Task Every_badge_is_welcome_once_and_a_token_of_the_start_before_opens_nothing()
    {
        var before = await RunningDemo.StartAsync(folder);
        await before.DisposeAsync();
        await using var demo = await RunningDemo.StartAsync(folder);
        var stations = Array.ConvertAll(demo.Tokens, token => Station(demo, token));
        string[] codes = [.. demo.Badges.Skip(1).Select(line => line.Split(',')[4])];
        await Task.WhenAll(stations.Select(async (station, n) =>
        {
            foreach (var code in codes.Where((_, i) => i % stations.Length == n)) Assert.Equal((HttpStatusCode.OK, "Welcome"), await ScanAsync(station, code));
        }));
        Assert.Equal((HttpStatusCode.OK, "AlreadyIn"), await ScanAsync(stations[0], codes[0]));
        var status = await stations[0].GetFromJsonAsync<JsonElement>("/api/v1/checkpoints/1/status", Stop);
        Assert.Equal((158, 158), (status.GetProperty("expected").GetInt32(), status.GetProperty("arrived").GetInt32()));
        Assert.All(status.GetProperty("units").EnumerateArray(), unit => Assert.Equal(unit.GetProperty("expected").GetInt32(), unit.GetProperty("arrived").GetInt32()));
        using var old = Station(demo, before.Tokens[0]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ScanAsync(old, codes[0])).Status);
    }

    [Fact]
    public async Task Days_that_are_past_move_to_today()
    {
        var first = await RunningDemo.StartAsync(folder);
        await first.DisposeAsync();
        Change("UPDATE Meeting SET FirstDay = '2026-01-05', LastDay = '2026-01-06', Year = 2025");
        await using var second = await RunningDemo.StartAsync(folder);
        Assert.Equal(first.Keys.GetProperty("meeting").GetRawText(), second.Keys.GetProperty("meeting").GetRawText());
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_and_the_first_keeps_its_keys()
    {
        await using var first = await RunningDemo.StartAsync(folder);
        var (code, said) = await RunningDemo.RefusedAsync(folder);
        Assert.Equal(1, code);
        Assert.Contains("Another server", said);
        Assert.Equal(first.Keys.GetRawText(), File.ReadAllText(Path.Combine(folder, "demo.json")));
    }

    [Fact]
    public async Task A_folder_with_anything_else_in_it_is_left_as_it_is()
    {
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        var (code, said) = await RunningDemo.RefusedAsync(folder);
        Assert.Equal(1, code);
        Assert.Contains("notes.txt", said);
        Assert.Equal([Path.Combine(folder, "notes.txt")], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_folder_with_a_real_meeting_in_it_is_left_as_it_is()
    {
        var first = await RunningDemo.StartAsync(folder);
        await first.DisposeAsync();
        Change("UPDATE Meeting SET IsSample = 0");
        var (code, said) = await RunningDemo.RefusedAsync(folder);
        Assert.Equal(1, code);
        Assert.Contains("not the sample meeting", said);
        Assert.Equal(first.Keys.GetRawText(), File.ReadAllText(Path.Combine(folder, "demo.json")));
    }

    static HttpClient Station(RunningDemo demo, string token)
    {
        var client = new HttpClient { BaseAddress = new Uri(demo.Keys.GetProperty("url").GetString()!) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    static async Task<(HttpStatusCode Status, string? Outcome)> ScanAsync(HttpClient station, string code)
    {
        var scan = new { code, checkpointId = 1, nonce = Guid.NewGuid(), scannedAt = DateTime.UtcNow, offline = false };
        using var answer = await station.PostAsJsonAsync("/api/v1/check-ins", scan, Stop);
        var outcome = answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("outcome").GetString() : null;
        return (answer.StatusCode, outcome);
    }

    static string[] Kinds(RunningDemo demo, string part) => [.. demo.Keys.GetProperty(part).EnumerateArray().Select(one => one.GetProperty("kind").GetString()!)];

    void Change(string statement)
    {
        using var connection = SqliteSettings.OpenOwn(new DataDirectory(folder));
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    static async Task<HttpStatusCode> SignInAsync(string url, string password)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        var page = await client.GetStringAsync("/sign-in", Stop);
        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["__RequestVerificationToken"] = Antiforgery().Match(page).Groups[1].Value,
            ["Form.User"] = "organiser", ["Form.Password"] = password,
        }), Stop);
        return answer.StatusCode;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
