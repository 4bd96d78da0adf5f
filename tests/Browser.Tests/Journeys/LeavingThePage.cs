using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser leaves the desk; the page locks itself, and what was half typed is there again after the password.</summary>
public sealed class LeavingThePage(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new(settings: ["Lock:AfterMinutes=1"]);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task A_page_that_nobody_touches_locks_and_the_password_brings_back_what_was_typed(string language)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/staff?edit=new", language);
        await page.SettleAsync();
        await page.Locator("#staff-name").WriteAsync("李大树");
        await PassAsync(page, 45);
        await Expect(page.Locator("#lock-soon")).ToBeVisibleAsync();
        await PassAsync(page, 60);
        await page.ArriveAsync("**/sign-in?to=**");
        await Expect(page.Locator("#locked")).ToBeVisibleAsync();
        await Expect(page.Locator("#user")).ToHaveValueAsync(Pages.Organiser);
        await page.LookAsync($"locked-{language}");
        await page.FillAsync("#password", EventApp.Tests.RunningApp.Password);
        await page.PressAsync("#password", "Enter");
        await page.ArriveAsync("**/2026/staff?edit=new");
        await Expect(page.Locator("#staff-name")).ToHaveValueAsync("李大树");
    }

    // Seconds pass on the page's own clock: how quick the machine is changes nothing.
    static Task PassAsync(IPage page, int seconds) => page.EvaluateAsync("seconds => { const now = Date.now; Date.now = () => now.call(Date) + seconds * 1000; }", seconds);

    [Fact]
    public async Task Signing_out_leaves_nothing_that_was_typed_in_any_tab()
    {
        await using var patient = new ApiHall();
        var page = await chromium.Browser.OpenAsOrganiserAsync(patient.App, "/2026/staff");
        await page.SettleAsync();
        var open = await page.Context.NewPageAsync();
        await open.GotoAsync("/2026/staff?edit=new");
        await open.SettleAsync();
        await open.Locator("#staff-name").WriteAsync("李大树");
        var locked = await page.Context.NewPageAsync();
        await locked.GotoAsync("/sign-in?to=/2026/staff");
        // As tabs are left whose pages locked themselves or came back after a restart.
        foreach (var tab in (IPage[])[page, locked]) await tab.EvaluateAsync("sessionStorage.setItem('drafts', JSON.stringify({ address: '/2026/staff', fields: [['staff-name', '李大树']] }))");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await Expect(page.Locator("#signed-out")).ToBeVisibleAsync();
        await page.LookAsync("signed-out");
        await open.ArriveAsync("**/sign-in");
        foreach (var tab in (IPage[])[page, open, locked]) await tab.WaitForFunctionAsync("!sessionStorage.getItem('drafts') && !sessionStorage.getItem('locked')");
    }
}
