using EventApp.Tests;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

public sealed class KeepingDrafts(Chromium chromium)
{
    [Fact]
    public async Task A_form_half_filled_in_comes_back_by_itself_after_the_circuit_is_lost_and_can_be_saved()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting();
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, $"/{PaperMeeting.Year}/meeting");
        var asked = false;
        page.Dialog += async (_, dialog) => { asked = true; await dialog.AcceptAsync(); };
        await page.Locator("#content[data-live] #venue").WaitForAsync();
        await page.FillAsync("#venue", "演示宾馆 二楼");
        await page.FocusAsync("#meeting-name");
        await page.FillAsync("#meeting-name", "演示年会改名");
        var loaded = new TaskCompletionSource();
        page.Load += (_, _) => loaded.TrySetResult();
        await LoseCircuitAsync(page);
        await loaded.Task.WaitAsync(TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("#meeting-name")).ToHaveValueAsync("演示年会改名");
        await Assertions.Expect(page.Locator("#venue")).ToHaveValueAsync("演示宾馆 二楼");
        Assert.False(asked);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".app-name")).ToHaveTextAsync("演示年会改名");
        Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('drafts')"));
    }

    [Fact]
    public async Task A_page_whose_circuit_does_not_begin_comes_back_by_itself()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting();
        var page = await chromium.Browser.OpenAsOrganiserAsync(app);
        await page.SettleAsync();
        var refused = 0;
        await page.RouteAsync("**/_blazor/negotiate**", route => refused++ == 0 ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync($"/{PaperMeeting.Year}/meeting");
        // The page waits as long for its circuit as an assertion does for its page.
        await Assertions.Expect(page.Locator("#content[data-live]")).ToBeVisibleAsync(new() { Timeout = 45_000 });
    }

    // What the framework says once the server no longer knows the circuit.
    static Task LoseCircuitAsync(IPage page) => page.EvaluateAsync(
        "document.getElementById('components-reconnect-modal').dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'rejected' } }))");
}
