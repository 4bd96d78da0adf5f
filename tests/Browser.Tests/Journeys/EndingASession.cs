using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.Access;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser sees who is signed in where, and ends one of them.</summary>
public sealed class EndingASession(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "退出 小方", "登录"), InlineData("en", "Sign out 小方", "Sign in")]
    public async Task Whose_session_is_ended_is_asked_to_sign_in_again(string language, string end, string signIn)
    {
        await hall.App.AddAccountAsync("小方", $"{Roles.Desk}@{hall.Meeting.Id}");
        var desk = await chromium.Browser.OpenAsAsync(hall.App, "小方", "/2026/arrivals", language);
        await desk.SettleAsync();
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/sessions", language);
        await page.LookAsync($"sessions-{language}");
        await page.Locator($"button[aria-label^='{end}']").ClickAsync();
        await page.Locator(".mud-dialog .mud-button-filled").ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await desk.ReloadAsync();
        await Expect(desk.Locator("h1")).ToHaveTextAsync(signIn);
    }
}
