using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.Access;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser says who may do what, and a page that is open follows.</summary>
public sealed class GrantingRoles(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "只读", "保存角色", "签到台、只读"), InlineData("en", "Viewer", "Save roles", "Desk, Viewer")]
    public async Task A_second_role_opens_another_part_to_the_same_person(string language, string role, string save, string roles)
    {
        await hall.App.AddAccountAsync("小方", $"{Roles.Desk}@{hall.Meeting.Id}");
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/accounts?edit=new", language);
        await page.LookAsync($"account-new-{language}");
        await page.GotoAsync("/2026/accounts");
        await page.LookAsync($"accounts-{language}");
        await page.Locator("tr", new() { HasText = "小方" }).Locator("a.text-button").ClickAsync();
        await page.GetByLabel(role).WaitForAsync();
        await page.LookAsync($"account-roles-{language}");
        await page.GetByLabel(role).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = save }).ClickAsync();
        await Expect(page.Locator("tr", new() { HasText = "小方" }).Locator("td").Nth(2)).ToHaveTextAsync(roles);
    }
}
