using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.Access;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser sees who is signed in where and ends one of them; everybody sees and ends their own.</summary>
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

    [Theory]
    [InlineData("zh-CN", "退出", "退出其他所有设备", "这台设备", "登录"), InlineData("en", "Sign out", "Sign out all other devices", "this one", "Sign in")]
    public async Task One_sees_where_one_is_signed_in_and_ends_a_lost_phone(string language, string end, string endOthers, string thisOne, string signIn)
    {
        await hall.App.AddAccountAsync("小方", $"{Roles.Desk}@{hall.Meeting.Id}");
        var phone = await chromium.Browser.OpenAsAsync(hall.App, "小方", "/2026/arrivals", language, Pages.Phone);
        await phone.SettleAsync();
        var page = await chromium.Browser.OpenAsAsync(hall.App, "小方", "/account", language);
        var sessions = page.Locator(".own-sessions li");
        await Expect(sessions).ToHaveCountAsync(2);
        await Expect(sessions.Filter(new() { HasText = thisOne })).ToHaveCountAsync(1);
        await page.Locator("#sessions").ScrollIntoViewIfNeededAsync();
        await page.LookAsync($"own-sessions-{language}");
        await sessions.GetByRole(AriaRole.Button, new() { Name = end }).ClickAsync();
        await Expect(sessions).ToHaveCountAsync(1);
        await Expect(page.Locator(".form-done")).ToBeVisibleAsync();
        await phone.ReloadAsync();
        await Expect(phone.Locator("h1")).ToHaveTextAsync(signIn);
        var again = await chromium.Browser.OpenAsAsync(hall.App, "小方", "/2026/arrivals", language);
        await again.SettleAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = endOthers }).ClickAsync();
        await Expect(sessions).ToHaveCountAsync(1);
        await again.ReloadAsync();
        await Expect(again.Locator("h1")).ToHaveTextAsync(signIn);
    }
}
