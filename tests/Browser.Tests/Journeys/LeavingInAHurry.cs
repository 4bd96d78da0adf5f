using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Somebody who knows the way leaves a page before its script has come over a slow network.</summary>
public sealed class LeavingInAHurry(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync()
    {
        hall.AddHall();
        hall.AddPerson("王刚");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("seating/halls/1", "hall-plan"), InlineData("arrivals", "fresh"), InlineData("paper", "paper-marks")]
    public async Task What_comes_late_for_a_page_that_was_left_harms_nothing_on_the_next(string left, string script)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/staff");
        await page.SettleAsync();
        var (asked, come) = (new TaskCompletionSource<string>(), new TaskCompletionSource());
        await page.RouteAsync($"**/{script}*.js", async route =>
        {
            asked.TrySetResult(route.Request.Url);
            await come.Task;
            await route.ContinueAsync();
        });
        await LeaveForAsync(page, left);
        var file = await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await LeaveForAsync(page, "seating/halls/1/fill");
        await Expect(page.Locator("#fill-method")).ToBeVisibleAsync();
        come.SetResult();
        await page.EvaluateAsync("file => import(file)", file);
        // Two questions and answers after the script: whatever it did to the page has been done by then.
        foreach (var method in (string[])["2", "1"])
        {
            var before = await page.Locator("#fill-method-note").InnerTextAsync();
            await page.SelectOptionAsync("#fill-method", method);
            await Expect(page.Locator("#fill-method-note")).Not.ToHaveTextAsync(before);
        }
    }

    static Task LeaveForAsync(IPage page, string path) => page.EvaluateAsync("address => Blazor.navigateTo(address)", $"/2026/{path}");
}
