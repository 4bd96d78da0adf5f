using Shared.CheckIn;
using Shared.Registration;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>One colleague stands at the desk for a whole unit.</summary>
public sealed class ReportingAUnitIn(Chromium chromium) : DeskJourney(chromium)
{
    [Fact]
    public async Task One_colleague_reports_in_and_collects_for_another()
    {
        await OpenUnitAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".people li").First).ToContainTextAsync("已到");
        await Expect(Page.Locator(".people li").Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await Page.Keyboard.PressAsync("d");
        await Expect(Page.Locator(".people li").Nth(1)).ToContainTextAsync("由 王刚 代领");
        await Expect(Page.Locator(".people li").Nth(1)).ToContainTextAsync("未到");
        Assert.Equal([Wang.Id], Present());
        Assert.Equal((3, 3), (Given(Wang).Count, Given(Li).Count));
    }

    [Fact]
    public async Task The_desk_says_which_colleague_collects()
    {
        Hall.AddPerson("周全");
        await OpenUnitAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".people li").Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".people li").Nth(2)).ToHaveAttributeAsync("aria-current", "true");
        await Expect(Page.Locator(".people li").Nth(1)).ToContainTextAsync("代领人");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("c");
        await Expect(Page.Locator(".people li").First).ToContainTextAsync("代领人");
        await Page.PictureAsync("unit");
        await Page.AssertAccessibleAsync();
        await Page.Keyboard.PressAsync("ArrowUp");
        await Page.Keyboard.PressAsync("d");
        await Expect(Page.Locator(".people li").Nth(2)).ToContainTextAsync("由 王刚 代领");
    }

    // A time is written with no more digits than it needs: as text ".51" comes before ".5".
    [Fact]
    public async Task Who_came_last_collects_to_the_millisecond()
    {
        foreach (var person in (Attendee[])[Wang, Li])
        {
            await ReportInAsync(person.Name);
            await Desk.PressUntilAsync("Enter", "ready");
        }
        var second = new DateTime(DateTime.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        Hall.Read(db =>
        {
            db.Presences().Single(p => p.AttendeeId == Wang.Id).FirstAt = second.AddMilliseconds(500);
            db.Presences().Single(p => p.AttendeeId == Li.Id).FirstAt = second.AddMilliseconds(510);
            return db.SaveChanges();
        });
        await OpenUnitAsync();
        await Expect(Page.Locator(".people li").Nth(1)).ToContainTextAsync("代领人");
    }

    [Fact]
    public async Task Whoever_collects_while_nobody_of_the_unit_is_there_is_asked_for_the_name()
    {
        await OpenUnitAsync();
        await Page.Keyboard.PressAsync("d");
        await Expect(Page.Locator("#collector")).ToBeFocusedAsync();
        await Page.PictureAsync("unit-collector");
        await Page.AssertAccessibleAsync();
        await Page.Keyboard.TypeAsync("Zhang");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".people li").First).ToContainTextAsync("由 Zhang 代领");
        await Page.Keyboard.PressAsync("d");
        await Expect(Page.Locator(".people li").Nth(1)).ToContainTextAsync("由 Zhang 代领");
        Assert.Empty(Present());
        Assert.Equal((3, 3), (Given(Wang).Count, Given(Li).Count));
    }

    [Fact]
    public async Task Who_is_recorded_only_at_the_second_try_is_shown_with_what_to_hand_over()
    {
        var tries = 0;
        await Page.RouteAsync("**/api/v1/check-ins", route => tries++ == 0 ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        await OpenUnitAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Desk.SeeAsync("Welcome");
        await Expect(Desk.Verdict).ToContainTextAsync("王刚");
        await Desk.PressUntilAsync("Enter", "unit");
        Assert.Equal(3, Given(Wang).Count);
    }
}
