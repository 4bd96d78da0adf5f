using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class DeskWorkTests : IDisposable
{
    readonly Hall hall = new();
    readonly CallerAsk desk;

    public DeskWorkTests() => desk = hall.AddStation("1号台");

    public void Dispose() => hall.Dispose();

    static WalkInAsk WalkIn(string name, string unit) => new() { Name = name, Unit = unit, Phone = "154-0000-9999", Category = AttendeeCategory.Observer, Consent = true, Nonce = Guid.NewGuid() };

    Attendee Stored(int id) => hall.Read(db => db.Attendees().Include(a => a.Consents).Include(a => a.Journeys).Single(a => a.Id == id));

    [Fact]
    public async Task A_walk_in_is_found_by_any_name_of_the_unit_and_counted_apart()
    {
        var ask = WalkIn("王 刚", "哈理工");
        var added = await new AddWalkIn(hall.Writer, hall.Key).RunAsync(desk, ask);
        Assert.Equal(added.Value!.Attendee, (await new AddWalkIn(hall.Writer, hall.Key).RunAsync(desk, ask)).Value!.Attendee);
        Assert.Equal(DeskRefusal.NonceReused, (await new AddWalkIn(hall.Writer, hall.Key).RunAsync(desk, ask with { Unit = "重型铸造" })).Refusal);
        var person = Stored(added.Value.Attendee.Id);
        Assert.Equal(("王刚", hall.Roster.University.Id, "15400009999", AttendeeSource.WalkIn, ConsentState.Yes), (person.Name, person.UnitId, person.Phone, person.Source, Assert.Single(person.Consents).State));
        Assert.NotEmpty(hall.Read(db => db.AttendeeGrams().Where(g => g.AttendeeId == person.Id).ToList()));
        Assert.NotEmpty(person.PinyinKey);
        Assert.NotEqual(SHA256.HashData(Encoding.UTF8.GetBytes("walk-in|王刚|哈理工|154-0000-9999|Observer"))[..16], hall.Read(db => db.DeskWorks().Single().Content));
    }

    [Fact]
    public async Task A_walk_in_of_an_unknown_unit_makes_a_guest_body()
    {
        var added = await new AddWalkIn(hall.Writer, hall.Key).RunAsync(desk, WalkIn("赵云", "临时来宾公司"));
        var unit = hall.Read(db => db.Units().Include(u => u.Organisation).Single(u => u.Organisation!.FullName == "临时来宾公司"));
        Assert.Equal((unit.Id, null, OrganisationKind.Other), (added.Value!.Attendee.UnitId, unit.CouncilRank, unit.Organisation!.Kind));
        await new AddWalkIn(hall.Writer, hall.Key).RunAsync(desk, WalkIn("马超", "临时来宾公司"));
        Assert.Equal(3, hall.Read(db => db.Units().Count()));
    }

    [Fact]
    public async Task A_walk_in_needs_name_unit_consent_and_an_operator()
    {
        async Task<DeskRefusal?> RefusalAsync(WalkInAsk ask, CallerAsk? caller = null) => (await new AddWalkIn(hall.Writer, hall.Key).RunAsync(caller ?? desk, ask)).Refusal;
        Assert.Equal(DeskRefusal.Malformed, await RefusalAsync(WalkIn(" ", "哈理工")));
        Assert.Equal(DeskRefusal.Malformed, await RefusalAsync(WalkIn("王刚", "")));
        Assert.Equal(DeskRefusal.NoConsent, await RefusalAsync(WalkIn("王刚", "哈理工") with { Consent = false }));
        Assert.Equal(DeskRefusal.NotAPhone, await RefusalAsync(WalkIn("王刚", "哈理工") with { Phone = "12" }));
        Assert.Equal(DeskRefusal.NoOperator, await RefusalAsync(WalkIn("王刚", "哈理工"), hall.AddStation("2号台", change: s => s.OperatorId = null)));
        Assert.Equal(DeskRefusal.CodesOnly, await RefusalAsync(WalkIn("王刚", "哈理工"), hall.AddStation("自助", StationKind.Kiosk)));
        Assert.Empty(hall.Read(db => db.Attendees().ToList()));
    }

    [Fact]
    public async Task A_lost_badge_is_revoked_when_a_spare_takes_its_place()
    {
        var person = hall.Roster.Add("王刚");
        var (lost, spare) = (hall.AddBadge(person), hall.AddBadge());
        var ask = new BindBadgeAsk(person.Id, spare.ToLowerInvariant(), "丢失", Guid.NewGuid());
        var bound = await new BindBadge(hall.Writer, hall.Key).RunAsync(desk, ask);
        Assert.Equal("A002", bound.Value!.BadgeNo);
        Assert.Equal(bound, await new BindBadge(hall.Writer, hall.Key).RunAsync(desk, ask));
        Assert.Equal(ScanOutcome.RevokedBadge, (await hall.ScanAsync(desk, hall.Ask(lost))).Outcome);
        Assert.Equal((ScanOutcome.Welcome, "王刚"), ((await hall.ScanAsync(desk, hall.Ask(spare))) is var scan ? (scan.Outcome, scan.Attendee!.Name) : default));
        Assert.Equal("A001 → A002", hall.Read(db => db.Set<AuditDetail>().Single().Details));
        Assert.Equal(DeskRefusal.NotASpare, (await new BindBadge(hall.Writer, hall.Key).RunAsync(desk, ask with { Nonce = Guid.NewGuid() })).Refusal);
        Assert.Equal(DeskRefusal.NotASpare, (await new BindBadge(hall.Writer, hall.Key).RunAsync(desk, new(person.Id, lost, null, Guid.NewGuid()))).Refusal);
        Assert.Equal(DeskRefusal.UnknownAttendee, (await new BindBadge(hall.Writer, hall.Key).RunAsync(desk, new(4711, hall.AddBadge(), null, Guid.NewGuid()))).Refusal);
    }

    [Fact]
    public async Task Two_desks_binding_one_spare_at_once_make_it_one_persons()
    {
        var (one, other, spare) = (hall.Roster.Add("王刚"), hall.Roster.Add("李娜"), hall.AddBadge());
        var bound = await Task.WhenAll(((Attendee[])[one, other]).Select(person => new BindBadge(hall.Writer, hall.Key).RunAsync(desk, new(person.Id, spare, null, Guid.NewGuid()))));
        Assert.Single(bound, result => result.Refusal == DeskRefusal.NotASpare);
    }

    [Fact]
    public async Task A_substitute_takes_the_place_but_neither_rank_nor_roles_nor_consents()
    {
        var original = hall.Roster.Add("王刚", change: a =>
        {
            (a.Category, a.Roles, a.Lodging) = (AttendeeCategory.ViceChair, StageRoles.Speaks | StageRoles.Signs, "单间");
            a.Journeys = [new() { Direction = JourneyDirection.Arrival, ServiceNo = "G1234", NeedsRide = true }];
            a.Consents = [new() { Purpose = ConsentPurpose.PublicScreen, State = ConsentState.Yes, Source = "Paper" }];
        });
        var lunch = hall.AddCheckpoint("午餐", c => c.Admits = Admission.List);
        hall.Database.Add(new CheckpointGuest { CheckpointId = lunch.Id, AttendeeId = original.Id });
        var (old, spare) = (hall.AddBadge(original), hall.AddBadge());
        var ask = new SubstituteAsk(original.Id, "李 娜", "主任", null, spare, Guid.NewGuid());
        var done = (await new SubstituteAttendee(hall.Writer, hall.Key).RunAsync(desk, ask)).Value!;
        Assert.Equal("speaks signs rank consents A002", $"{string.Join(' ', done.Reconfirm)} {done.Attendee.BadgeNo}");
        var substitute = Stored(done.Attendee.Id);
        Assert.Equal(("李娜", "主任", AttendeeCategory.Delegate, StageRoles.None, "单间", original.ListNo, original.Id), (substitute.Name, substitute.Post, substitute.Category, substitute.Roles, substitute.Lodging, substitute.ListNo, substitute.SubstitutesForId!.Value));
        Assert.Equal(("G1234", true, 0), (substitute.Journeys[0].ServiceNo, substitute.Journeys[0].NeedsRide!.Value, substitute.Consents.Count));
        Assert.Equal(AttendeeState.Replaced, Stored(original.Id).State);
        Assert.Equal(ScanOutcome.RevokedBadge, (await hall.ScanAsync(desk, hall.Ask(old))).Outcome);
        Assert.Equal(ScanOutcome.Welcome, (await hall.ScanAsync(desk, hall.Ask(spare, lunch))).Outcome);
        Assert.Equal(done.Reconfirm, (await new SubstituteAttendee(hall.Writer, hall.Key).RunAsync(desk, ask)).Value!.Reconfirm);
        Assert.Equal(DeskRefusal.AlreadyReplaced, (await new SubstituteAttendee(hall.Writer, hall.Key).RunAsync(desk, ask with { Nonce = Guid.NewGuid(), Code = null })).Refusal);
    }

    [Fact]
    public async Task Reinstating_expects_a_cancelled_person_again_and_nobody_else()
    {
        var (gone, here) = (hall.Roster.Add("王刚", change: a => (a.State, a.StateReason) = (AttendeeState.Cancelled, "出差")), hall.Roster.Add("李娜"));
        var nonce = Guid.NewGuid();
        Assert.Equal(ScanOutcome.Cancelled, (await hall.ScanAsync(desk, hall.Ask(gone))).Outcome);
        Assert.Null((await new ReinstateAttendee(hall.Writer, hall.Key).RunAsync(desk, gone.Id, nonce)).Refusal);
        Assert.Null((await new ReinstateAttendee(hall.Writer, hall.Key).RunAsync(desk, gone.Id, nonce)).Refusal);
        Assert.Equal((AttendeeState.Confirmed, null), (Stored(gone.Id).State, Stored(gone.Id).StateReason));
        Assert.Equal(ScanOutcome.Welcome, (await hall.ScanAsync(desk, hall.Ask(gone))).Outcome);
        Assert.Equal(DeskRefusal.NotReinstatable, (await new ReinstateAttendee(hall.Writer, hall.Key).RunAsync(desk, here.Id, Guid.NewGuid())).Refusal);
        Assert.Single(hall.Read(db => db.AuditEntries().Where(e => e.What == "attendee-reinstated").ToList()));
    }
}
