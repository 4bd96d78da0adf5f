using System.Diagnostics;
using EventApp.Tests.CheckIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.CheckIn;

namespace Browser.Tests;

/// <summary>A browser that has been made a station, and the scanner beside it.</summary>
sealed class StationDevice : IAsyncDisposable
{
    readonly ICDPSession keys;

    StationDevice(IPage page, ICDPSession keys) => (Page, this.keys) = (page, keys);

    public IPage Page { get; }
    public ILocator Verdict => Page.Locator("#verdict");
    public ILocator LastScans => Page.Locator("#last-scans li");

    /// <summary>Pairs as people do: an organiser's code typed into the page, then the checkpoint chosen where there are several.</summary>
    public static async Task<StationDevice> PairAsync(ApiHall hall, IBrowser browser, StationKind kind = StationKind.Desk, string language = "zh-CN", int width = Pages.Desk, Checkpoint? at = null)
    {
        var name = $"{hall.Read(db => db.Stations().Count()) + 1}号台";
        var page = await browser.OpenAsync(hall.App, "/station", language, width);
        await page.FillAsync("#pairing-code", await PairingCodeAsync(hall, name, kind));
        await page.PressAsync("#pairing-code", "Enter");
        var choice = page.Locator("#choices button", new() { HasText = (at ?? hall.ReportIn).Name });
        var ready = page.Locator("html[data-ready]");
        await choice.Or(ready).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (await choice.CountAsync() > 0 && await choice.IsVisibleAsync()) await choice.ClickAsync();
        await ready.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return new StationDevice(page, await page.Context.NewCDPSessionAsync(page));
    }

    public static async Task<string> PairingCodeAsync(ApiHall hall, string name, StationKind kind = StationKind.Desk, string? pin = null)
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        var draft = new StationDraft { Name = name, Kind = kind, OperatorId = kind == StationKind.Kiosk ? null : hall.Liaison.Id, Pin = pin ?? (kind == StationKind.Kiosk ? "2468" : null) };
        return (await scope.ServiceProvider.GetRequiredService<OpenPairing>().RunAsync(hall.Meeting.Id, draft, "organiser")).Code;
    }

    /// <summary>A scanner's keys, sent without waiting for one another, as a scanner does. With an input method on, keys bear no character of their own.</summary>
    public async Task ScanAsync(string code, string? suffix = "Enter", bool inputMethod = false)
    {
        var strokes = code.SelectMany(c => Stroke(char.IsDigit(c) ? $"Digit{c}" : $"Key{char.ToUpperInvariant(c)}", $"{c}", inputMethod)).ToList();
        if (suffix is not null) strokes.AddRange(Stroke(suffix, suffix, inputMethod: false));
        await Task.WhenAll(strokes.Select(stroke => keys.SendAsync("Input.dispatchKeyEvent", stroke)));
    }

    static IEnumerable<Dictionary<string, object>> Stroke(string code, string key, bool inputMethod)
    {
        var virtualKey = inputMethod ? 229 : code switch { "Enter" => 13, "Tab" => 9, _ => char.ToUpperInvariant(key[0]) };
        Dictionary<string, object> down = new() { ["type"] = inputMethod ? "rawKeyDown" : "keyDown", ["code"] = code, ["key"] = inputMethod ? "Process" : key, ["windowsVirtualKeyCode"] = virtualKey };
        if (!inputMethod && code != "Tab") down["text"] = code == "Enter" ? "\r" : key;
        return [down, new() { ["type"] = "keyUp", ["code"] = code, ["key"] = key, ["windowsVirtualKeyCode"] = virtualKey }];
    }

    /// <summary>Presses a key that leads to the search and types there.</summary>
    public async Task SearchAsync(string key, string typed)
    {
        await Page.Keyboard.PressAsync(key);
        await Assertions.Expect(Page.Locator("#query")).ToBeFocusedAsync();
        // At once: a pause between two keys would show what the first of them finds.
        await Page.Keyboard.InsertTextAsync(typed);
    }

    /// <summary>The input method writes down what it is composing.</summary>
    public Task ComposeAsync(string text) => keys.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });

    /// <summary>The phone is locked, and woken again.</summary>
    public async Task SleepAndWakeAsync()
    {
        await keys.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = "frozen" });
        await keys.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = "active" });
    }

    public Task SeeAsync(string outcome) => Assertions.Expect(Page.Locator("#verdict:not([hidden])")).ToHaveAttributeAsync("data-outcome", outcome);

    public Task SeeScreenAsync(string name) => Assertions.Expect(Page.Locator("#station")).ToHaveAttributeAsync("data-screen", name);

    /// <summary>Presses until the screen is there: right after a scan Enter may still be the scanner's.</summary>
    public async Task PressUntilAsync(string key, string screen)
    {
        var clock = Stopwatch.StartNew();
        do
            await Page.Keyboard.PressAsync(key);
        while (await Page.Locator($"#station[data-screen={screen}]").CountAsync() == 0 && clock.Elapsed < Chromium.Patience);
        await SeeScreenAsync(screen);
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
