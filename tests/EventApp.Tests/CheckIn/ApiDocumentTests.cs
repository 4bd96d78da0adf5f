using System.Net;
using System.Text.Json;
using Shared.Access;

namespace EventApp.Tests.CheckIn;

public sealed class ApiDocumentTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_names_every_call_and_speaks_its_words()
    {
        await using var app = new RunningApp();
        using var organiser = await app.SignedInAsync("organiser", Roles.Organiser);
        var document = JsonSerializer.Deserialize<JsonElement>(await organiser.GetStringAsync("/openapi/v1.json", Stop));
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Contains("/api/v1/check-ins", paths);
        Assert.Contains("/api/v1/stations/me", paths);
        Assert.All(paths, path => Assert.StartsWith("/api/v1/", path));
        var text = document.GetRawText();
        foreach (var word in (string[])["AlreadyIn", "onTime", "checkInPerson", "viceChair", "report-in", "bearer"]) Assert.Contains($"\"{word}\"", text);
    }

    [Fact]
    public async Task The_page_beside_it_loads_nothing_from_another_host()
    {
        await using var app = new RunningApp();
        using var organiser = await app.SignedInAsync("organiser", Roles.Organiser);
        var page = await organiser.GetStringAsync("/api-reference", Stop);
        foreach (var part in (string[])["/api-reference/parts/scalar.js", "/api-reference/parts/scalar.aspnetcore.js", "/api-reference.js"])
        {
            Assert.Equal(HttpStatusCode.OK, (await organiser.GetAsync(part, Stop)).StatusCode);
        }
        Assert.Contains("<script", page);
        Assert.DoesNotContain("https://", page);
        Assert.DoesNotContain("http://", page);
        Assert.DoesNotContain("<script>", page);
    }

    [Fact]
    public async Task Only_organisers_read_it()
    {
        await using var app = new RunningApp();
        using var desk = await app.SignedInAsync("desk", Roles.Desk);
        foreach (var path in (string[])["/openapi/v1.json", "/api-reference"])
        {
            using var refused = await desk.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_server_that_can_record_is_ready()
    {
        await using var app = new RunningApp();
        using var client = app.Anonymous();
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Stop));
    }
}
