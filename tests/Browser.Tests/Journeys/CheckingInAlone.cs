using EventApp.Tests.CheckIn;
using Shared.CheckIn;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

public sealed class CheckingInAlone(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();
    StationDevice kiosk = null!;

    public async ValueTask InitializeAsync() => kiosk = await StationDevice.PairAsync(hall, chromium.Browser, StationKind.Kiosk);

    [Fact]
    public async Task A_kiosk_shows_ones_own_name_and_goes_back_to_the_picture()
    {
        // The name stands twice as long, for a slow machine looks later.
        await kiosk.Page.EvaluateAsync("() => { const wait = setTimeout; window.setTimeout = (what, time, ...rest) => wait(what, time === 5000 ? 10000 : time, ...rest); }");
        await kiosk.ScanAsync(hall.AddBadge(hall.AddPerson("欧阳明月")));
        await kiosk.SeeAsync("Welcome");
        await Expect(kiosk.Page.Locator(".verdict-name")).ToHaveTextAsync("欧阳明月");
        Assert.True(await kiosk.Page.Locator(".verdict-name").EvaluateAsync<float>("name => name.getBoundingClientRect().width") > 0.8 * Pages.Desk);
        await Expect(kiosk.Page.Locator("#kiosk")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Theory]
    [InlineData("/"), InlineData("w"), InlineData("u"), InlineData("z"), InlineData("Escape")]
    public async Task No_key_leads_anywhere(string key)
    {
        await kiosk.Page.Keyboard.PressAsync(key);
        await kiosk.ScanAsync("00000000000000000000000000");
        await kiosk.SeeAsync("UnknownBadge");
        await Expect(kiosk.Verdict).ToContainTextAsync("没有认出来");
        Assert.False(await kiosk.Page.Locator("#query, .verdict-actions, .key-bar").Filter(new() { Visible = true }).IsVisibleAsync());
    }

    [Fact]
    public async Task One_leaves_only_by_the_pin()
    {
        await kiosk.Page.ClickAsync("#kiosk-leave");
        await kiosk.Page.FillAsync("#pin-digits", "1111");
        await kiosk.Page.ClickAsync("#pin-form [type=submit]");
        await Expect(kiosk.Page.Locator("#pin-message")).ToHaveTextAsync("密码不对。");
        await kiosk.Page.FillAsync("#pin-digits", "2468");
        await kiosk.Page.ClickAsync("#pin-form [type=submit]");
        await kiosk.SeeScreenAsync("choice");
    }

    [Fact]
    public async Task A_reload_comes_back_to_the_picture()
    {
        await kiosk.Page.ReloadAsync();
        await kiosk.SeeScreenAsync("kiosk");
    }

    public async ValueTask DisposeAsync()
    {
        await kiosk.DisposeAsync();
        await hall.DisposeAsync();
    }
}
