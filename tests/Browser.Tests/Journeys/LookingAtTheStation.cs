using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.CheckIn;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Every state of the station, in both languages, on a phone and on a desk: accessible, within the window, big enough to hit.</summary>
public sealed class LookingAtTheStation(Chromium chromium) : IAsyncLifetime
{
    const string Present = """
        async ([outcome, kiosk]) => {
          const attendee = { id: 1, name: "欧阳明月", unit: "齐齐哈尔市重型铸造有限责任公司", category: "viceChair", badgeNo: "A017", unitId: 1 };
          const nobody = ["UnknownBadge", "UnboundBadge", "NotRecorded", "Failed"].includes(outcome);
          const answer = {
            outcome, scanId: 1, attendee: nobody ? null : attendee, timing: "late", minutes: 12, first: outcome === "AlreadyIn" ? { at: "2026-11-23T00:12:00Z", station: "1号台", operator: "晓飞" } : null,
            remedy: { Cancelled: "reinstate", RevokedBadge: "checkInPerson", UnboundBadge: "bind" }[outcome] ?? null,
            show: nobody ? null : { seat: "3排12号", trip: "S-02 14:30", signingRound: 2, liaison: "小松", sheet: "第2页第14行", handouts: [{ itemId: 1, item: "资料袋", count: 1, done: false }, { itemId: 2, item: "餐券", count: 3, done: true }] },
          };
          if (kiosk) (await import("/station/kiosk.js")).presentAtKiosk(answer);
          else (await import("/station/answers.js")).presentAtDesk(answer, { body: { code: "4Q9X7ZK2M0B8VN5TGHR3WPEA1C" }, about: {} });
        }
        """;

    static readonly string[] OneOfEachTone = ["Welcome", "AlreadyIn", "Goodbye", "UnknownBadge"];
    static readonly string[] Outcomes = [.. Enum.GetNames<ScanOutcome>(), "NotRecorded", "Failed"];

    readonly ApiHall hall = new();

    public static TheoryData<string, int> Views => new() { { "zh-CN", Pages.Desk }, { "en", Pages.Phone } };

    public ValueTask InitializeAsync()
    {
        hall.AddCheckpoint("第一天上午");
        return ValueTask.CompletedTask;
    }

    [Theory, MemberData(nameof(Views))]
    public async Task All_verdicts_of_the_desk(string language, int width)
    {
        await using var desk = await StationDevice.PairAsync(hall, chromium.Browser, language: language, width: width);
        foreach (var outcome in Outcomes)
        {
            await desk.Page.EvaluateAsync(Present, new object[] { outcome, false });
            await CheckAsync(desk.Page, $"desk-{outcome}-{language}-{width}");
        }
    }

    [Theory, MemberData(nameof(Views))]
    public async Task All_verdicts_of_the_kiosk(string language, int width)
    {
        await using var kiosk = await StationDevice.PairAsync(hall, chromium.Browser, StationKind.Kiosk, language, width);
        await CheckAsync(kiosk.Page, $"kiosk-{language}-{width}");
        foreach (var outcome in OneOfEachTone)
        {
            await kiosk.Page.EvaluateAsync(Present, new object[] { outcome, true });
            await CheckAsync(kiosk.Page, $"kiosk-{outcome}-{language}-{width}");
        }
        await Expect(kiosk.Page.Locator("#kiosk")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await kiosk.Page.ClickAsync("#kiosk-leave");
        await CheckAsync(kiosk.Page, $"pin-{language}-{width}");
    }

    [Theory, MemberData(nameof(Views))]
    public async Task From_pairing_to_ready(string language, int width)
    {
        var page = await chromium.Browser.OpenAsync(hall.App, "/station", language, width);
        await Expect(page.Locator("#pairing")).ToBeVisibleAsync();
        await CheckAsync(page, $"pairing-{language}-{width}");
        await page.FillAsync("#pairing-code", "AAAAAA");
        await page.PressAsync("#pairing-code", "Enter");
        await Expect(page.Locator("#pairing-message")).ToBeVisibleAsync();
        await CheckAsync(page, $"pairing-wrong-{language}-{width}");
        await page.FillAsync("#pairing-code", await StationDevice.PairingCodeAsync(hall, "台 " + width + language));
        await page.PressAsync("#pairing-code", "Enter");
        await Expect(page.Locator("#choice")).ToBeVisibleAsync();
        await page.ClickAsync("#unpair");
        await CheckAsync(page, $"choice-{language}-{width}");
        await page.Locator("#choices button").First.ClickAsync();
        await Expect(page.Locator("#ready")).ToBeVisibleAsync();
        await CheckAsync(page, $"ready-{language}-{width}");
        await page.Context.DisposeAsync();
    }

    static async Task CheckAsync(IPage page, string name)
    {
        await page.PictureAsync(name);
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("button, a, select, input:not([type=checkbox]), label.tick")].filter(target => target.checkVisibility({ visibilityProperty: true }))
              .map(target => [target, target.getBoundingClientRect()]).filter(([, box]) => box.height < 47.5 || box.width < 47.5).map(([target, box]) => `${target.outerHTML.slice(0, 80)} ${box.width}×${box.height}`)
            """);
        Assert.True(small.Length == 0, string.Join(Environment.NewLine, small));
    }

    public async ValueTask DisposeAsync() => await hall.DisposeAsync();
}
