using Shared.CheckIn;
using Shared.Meetings;
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
    [InlineData(5, null, 0), InlineData(-600, null, -120), InlineData(-30, -20, -20), InlineData(-10, -20, -10), InlineData(-10, 60, 0)]
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

    [Theory]
    [InlineData(2026, long.MaxValue), InlineData(2026, long.MinValue), InlineData(9999, 40_000_000_000), InlineData(1, -40_000_000_000)]
    public async Task A_clock_that_leads_out_of_all_time_is_the_items_own_fault(int year, long offset)
    {
        var wrong = Offline(person, new DateTime(year, 6, 1, 0, 0, 0, DateTimeKind.Utc)) with { ClockOffset = offset };
        var answers = await hall.ScanBadge.RunAsync(desk, (ScanAsk?[])[wrong, hall.Ask(person)]);
        Assert.Equal([DeskRefusal.Malformed, null], answers.Select(a => a.Refusal));
    }

    [Fact]
    public async Task One_that_happened_where_the_station_may_scan_no_more_is_recorded_for_a_human()
    {
        var (session, retired) = (hall.AddCheckpoint("开幕式"), hall.AddCheckpoint("作废", c => c.Retired = true));
        var restricted = hall.AddStation("2号台", change: s => s.Checkpoints = [new() { CheckpointId = hall.ReportIn.Id }]);
        var foreign = hall.AddCheckpoint("别处", c => c.MeetingId = AnotherMeeting("Asia/Shanghai"));
        foreach (var at in (Checkpoint[])[session, retired])
        {
            Assert.Equal(DeskRefusal.NotThisCheckpoint, (await hall.ScanBadge.RunAsync(restricted, hall.Ask(person, at), TestContext.Current.CancellationToken)).Refusal);
            var happened = await hall.ScanAsync(restricted, Offline(person, Hall.Morning.AddMinutes(-5), at));
            Assert.Equal((ScanOutcome.Welcome, true), (happened.Outcome, happened.Conflict));
        }
        Assert.Equal(DeskRefusal.NotThisCheckpoint, (await hall.ScanBadge.RunAsync(restricted, Offline(person, Hall.Morning, foreign), TestContext.Current.CancellationToken)).Refusal);
    }

    [Fact]
    public async Task One_that_breaks_the_program_fails_alone()
    {
        var broken = hall.AddCheckpoint("别处", c => c.MeetingId = AnotherMeeting("Nowhere/City"));
        var answers = await hall.ScanBadge.RunAsync(desk, (ScanAsk?[])[hall.Ask(person), hall.Ask(person, broken), hall.Ask("4Q9")]);
        Assert.Equal([ScanOutcome.Welcome, null, ScanOutcome.UnknownBadge], answers.Select(a => a.Value?.Outcome));
    }

    int AnotherMeeting(string zone)
    {
        var other = new Meeting { Year = 2027, Name = "下一届", TimeZone = zone };
        hall.Database.Add(other);
        return other.Id;
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
