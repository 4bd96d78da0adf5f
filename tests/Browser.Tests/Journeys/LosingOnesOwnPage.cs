using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Registration;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>What a person's own page says where it cannot or may not be shown as it was meant.</summary>
public sealed class LosingOnesOwnPage(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();
    Attendee wang = null!;

    public ValueTask InitializeAsync()
    {
        wang = hall.AddPerson("王刚");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task An_ended_link_leaves_one_calm_sentence_and_nothing_on_the_phone()
    {
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, wang);
        await phone.PageKeptAsync();
        await phone.KeepsAsync("1 pages, 1 states");
        await phone.EndLinkAsync();
        await phone.ReopenAsync();
        await phone.SeeAsync("closed");
        await Expect(phone.Page.Locator("h1:visible")).ToHaveTextAsync("这个链接不能用了");
        await Expect(phone.Page.Locator("#name")).ToBeEmptyAsync();
        await phone.Page.AssertAccessibleAsync();
        await phone.Page.PictureAsync("own-closed");
        await phone.KeepsAsync("0 pages, 0 states");
    }

    [Fact]
    public async Task A_refusal_that_is_none_of_the_link_leaves_the_kept_page_on_the_phone()
    {
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, wang);
        await phone.PageKeptAsync();
        await phone.Page.Context.RouteAsync("**/me/*/state", route => route.FulfillAsync(new() { Status = 400 }));
        await phone.ReopenAsync();
        await phone.SeeAsync("open");
        await Expect(phone.Page.Locator("#note")).ToContainTextAsync("正在重新连接");
        await Expect(phone.Page.Locator("h1:visible")).ToHaveTextAsync("王刚");
        await phone.KeepsAsync("1 pages, 1 states");
    }

    [Fact]
    public async Task Who_cancelled_is_told_so_and_no_more_even_where_the_page_was_open()
    {
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, wang, "en");
        await phone.PageKeptAsync();
        hall.Change(wang, person => person.State = AttendeeState.Cancelled);
        await phone.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await phone.SeeAsync("gone");
        await phone.Page.AssertAccessibleAsync();
        await phone.Page.PictureAsync("own-gone-en");
        await phone.KeepsAsync("0 pages, 0 states");
    }

    [Fact]
    public async Task Without_workers_an_open_page_stays_readable_and_says_of_when_it_is()
    {
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, wang, workers: false);
        await phone.SeeAsync("open");
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(phone.Page.Locator("#note")).ToContainTextAsync("现在没有网络");
        await Expect(phone.Page.Locator("h1:visible")).ToHaveTextAsync("王刚");
    }

    [Fact]
    public async Task In_a_crowd_the_page_waits_its_turn_keeps_its_token_and_opens_by_itself()
    {
        var page = await chromium.Browser.OpenAsync(hall.App, "/health/live", width: Pages.Phone);
        var refused = 0;
        await page.RouteAsync("**/me/*/open", route => refused++ < 2
            ? route.FulfillAsync(new() { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } }) : route.ContinueAsync());
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, wang);
        await page.GotoAsync(phone.Link.Address);
        await Expect(page.Locator("#note")).ToHaveTextAsync("现在打开的人多，正在再试。");
        await page.AssertAccessibleAsync();
        await page.PictureAsync("own-busy");
        await page.ReloadAsync();
        await Expect(page.Locator("#own")).ToHaveAttributeAsync("data-state", "open", new() { Timeout = 20000 });
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Markup_is_text_and_the_longest_names_stay_within_a_phone()
    {
        const string Payload = "<img src=x onerror=window.hit=1><script>window.hit=1</script>";
        hall.Read(db => db.Database.ExecuteSql($"UPDATE StaffMember SET Nickname = {Payload[..20]}, Phone = '15400001234'"));
        hall.Read(db => db.Database.ExecuteSql($"UPDATE Checkpoint SET Name = {Payload[..40]}"));
        hall.Read(db => db.Database.ExecuteSql($"UPDATE Meeting SET PrivacyNotice = {Payload}, LegalBody = {Payload}, Venue = {Payload}"));
        var person = hall.AddPerson(Payload[..Attendee.NameLength], a => a.Post = new string('长', Attendee.PostLength));
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, person);
        await phone.SeeAsync("open");
        await Expect(phone.Page.Locator("h1:visible")).ToHaveTextAsync(Payload[..Attendee.NameLength]);
        await phone.Page.Locator("summary").ClickAsync();
        Assert.False(await phone.Page.EvaluateAsync<bool>("'hit' in window"));
        await phone.Page.AssertNoSidewaysScrollAsync();
        await phone.Page.AssertAccessibleAsync();
        await phone.Page.PictureAsync("own-payload");
    }
}
