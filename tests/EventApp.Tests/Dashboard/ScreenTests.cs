using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Tests.Dashboard;

public sealed class ScreenTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<MakeDisplayLinkResult.Made> MakeAsync(RunningApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        var meeting = new Meeting { Year = 2026, Name = "年会", FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 24) };
        db.Add(meeting);
        await db.SaveChangesAsync(Stop);
        db.Add(new Checkpoint { MeetingId = meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, OpensAt = DateTime.UtcNow.AddHours(-1), ClosesAt = DateTime.UtcNow.AddHours(1) });
        await db.SaveChangesAsync(Stop);
        return Assert.IsType<MakeDisplayLinkResult.Made>(await scope.ServiceProvider.GetRequiredService<MakeDisplayLink>().RunAsync(meeting.Id, "一楼大屏", null, "小松", Stop));
    }

    static async Task<HttpStatusCode> OpenAsync(HttpClient client, string token)
    {
        using var answer = await client.PostAsJsonAsync("/screen/open", new { token }, Stop);
        return answer.StatusCode;
    }

    static async Task<HttpStatusCode> StateAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/screen/state", Stop);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_screen_shows_its_page_without_an_account_and_numbers_only_with_the_links_cookie()
    {
        await using var app = new RunningApp();
        var link = await MakeAsync(app);
        using var screen = app.Anonymous();
        Assert.Contains("id=\"screen\"", await screen.GetStringAsync("/screen", Stop));
        Assert.Equal(HttpStatusCode.Unauthorized, await StateAsync(screen));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(screen, "wrong"));
        using var opened = await screen.PostAsJsonAsync("/screen/open", new { token = link.Token }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, opened.StatusCode);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.All((string[])["path=/screen", "httponly", "samesite=strict"], word => Assert.Contains(word, cookie));
        Assert.Equal(HttpStatusCode.OK, await StateAsync(screen));
    }

    [Fact]
    public async Task An_address_that_guesses_links_is_told_to_wait()
    {
        await using var app = new RunningApp("Limits:AddressPerSecond=2");
        using var screen = app.Anonymous();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? OpenAsync(screen, $"guess{i}") : StateAsync(screen)));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Contains(HttpStatusCode.Unauthorized, answers);
    }

    [Fact]
    public async Task A_revoked_link_stops_the_screen_at_its_next_question()
    {
        await using var app = new RunningApp();
        var link = await MakeAsync(app);
        using var screen = app.Anonymous();
        Assert.Equal(HttpStatusCode.NoContent, await OpenAsync(screen, link.Token));
        Assert.Equal(HttpStatusCode.OK, await StateAsync(screen));
        await using (var scope = app.Services.CreateAsyncScope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<RevokeDisplayLink>().RunAsync(1, link.Id, "小松", Stop));
        Assert.Equal(HttpStatusCode.Unauthorized, await StateAsync(screen));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(screen, link.Token));
    }
}
