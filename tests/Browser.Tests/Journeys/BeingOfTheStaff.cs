using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.Access;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Whoever has one role: where the day begins, what the rail offers, and what a page of somebody else says.</summary>
public sealed class BeingOfTheStaff(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData(Roles.Desk, "zh-CN", "/2026/arrivals", "签到"), InlineData(Roles.Desk, "en", "/2026/arrivals", "Check-in")]
    [InlineData(Roles.Liaison, "zh-CN", "/2026/my-units", "总览 我的单位"), InlineData(Roles.Dispatcher, "en", "/2026/vehicles", "Overview Vehicles")]
    [InlineData(Roles.StageManager, "zh-CN", "/2026/seating/scenes", "总览 主席台与席位"), InlineData(Roles.Viewer, "en", "/2026/dashboard", "Overview")]
    [InlineData(Roles.Catering, "zh-CN", "/2026/catering", "总览 食宿")]
    public async Task Each_role_begins_at_its_own_page_and_is_offered_no_other(string role, string language, string first, string rail)
    {
        await hall.App.AddAccountAsync("小方", $"{role}@{hall.Meeting.Id}");
        var page = await chromium.Browser.OpenAsAsync(hall.App, "小方", "/", language);
        await page.ArriveAsync("**" + first);
        await page.SettleAsync();
        Assert.Equal(rail.Split(' '), (await page.Locator(".rail-link span").AllInnerTextsAsync()).Select(text => text.Trim()));
        foreach (var foreign in (string[])["/2026/attendees", "/2026/accounts", "/2026/joining", "/2026/audit"]) Assert.Equal(403, (await page.GotoAsync(foreign))!.Status);
        await Expect(page.Locator("h1")).ToHaveTextAsync(language == "en" ? "Your account may not open this page" : "您的账号不能打开这一页");
        await page.LookAsync($"refused-{role}-{language}");
    }

    [Fact]
    public async Task The_desk_marks_somebody_present_by_hand()
    {
        await hall.App.AddAccountAsync("小方", $"{Roles.Desk}@{hall.Meeting.Id}");
        hall.AddPerson("王刚");
        var page = await chromium.Browser.OpenAsAsync(hall.App, "小方", "/2026/arrivals", "zh-CN", Pages.Phone);
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "为王刚签到" }).ClickAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("已到");
        Assert.Equal("小方", hall.Read(db => db.Set<Shared.CheckIn.Scan>().Single().EnteredBy));
    }
}
