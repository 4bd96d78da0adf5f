using EventApp.Tests;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

public sealed class SigningIn(Chromium chromium)
{
    [Theory]
    [InlineData("zh-CN", Pages.Phone), InlineData("zh-CN", Pages.Desk), InlineData("en", Pages.Phone), InlineData("en", Pages.Desk)]
    public async Task The_sign_in_page_is_accessible(string language, int width)
    {
        await using var app = new RunningApp();
        var page = await chromium.Browser.OpenAsync(app, "/sign-in", language, width);
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.PictureAsync($"sign-in-{language}-{width}");
    }

    [Theory]
    [InlineData("/sign-in"), InlineData("/first-organiser"), InlineData("/status/404"), InlineData("/error")]
    public async Task Where_the_system_is_dark_the_pages_before_sign_in_are_dark_and_readable(string path)
    {
        await using var app = new RunningApp();
        var page = await chromium.Browser.OpenAsync(app, "/health/live");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync(path);
        Assert.Equal("rgb(18, 23, 28)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Where_the_system_is_dark_the_way_past_the_menu_is_readable()
    {
        await using var app = new RunningApp();
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, "/");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(18, 23, 28)");
        await page.FocusAsync(".skip-link");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task An_organiser_signs_in_and_comes_to_the_page_asked_for()
    {
        await using var app = new RunningApp();
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, "/");
        Assert.EndsWith("/", page.Url);
        await page.GetByText("年会").First.WaitForAsync();
    }
}
