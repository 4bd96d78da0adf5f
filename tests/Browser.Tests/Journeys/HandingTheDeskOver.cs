using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Meetings;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Somebody else of the staff takes a shared desk over with their PIN; what was on its screen stays.</summary>
public sealed class HandingTheDeskOver(Chromium chromium) : IAsyncLifetime
{
    const string Right = "284913";
    readonly ApiHall hall = new();
    StaffMember other = null!;
    StationDevice desk = null!;

    public async ValueTask InitializeAsync()
    {
        other = hall.Add(new StaffMember { MeetingId = hall.Meeting.Id, Name = "李大树", Nickname = "大树" });
        await hall.SetPinAsync(other, Right, Roles.Desk);
        desk = await StationDevice.PairAsync(hall, chromium.Browser);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await hall.DisposeAsync();
    }

    [Fact]
    public async Task One_key_a_name_and_six_digits_change_hands_over_a_half_typed_search()
    {
        hall.AddPerson("王刚");
        await desk.Page.Keyboard.PressAsync("/");
        await desk.Page.FillAsync("#query", "王");
        await desk.Page.ClickAsync("[data-key=O]");
        await Expect(desk.Page.Locator("#handover-names button").First).ToBeDisabledAsync();
        await desk.Page.LookAsync("handover-zh-CN");
        await desk.Page.Keyboard.PressAsync("2");
        await Expect(desk.Page.Locator("#handover-pin")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("739104");
        await Expect(desk.Page.Locator("#handover-message")).ToContainTextAsync("PIN不对");
        await desk.Page.Keyboard.TypeAsync(Right);
        await Expect(desk.Page.Locator("#handover")).ToBeHiddenAsync();
        await Expect(desk.Page.Locator("#where-text")).ToContainTextAsync("大树");
        await Expect(desk.Page.Locator("#query")).ToHaveValueAsync("王");
        Assert.Equal(other.Id, hall.Read(db => db.Set<Shared.CheckIn.Station>().Single().OperatorId));
        Assert.Equal("大树", hall.Read(db => db.AuditEntries().Single(e => e.What == "operator-switched").Who));
    }

    [Fact]
    public async Task A_badge_scanned_while_hands_change_is_a_scan_and_no_PIN()
    {
        var code = hall.AddBadge(hall.AddPerson("王刚"));
        await desk.Page.Keyboard.PressAsync("o");
        await desk.Page.Locator("#handover-names button", new() { HasText = "大树" }).ClickAsync();
        await desk.ScanAsync(code);
        await desk.SeeAsync("Welcome");
        await Expect(desk.Page.Locator("#handover")).ToBeHiddenAsync();
        Assert.Equal(0, hall.Read(db => db.Accounts().AsNoTracking().Single().PinTries));
    }

    [Fact]
    public async Task Escape_leaves_the_desk_with_whom_it_was()
    {
        await desk.Page.Keyboard.PressAsync("o");
        await Expect(desk.Page.Locator("#handover")).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Page.Locator("#handover")).ToBeHiddenAsync();
        await Expect(desk.Page.Locator("#where-text")).ToContainTextAsync("小松");
        await desk.SeeScreenAsync("ready");
    }
}
