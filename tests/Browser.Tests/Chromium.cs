using Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Browser.Tests;

/// <summary>One Chromium for all journeys; each journey opens contexts of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>What is awaited comes in its time: a loaded machine takes longer, and only what never comes fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>The browser that all journeys share.</summary>
    public IBrowser Browser => browser ?? throw new InvalidOperationException("Chromium has not started.");

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        browser = await LaunchAsync("/usr/bin/chromium-headless-shell", []);
    }

    /// <summary>A whole Chromium whose camera shows what the flags say; the caller closes it.</summary>
    public Task<IBrowser> LaunchAsync(params string[] more) => LaunchAsync("/usr/bin/chromium", more);

    // Chromium without a window to draw for spends half as much of the machine; it knows no camera.
    Task<IBrowser> LaunchAsync(string program, string[] more) =>
        playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Headless = true, Args = [.. Flags, .. more] });

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
