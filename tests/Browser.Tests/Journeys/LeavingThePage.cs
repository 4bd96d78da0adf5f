using EventApp.Tests.CheckIn;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser leaves the desk; the page locks itself, and what was half typed is there again after the password.</summary>
public sealed class LeavingThePage(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new(settings: ["Lock:AfterMinutes=0.05"]);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task A_page_that_nobody_touches_locks_and_the_password_brings_back_what_was_typed(string language)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/staff?edit=new", language);
        await page.SettleAsync();
        await page.FillAsync("#staff-name", "李大树");
        await Expect(page.Locator("#lock-soon")).ToBeVisibleAsync();
        await page.WaitForURLAsync("**/sign-in?to=**");
        await Expect(page.Locator("#locked")).ToBeVisibleAsync();
        await Expect(page.Locator("#user")).ToHaveValueAsync(Pages.Organiser);
        await page.LookAsync($"locked-{language}");
        await page.FillAsync("#password", EventApp.Tests.RunningApp.Password);
        await page.PressAsync("#password", "Enter");
        await page.WaitForURLAsync("**/2026/staff?edit=new");
        await Expect(page.Locator("#staff-name")).ToHaveValueAsync("李大树");
    }
}
