using System.Security.Cryptography;
using System.Text;
using Shared.Access;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class OutcomeTests : IDisposable
{
    readonly Hall hall = new();
    readonly CallerAsk desk;
    readonly CallerAsk kiosk;

    public OutcomeTests() => (desk, kiosk) = (hall.AddStation("1号台"), hall.AddStation("自助", StationKind.Kiosk));

    public void Dispose() => hall.Dispose();

    async Task<ScanOutcome> OutcomeAsync(ScanAsk ask) => (await hall.ScanAsync(desk, ask)).Outcome;

    [Fact]
    public async Task A_badge_is_welcome_once_and_then_shows_who_was_first()
    {
        var code = hall.AddBadge(hall.Roster.Add("王刚"));
        var welcome = await hall.ScanAsync(desk, hall.Ask(code));
        hall.Clock.Advance(TimeSpan.FromMinutes(3));
        var again = await hall.ScanAsync(kiosk, hall.Ask(code));
        Assert.Equal((ScanOutcome.Welcome, "王刚", "重型铸造", "A001"), (welcome.Outcome, welcome.Attendee!.Name, welcome.Attendee.Unit, welcome.Attendee.BadgeNo));
        Assert.Equal((ScanOutcome.AlreadyIn, Hall.Morning, "1号台", "小松"), (again.Outcome, again.First!.At, again.First.Station, again.First.Operator));
        Assert.Null(welcome.First);
        Assert.Equal(2, hall.Read(db => db.Scans().Count()));
    }

    [Fact]
    public async Task An_unknown_code_is_kept_only_as_a_keyed_hash()
    {
        var phone = "15400001234";
        var result = await hall.ScanAsync(desk, hall.Ask(phone));
        Assert.Equal((ScanOutcome.UnknownBadge, null, null), (result.Outcome, result.Attendee, result.Remedy));
        var row = hall.Read(db => db.Scans().Single());
        Assert.Equal(hall.Key.Unknown(phone), row.UnknownCode);
        var other = hall.AddBadge(null, badge => badge.MeetingId = AnotherMeeting());
        Assert.Equal(ScanOutcome.UnknownBadge, await OutcomeAsync(hall.Ask(other)));
        Assert.Equal(ScanOutcome.UnknownBadge, await OutcomeAsync(new() { AttendeeId = 4711, CheckpointId = hall.ReportIn.Id, Nonce = Guid.NewGuid() }));
    }

    [Fact]
    public async Task What_was_asked_is_kept_only_under_the_key_so_that_a_phone_scanned_by_mistake_cannot_be_tried_out()
    {
        var phone = "15400001234";
        await hall.ScanAsync(desk, hall.Ask(phone));
        var guess = SHA256.HashData(Encoding.UTF8.GetBytes($"{phone}||{hall.ReportIn.Id}||"))[..16];
        Assert.NotEqual(guess, hall.Read(db => db.Scans().Single().Content));
    }

    int AnotherMeeting()
    {
        var other = new Meeting { Year = 2027, Name = "下一届" };
        hall.Database.Add(other);
        return other.Id;
    }

    [Fact]
    public async Task A_spare_is_unbound_at_a_desk_and_unknown_at_a_kiosk()
    {
        var spare = hall.AddBadge();
        var atDesk = await hall.ScanAsync(desk, hall.Ask(spare));
        var atKiosk = await hall.ScanAsync(kiosk, hall.Ask(spare));
        Assert.Equal((ScanOutcome.UnboundBadge, Remedy.Bind), (atDesk.Outcome, atDesk.Remedy));
        Assert.Equal((ScanOutcome.UnknownBadge, null), (atKiosk.Outcome, atKiosk.Remedy));
    }

    [Fact]
    public async Task A_revoked_badge_lets_the_desk_check_the_person_in_and_tells_a_kiosk_nothing()
    {
        var person = hall.Roster.Add("王刚");
        var lost = hall.AddBadge(person, badge => badge.RevokedAt = Hall.Morning);
        var atDesk = await hall.ScanAsync(desk, hall.Ask(lost));
        Assert.Equal((ScanOutcome.RevokedBadge, Remedy.CheckInPerson, "王刚"), (atDesk.Outcome, atDesk.Remedy, atDesk.Attendee!.Name));
        Assert.Null((await hall.ScanAsync(kiosk, hall.Ask(lost))).Attendee);
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(hall.Ask(person)));
    }

    [Fact]
    public async Task A_replaced_persons_badge_is_revoked_and_a_cancelled_one_may_be_reinstated()
    {
        var replaced = hall.AddBadge(hall.Roster.Add("王刚", change: a => a.State = AttendeeState.Replaced));
        var cancelled = hall.AddBadge(hall.Roster.Add("李娜", change: a => a.State = AttendeeState.Cancelled));
        var first = await hall.ScanAsync(desk, hall.Ask(replaced));
        var second = await hall.ScanAsync(desk, hall.Ask(cancelled));
        Assert.Equal((ScanOutcome.RevokedBadge, null), (first.Outcome, first.Remedy));
        Assert.Equal((ScanOutcome.Cancelled, Remedy.Reinstate), (second.Outcome, second.Remedy));
        Assert.Null((await hall.ScanAsync(kiosk, hall.Ask(cancelled))).Remedy);
    }

    [Fact]
    public async Task People_of_an_unfinished_import_are_unknown()
    {
        var import = new RosterImport { MeetingId = hall.MeetingId, FileName = "a.xlsx", FileHash = [1], ImportedBy = "组长", State = ImportState.Writing };
        hall.Database.Add(import);
        var person = hall.Roster.Add("王刚", change: a => a.ImportId = import.Id);
        var code = hall.AddBadge(person);
        Assert.Equal(ScanOutcome.UnknownBadge, await OutcomeAsync(hall.Ask(code)));
        Assert.Equal(ScanOutcome.UnknownBadge, await OutcomeAsync(hall.Ask(person)));
        hall.Read(db => { db.RosterImports().Single().State = ImportState.Finished; return db.SaveChanges(); });
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(hall.Ask(code)));
    }

    [Fact]
    public async Task Only_those_whom_the_checkpoint_admits_are_entitled()
    {
        var (guest, delegated) = (hall.Roster.Add("王刚", change: a => a.Category = AttendeeCategory.Guest), hall.Roster.Add("李娜"));
        var dinner = hall.AddCheckpoint("晚宴", c => (c.Admits, c.CategoryBits) = (Admission.Categories, Checkpoint.Bit(AttendeeCategory.Guest)));
        var listed = hall.AddCheckpoint("座谈", c => c.Admits = Admission.List);
        hall.Database.Add(new CheckpointGuest { CheckpointId = listed.Id, AttendeeId = delegated.Id });
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(hall.Ask(guest, dinner)));
        Assert.Equal(ScanOutcome.NotEntitled, await OutcomeAsync(hall.Ask(delegated, dinner)));
        Assert.Equal(ScanOutcome.NotEntitled, await OutcomeAsync(hall.Ask(guest, listed)));
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(hall.Ask(delegated, listed)));
    }

    [Theory]
    [InlineData(-60, HoursRule.Mark, ScanOutcome.Welcome, ScanTiming.Early, 60), InlineData(0, HoursRule.Mark, ScanOutcome.Welcome, ScanTiming.OnTime, 0)]
    [InlineData(75, HoursRule.Mark, ScanOutcome.Welcome, ScanTiming.Late, 15), InlineData(-1, HoursRule.Enforce, ScanOutcome.NotYetOpen, ScanTiming.Early, 1)]
    [InlineData(61, HoursRule.Enforce, ScanOutcome.AlreadyClosed, ScanTiming.Late, 1), InlineData(60, HoursRule.Enforce, ScanOutcome.Welcome, ScanTiming.OnTime, 0)]
    public async Task Early_and_late_people_are_welcome_unless_hours_are_enforced(int minute, HoursRule rule, ScanOutcome outcome, ScanTiming timing, int minutes)
    {
        var session = hall.AddCheckpoint("开幕式", c => (c.Hours, c.OpensAt, c.ClosesAt) = (rule, Hall.Morning.AddHours(2), Hall.Morning.AddHours(3)));
        hall.Clock.Advance(TimeSpan.FromMinutes(120 + minute));
        var result = await hall.ScanAsync(desk, hall.Ask(hall.Roster.Add("王刚"), session));
        Assert.Equal((outcome, (ScanTiming?)timing, minutes), (result.Outcome, result.Timing, result.Minutes));
    }

    [Fact]
    public async Task An_override_lifts_entitlement_and_hours_is_logged_and_lifts_nothing_else()
    {
        var person = hall.Roster.Add("王刚");
        var closed = hall.AddCheckpoint("晚宴", c => (c.Admits, c.Hours, c.ClosesAt) = (Admission.List, HoursRule.Enforce, Hall.Morning.AddMinutes(-1)));
        Assert.Equal(ScanOutcome.NotEntitled, await OutcomeAsync(hall.Ask(person, closed)));
        Assert.Equal(ScanOutcome.Welcome, await OutcomeAsync(hall.Ask(person, closed) with { Override = "领导同意" }));
        Assert.Equal(("check-in-override", "1号台·小松"), hall.Read(db => db.Set<AuditEntry>().Select(e => new ValueTuple<string, string>(e.What, e.Who)).Single()));
        Assert.Equal("领导同意", hall.Read(db => db.Scans().Single(s => s.Outcome == ScanOutcome.Welcome).OverrideReason));
        Assert.Null((await new AuditChain(hall.Database).ReadAsync(stop: TestContext.Current.CancellationToken)).Broken);
        var cancelled = hall.Roster.Add("李娜", change: a => a.State = AttendeeState.Cancelled);
        Assert.Equal(ScanOutcome.Cancelled, await OutcomeAsync(hall.Ask(cancelled) with { Override = "领导同意" }));
    }

    [Fact]
    public async Task A_presence_put_in_by_another_connection_turns_the_next_scan_into_already_in()
    {
        var person = hall.Roster.Add("王刚");
        hall.Database.Add(new Presence { CheckpointId = hall.ReportIn.Id, AttendeeId = person.Id, Inside = true, FirstAt = Hall.Morning.AddMinutes(-9) });
        var result = await hall.ScanAsync(desk, hall.Ask(person));
        Assert.Equal((ScanOutcome.AlreadyIn, Hall.Morning.AddMinutes(-9)), (result.Outcome, result.First!.At));
    }
}
