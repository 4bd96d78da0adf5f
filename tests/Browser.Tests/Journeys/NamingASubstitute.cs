using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.Registration;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Days before the meeting a unit rings: somebody else comes. The record's history tells who changed what.</summary>
public sealed class NamingASubstitute(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();
    Attendee original = null!;

    public ValueTask InitializeAsync()
    {
        original = hall.AddPerson("王刚", a => (a.Category, a.Roles, a.Lodging) = (AttendeeCategory.ViceChair, StageRoles.Speaks, "308"));
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("zh-CN", Pages.Desk), InlineData("en", Pages.Phone)]
    public async Task A_substitute_takes_the_place_and_the_card_says_what_has_to_be_settled_anew(string language, int width)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"/2026/attendees?person={original.Id}", language, width);
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = language == "en" ? "Name a substitute…" : "换人替会…" }).ClickAsync();
        await page.FillAsync("#substitute-name", "李 娜");
        await page.FillAsync("#substitute-post", "主任");
        await page.Locator("#substitute-phone").FillAsync("123");
        await page.PictureAsync($"substitute-form-{language}");
        await page.AssertAccessibleAsync();
        var yes = page.GetByRole(AriaRole.Button, new() { Name = language == "en" ? "Confirm" : "确认替会", Exact = true });
        await yes.ClickAsync();
        await Expect(page.Locator("#substitute-phone-note")).ToBeVisibleAsync();
        await page.Locator("#substitute-phone").FillAsync("15400005678");
        await yes.ClickAsync();
        await Expect(page.Locator("#drawer-title")).ToHaveTextAsync("李娜");
        await Expect(page.Locator(".reconfirm li")).ToHaveCountAsync(2);
        await page.PictureAsync($"substitute-done-{language}");
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        var people = hall.Read(db => db.Attendees().OrderBy(a => a.Id).ToList());
        Assert.Equal([("王刚", AttendeeState.Replaced, "308"), ("李娜", AttendeeState.Confirmed, "308")], people.Select(a => (a.Name, a.State, a.Lodging!)));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await hall.DisposeAsync();
    }
}
