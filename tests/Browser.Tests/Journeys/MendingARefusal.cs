using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.Registration;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Each refusal that a desk may mend is mended by one key, and the mending is in the log.</summary>
public sealed class MendingARefusal(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_cancelled_person_who_came_is_reinstated_and_checked_in()
    {
        var person = hall.AddPerson("王刚", gone => gone.State = AttendeeState.Cancelled);
        await using var desk = await StationDevice.PairAsync(hall, chromium.Browser);
        await desk.ScanAsync(hall.AddBadge(person));
        await desk.SeeAsync("Cancelled");
        await desk.Page.Keyboard.PressAsync("r");
        await desk.SeeAsync("Welcome");
        Assert.Equal(AttendeeState.Confirmed, hall.Read(db => db.Attendees().Single().State));
    }

    [Fact]
    public async Task A_lost_badge_is_replaced_the_found_one_refused_and_its_owner_checked_in()
    {
        var person = hall.AddPerson("王刚");
        var (lost, spare) = (hall.AddBadge(person), hall.AddBadge());
        await using var desk = await StationDevice.PairAsync(hall, chromium.Browser);
        await desk.SearchAsync("l", "王刚");
        await Expect(desk.Page.Locator("#found li")).ToHaveCountAsync(1);
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.SeeScreenAsync("spare");
        await desk.ScanAsync(lost);
        await Expect(desk.Page.Locator("#spare-message")).ToBeVisibleAsync();
        await desk.ScanAsync(spare);
        await desk.SeeAsync("Welcome");
        await desk.ScanAsync(hall.AddBadge(hall.AddPerson("李娜")));
        await Expect(desk.Verdict).ToContainTextAsync("李娜");
        await using var other = await StationDevice.PairAsync(hall, chromium.Browser);
        await other.ScanAsync(lost);
        await other.SeeAsync("RevokedBadge");
        await other.Page.Keyboard.PressAsync("r");
        await other.SeeAsync("AlreadyIn");
    }

    [Fact]
    public async Task A_spare_is_bound_to_the_person_then_chosen()
    {
        hall.AddPerson("王刚");
        await using var desk = await StationDevice.PairAsync(hall, chromium.Browser);
        await desk.ScanAsync(hall.AddBadge());
        await desk.SeeAsync("UnboundBadge");
        await desk.SearchAsync("r", "王刚");
        await Expect(desk.Page.Locator("#found li")).ToHaveCountAsync(1);
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.SeeAsync("Welcome");
    }

    [Fact]
    public async Task Whom_the_rules_refuse_is_let_in_with_a_reason_that_is_logged()
    {
        var guest = hall.AddPerson("王刚");
        var hallOfHonour = hall.Add(new Checkpoint
        {
            MeetingId = hall.Meeting.Id, Name = "贵宾厅", Kind = CheckpointKind.Session, OpensAt = DateTime.UtcNow.AddHours(-1), ClosesAt = DateTime.UtcNow.AddHours(8), Admits = Admission.List,
        });
        await using var desk = await StationDevice.PairAsync(hall, chromium.Browser, at: hallOfHonour);
        await desk.ScanAsync(hall.AddBadge(guest));
        await desk.SeeAsync("NotEntitled");
        await desk.Page.Keyboard.PressAsync("o");
        await desk.SeeScreenAsync("override");
        await desk.Page.Locator("[data-reason]").Nth(1).DblClickAsync();
        await desk.SeeAsync("Welcome");
        Assert.Equal(2, hall.Read(db => db.Scans().Count()));
        Assert.Equal("名单遗漏", hall.Read(db => db.Scans().Single(s => s.Outcome == ScanOutcome.Welcome).OverrideReason));
    }

    public async ValueTask DisposeAsync() => await hall.DisposeAsync();
}
