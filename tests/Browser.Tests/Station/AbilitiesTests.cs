using Microsoft.Playwright;

namespace Browser.Tests.Station;

/// <summary>What a device can do, asked of devices as browsers describe them.</summary>
public sealed class AbilitiesTests(Chromium chromium, StationModules modules) : IClassFixture<StationModules>, IAsyncLifetime
{
    IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        page = await modules.OpenAsync(chromium);
        await page.GotoAsync("/station");
    }

    [Theory]
    [InlineData("Ready", true, true, "prompt", "videoinput"), InlineData("Ready", true, true, "unknown", "videoinput"), InlineData("Missing", true, true, "granted", "audioinput"), InlineData("Missing", true, true, "granted", "none")]
    [InlineData("Refused", true, true, "denied", "videoinput"), InlineData("Unsupported", true, false, "prompt", "videoinput"), InlineData("Insecure", false, false, "prompt", "videoinput")]
    public async Task A_camera_is_told_by_address_browser_permission_and_device(string ability, bool secure, bool devices, string permission, string kind) =>
        Assert.Equal(ability, await page.EvaluateAsync<string>("""
            async ([isSecureContext, devices, state, kind]) => {
              const { cameraAbility } = await import("/station/abilities.js");
              const mediaDevices = devices ? { enumerateDevices: async () => (kind === "none" ? Promise.reject(new Error()) : [{ kind }]) } : undefined;
              const permissions = { query: async () => (state === "unknown" ? Promise.reject(new TypeError()) : { state }) };
              return cameraAbility({ isSecureContext, navigator: { mediaDevices, permissions } });
            }
            """, new object[] { secure, devices, permission, kind }));

    [Fact]
    public async Task The_start_screen_says_what_this_device_lacks_and_what_happens_without_network()
    {
        await Assertions.Expect(page.Locator("#pairing [data-abilities]")).ToContainTextAsync("摄像头：这台设备没有");
        await Assertions.Expect(page.Locator("#pairing [data-abilities]")).ToContainTextAsync("断网时");
        await Assertions.Expect(page.Locator("#pairing [data-ability=ways]")).ToBeHiddenAsync();
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
