using Shared.CheckIn;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class OfflineTests : IDisposable
{
    readonly Hall hall = new();
    readonly CallerAsk desk;
    readonly Attendee person;

    public OfflineTests() => (desk, person) = (hall.AddStation("1号台"), hall.Roster.Add("王刚"));

    public void Dispose() => hall.Dispose();

    ScanAsk Offline(Attendee who, DateTime scannedAt, Checkpoint? at = null) => hall.Ask(who, at) with { Offline = true, ScannedAt = scannedAt };

    [Fact]
    public async Task An_offline_scan_is_decided_by_the_time_at_which_it_happened()
    {
        var session = hall.AddCheckpoint("开幕式", c => (c.Hours, c.OpensAt, c.ClosesAt) = (HoursRule.Enforce, Hall.Morning, Hall.Morning.AddMinutes(30)));
        hall.Clock.Advance(TimeSpan.FromHours(2));
        var result = await hall.ScanAsync(desk, Offline(person, Hall.Morning.AddMinutes(20), session));
        Assert.Equal((ScanOutcome.Welcome, Hall.Morning.AddHours(2)), (result.Outcome, result.RecordedAt));
        var again = await hall.ScanAsync(desk, Offline(person, Hall.Morning.AddMinutes(25), session));
        Assert.Equal((ScanOutcome.AlreadyIn, Hall.Morning.AddMinutes(20)), (again.Outcome, again.First!.At));
    }

    [Fact]
    public async Task The_stations_clock_is_corrected_by_its_offset()
    {
        hall.Clock.Advance(TimeSpan.FromHours(1));
        await hall.ScanAsync(desk, Offline(person, Hall.Morning.AddDays(-1)) with { ClockOffset = (long)TimeSpan.FromDays(1).TotalMilliseconds });
        var row = hall.Read(db => db.Scans().Single());
        Assert.Equal((Hall.Morning, false), (row.OccurredAt, row.Clamped));
    }

    [Theory]
    [InlineData(5, null, 0), InlineData(-600, null, -120), InlineData(-30, -20, -20), InlineData(-10, -20, -10)]
    public async Task It_lies_between_the_last_contact_and_now(int minute, int? contact, int expected)
    {
        await hall.ScanAsync(desk, Offline(person, Hall.Morning.AddMinutes(minute)) with { ContactAt = contact is { } at ? Hall.Morning.AddMinutes(at) : null });
        var row = hall.Read(db => db.Scans().Single());
        Assert.Equal((Hall.Morning.AddMinutes(expected), expected != minute), (row.OccurredAt, row.Clamped));
    }

    [Fact]
    public async Task One_that_would_not_have_been_admitted_is_recorded_for_a_human()
    {
        var cancelled = hall.Roster.Add("李娜", change: a => a.State = AttendeeState.Cancelled);
        var welcome = await hall.ScanAsync(desk, Offline(person, Hall.Morning.AddMinutes(-5)));
        var refused = await hall.ScanAsync(desk, Offline(cancelled, Hall.Morning.AddMinutes(-5)));
        Assert.Equal((ScanOutcome.Welcome, false), (welcome.Outcome, welcome.Conflict));
        Assert.Equal((ScanOutcome.Cancelled, true), (refused.Outcome, refused.Conflict));
        Assert.True(hall.Read(db => db.Scans().Single(s => s.Outcome == ScanOutcome.Cancelled).Conflict));
    }

    [Fact]
    public async Task In_a_batch_a_bad_one_never_stops_the_rest()
    {
        var code = hall.AddBadge(hall.Roster.Add("李娜"));
        var nonce = hall.Ask(code);
        var session = hall.AddCheckpoint("开幕式");
        var restricted = hall.AddStation("2号台", change: s => s.Checkpoints = [new() { CheckpointId = hall.ReportIn.Id }]);
        var answers = await hall.ScanBadge.RunAsync(restricted, (ScanAsk?[])[nonce, null, nonce with { Code = null }, hall.Ask(person, session), nonce with { Direction = ScanDirection.Out }, hall.Ask(person)]);
        Assert.Equal([null, DeskRefusal.Malformed, DeskRefusal.Malformed, DeskRefusal.NotThisCheckpoint, DeskRefusal.NonceReused, null], answers.Select(a => a.Refusal));
        Assert.Equal([ScanOutcome.Welcome, ScanOutcome.Welcome], answers.Where(a => a.Value is not null).Select(a => a.Value!.Outcome));
    }
}
