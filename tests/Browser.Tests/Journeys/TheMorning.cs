using EventApp.Tests;
using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.Registration;
using Shared.Tests.Registration.Importing;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>The main job from end to end: an untidy list goes in, badges come out, desks scan them, and the organiser's screen moves.</summary>
public sealed class TheMorning(Chromium chromium) : IAsyncLifetime
{
    const string Roster = "腾讯文档";
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_dirty_list_becomes_badges_that_are_scanned_and_the_dashboard_counts_them()
    {
        var organiser = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/import");
        await ImportAsync(organiser);
        var codes = await PrintAsync(organiser);
        var dashboard = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"/2026/dashboard?checkpoint={hall.ReportIn.Id}");
        await dashboard.SettleAsync();
        await CountsAsync(dashboard, 0, codes.Count);

        await using var desk = await StationDevice.PairAsync(hall, chromium.Browser);
        await desk.ScanAsync(codes[0]);
        await desk.SeeAsync("Welcome");
        await CountsAsync(dashboard, 1, codes.Count);
        await HoldBeforeACameraAsync(codes[1]);
        await CountsAsync(dashboard, 2, codes.Count);
        await FindAsync(desk, hall.Read(db => db.Attendees().Where(a => !db.Presences().Any(p => p.AttendeeId == a.Id)).OrderBy(a => a.ListNo).First().Name));
        await CountsAsync(dashboard, 3, codes.Count);
        await desk.Page.Keyboard.PressAsync("z");
        await desk.SeeAsync("Undone");
        await CountsAsync(dashboard, 2, codes.Count);
        await dashboard.PictureAsync("the-morning");
    }

    async Task HoldBeforeACameraAsync(string code)
    {
        using var camera = new FakeCamera(code);
        await using var browser = await chromium.LaunchAsync(camera.Flags);
        await using var handheld = await StationDevice.PairAsync(hall, browser, StationKind.Handheld);
        await handheld.Page.Keyboard.PressAsync("c");
        await handheld.SeeAsync("Welcome");
    }

    static async Task FindAsync(StationDevice desk, string name)
    {
        await desk.SearchAsync("/", name);
        await Expect(desk.Page.Locator("#found li b").First).ToHaveTextAsync(name);
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.SeeAsync("Welcome");
    }

    static async Task ImportAsync(IPage page)
    {
        await page.SettleAsync();
        await page.GiveFilesAsync("#roster-file", new FilePayload { Name = Roster + ".xlsx", MimeType = "application/octet-stream", Buffer = FixtureFile.Xlsx(Roster) });
        var write = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^导入：") });
        await write.WaitForAsync();
        await page.PictureAsync("import-preview");
        await write.ClickAsync();
        await page.GetByText("查看名单").WaitForAsync();
    }

    // Every code of the sheets as a separate program reads it from the paper.
    async Task<IReadOnlyList<string>> PrintAsync(IPage page)
    {
        await page.GotoAsync("/2026/badges");
        await page.SettleAsync();
        await page.GetByText("打印全部").ClickAsync();
        await page.ArriveAsync("**/2026/badges/print/*");
        await page.Locator(".badge .qr").First.WaitForAsync();
        using var paper = await Paper.PrintAsync(page);
        var codes = paper.Codes();
        Assert.Equal(hall.Read(db => db.Attendees().Listed(hall.Meeting.Id).Count()), codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(BadgeKey.CodeLength, code.Length));
        return codes;
    }

    static async Task CountsAsync(IPage dashboard, int arrived, int expected)
    {
        await Expect(dashboard.Locator(".number-main b")).ToHaveTextAsync($"{arrived}");
        await Expect(dashboard.Locator(".numbers b").First).ToHaveTextAsync($"{expected}");
    }

    public async ValueTask DisposeAsync() => await hall.DisposeAsync();
}
