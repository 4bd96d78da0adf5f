using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Live;
using Shared.Registration;

namespace Shared.Tests.Registration;

public sealed class SubstituteBeforehandTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Rosters rosters = new();
    readonly LiveUpdates live = new();

    Task<SubstituteBeforehandResult> RunAsync(int attendeeId, string? name = "李 娜", string? phone = "154 0000 5678") =>
        new SubstituteBeforehand(rosters.Database, new(new CheckInTies(new BadgeMint(new BadgeKey(rosters.Database.Data), TimeProvider.System, live)), Audit), live, Links)
            .RunAsync(rosters.Meeting.Id, attendeeId, new(name, "主任", phone), "小松", Stop);

    AuditTrail Audit => new(rosters.Database, TimeProvider.System);

    MakeAttendeeLinks Links => new(rosters.Database, new LinkKey(rosters.Database.Data), Audit, live);

    Attendee AddLeader() => rosters.Add("王刚", change: a =>
    {
        (a.Category, a.Roles, a.Lodging, a.ListNo, a.Phone) = (AttendeeCategory.ViceChair, StageRoles.Speaks | StageRoles.Signs, "308", 17, "15400001234");
        a.Journeys = [new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Train, ServiceNo = "G1234", At = new(2026, 11, 22), DayOnly = true, NeedsRide = true }];
        a.Stay = new() { Needed = true, Room = RoomKind.Twin, Meals = Meals.Lunch };
        a.Consents = [new() { Purpose = ConsentPurpose.PublicScreen, State = ConsentState.Yes, Source = "Paper" }];
    });

    [Fact]
    public async Task The_place_room_meals_and_ride_pass_over_and_rank_roles_phone_and_consents_do_not()
    {
        var original = AddLeader();
        var id = Assert.IsType<SubstituteBeforehandResult.Replaced>(await RunAsync(original.Id)).Id;
        using var db = rosters.Database.CreateDbContext();
        var substitute = await db.Attendees().Include(a => a.Journeys).Include(a => a.Stay).Include(a => a.Consents).SingleAsync(a => a.Id == id, Stop);
        Assert.Equal(("李娜", "主任", "15400005678", 17, "308"), (substitute.Name, substitute.Post, substitute.Phone, substitute.ListNo, substitute.Lodging));
        Assert.Equal((AttendeeCategory.Delegate, StageRoles.None, AttendeeSource.Substitute, original.Id), (substitute.Category, substitute.Roles, substitute.Source, substitute.SubstitutesForId!.Value));
        Assert.Equal(("G1234", true, true, RoomKind.Twin, Meals.Lunch), (substitute.Journeys[0].ServiceNo, substitute.Journeys[0].DayOnly, substitute.Journeys[0].NeedsRide!.Value, substitute.Stay!.Room!.Value, substitute.Stay.Meals));
        Assert.Empty(substitute.Consents);
        Assert.Equal(AttendeeState.Replaced, (await db.Attendees().SingleAsync(a => a.Id == original.Id, Stop)).State);
    }

    [Fact]
    public async Task What_does_not_pass_over_stays_on_the_card_until_it_is_settled()
    {
        var id = ((SubstituteBeforehandResult.Replaced)await RunAsync(AddLeader().Id)).Id;
        Assert.Equal(["speaks", "signs", "rank", "consents"], (await CardAsync(id)).Reconfirm);
        using (var db = rosters.Database.CreateDbContext())
        {
            var substitute = await db.Attendees().Include(a => a.Consents).SingleAsync(a => a.Id == id, Stop);
            (substitute.Roles, substitute.Category) = (StageRoles.Speaks, AttendeeCategory.ViceChair);
            substitute.Consents.Add(new() { Purpose = ConsentPurpose.PublicScreen, State = ConsentState.No, Source = "Paper" });
            await db.SaveChangesAsync(Stop);
        }
        Assert.Equal(["signs"], (await CardAsync(id)).Reconfirm);
    }

    async Task<AttendeeDetails> CardAsync(int id) => (await new AttendeeCard(rosters.Database, TimeProvider.System).ReadAsync(rosters.Meeting.Id, id, Stop))!;

    [Fact]
    public async Task The_old_badge_is_worthless_and_invitations_by_name_pass_over()
    {
        var original = rosters.Add("王刚");
        var lunch = new Checkpoint { MeetingId = rosters.Meeting.Id, Name = "午餐", Kind = CheckpointKind.Meal, Admits = Admission.List };
        rosters.Database.Add(lunch, new Badge { MeetingId = rosters.Meeting.Id, AttendeeId = original.Id, Number = "A001", Secret = [1], CodeHash = [1] });
        rosters.Database.Add(new CheckpointGuest { CheckpointId = lunch.Id, AttendeeId = original.Id });
        var id = ((SubstituteBeforehandResult.Replaced)await RunAsync(original.Id)).Id;
        using var db = rosters.Database.CreateDbContext();
        Assert.Equal("替会 李娜", (await db.Badges().SingleAsync(Stop)).RevokedReason);
        Assert.True(await db.Set<CheckpointGuest>().AnyAsync(g => g.AttendeeId == id, Stop));
    }

    [Fact]
    public async Task Who_has_arrived_is_replaced_was_cancelled_or_is_of_another_meeting_gets_no_substitute()
    {
        var (here, replaced, gone) = (rosters.Add("王刚"), rosters.Add("孙丽"), rosters.Add("赵云", change: a => a.State = AttendeeState.Cancelled));
        var door = new Checkpoint { MeetingId = rosters.Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn };
        rosters.Database.Add(door);
        rosters.Database.Add(new Presence { CheckpointId = door.Id, AttendeeId = here.Id, Inside = true });
        Assert.IsType<SubstituteBeforehandResult.HasArrived>(await RunAsync(here.Id));
        await RunAsync(replaced.Id);
        Assert.IsType<SubstituteBeforehandResult.NothingToDo>(await RunAsync(replaced.Id));
        Assert.IsType<SubstituteBeforehandResult.NothingToDo>(await RunAsync(gone.Id));
        Assert.IsType<SubstituteBeforehandResult.NothingToDo>(await RunAsync(99));
    }

    [Fact]
    public async Task A_missing_name_and_a_wrong_phone_are_named_and_nothing_is_written()
    {
        var original = rosters.Add("王刚");
        var refused = Assert.IsType<SubstituteBeforehandResult.Refused>(await RunAsync(original.Id, " ", "123"));
        Assert.Equal(["Name Missing", "Phone NotAPhone"], refused.Problems.Select(p => $"{p.Field} {p.Problem}"));
        Assert.Equal(AttendeeState.Confirmed, (await CardAsync(original.Id)).State);
    }

    [Fact]
    public async Task Whose_page_had_a_link_hands_it_to_nobody_and_the_substitute_has_one_of_the_own()
    {
        var original = rosters.Add("王刚");
        var before = Assert.Single(await Links.RunAsync(rosters.Meeting.Id, [original.Id], "小松", Stop));
        var id = Assert.IsType<SubstituteBeforehandResult.Replaced>(await RunAsync(original.Id)).Id;
        await using var db = rosters.Database.CreateDbContext();
        var link = await db.AttendeeLinks().SingleAsync(l => l.AttendeeId == id, Stop);
        Assert.NotEqual(before.LinkId, link.Id);
    }

    public void Dispose() => rosters.Dispose();
}
