using EventApp.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.Data;
using Shared.Registration;

namespace Browser.Tests.Journeys;

public sealed class EnteringPaper(Chromium chromium)
{
    [Fact]
    public async Task Numbers_typed_without_a_pause_are_all_marked()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting();
        var now = DateTime.UtcNow;
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.Checkpoints().ExecuteUpdateAsync(set => set.SetProperty(c => c.OpensAt, now.AddHours(-1)).SetProperty(c => c.ClosesAt, now.AddHours(8)), TestContext.Current.CancellationToken);
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, $"/{PaperMeeting.Year}/paper");
        await Assertions.Expect(page.Locator("#who")).ToBeEnabledAsync();
        await page.FocusAsync("#who");
        for (var number = 1; number <= 10; number++)
        {
            await page.Keyboard.TypeAsync($"{number}");
            await page.Keyboard.PressAsync("Enter");
        }
        await Assertions.Expect(page.Locator(".marks .state-good")).ToHaveCountAsync(10);
        Assert.Equal(10, await db.Presences().Select(p => p.AttendeeId).Distinct().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task On_a_phone_the_notes_of_the_closing_report_can_be_read_and_changed()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting();
        await using (var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            var person = await db.Attendees().OrderBy(a => a.ListNo).FirstAsync(TestContext.Current.CancellationToken);
            db.Add(new AttendeeNote { MeetingId = person.MeetingId, AttendeeId = person.Id, Text = "电话确认不来", WrittenBy = "小松", WrittenAt = DateTime.UtcNow });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, $"/{PaperMeeting.Year}/closing", width: Pages.Phone);
        await page.Locator("#content[data-live] .list-table").WaitForAsync();
        await page.Locator(".note button:visible", new() { HasText = "电话确认不来" }).ClickAsync();
        await page.Locator("textarea").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.AssertNoSidewaysScrollAsync();
    }
}
