using System.Net;
using System.Text.RegularExpressions;
using Shared.Data;

namespace EventApp.Tests.Commands;

public sealed partial class DemoCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("event-demo-").FullName;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_writes_its_keys_for_the_owner_alone_and_says_where_to_sign_in()
    {
        using var demo = await DemoProcess.StartAsync(folder, Stop);
        var keys = DemoProcess.Keys(folder);
        Assert.Equal(["url", "meeting", "organiser", "stations", "checkpoints", "badges"], keys.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["id", "year", "firstDay", "lastDay", "timeZone"], keys.GetProperty("meeting").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["desk", "desk", "kiosk"], keys.GetProperty("stations").EnumerateArray().Select(s => s.GetProperty("kind").GetString()));
        Assert.Equal(["report-in", "session", "meal", "handout", "session"], keys.GetProperty("checkpoints").EnumerateArray().Select(c => c.GetProperty("kind").GetString()));
        Assert.Equal("attendeeId,name,unit,badgeNo,code", DemoProcess.Badges(folder)[0]);
        Assert.Equal(1 + 158, DemoProcess.Badges(folder).Length);
        Assert.Contains(keys.GetProperty("organiser").GetProperty("password").GetString()!, demo.Printed);
        Assert.DoesNotContain("first-organiser", demo.Printed);
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in (string[])["demo.json", "badges.csv"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, file)));
    }

    [Fact]
    public async Task A_second_start_keeps_the_people_and_replaces_every_secret()
    {
        using (await DemoProcess.StartAsync(folder, Stop)) { }
        var (firstKeys, firstBadges) = (DemoProcess.Keys(folder), DemoProcess.Badges(folder));
        using var demo = await DemoProcess.StartAsync(folder, Stop);
        var keys = DemoProcess.Keys(folder);
        Assert.Equal(firstBadges, DemoProcess.Badges(folder));
        Assert.Empty(Tokens(firstKeys).Intersect(Tokens(keys)));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(keys.GetProperty("url").GetString()!, Password(firstKeys)));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(keys.GetProperty("url").GetString()!, Password(keys)));
    }

    [Fact]
    public async Task Days_that_are_past_move_to_today()
    {
        using (await DemoProcess.StartAsync(folder, Stop)) { }
        var today = DemoProcess.Keys(folder).GetProperty("meeting").GetRawText();
        using (var connection = SqliteSettings.OpenOwn(new DataDirectory(folder)))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE Meeting SET FirstDay = '2026-01-05', LastDay = '2026-01-06', Year = 2025";
            command.ExecuteNonQuery();
        }
        using var demo = await DemoProcess.StartAsync(folder, Stop);
        Assert.Equal(today, DemoProcess.Keys(folder).GetProperty("meeting").GetRawText());
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_and_the_first_keeps_its_keys()
    {
        using var first = await DemoProcess.StartAsync(folder, Stop);
        var keys = File.ReadAllText(Path.Combine(folder, "demo.json"));
        using var second = await DemoProcess.StartAsync(folder, Stop);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("Another server", second.Complaint);
        Assert.Equal(keys, File.ReadAllText(Path.Combine(folder, "demo.json")));
    }

    [Fact]
    public async Task A_folder_with_anything_else_in_it_is_left_as_it_is()
    {
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        using var demo = await DemoProcess.StartAsync(folder, Stop);
        Assert.NotEqual(0, demo.ExitCode);
        Assert.Contains("notes.txt", demo.Complaint);
        Assert.Equal([Path.Combine(folder, "notes.txt")], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_folder_with_a_real_meeting_in_it_is_left_as_it_is()
    {
        using (await DemoProcess.StartAsync(folder, Stop)) { }
        using (var connection = SqliteSettings.OpenOwn(new DataDirectory(folder)))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE Meeting SET IsSample = 0";
            command.ExecuteNonQuery();
        }
        var keys = File.ReadAllText(Path.Combine(folder, "demo.json"));
        using var demo = await DemoProcess.StartAsync(folder, Stop);
        Assert.NotEqual(0, demo.ExitCode);
        Assert.Contains("not the sample meeting", demo.Complaint);
        Assert.Equal(keys, File.ReadAllText(Path.Combine(folder, "demo.json")));
    }

    static IEnumerable<string> Tokens(System.Text.Json.JsonElement keys) => keys.GetProperty("stations").EnumerateArray().Select(s => s.GetProperty("token").GetString()!);

    static string Password(System.Text.Json.JsonElement keys) => keys.GetProperty("organiser").GetProperty("password").GetString()!;

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
