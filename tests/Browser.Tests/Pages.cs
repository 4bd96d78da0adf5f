using Deque.AxeCore.Commons;
using EventApp.Access;
using EventApp.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Access;

namespace Browser.Tests;

/// <summary>What every journey does: opens a page as somebody, in a language, at a width, and asks axe about it.</summary>
static class Pages
{
    public const int Phone = 360;
    public const int Desk = 1280;
    public const string Organiser = "organiser";

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What passes is told by one element a rule: told by every row of a list it takes ten times as long.
    const string RunAxe = """
        async tags => {
          const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          if (found.passes.length === 0) throw new Error('axe looked at nothing');
          return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`));
        }
        """;

    static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>A page of a fresh context (own cookies, own storage) at the running program's address.</summary>
    public static async Task<IPage> OpenAsync(this IBrowser browser, RunningApp app, string path = "/", string language = "zh-CN", int width = Desk)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.Address, Locale = language, TimezoneId = "Asia/Shanghai", ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = width == Phone ? 740 : 800 },
        });
        app.Admit(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(language == "zh-CN" ? path : $"/language/{language}?to={Uri.EscapeDataString(path)}");
        return page;
    }

    /// <summary>The same, signed in through the sign-in page as an organiser made for it.</summary>
    public static async Task<IPage> OpenAsOrganiserAsync(this IBrowser browser, RunningApp app, string path = "/", string language = "zh-CN", int width = Desk)
    {
        await app.AddAccountAsync(Organiser, Roles.Organiser);
        var page = await browser.OpenAsync(app, "/sign-in?to=" + Uri.EscapeDataString(path), language, width);
        await page.FillAsync("#user", Organiser);
        await page.FillAsync("#password", RunningApp.Password);
        await page.ClickAsync("button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in"));
        return page;
    }

    /// <summary>An account with the password of <see cref="RunningApp.Password"/>; a second call with the same name changes nothing.</summary>
    public static async Task AddAccountAsync(this RunningApp app, string user, params string[] roles)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(user, user, RunningApp.Password, roles);
    }

    /// <summary>Fails with rule, element and remedy of each violation that axe finds.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        var violations = await page.ViolationsAsync();
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    /// <summary>Rule, remedy and element of each violation; asked of axe in the page itself, which takes half as long as through its package.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(RunAxe, Rules);
    }

    /// <summary>Nothing reaches past the right edge of the window.</summary>
    public static async Task AssertNoSidewaysScrollAsync(this IPage page) => Assert.Equal(0, await page.SidewaysAsync());

    /// <summary>Pixels by which the page is wider than the window.</summary>
    public static Task<int> SidewaysAsync(this IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>On a phone and on a desk: a picture for a human, nothing inaccessible, nothing wider than the window.</summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        await page.SettleAsync();
        foreach (var width in (int[])[Phone, Desk])
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.PictureAsync($"{name}-{width}");
            var found = await page.ViolationsAsync();
            Assert.True(found.Count == 0, $"{name} {width}: {string.Join('\n', found)}");
            Assert.True(await page.SidewaysAsync() == 0, $"{name} {width} is wider than the window");
        }
    }

    /// <summary>Waits until a page with a circuit is alive and has read what it shows.</summary>
    public static async Task SettleAsync(this IPage page)
    {
        if (await page.Locator("#components-reconnect-modal").CountAsync() == 0) return;
        await page.Locator("main[data-live]").WaitForAsync();
        await Assertions.Expect(page.Locator("main .mud-progress-linear")).ToHaveCountAsync(0);
    }

    /// <summary>A picture of the page for a human; written where the variable PICTURES names a folder, else nowhere.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }
}
