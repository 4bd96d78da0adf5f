using System.Text.RegularExpressions;
using EventApp.Tests;
using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Access;
using Shared.Data;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser sets an authenticator app and a passkey up and signs in with each.</summary>
public sealed class ProvingWhoOneIs(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task The_second_step_asks_for_the_apps_digits(string language)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/account", language);
        await page.LookAsync($"account-{language}");
        await page.GetByRole(AriaRole.Button, new() { Name = language == "en" ? "Set it up" : "设置" }).ClickAsync();
        var key = await page.Locator(".account-part code").First.InnerTextAsync();
        await page.FillAsync("#app-code", Totp.Code(key));
        await page.FillAsync("#app-password", RunningApp.Password);
        await page.LookAsync($"second-step-{language}");
        await page.PressAsync("#app-password", "Enter");
        await Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await page.LookAsync($"recovery-codes-{language}");
        await page.Context.ClearCookiesAsync(new() { Name = "organiser" });
        await page.GotoAsync("/2026/settings");
        await page.FillAsync("#user", Pages.Organiser);
        await page.FillAsync("#password", RunningApp.Password);
        await page.PressAsync("#password", "Enter");
        await page.FillAsync("#code", "000000");
        await page.PressAsync("#code", "Enter");
        await Expect(page.Locator(".form-error")).ToBeVisibleAsync();
        await page.LookAsync($"sign-in-code-{language}");
        await page.FillAsync("#code", Totp.Code(key, later: 1));
        await page.PressAsync("#code", "Enter");
        await page.ArriveAsync("**/2026/settings");
    }

    [Fact]
    public async Task A_passkey_signs_in_by_itself_and_a_disabled_account_not()
    {
        await hall.App.AddAccountAsync("大树", Roles.Organiser);
        var page = await chromium.Browser.OpenAsync(hall.App);
        await page.GotoAsync(hall.App.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "account");
        await AddAuthenticatorAsync(page);
        await page.FillAsync("#user", "大树");
        await page.FillAsync("#password", RunningApp.Password);
        await page.PressAsync("#password", "Enter");
        await page.FillAsync("#passkey-name", "办公室电脑");
        await page.FillAsync("#passkey-password", RunningApp.Password);
        await page.PressAsync("#passkey-password", "Enter");
        await Expect(page.Locator("details.passkey")).ToContainTextAsync("办公室电脑");
        await page.LookAsync("passkeys-zh-CN");
        await page.Context.ClearCookiesAsync(new() { Name = "organiser" });
        await page.GotoAsync(new Uri(new Uri(page.Url), "/sign-in?to=/2026/settings").AbsoluteUri);
        await page.LookAsync("sign-in-zh-CN");
        await page.ClickAsync("form[data-passkey] button");
        // The address of the sign-in ends in the same words.
        await page.ArriveAsync(new Regex("^[^?]*/2026/settings([?#]|$)"));
        await page.SettleAsync();
        hall.Read(db => db.Accounts().ExecuteUpdate(set => set.SetProperty(a => a.DisabledAt, DateTime.UtcNow)));
        await page.Context.ClearCookiesAsync(new() { Name = "organiser" });
        await page.GotoAsync(hall.App.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "sign-in");
        await page.ClickAsync("form[data-passkey] button");
        await page.ArriveAsync("**/sign-in?passkey=wrong**");
        await Expect(page.Locator("form[data-passkey] [role=alert]")).ToBeVisibleAsync();
    }

    // A key in the machine that says yes to every question of its owner.
    static async Task AddAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
