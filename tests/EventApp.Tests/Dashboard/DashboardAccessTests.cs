using System.Net;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Microsoft.EntityFrameworkCore;

namespace EventApp.Tests.Dashboard;

public sealed class DashboardAccessTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task AddMeetingAsync(RunningApp app)
    {
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        var meeting = new Meeting { Year = 2026, Name = "年会", FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 24) };
        db.Add(meeting);
        await db.SaveChangesAsync(Stop);
        db.Add(new Checkpoint { MeetingId = meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, OpensAt = DateTime.UtcNow.AddHours(-1), ClosesAt = DateTime.UtcNow.AddHours(1) });
        await db.SaveChangesAsync(Stop);
    }

    [Fact]
    public async Task The_dashboard_leads_an_organiser_to_the_meeting_that_is_open_and_shows_its_numbers()
    {
        await using var app = new RunningApp();
        using var organiser = await app.SignedInAsync("organiser", Roles.Organiser);
        using var before = await organiser.GetAsync("/dashboard", Stop);
        Assert.Equal("/", before.Headers.Location!.OriginalString);
        await AddMeetingAsync(app);
        using var after = await organiser.GetAsync("/dashboard", Stop);
        Assert.Equal("/2026/dashboard", after.Headers.Location!.OriginalString);
        Assert.Contains("应到", await organiser.GetStringAsync("/2026/dashboard", Stop));
        using var unknown = await organiser.GetAsync("/2026/dashboard?checkpoint=99", Stop);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task An_unknown_id_in_the_address_of_a_list_is_not_found()
    {
        await using var app = new RunningApp();
        await AddMeetingAsync(app);
        using var organiser = await app.SignedInAsync("organiser", Roles.Organiser);
        string[] paths = ["closing?checkpoint=", "scans?checkpoint=", "scans?station=", "arrivals?unit=", "arrivals?checkpoint=", "unit-arrivals?checkpoint="];
        var answers = await Task.WhenAll(paths.Select(async path =>
        {
            using var answer = await organiser.GetAsync($"/2026/{path}999", Stop);
            return (path, answer.StatusCode);
        }));
        Assert.All(answers, answer => Assert.Equal((answer.path, HttpStatusCode.NotFound), answer));
    }

    [Fact]
    public async Task Every_live_list_says_as_of_when_it_is()
    {
        await using var app = new RunningApp();
        await AddMeetingAsync(app);
        using var organiser = await app.SignedInAsync("organiser", Roles.Organiser);
        foreach (var path in (string[])["dashboard", "arrivals", "unit-arrivals", "scans", "closing"])
            Assert.Matches(@"class=""fresh[\s\S]*data-as-of[^>]*>截至 \d\d:\d\d:\d\d", await organiser.GetStringAsync($"/2026/{path}", Stop));
    }

    [Theory]
    [InlineData("/dashboard"), InlineData("/2026/dashboard")]
    public async Task A_desk_account_may_not_see_it(string path)
    {
        await using var app = new RunningApp();
        await AddMeetingAsync(app);
        using var desk = await app.SignedInAsync("desk", Roles.Desk);
        using var answer = await desk.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
