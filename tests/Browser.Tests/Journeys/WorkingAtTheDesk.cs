using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.Registration;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>What a person at a desk does besides scanning, by keyboard alone.</summary>
public sealed class WorkingAtTheDesk(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();
    Attendee wang = null!, li = null!;
    Checkpoint lobby = null!;
    StationDevice desk = null!;

    IPage Page => desk.Page;

    public async ValueTask InitializeAsync()
    {
        (wang, li) = (hall.AddPerson("王刚", person => person.Phone = "15400001234"), hall.AddPerson("李娜"));
        lobby = hall.AddCheckpoint("大堂报到", CheckpointKind.ReportIn, "资料袋", "餐券", "房卡");
        desk = await StationDevice.PairAsync(hall, chromium.Browser, at: lobby);
    }

    [Theory]
    [InlineData("王"), InlineData("wg"), InlineData("wanggang"), InlineData("1234")]
    public async Task Somebody_is_found_while_one_types_and_reported_in_by_enter(string typed)
    {
        await FindAsync(typed, "王刚");
        await Page.Keyboard.PressAsync("Enter");
        await desk.SeeAsync("Welcome");
        await Expect(desk.Verdict).ToContainTextAsync("王刚");
    }

    [Fact]
    public async Task The_arrows_choose_among_those_found()
    {
        await FindAsync("重型", "王刚");
        await Page.Keyboard.PressAsync("ArrowDown");
        var chosen = await Page.Locator("#found [aria-selected=true] b").TextContentAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Verdict).ToContainTextAsync(chosen!);
    }

    [Fact]
    public async Task Enter_gives_everything_but_what_was_unticked_and_an_item_is_taken_back_by_its_key()
    {
        await desk.ScanAsync(hall.AddBadge(wang));
        await desk.SeeAsync("Welcome");
        await Page.Keyboard.PressAsync("3");
        await Expect(Page.Locator("#verdict .handouts button").Nth(2)).ToHaveAttributeAsync("aria-checked", "false");
        await desk.PressUntilAsync("Enter", "ready");
        Assert.Equal(["资料袋", "餐券"], Given(wang));
        await FindAsync("王刚", "王刚");
        await Page.Keyboard.PressAsync("Enter");
        await desk.SeeAsync("AlreadyIn");
        await Page.Keyboard.PressAsync("1");
        await Expect(Page.Locator("#verdict .handouts button").First).ToHaveAttributeAsync("aria-checked", "false");
        Assert.Equal(["餐券"], Given(wang));
    }

    [Fact]
    public async Task One_colleague_reports_in_and_collects_for_another()
    {
        await FindAsync("重型", "重型铸造", key: "u");
        await Page.Keyboard.PressAsync("Enter");
        await desk.SeeScreenAsync("unit");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".people li").First).ToContainTextAsync("已到");
        await Expect(Page.Locator(".people li").Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await Page.Keyboard.PressAsync("d");
        await Expect(Page.Locator(".people li").Nth(1)).ToContainTextAsync("由 王刚 代领");
        await Expect(Page.Locator(".people li").Nth(1)).ToContainTextAsync("未到");
        Assert.Equal([wang.Id], hall.Read(db => db.Presences().Where(p => p.CheckpointId == lobby.Id).Select(p => p.AttendeeId).ToList()));
        Assert.Equal((3, 3), (Given(wang).Count, Given(li).Count));
    }

    [Fact]
    public async Task A_walk_in_takes_four_fields_a_consent_and_a_spare()
    {
        var spare = hall.AddBadge();
        await Page.Keyboard.PressAsync("w");
        await Page.FillAsync("#walk-in-name", "周补录");
        await Page.FillAsync("#walk-in-phone", "154");
        await Page.PressAsync("#walk-in-phone", "Enter");
        await Expect(Page.Locator("#walk-in-form .field-wrong")).ToHaveCountAsync(3);
        await Page.FillAsync("#walk-in-unit", "重型铸造");
        await Page.FillAsync("#walk-in-phone", "15400004321");
        await Page.CheckAsync("#walk-in-form [name=consent]");
        await Page.PressAsync("#walk-in-phone", "Enter");
        await desk.SeeScreenAsync("spare");
        await desk.ScanAsync(spare);
        await desk.SeeAsync("Welcome");
        var walkIn = hall.Read(db => db.Attendees().Single(a => a.Source == AttendeeSource.WalkIn));
        Assert.Equal(("周补录", hall.Unit.Id), (walkIn.Name, walkIn.UnitId));
        Assert.Equal(walkIn.Id, hall.Read(db => db.Badges().Single().AttendeeId));
    }

    async Task FindAsync(string typed, string first, string key = "/")
    {
        await desk.SearchAsync(key, typed);
        await Expect(Page.Locator("#found li b").First).ToHaveTextAsync(first);
    }

    List<string> Given(Attendee person) => hall.Read(db => db.HandoutsGiven().Where(g => g.AttendeeId == person.Id && g.UndoneAt == null)
        .Join(db.Set<HandoutItem>(), g => g.ItemId, i => i.Id, (_, i) => i.Name).ToList());

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await hall.DisposeAsync();
    }
}
