using Shared.CheckIn;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class NonceTests : IDisposable
{
    readonly Hall hall = new();
    readonly CallerAsk desk;
    readonly Attendee person;
    readonly string code;

    public NonceTests() => (desk, person, code) = (hall.AddStation("1号台"), hall.Roster.Add("王刚"), hall.AddBadge(hall.Roster.Add("李娜")));

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task A_repeat_is_answered_as_before_and_makes_no_row()
    {
        var session = hall.AddCheckpoint("开幕式", c => c.Implies = [new() { ImpliedId = hall.ReportIn.Id }]);
        var ask = hall.Ask(code, session);
        var first = await hall.ScanAsync(desk, ask);
        hall.Clock.Advance(TimeSpan.FromMinutes(5));
        var repeat = await hall.ScanAsync(desk, ask);
        Assert.Equal(first.Also, repeat.Also);
        Assert.Equal(first with { Also = [] , Show = null }, repeat with { Also = [], Show = null });
        Assert.Equal(2, hall.Read(db => db.Scans().Count()));
    }

    [Fact]
    public async Task A_repeated_refusal_still_names_the_first()
    {
        await hall.ScanAsync(desk, hall.Ask(code));
        hall.Clock.Advance(TimeSpan.FromMinutes(5));
        var ask = hall.Ask(code);
        var refused = await hall.ScanAsync(desk, ask);
        Assert.Equal(refused.First, (await hall.ScanAsync(desk, ask)).First);
        Assert.Equal(Hall.Morning, refused.First!.At);
    }

    [Fact]
    public async Task Other_content_under_the_same_nonce_is_a_conflict()
    {
        var ask = hall.Ask(code);
        await hall.ScanAsync(desk, ask);
        var session = hall.AddCheckpoint("开幕式");
        foreach (var other in (ScanAsk[])[ask with { Code = hall.AddBadge(person) }, ask with { Code = null, AttendeeId = person.Id }, ask with { CheckpointId = session.Id }, ask with { Direction = ScanDirection.In }])
            Assert.Equal(DeskRefusal.NonceReused, (await hall.ScanBadge.RunAsync(desk, other, TestContext.Current.CancellationToken)).Refusal);
    }

    [Fact]
    public async Task A_scan_whose_reply_was_lost_may_come_again_from_the_offline_queue()
    {
        var ask = hall.Ask(code);
        var first = await hall.ScanAsync(desk, ask);
        var again = await hall.ScanAsync(desk, ask with { Offline = true, ScannedAt = Hall.Morning.AddSeconds(-3), Code = code.ToLowerInvariant() });
        Assert.Equal((first.ScanId, ScanOutcome.Welcome, false), (again.ScanId, again.Outcome, again.Conflict));
    }

    [Fact]
    public async Task A_repeat_is_answered_as_before_even_where_the_station_may_do_no_more()
    {
        var (scan, undo, give) = (hall.Ask(person), Guid.NewGuid(), new HandoutAsk(person.Id, "资料袋", 1, null, null, Guid.NewGuid()));
        hall.Database.Add(new HandoutItem { CheckpointId = hall.ReportIn.Id, Name = "资料袋" });
        var first = await hall.ScanAsync(desk, scan);
        var given = await new GiveHandout(hall.Writer).RunAsync(desk, give);
        var undone = await hall.UndoScan.RunAsync(desk, new(first.ScanId, null, undo));
        hall.Read(db => { (db.Checkpoints().Single().Retired, db.Stations().Single().OperatorId) = (true, null); return db.SaveChanges(); });
        Assert.Equal((first.ScanId, ScanOutcome.Welcome), (await hall.ScanAsync(desk, scan)) is var again ? (again.ScanId, again.Outcome) : default);
        Assert.Equal(given, await new GiveHandout(hall.Writer).RunAsync(desk, give));
        Assert.Equal(undone, await hall.UndoScan.RunAsync(desk, new(first.ScanId, null, undo)));
    }

    [Fact]
    public async Task Two_stations_may_use_the_same_nonce()
    {
        var (ask, other) = (hall.Ask(code), hall.AddStation("2号台"));
        await hall.ScanAsync(desk, ask);
        Assert.Equal(ScanOutcome.AlreadyIn, (await hall.ScanAsync(other, ask)).Outcome);
    }

    [Fact]
    public async Task An_answer_repeated_after_an_undo_is_still_the_old_answer()
    {
        var ask = hall.Ask(code);
        var first = await hall.ScanAsync(desk, ask);
        await hall.UndoScan.RunAsync(desk, new(first.ScanId, null, Guid.NewGuid()));
        Assert.Equal(ScanOutcome.Welcome, (await hall.ScanAsync(desk, ask)).Outcome);
        Assert.Empty(hall.Read(db => db.Presences().ToList()));
    }
}
