using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.CheckIn;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

public sealed class ReadingByCamera(Chromium chromium)
{
    [Fact]
    public async Task A_badge_before_the_camera_is_welcomed_once_however_long_it_is_held_there()
    {
        await using var hall = new ApiHall();
        using var camera = new FakeCamera(hall.AddBadge(hall.AddPerson("王刚")));
        await using var browser = await chromium.LaunchAsync(camera.Flags);
        await using var desk = await StationDevice.PairAsync(hall, browser);
        await desk.Page.Keyboard.PressAsync("c");
        await desk.SeeAsync("Welcome");
        await Expect(desk.Page.Locator("#camera-device option")).Not.ToHaveCountAsync(0);
        // Another person meanwhile: the badge still held there must not come between.
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("李娜")));
        await Expect(desk.Verdict).ToContainTextAsync("李娜");
        Assert.Equal(2, hall.Read(db => db.Scans().Count()));
    }

    [Fact]
    public async Task A_kiosk_reads_by_camera_from_the_start_and_after_sleep()
    {
        await using var hall = new ApiHall();
        using var camera = new FakeCamera(hall.AddBadge(hall.AddPerson("王刚")));
        await using var browser = await chromium.LaunchAsync(camera.Flags);
        await using var kiosk = await StationDevice.PairAsync(hall, browser, StationKind.Kiosk);
        await kiosk.SeeAsync("Welcome");
        await kiosk.SleepAndWakeAsync();
        await Expect(kiosk.Page.Locator("#camera-picture")).ToHaveJSPropertyAsync("paused", false);
    }

    [Fact]
    public async Task Without_the_reader_the_page_says_so_and_scanning_goes_on()
    {
        await using var hall = new ApiHall();
        var code = hall.AddBadge(hall.AddPerson("王刚"));
        using var camera = new FakeCamera(code);
        await using var browser = await chromium.LaunchAsync(camera.Flags);
        await using var desk = await StationDevice.PairAsync(hall, browser);
        await desk.Page.RouteAsync("**/station/lib/**", route => route.FulfillAsync(new() { Status = 404 }));
        await desk.Page.ClickAsync("[data-key=C]");
        await Expect(desk.Page.Locator("#camera-note")).ToContainTextAsync("没有带二维码识别程序");
        await desk.ScanAsync(code);
        await desk.SeeAsync("Welcome");
    }

    [Fact]
    public async Task A_refused_camera_is_explained_and_scanning_goes_on()
    {
        await using var hall = new ApiHall();
        await using var desk = await StationDevice.PairAsync(hall, chromium.Browser);
        await desk.Page.ClickAsync("[data-key=C]");
        await Expect(desk.Page.Locator("#camera-note")).Not.ToBeEmptyAsync();
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("王刚")));
        await desk.SeeAsync("Welcome");
    }
}
