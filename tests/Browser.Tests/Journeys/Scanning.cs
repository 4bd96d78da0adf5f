using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.CheckIn;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

public sealed class Scanning(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();
    StationDevice desk = null!;

    public async ValueTask InitializeAsync() => desk = await StationDevice.PairAsync(hall, chromium.Browser);

    [Theory]
    [InlineData("Enter"), InlineData("Tab"), InlineData(null)]
    public async Task A_scanner_burst_welcomes_whatever_its_suffix(string? suffix)
    {
        var code = hall.AddBadge(hall.AddPerson("王刚"));
        await desk.ScanAsync(suffix == "Tab" ? code.ToLowerInvariant() : code, suffix);
        await desk.SeeAsync("Welcome");
        await Expect(desk.Verdict).ToContainTextAsync("王刚");
        await Expect(desk.Verdict).ToContainTextAsync("重型铸造");
        Assert.Equal("ok", await desk.Page.GetAttributeAsync("html", "data-sounded"));
    }

    [Fact]
    public async Task The_next_scan_replaces_the_verdict_and_a_second_scan_tells_of_the_first()
    {
        var (first, second) = (hall.AddBadge(hall.AddPerson("王刚")), hall.AddBadge(hall.AddPerson("李娜")));
        await desk.ScanAsync(first);
        await Expect(desk.Verdict).ToContainTextAsync("王刚");
        await desk.ScanAsync(second);
        await Expect(desk.Verdict).ToContainTextAsync("李娜");
        await desk.PressUntilAsync("Escape", "ready");
        await Expect(desk.LastScans).ToHaveCountAsync(2);
        await Expect(desk.LastScans.First).ToContainTextAsync("李娜");
        await using var other = await StationDevice.PairAsync(hall, chromium.Browser);
        await other.ScanAsync(first);
        await other.SeeAsync("AlreadyIn");
        await Expect(other.Verdict).ToContainTextAsync("由1号台(小松)签到");
    }

    [Fact]
    public async Task The_same_badge_read_twice_at_once_counts_once()
    {
        var code = hall.AddBadge(hall.AddPerson("王刚"));
        await desk.ScanAsync(code);
        await desk.ScanAsync(code);
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("李娜")));
        await Expect(desk.Verdict).ToContainTextAsync("李娜");
        await Expect(desk.LastScans).ToHaveCountAsync(2);
        Assert.Equal(2, hall.Read(db => db.Scans().Count()));
    }

    [Fact]
    public async Task A_scan_into_the_search_field_is_a_scan_and_leaves_the_field_as_it_was()
    {
        await desk.Page.FillAsync("#query", "李");
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("王刚")));
        await desk.SeeAsync("Welcome");
        Assert.Equal("李", await desk.Page.InputValueAsync("#query"));
    }

    [Fact]
    public async Task A_scan_while_a_chinese_input_method_is_composing_is_a_scan()
    {
        await desk.Page.FocusAsync("#query");
        await desk.ComposeAsync("wang");
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("王刚")), inputMethod: true);
        await desk.SeeAsync("Welcome");
        await Expect(desk.Verdict).ToContainTextAsync("王刚");
    }

    [Fact]
    public async Task A_scan_is_read_with_the_focus_on_a_button_and_presses_it_not()
    {
        await desk.Page.FocusAsync("[data-key=W]");
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("王刚")));
        await desk.SeeAsync("Welcome");
    }

    [Fact]
    public async Task A_scan_while_a_list_has_the_focus_chooses_nothing_in_it()
    {
        await desk.Page.Keyboard.PressAsync("w");
        await desk.SeeScreenAsync("walk-in");
        await desk.Page.EvaluateAsync("document.querySelector('#walk-in-category').append(new Option('Z', 'z'))");
        await desk.Page.FocusAsync("#walk-in-category");
        await desk.ScanAsync("ZZZZZZZZZZZZZZZZZZZZZZZZZZ");
        await desk.SeeAsync("UnknownBadge");
        await Expect(desk.Page.Locator("#walk-in-category")).ToHaveValueAsync("delegate");
    }

    [Fact]
    public async Task One_key_undoes_the_last_and_the_person_can_check_in_again()
    {
        var code = hall.AddBadge(hall.AddPerson("王刚"));
        await desk.ScanAsync(code);
        await desk.SeeAsync("Welcome");
        await desk.Page.Keyboard.PressAsync("z");
        await desk.SeeAsync("Undone");
        Assert.Equal(0, hall.Read(db => db.Presences().Count()));
        await desk.PressUntilAsync("Enter", "ready");
        await Expect(desk.LastScans.First).ToContainTextAsync("已撤销");
    }

    [Fact]
    public async Task A_typed_code_counts_too()
    {
        var code = hall.AddBadge(hall.AddPerson("王刚"));
        await desk.Page.Keyboard.PressAsync("/");
        await Expect(desk.Page.Locator("#query")).ToBeFocusedAsync();
        await desk.Page.FillAsync("#query", $"{code[..4]}-{code[4..].ToLowerInvariant()}");
        await desk.SeeAsync("Welcome");
    }

    [Fact]
    public async Task A_phone_that_slept_scans_again_on_waking()
    {
        await desk.SleepAndWakeAsync();
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("王刚")));
        await desk.SeeAsync("Welcome");
    }

    [Fact]
    public async Task A_revoked_station_asks_for_a_new_pairing_and_says_why()
    {
        using (var db = hall.App.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<Shared.Data.EventDb>>().CreateDbContext())
        {
            db.Stations().Single().RevokedAt = DateTime.UtcNow;
            db.Stations().Single().TokenHash = null;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("王刚")));
        await desk.SeeScreenAsync("pairing");
        await Expect(desk.Page.Locator("#pairing-message")).ToContainTextAsync("停用");
        await desk.Page.ReloadAsync();
        await desk.SeeScreenAsync("pairing");
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await hall.DisposeAsync();
    }
}
