using EventApp.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser ranks a presidium, a leader drops out half an hour before, and the cards are moved by the list.</summary>
public sealed class SeatingTheStage(Chromium chromium, SampleApp sample) : IClassFixture<SampleApp>
{
    // The columns of a presidium of seven: 7 5 3 1 2 4 6 as the audience sees it.
    static async Task<string> SeenAsync(IPage page) => string.Join(' ', await page.Locator(".scene-row .scene-card b").AllTextContentsAsync());

    static ILocator Row(IPage page, int at) => page.Locator(".scene-ranks li").Nth(at);

    static async Task<string> NameAsync(IPage page, int at) => await Row(page, at).Locator(".scene-name").InnerTextAsync();


    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task Every_picture_of_a_scene_fits_and_is_accessible(string language)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}/seating/scenes", language);
        await page.LookAsync($"scenes-{language}");
        foreach (var path in (string[])["?edit=new", "/1", "/1?view=stage", "/1?edit=settings", "/2"])
        {
            await page.GotoAsync($"/{sample.Year}/seating/scenes{path}");
            await page.LookAsync($"scenes{path.Replace('/', '-').Replace('?', '-').Replace('=', '-')}-{language}");
        }
    }
}
