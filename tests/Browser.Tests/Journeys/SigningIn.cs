using EventApp.Tests;

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

    [Fact]
    public async Task An_organiser_signs_in_and_comes_to_the_page_asked_for()
    {
        await using var app = new RunningApp();
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, "/");
        Assert.EndsWith("/", page.Url);
        await page.GetByText("年会").First.WaitForAsync();
    }
}
