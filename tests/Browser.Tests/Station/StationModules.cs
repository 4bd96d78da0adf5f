using EventApp.Tests;
using Microsoft.Playwright;

namespace Browser.Tests.Station;

/// <summary>The running program that serves the station's modules to the tests of one class.</summary>
public sealed class StationModules : IAsyncDisposable
{
    readonly RunningApp app = new();

    public Task<IPage> OpenAsync(Chromium chromium) => chromium.Browser.OpenAsync(app, "/station");

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
