using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Live;
using Shared.Registration;
using Shared.Registration.Mending;

namespace Shared.Tests.Registration.Mending;

public sealed class DuplicatesTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Rosters rosters = new();
    readonly LiveUpdates live = new();

    AuditTrail Audit => new(rosters.Database, TimeProvider.System);
    CheckInTies Ties => new(new BadgeMint(new BadgeKey(rosters.Database.Data), TimeProvider.System, live));

    Task<TwinList> TwinsAsync() => new Duplicates(rosters.Database, Ties).ReadAsync(rosters.Meeting.Id, Stop);

    async Task<MergeResult> MergeAsync(TwinPair pair, params string[] fromGone) =>
        await new MergeAttendees(rosters.Database, Ties, Audit, live).RunAsync(rosters.Meeting.Id, new(pair.Keeps, pair.Goes, fromGone), "小松", Stop);

    Attendee Stored(int id)
    {
        using var db = rosters.Database.CreateDbContext();
        return db.Attendees().Include(a => a.Journeys).Include(a => a.Consents).Single(a => a.Id == id);
    }

    (Attendee First, Attendee Second) AddTwins(Action<Attendee>? first = null, Action<Attendee>? second = null) => (rosters.Add("王刚", change: first), rosters.Add("王刚", change: second));

    [Fact]
    public async Task The_same_name_in_one_unit_and_the_same_own_phone_are_proposed_and_nothing_else()
    {
        AddTwins();
        rosters.Add("王刚", rosters.University);
        rosters.Add("李娜", change: a => a.Phone = "15400001111");
        rosters.Add("李丽娜", rosters.University, a => a.Phone = "15400001111");
        rosters.Add("孙丽", change: a => a.ContactPhone = "15400002222");
        rosters.Add("赵云", change: a => a.ContactPhone = "15400002222");
        Assert.Equal(["王刚 王刚 SameName", "李娜 李丽娜 SamePhone"], (await TwinsAsync()).Pairs.Select(pair => $"{pair.Keeps.Name} {pair.Goes.Name} {pair.Why}"));
    }

    [Theory]
    [InlineData(AttendeeState.Cancelled), InlineData(AttendeeState.Replaced)]
    public async Task Who_does_not_come_is_nobodys_duplicate(AttendeeState state)
    {
        AddTwins(second: a => a.State = state);
        Assert.Equal(0, (await TwinsAsync()).Total);
    }

    [Fact]
    public async Task Two_people_told_apart_are_not_proposed_again_and_both_stay()
    {
        var (first, second) = AddTwins();
        Assert.True(await new TellApart(rosters.Database, Audit, live).RunAsync(rosters.Meeting.Id, second.Id, first.Id, "小松", Stop));
        Assert.Equal(0, (await TwinsAsync()).Total);
        Assert.All((int[])[first.Id, second.Id], id => Assert.Equal(AttendeeState.Confirmed, Stored(id).State));
        Assert.False(await new TellApart(rosters.Database, Audit, live).RunAsync(rosters.Meeting.Id + 1, second.Id, first.Id, "小松", Stop));
    }

    [Fact]
    public async Task What_one_record_says_and_the_other_does_not_is_proposed_and_else_the_newer()
    {
        AddTwins(a => (a.Post, a.Department, a.ConfirmedAt) = ("工程师", "铸造车间", new(2026, 10, 1)), a => (a.Post, a.Phone, a.ConfirmedAt) = ("总工程师", "15400001234", new(2026, 11, 1)));
        var fields = (await TwinsAsync()).Pairs.Single().Fields.Where(field => field.Differs).ToDictionary(field => field.Name, field => field.Proposed);
        Assert.Equal(new Dictionary<string, bool> { ["Post"] = true, ["Department"] = false, ["Phone"] = true }, fields);
    }

    [Fact]
    public async Task The_record_with_a_badge_stays_and_the_other_is_cancelled_with_the_reason_and_its_badge_revoked()
    {
        var (first, second) = AddTwins();
        AddBadge(second.Id, "B002");
        var pair = (await TwinsAsync()).Pairs.Single();
        Assert.Equal((second.Id, first.Id), (pair.Keeps.Id, pair.Goes.Id));
        AddBadge(first.Id, "B001");
        Assert.Equal(MergeResult.Merged, await MergeAsync(pair));
        Assert.Equal((AttendeeState.Cancelled, "并入 #2 王刚"), (Stored(first.Id).State, Stored(first.Id).StateReason));
        using var db = rosters.Database.CreateDbContext();
        Assert.Equal(["B002"], await db.Badges().Where(b => b.RevokedAt == null).Select(b => b.Number).ToListAsync(Stop));
        Assert.Equal(0, (await TwinsAsync()).Total);
    }

    void AddBadge(int attendeeId, string number) => rosters.Database.Add(new Badge { MeetingId = rosters.Meeting.Id, AttendeeId = attendeeId, Number = number, Secret = new byte[16], CodeHash = System.Text.Encoding.UTF8.GetBytes(number) });

    [Fact]
    public async Task Two_records_that_differ_in_the_ride_or_the_hour_alone_show_it()
    {
        AddTwins(a => a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Train, NeedsRide = true, At = new(2026, 11, 22) }),
            a => a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Train, NeedsRide = false, At = new(2026, 11, 22), DayOnly = true }));
        var arrival = (await TwinsAsync()).Pairs.Single().Fields.Single(field => field.Name == "Arrival");
        Assert.Equal(["Ride"], arrival.Keeps.Except(arrival.Goes));
        Assert.Equal(["DayOnly", "NoRide"], arrival.Goes.Except(arrival.Keeps));
    }

    [Fact]
    public async Task The_chosen_fields_pass_over_with_before_and_after_in_the_trail_and_a_no_outweighs_a_yes()
    {
        var (first, second) = AddTwins(
            a => { a.Post = "工程师"; a.Consents.Add(Consent(ConsentPurpose.PublicScreen, ConsentState.Yes)); a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Local }); },
            a =>
            {
                (a.Post, a.Department, a.Roles) = ("总工程师", "铸造车间", StageRoles.Speaks);
                a.Consents.AddRange([Consent(ConsentPurpose.PublicScreen, ConsentState.No), Consent(ConsentPurpose.Notice, ConsentState.Yes)]);
                a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Train, ServiceNo = "D6902", At = new(2026, 11, 22, 6, 30, 0) });
            });
        rosters.Database.Add(new AttendeeNote { MeetingId = rosters.Meeting.Id, AttendeeId = second.Id, Text = "要轮椅", WrittenBy = "小松" });
        Assert.Equal(MergeResult.Merged, await MergeAsync((await TwinsAsync()).Pairs.Single(), "Post", "Arrival"));
        var kept = Stored(first.Id);
        Assert.Equal(("总工程师", null, StageRoles.Speaks, TravelMode.Train, "D6902"), (kept.Post, kept.Department, kept.Roles, kept.Journeys[0].Mode, kept.Journeys[0].ServiceNo));
        Assert.Equal([(ConsentPurpose.Notice, ConsentState.Yes), (ConsentPurpose.PublicScreen, ConsentState.No)], kept.Consents.OrderBy(c => c.Purpose).Select(c => (c.Purpose, c.State)));
        using var db = rosters.Database.CreateDbContext();
        Assert.True(await db.AttendeeNotes().AnyAsync(n => n.AttendeeId == first.Id && n.Text == "要轮椅", Stop));
        var entry = await db.AuditEntries().SingleAsync(e => e.What == "attendee-merged", Stop);
        var changes = FieldChange.Parse(await db.Set<AuditDetail>().Where(d => d.EntryId == entry.Id).Select(d => d.Details).SingleAsync(Stop));
        Assert.Contains(new FieldChange("Post", "工程师", "总工程师"), changes);
        Assert.Contains(new FieldChange("Arrival.Mode", "Local", "Train"), changes);
        Assert.Contains(new FieldChange("Consent.PublicScreen", "Yes", "No"), changes);
    }

    static Consent Consent(ConsentPurpose purpose, ConsentState state) => new() { Purpose = purpose, State = state, Source = "Paper" };

    [Fact]
    public async Task What_was_saved_meanwhile_is_not_merged_unseen_and_a_merged_record_can_come_back()
    {
        var (_, second) = AddTwins();
        var pair = (await TwinsAsync()).Pairs.Single();
        using (var db = rosters.Database.CreateDbContext()) await db.Attendees().Where(a => a.Id == second.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, 1), Stop);
        Assert.Equal(MergeResult.ChangedMeanwhile, await MergeAsync(pair));
        Assert.Equal(MergeResult.Merged, await MergeAsync((await TwinsAsync()).Pairs.Single()));
        Assert.Equal(MergeResult.NothingToDo, await MergeAsync(pair));
        Assert.Equal(ChangeStateResult.Changed, await new ChangeAttendeeState(rosters.Database, Audit, live, new ArrivalCheck()).RunAsync(rosters.Meeting.Id, second.Id, StateChange.Reinstate, null, "小松", stop: Stop));
        Assert.Equal(1, (await TwinsAsync()).Total);
    }

    public void Dispose() => rosters.Dispose();
}
