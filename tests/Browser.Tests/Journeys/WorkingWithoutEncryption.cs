using System.Text.RegularExpressions;
using EventApp.Tests;
using Microsoft.Playwright;
using Shared.Access;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser who works over a network without https is told so on every page, and what to run.</summary>
public sealed class WorkingWithoutEncryption(Chromium chromium)
{
    const string Name = "hui.example.com";

    [Theory]
    [InlineData("zh-CN", "没有加密"), InlineData("en", "not encrypted")]
    public async Task An_organiser_sees_why_it_is_not_safe_and_what_to_run_and_a_desk_does_not(string language, string why)
    {
        await using var browser = await chromium.LaunchAsync($"--host-resolver-rules=MAP {Name} 127.0.0.1");
        await using var app = new RunningApp($"AllowedHosts={Name}");
        await app.AddAccountAsync("organiser", Roles.Organiser);
        await app.AddAccountAsync("desk", Roles.Desk);
        var there = new UriBuilder(app.Address) { Host = Name }.Uri.ToString().TrimEnd('/');
        var page = await SignInAsync(browser, app, there, "organiser", language);
        await Expect(page.Locator("main")).ToContainTextAsync(why);
        await Expect(page.Locator("main")).ToContainTextAsync($"EventApp certificate --for {Name}");
        await page.LookAsync($"without-encryption-{language}");
        await page.Context.DisposeAsync();
        var desk = await SignInAsync(browser, app, there, "desk", language);
        await desk.SettleAsync();
        await Expect(desk.Locator("main")).Not.ToContainTextAsync(why);
        await desk.Context.DisposeAsync();
        var here = await browser.OpenAsOrganiserAsync(app, "/meetings", language);
        await here.SettleAsync();
        await Expect(here.Locator("main")).Not.ToContainTextAsync(why);
    }

    static async Task<IPage> SignInAsync(IBrowser browser, RunningApp app, string there, string user, string language)
    {
        var page = await browser.OpenAsync(app, $"{there}/sign-in");
        if (language == "en") await page.GotoAsync($"{there}/language/en?to=/sign-in");
        await page.FillAsync("#user", user);
        await page.FillAsync("#password", RunningApp.Password);
        await page.Locator("main button.primary").ClickAsync();
        await page.ArriveAsync(new Regex("^(?!.*/sign-in)"));
        await page.GotoAsync($"{there}/meetings");
        return page;
    }
}
