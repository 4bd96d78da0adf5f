using System.Text.RegularExpressions;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Faults.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>From the warning to the lock: what devices see at a venue where https has a certificate of our own.</summary>
public sealed class TrustingTheServer(Chromium chromium) : IAsyncLifetime
{
    const string Name = "hui.example.com";
    const string IPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

    VenueServer server = null!;
    IBrowser browser = null!;

    // A browser for which the name leads here and which trusts the server's own key, as a device does that installed the authority.
    public async ValueTask InitializeAsync()
    {
        server = await VenueServer.StartAsync($"{Name},127.0.0.1{(VenueServer.Reachable is { } own ? "," + own : "")}");
        using var served = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(Path.Combine(server.Folder, "certificates", "server.pem")));
        var key = Convert.ToBase64String(SHA256.HashData(served.PublicKey.ExportSubjectPublicKeyInfo()));
        browser = await chromium.LaunchAsync($"--host-resolver-rules=MAP {Name} {VenueServer.Reachable ?? "127.0.0.1"}", $"--ignore-certificate-errors-spki-list={key}", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream");
    }

    async Task<IPage> OpenAsync(Uri address, string path, string language = "zh-CN", string? userAgent = null)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = language, UserAgent = userAgent, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = Pages.Desk, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(language == "zh-CN" ? path : $"/language/{language}?to={Uri.EscapeDataString(path)}");
        return page;
    }

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task The_page_that_says_how_is_calm_and_readable_for_each_kind_of_device(string language)
    {
        foreach (var (kind, userAgent) in ((string, string?)[])[("phone", IPhone), ("wechat", IPhone + " MicroMessenger/8.0.50"), ("unknown", null)])
        {
            var page = await OpenAsync(server.Http(Name), "/trust", language, userAgent);
            if (kind == "unknown") await page.Locator("details summary").First.ClickAsync();
            await page.LookAsync($"trust-{kind}-{language}");
            await page.SetViewportSizeAsync(Pages.Phone, 800);
            await page.Locator(".codes").ScrollIntoViewIfNeededAsync();
            await page.PictureAsync($"trust-{kind}-codes-{language}");
            await page.Context.DisposeAsync();
        }
    }

    [Fact]
    public async Task From_the_address_without_encryption_the_way_leads_to_a_sign_in_that_is_encrypted()
    {
        Assert.SkipWhen(VenueServer.Reachable is null, "This machine has no address but its own.");
        var page = await OpenAsync(server.Http(Name), "/sign-in");
        await page.LookAsync("only-https-zh-CN");
        await page.Locator(".whole-address").ClickAsync();
        await page.ArriveAsync(server.Https(Name) + "sign-in");
        Assert.True(await page.EvaluateAsync<bool>("isSecureContext"));
        await page.FillAsync("#user", "nobody");
        await page.FillAsync("#password", "wrong password");
        await page.Locator("main button.primary").ClickAsync();
        await Expect(page.GetByText("用户名或密码不对")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
        var english = await OpenAsync(server.Http(Name), "/sign-in", "en");
        await english.LookAsync("only-https-en");
        await english.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_first_organiser_signs_in_over_https_and_every_cookie_is_bound_to_it()
    {
        var page = await OpenAsync(server.Https(Name), "/first-organiser", "en");
        await page.FillAsync("#token", (await server.OfferAsync()).Token);
        await page.FillAsync("#name", "小松");
        await page.FillAsync("#user", "xiaosong");
        await page.FillAsync("#password", "seven quiet lanterns");
        await page.Locator("main button.primary").ClickAsync();
        await page.ArriveAsync(server.Https(Name) + "sign-in");
        await page.FillAsync("#user", "xiaosong");
        await page.FillAsync("#password", "seven quiet lanterns");
        await page.Locator("main button.primary").ClickAsync();
        await page.ArriveAsync(new Regex("^(?!.*/sign-in)"));
        var cookies = (await page.Context.CookiesAsync()).OrderBy(cookie => cookie.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(["__Host-forms", "__Host-language", "__Host-organiser"], cookies.Select(cookie => cookie.Name));
        Assert.All(cookies, cookie => Assert.Equal((true, true, "/"), (cookie.Secure, cookie.HttpOnly, cookie.Path)));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task On_the_server_itself_a_form_is_sent_without_encryption_too()
    {
        var page = await OpenAsync(server.Http("127.0.0.1"), "/sign-in");
        await page.FillAsync("#user", "nobody");
        await page.FillAsync("#password", "wrong password");
        await page.Locator("main button.primary").ClickAsync();
        await Expect(page.GetByText("用户名或密码不对")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("zh-CN", "这个地址没有加密", "摄像头：可以用"), InlineData("en", "which is not encrypted", "Camera: works")]
    public async Task The_station_says_that_it_has_no_camera_here_and_where_it_has(string language, string without, string with)
    {
        Assert.SkipWhen(VenueServer.Reachable is null, "This machine has no address but its own.");
        var page = await OpenAsync(server.Http(Name), "/station", language);
        var says = page.Locator("#pairing [data-abilities]");
        await Expect(says).ToContainTextAsync(without);
        await page.LookAsync($"station-abilities-{language}");
        await says.Locator($"a[href='{server.Https(Name)}station']").ClickAsync();
        await page.ArriveAsync(server.Https(Name) + "station");
        // Another site to the browser: the language is chosen anew.
        if (language == "en") await page.GotoAsync("/language/en?to=/station".Insert(0, server.Https(Name).ToString().TrimEnd('/')));
        await Expect(says).ToContainTextAsync(with);
        await Expect(says.Locator("a")).ToHaveCountAsync(2);
        await Expect(says.Locator("a").First).ToBeHiddenAsync();
        await page.Context.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await server.DisposeAsync();
    }
}
