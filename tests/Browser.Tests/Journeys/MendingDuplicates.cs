using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.Registration;
using Shared.Registration.Mending;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>The organiser is shown records that are alike, and merges them or says that they are two people.</summary>
public sealed class MendingDuplicates(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync()
    {
        hall.AddPerson("王刚", a => (a.Post, a.Phone, a.ConfirmedAt) = ("工程师", "15400001234", DateTime.UtcNow.AddDays(-9)));
        hall.AddPerson("王刚", a => (a.Post, a.Department, a.Source, a.ConfirmedAt) = ("总工程师", "铸造车间", AttendeeSource.Reply, DateTime.UtcNow));
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Two_records_of_one_person_become_one_field_by_field_and_today_no_longer_asks()
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026");
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "1 对人可能重复" }).ClickAsync();
        var card = page.Locator(".twin");
        await Expect(card).ToHaveCountAsync(1);
        await card.GetByLabel("工程师", new() { Exact = true }).CheckAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "合并到 #1" }).ClickAsync();
        await Expect(page.GetByText("没有可能重复的人")).ToBeVisibleAsync();
        var people = hall.Read(db => db.Attendees().OrderBy(a => a.Id).ToList());
        Assert.Equal(("工程师", "铸造车间", "15400001234"), (people[0].Post, people[0].Department, people[0].Phone));
        Assert.Equal((AttendeeState.Cancelled, "并入 #1 王刚"), (people[1].State, people[1].StateReason));
        await page.GotoAsync("/2026");
        await page.SettleAsync();
        await Expect(page.GetByText("可能重复")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_people_alike_stay_two_and_are_not_asked_about_again()
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/duplicates");
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "不是同一人" }).ClickAsync();
        await Expect(page.GetByText("没有可能重复的人")).ToBeVisibleAsync();
        Assert.Equal((2, 1), hall.Read(db => (db.Attendees().Count(a => a.State == AttendeeState.Confirmed), db.TwoPeople().Count())));
    }

    [Theory]
    [InlineData("zh-CN", Pages.Phone), InlineData("zh-CN", Pages.Desk), InlineData("en", Pages.Phone), InlineData("en", Pages.Desk)]
    public async Task Two_records_side_by_side_are_accessible_and_within_the_window(string language, int width)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/duplicates", language, width);
        await page.SettleAsync();
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"duplicates-{language}-{width}");
        await page.AssertNoSidewaysScrollAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await hall.DisposeAsync();
    }
}
