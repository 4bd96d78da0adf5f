using Shared.CheckIn;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class EntryTests : IDisposable
{
    readonly Hall hall = new();
    readonly CallerAsk desk;
    readonly Attendee person;

    public EntryTests() => (desk, person) = (hall.AddStation("1号台"), hall.Roster.Add("王刚"));

    public void Dispose() => hall.Dispose();

    async Task<ScanOutcome> OutcomeAsync(Checkpoint at, ScanDirection? direction = null) =>
        (await hall.ScanAsync(desk, hall.Ask(person, at) with { Direction = direction })).Outcome;

    [Fact]
    public async Task Where_re_entry_is_allowed_a_scan_without_direction_alternates()
    {
        var hallDoor = hall.AddCheckpoint("会场", c => c.Entry = EntryRule.ReEntry);
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(hallDoor));
        Assert.Equal(ScanOutcome.Goodbye, await OutcomeAsync(hallDoor));
        Assert.Equal(ScanOutcome.WelcomeBack, await OutcomeAsync(hallDoor));
        Assert.Equal(ScanOutcome.AlreadyIn, await OutcomeAsync(hallDoor, ScanDirection.In));
        Assert.Equal(ScanOutcome.Goodbye, await OutcomeAsync(hallDoor, ScanDirection.Out));
        Assert.Equal(ScanOutcome.NotInside, await OutcomeAsync(hallDoor, ScanDirection.Out));
        Assert.False(hall.Read(db => db.Presences().Single().Inside));
    }

    [Fact]
    public async Task Elsewhere_a_scan_means_in_and_who_left_does_not_come_in_again()
    {
        Assert.Equal(ScanOutcome.NotInside, await OutcomeAsync(hall.ReportIn, ScanDirection.Out));
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(hall.ReportIn));
        Assert.Equal(ScanOutcome.AlreadyIn, await OutcomeAsync(hall.ReportIn));
        Assert.Equal(ScanOutcome.Goodbye, await OutcomeAsync(hall.ReportIn, ScanDirection.Out));
        Assert.Equal(ScanOutcome.AlreadyIn, await OutcomeAsync(hall.ReportIn));
    }

    [Fact]
    public async Task Once_per_day_goes_by_the_venues_day()
    {
        var breakfast = hall.AddCheckpoint("早餐", c => c.Entry = EntryRule.OncePerDay);
        hall.Clock.SetUtcNow(new(2026, 11, 23, 15, 59, 0, TimeSpan.Zero));
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(breakfast));
        Assert.Equal(ScanOutcome.AlreadyIn, await OutcomeAsync(breakfast));
        hall.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(breakfast));
    }

    [Fact]
    public async Task A_welcome_records_what_it_implies_and_undo_takes_all_back()
    {
        var session = hall.AddCheckpoint("开幕式", c => c.Implies = [new() { ImpliedId = hall.ReportIn.Id }]);
        var welcome = await hall.ScanAsync(desk, hall.Ask(person, session));
        var also = Assert.Single(welcome.Also);
        Assert.Equal(hall.ReportIn.Id, also.CheckpointId);
        Assert.Equal(ScanOutcome.AlreadyIn, await OutcomeAsync(hall.ReportIn));
        var undone = await hall.UndoScan.RunAsync(desk, new(welcome.ScanId, "扫错人", Guid.NewGuid()));
        Assert.Equal(welcome.ScanId, undone.Value!.Undoes);
        Assert.Empty(hall.Read(db => db.Presences().ToList()));
        Assert.Equal([welcome.ScanId, also.ScanId], hall.Read(db => db.Scans().Where(s => s.Source == ScanSource.Undo).Select(s => s.OfScanId!.Value).ToList()));
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(hall.ReportIn));
        Assert.Empty((await hall.ScanAsync(desk, hall.Ask(person, session))).Also);
    }

    [Fact]
    public async Task Undo_of_coming_back_leaves_the_person_outside()
    {
        var door = hall.AddCheckpoint("会场", c => c.Entry = EntryRule.ReEntry);
        var welcome = await hall.ScanAsync(desk, hall.Ask(person, door));
        await OutcomeAsync(door);
        var back = await hall.ScanAsync(desk, hall.Ask(person, door));
        Assert.Equal(DeskRefusal.LaterScanFirst, (await hall.UndoScan.RunAsync(desk, new(welcome.ScanId, null, Guid.NewGuid()))).Refusal);
        Assert.Null((await hall.UndoScan.RunAsync(desk, new(back.ScanId, null, Guid.NewGuid()))).Refusal);
        Assert.False(hall.Read(db => db.Presences().Single().Inside));
        Assert.Equal(ScanOutcome.WelcomeBack, await OutcomeAsync(door));
    }

    [Fact]
    public async Task An_undo_happens_once_and_a_repeat_of_it_is_answered_as_before()
    {
        var welcome = await hall.ScanAsync(desk, hall.Ask(person));
        var refusedScan = await hall.ScanAsync(desk, hall.Ask(person));
        var ask = new UndoAsk(welcome.ScanId, "扫错人", Guid.NewGuid());
        var first = await hall.UndoScan.RunAsync(desk, ask);
        Assert.Equal(first.Value, (await hall.UndoScan.RunAsync(desk, ask)).Value);
        Assert.Equal(DeskRefusal.AlreadyUndone, (await hall.UndoScan.RunAsync(desk, ask with { Nonce = Guid.NewGuid() })).Refusal);
        Assert.Equal(DeskRefusal.NothingToUndo, (await hall.UndoScan.RunAsync(desk, new(refusedScan.ScanId, null, Guid.NewGuid()))).Refusal);
        Assert.Equal(DeskRefusal.UnknownScan, (await hall.UndoScan.RunAsync(desk, new(4711, null, Guid.NewGuid()))).Refusal);
        Assert.Equal(DeskRefusal.NonceReused, (await hall.UndoScan.RunAsync(desk, ask with { ScanId = refusedScan.ScanId })).Refusal);
    }

    [Fact]
    public async Task A_station_takes_back_its_own_scans_for_ten_minutes_and_an_organiser_any()
    {
        var other = hall.AddStation("2号台");
        var welcome = await hall.ScanAsync(desk, hall.Ask(person));
        Assert.Equal(DeskRefusal.NotYourScan, (await hall.UndoScan.RunAsync(other, new(welcome.ScanId, null, Guid.NewGuid()))).Refusal);
        hall.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(DeskRefusal.NotYourScan, (await hall.UndoScan.RunAsync(desk, new(welcome.ScanId, null, Guid.NewGuid()))).Refusal);
        Assert.Equal(DeskRefusal.UnknownScan, (await hall.UndoScan.RunAsync(CallerAsk.Person(hall.MeetingId + 1, "组长"), new(welcome.ScanId, null))).Refusal);
        Assert.Null((await hall.UndoScan.RunAsync(CallerAsk.Person(hall.MeetingId, "组长"), new(welcome.ScanId, "补正"))).Refusal);
    }
}
