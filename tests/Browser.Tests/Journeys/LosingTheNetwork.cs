using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.CheckIn;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

public sealed class LosingTheNetwork(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();
    StationDevice desk = null!;

    public async ValueTask InitializeAsync() => desk = await StationDevice.PairAsync(hall, chromium.Browser);

    [Fact]
    public async Task A_scan_without_network_says_that_it_is_not_recorded_and_counts_once_when_the_network_is_back()
    {
        var code = hall.AddBadge(hall.AddPerson("王刚"));
        await desk.Page.Context.SetOfflineAsync(true);
        await desk.ScanAsync(code);
        await desk.SeeAsync("NotRecorded");
        await Expect(desk.Page.Locator("#online-word")).ToHaveTextAsync("没有应答");
        await Expect(desk.Page.Locator("#waiting")).ToHaveTextAsync("待传 1");
        Assert.Equal(0, hall.Read(db => db.Scans().Count()));
        await desk.Page.Context.SetOfflineAsync(false);
        await desk.SeeAsync("Welcome");
        await Expect(desk.Page.Locator("#waiting")).ToHaveTextAsync("待传 0");
        Assert.Equal(1, hall.Read(db => db.Scans().Count()));
    }

    [Fact]
    public async Task A_scan_whose_reply_was_lost_counts_once()
    {
        var replies = 0;
        await desk.Page.RouteAsync("**/api/v1/check-ins", async route =>
        {
            var answer = await route.FetchAsync();
            if (replies++ == 0) await route.AbortAsync("connectionreset");
            else await route.FulfillAsync(new() { Response = answer });
        });
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("王刚")));
        await desk.SeeAsync("Welcome");
        Assert.True(replies > 1);
        Assert.Equal(1, hall.Read(db => db.Scans().Count()));
        Assert.Equal(1, hall.Read(db => db.Presences().Count()));
    }

    [Fact]
    public async Task What_is_not_recorded_stays_on_the_ready_screen_and_closing_the_page_asks_first()
    {
        await desk.Page.Context.SetOfflineAsync(true);
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("王刚")));
        await desk.SeeAsync("NotRecorded");
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("李娜")));
        await desk.PressUntilAsync("Escape", "ready");
        await Expect(desk.Page.Locator("#unsettled-list li")).ToHaveCountAsync(2);
        var asked = new TaskCompletionSource<string>();
        desk.Page.Dialog += async (_, dialog) => { asked.TrySetResult(dialog.Type); await dialog.DismissAsync(); };
        await desk.Page.CloseAsync(new() { RunBeforeUnload = true });
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        await desk.Page.Context.SetOfflineAsync(false);
        await Expect(desk.Page.Locator("#unsettled")).ToBeHiddenAsync();
        Assert.Equal(2, hall.Read(db => db.Presences().Count()));
    }

    [Fact]
    public async Task Too_many_at_once_is_waited_out_and_never_shown()
    {
        var refused = 0;
        await desk.Page.RouteAsync("**/api/v1/check-ins", route => refused++ < 2
            ? route.FulfillAsync(new() { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } }) : route.ContinueAsync());
        await desk.Page.EvaluateAsync("""
            () => { window.seen = []; new MutationObserver(() => seen.push(document.querySelector("#verdict").dataset.outcome)).observe(document.querySelector("#verdict"), { attributes: true }); }
            """);
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("王刚")));
        await desk.SeeAsync("Welcome");
        Assert.Equal(3, refused);
        Assert.Equal(["Welcome"], (await desk.Page.EvaluateAsync<string?[]>("seen")).OfType<string>().Distinct());
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await hall.DisposeAsync();
    }
}
