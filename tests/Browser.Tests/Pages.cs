using System.Security.Claims;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using EventApp.Access;
using EventApp.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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
    public static async Task<IPage> OpenAsync(this IBrowser browser, RunningApp app, string path = "/", string language = "zh-CN", int width = Desk, params Cookie[] cookies)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.Address, Locale = language, TimezoneId = "Asia/Shanghai", ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = width == Phone ? 740 : 800 }, HasTouch = width == Phone,
        });
        app.Admit(new Witness(context));
        await context.AddCookiesAsync(cookies);
        var page = await context.NewPageAsync();
        await page.GotoAsync(language == "zh-CN" ? path : $"/language/{language}?to={Uri.EscapeDataString(path)}");
        return page;
    }

    /// <summary>The same, signed in as an organiser made for it; that the sign-in page gives the same cookie is shown by its own journey.</summary>
    public static async Task<IPage> OpenAsOrganiserAsync(this IBrowser browser, RunningApp app, string path = "/", string language = "zh-CN", int width = Desk)
    {
        await app.AddAccountAsync(Organiser, Roles.Organiser);
        return await browser.OpenAsAsync(app, Organiser, path, language, width);
    }

    /// <summary>The same, signed in as somebody who has an account.</summary>
    public static async Task<IPage> OpenAsAsync(this IBrowser browser, RunningApp app, string user, string path = "/", string language = "zh-CN", int width = Desk) =>
        await browser.OpenAsync(app, path, language, width, await app.SignInCookieAsync(user));

    // The form costs a journey a page and two more hashes of a password.
    static async Task<Cookie> SignInCookieAsync(this RunningApp app, string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<IdentityUser>>();
        var user = await signIn.UserManager.FindByNameAsync(name) ?? throw new InvalidOperationException($"There is no account {name}.");
        var options = app.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(await signIn.CreateUserPrincipalAsync(user),
            new() { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow + options.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        // As the framework does: the ticket stays with the program, the cookie holds its key.
        var key = new ClaimsIdentity([new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", await options.SessionStore!.StoreAsync(ticket))], "session");
        return new() { Name = options.Cookie.Name!, Value = options.TicketDataFormat.Protect(new(new ClaimsPrincipal(key), IdentityConstants.ApplicationScheme)), Url = app.Address };
    }

    /// <summary>An account with the password of <see cref="RunningApp.Password"/>; a second call with the same name changes nothing.</summary>
    public static async Task AddAccountAsync(this RunningApp app, string user, params string[] roles)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(user, user, RunningApp.Password, roles.Select(role => Grant.Parse(role)!.Value));
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

    /// <summary>Where axe, which takes most of the time of a look, reads a page: each page in both languages and at both widths, the longer words in the narrower window.</summary>
    public static int AxeWidth(string? language) => language == "en" ? Phone : Desk;

    /// <summary>On a phone and on a desk: a picture for a human, nothing wider than the window; nothing inaccessible.</summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        await page.SettleAsync();
        var read = AxeWidth(await page.Locator("html").GetAttributeAsync("lang"));
        foreach (var width in (int[])[Phone, Desk])
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.PictureAsync($"{name}-{width}");
            var found = width == read ? await page.ViolationsAsync() : [];
            Assert.True(found.Count == 0, $"{name} {width}: {string.Join('\n', found)}");
            Assert.True(await page.SidewaysAsync() == 0, $"{name} {width} is wider than the window");
        }
    }

    /// <summary>
    /// Waits until the page is at an address (** any text, * any without a slash) and its document is there. Asked again and again:
    /// Playwright's own wait looks once and then listens, and an address that changes in between is never seen.
    /// </summary>
    public static Task ArriveAsync(this IPage page, string address) => page.ArriveAsync(new Regex($"^{Regex.Escape(address).Replace("\\*\\*", ".*").Replace("\\*", "[^/]*")}$"));

    public static async Task ArriveAsync(this IPage page, Regex address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = 30_000 });
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }

    /// <summary>Waits until a page with a circuit is alive and has read what it shows.</summary>
    public static async Task SettleAsync(this IPage page)
    {
        // While a document is still coming, nothing stands in it yet.
        await page.WaitForFunctionAsync("() => document.readyState !== 'loading'");
        if (await page.Locator("#components-reconnect-modal").CountAsync() == 0) return;
        await page.Locator("main[data-live]").WaitForAsync();
        await Assertions.Expect(page.Locator("main .mud-progress-linear")).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet)");
        // A plan takes clicks once its script is there.
        await Assertions.Expect(page.Locator("[data-hall]:not([data-hears])")).ToHaveCountAsync(0);
    }

    /// <summary>Writes into a field that has only just come: what is drawn last may take the focus once more while the text is on its way.</summary>
    public static async Task WriteAsync(this ILocator field, string text)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            await field.FillAsync(text);
            if (await field.InputValueAsync() == text) return;
        }
        await Assertions.Expect(field).ToHaveValueAsync(text);
    }

    /// <summary>Gives files to a field of a page with a circuit, once it hears of them: that comes a moment after it is drawn.</summary>
    public static async Task GiveFilesAsync(this IPage page, string field, params FilePayload[] files)
    {
        await page.WaitForFunctionAsync("field => document.querySelector(field)?._blazorInputFileNextFileId !== undefined", field);
        await page.Locator(field).First.SetInputFilesAsync(files);
    }

    /// <summary>From here on the page may copy. All pages of a browser share one clipboard: what this one has laid there it remembers itself.</summary>
    public static async Task MayCopyAsync(this IPage page)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("""
            () => {
              const write = navigator.clipboard.writeText.bind(navigator.clipboard);
              navigator.clipboard.writeText = async text => { await write(text); globalThis.copied = text; };
            }
            """);
    }

    /// <summary>What the page copied last, once that holds this word.</summary>
    public static async Task<string> CopiedAsync(this IPage page, string word = "")
    {
        await page.WaitForFunctionAsync("word => globalThis.copied?.includes(word)", word);
        return await page.EvaluateAsync<string>("copied");
    }

    /// <summary>A picture of the page for a human; written where the variable PICTURES names a folder, else nowhere.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }
}
