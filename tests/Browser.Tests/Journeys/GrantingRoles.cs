using System.Security.Claims;
using EventApp.Access;
using EventApp.Tests.CheckIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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

    [Fact]
    public async Task A_page_that_is_open_follows_a_changed_role_and_an_ended_session_without_being_asked()
    {
        var (id, page) = await OpenAsync();
        await Expect(page.Locator(".rail-link")).ToHaveAttributeAsync("href", "/2026/arrivals");
        await ChangeAsync(id, Roles.Viewer);
        await Expect(page.Locator("main table")).ToHaveCountAsync(0);
        await Expect(page.Locator(".rail-link")).ToHaveAttributeAsync("href", "/2026/dashboard");
        await ChangeAsync(id, Roles.Desk);
        await Expect(page.Locator(".rail-link")).ToHaveAttributeAsync("href", "/2026/arrivals");
        hall.Read(db => db.Sessions().ExecuteDelete());
        await Expect(page.Locator(".rail-link")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_that_is_open_is_lost_with_the_account_that_was_disabled()
    {
        await hall.App.AddAccountAsync("大树", Roles.Organiser);
        var (id, page) = await OpenAsync();
        await using var scope = hall.App.Services.CreateAsyncScope();
        Assert.Equal(DisableAccountResult.Done, await scope.ServiceProvider.GetRequiredService<DisableAccount>().RunAsync(id, disabled: true, Chief));
        await Expect(page.Locator(".rail-link")).ToHaveCountAsync(0);
        await Expect(page.Locator("main table")).ToHaveCountAsync(0);
    }

    // Pages are asked about as often as here: within a minute, but for the test, which does not wait as long.
    async Task<(string UserId, IPage Page)> OpenAsync()
    {
        var stamp = hall.App.Get<IOptions<SecurityStampValidatorOptions>>().Value;
        Assert.InRange(stamp.ValidationInterval, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        stamp.ValidationInterval = TimeSpan.FromSeconds(1);
        await hall.App.AddAccountAsync("小方", $"{Roles.Desk}@{hall.Meeting.Id}");
        hall.AddPerson("王刚");
        var page = await chromium.Browser.OpenAsAsync(hall.App, "小方", "/2026/arrivals");
        await page.SettleAsync();
        await Expect(page.Locator("main table")).Not.ToHaveCountAsync(0);
        return (hall.Read(db => db.Users.Single(user => user.UserName == "小方").Id), page);
    }

    static ClaimsPrincipal Chief => new(new ClaimsIdentity([new Grant(Roles.Organiser).ToClaim()], "test"));

    async Task ChangeAsync(string userId, string role)
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        Assert.Equal(ChangeGrantsResult.Done, await scope.ServiceProvider.GetRequiredService<ChangeGrants>().RunAsync(userId, hall.Meeting.Id, [role], Chief));
    }
}
