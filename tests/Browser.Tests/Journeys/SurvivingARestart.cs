using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using EventApp.Components;
using Faults.Tests;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>The server is killed and started again while an organiser writes and watches: nobody clicks, nothing typed is lost.</summary>
public sealed class SurvivingARestart(Chromium chromium)
{
    const string Venue = "演示宾馆 二楼";

    static readonly TimeSpan UsableWithin = TimeSpan.FromSeconds(15);

    // A slow machine shows itself in how long it takes whoever opens the page anew in the same moment.
    const int Openings = 5;

    readonly string folder = ServerProcess.NewFolder();

    [Fact]
    public async Task A_page_is_usable_again_by_itself_within_fifteen_seconds_of_a_restart_or_five_openings_with_what_was_typed()
    {
        var demo = await MakeDemoAsync();
        await using var server = await ServerProcess.StartAsync(folder);
        var year = demo.GetProperty("meeting").GetProperty("year").GetInt32();
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = server.Address.ToString(), Locale = "zh-CN" });
        var writing = await SignInAsync(context, demo.GetProperty("organiser"), $"/{year}/meeting");
        await writing.FillAsync("#venue", Venue);
        var watching = await context.NewPageAsync();
        await watching.GotoAsync($"/{year}/dashboard");
        await watching.SettleAsync();
        await watching.Locator("[data-watched]").First.WaitForAsync();

        var loaded = Task.WhenAll(LoadAsync(writing), LoadAsync(watching));
        await server.KillAsync();
        await Assertions.Expect(watching.Locator("[data-stale]")).ToBeVisibleAsync(new() { Timeout = 2 * KeepFresh.StaleSeconds * 1000 });
        await using var again = await ServerProcess.StartAsync(folder, urls: server.Address.ToString());
        var usable = UsableAsync(loaded, writing, watching);
        var (clock, limit) = await OpenAnewAsync(context, year);
        Assert.Same(usable, await Task.WhenAny(usable, Task.Delay(TimeSpan.FromTicks(Math.Max(0, (limit - clock.Elapsed).Ticks)), TestContext.Current.CancellationToken)));
        await usable;
        await Assertions.Expect(watching.Locator("[data-stale]")).ToHaveCountAsync(0);
        await SaveAsync(writing, year);
    }

    static async Task SaveAsync(IPage writing, int year)
    {
        await Assertions.Expect(writing.Locator("#venue")).ToHaveValueAsync(Venue);
        await writing.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await writing.ArriveAsync($"**/{year}/settings");
        await writing.GotoAsync($"/{year}/meeting");
        await Assertions.Expect(writing.Locator("#venue")).ToHaveValueAsync(Venue);
    }

    // The demo renews its organiser at each start; on its data the plain server renews nothing.
    async Task<JsonElement> MakeDemoAsync()
    {
        await using var demo = await ServerProcess.StartAsync(folder, ["demo"]);
        await demo.UntilItSaysAsync(new Regex("/station"));
        return JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "demo.json"), TestContext.Current.CancellationToken)).RootElement;
    }

    static Task LoadAsync(IPage page)
    {
        var loaded = new TaskCompletionSource();
        page.Load += (_, _) => loaded.TrySetResult();
        return loaded.Task;
    }

    static async Task UsableAsync(Task loaded, IPage writing, IPage watching)
    {
        await loaded;
        await writing.Locator("main[data-live] #venue").WaitForAsync();
        await watching.Locator("main[data-live] .numbers").WaitForAsync();
    }

    // How long it has taken, and how long whoever waits may take.
    static async Task<(Stopwatch Clock, TimeSpan Limit)> OpenAnewAsync(IBrowserContext context, int year)
    {
        var clock = Stopwatch.StartNew();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{year}/dashboard");
        await page.Locator("main[data-live] .numbers").WaitForAsync();
        return (clock, TimeSpan.FromTicks(Math.Max(UsableWithin.Ticks, (Openings * clock.Elapsed).Ticks)));
    }

    static async Task<IPage> SignInAsync(IBrowserContext context, JsonElement organiser, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in?to=" + Uri.EscapeDataString(path));
        await page.FillAsync("#user", organiser.GetProperty("user").GetString()!);
        await page.FillAsync("#password", organiser.GetProperty("password").GetString()!);
        await page.ClickAsync("button[type=submit]");
        await page.ArriveAsync("**" + path);
        await page.SettleAsync();
        return page;
    }
}
