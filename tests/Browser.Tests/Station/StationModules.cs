using EventApp.Tests;
using Microsoft.Playwright;

namespace Browser.Tests.Station;

/// <summary>The running program, of which a page that does nothing serves the station's modules to the tests of one class.</summary>
public sealed class StationModules : IAsyncDisposable
{
    readonly RunningApp app = new();

    public Task<IPage> OpenAsync(Chromium chromium) => chromium.Browser.OpenAsync(app, "/health/live");

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
