using System.Net;
using Microsoft.Playwright;
using Shared.Access;
using Shared.Seating.Scenes;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>A stage manager signs in, comes to the scenes at once, changes a rank and prints; nothing there leads to a page that refuses them.</summary>
public sealed class ManagingTheStage(Chromium chromium, SampleApp sample) : IClassFixture<SampleApp>
{
    const string User = "小雨";

    [Theory]
    [InlineData("zh-CN", "主席台与席位", "引导单"), InlineData("en", "Presidium and stages", "Usher list")]
    public async Task A_stage_manager_arranges_a_presidium_and_is_shown_nothing_that_is_refused(string language, string title, string print)
    {
        await sample.App.AddAccountAsync(User, Roles.StageManager);
        var scene = await sample.SceneAsync(new() { Name = "舞台" + language }, [.. "甲乙丙".Select(one => new ScenePlaceEntry { Name = $"王大{one}" })]);
        var page = await chromium.Browser.OpenAsAsync(sample.App, User, $"/{sample.Year}/dashboard", language);
        await page.SettleAsync();
        await page.Locator(".app-name").First.ClickAsync();
        await page.ArriveAsync($"**/{sample.Year}/seating/scenes");
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await Expect(page.Locator(".rail-link.active")).ToHaveTextAsync(title);
        await page.LookAsync($"stage-manager-{language}");
        await AssertNothingRefusesAsync(page);
        await page.GotoAsync($"/{sample.Year}/seating/scenes/{scene}");
        await page.SettleAsync();
        await page.Locator(".scene-ranks .scene-person").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Locator(".scene-ranks .scene-name")).ToHaveTextAsync(["王大乙", "王大甲", "王大丙"]);
        await AssertNothingRefusesAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = print, Exact = true }).ClickAsync();
        await page.ArriveAsync("**/seating/scenes/print/*");
        await AssertNothingRefusesAsync(page);
        await page.Context.DisposeAsync();
    }

    static async Task AssertNothingRefusesAsync(IPage page)
    {
        var links = await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(url => url.origin === location.origin && !/^.(sign-out|language)/.test(url.pathname)).map(url => url.pathname + url.search))]");
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var answer = await page.APIRequest.GetAsync(link);
            Assert.True(answer.Status == (int)HttpStatusCode.OK, $"{link} answers {answer.Status}");
        }
    }
}
