using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Filling;
using Shared.Seating.Placing;
using Shared.Tests.CheckIn;

namespace Shared.Tests.Seating;

public sealed class WalkInSeatTests : IDisposable
{
    readonly CheckIn.Hall hall = new();
    readonly CallerAsk desk;
    readonly LiveUpdates live = new();
    int inHall;

    public WalkInSeatTests() => desk = hall.AddStation("1号台");

    public void Dispose() => hall.Dispose();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task FillAsync(ZoneEntry zone, params (string Name, Unit Unit)[] people)
    {
        var (database, audit) = (hall.Roster.Database, new Shared.Access.AuditTrail(hall.Roster.Database, TimeProvider.System));
        var meeting = hall.Roster.Meeting.Id;
        inHall = (await new SaveHall(database, audit, live).RunAsync(meeting, new() { Name = "主会场" }, "小松", Stop)).Id;
        Assert.Empty((await new SaveZone(database, audit, live).RunAsync(meeting, inHall, zone, "小松", Stop)).Problems);
        foreach (var (name, unit) in people) hall.Roster.Add(name, unit);
        var seen = (await new SeatMap(database).ReadAsync(meeting, inHall, "小松", stop: Stop))!.Stamp;
        await new FillAudience(database, audit, live).RunAsync(meeting, inHall, new(), seen, "小松", Stop);
    }

    async Task<string[]> PlanAsync() => [.. (await new SeatMap(hall.Roster.Database).ReadAsync(hall.Roster.Meeting.Id, inHall, "", stop: Stop))!.Seats.GroupBy(s => s.Row).Select(row => string.Join(' ', row.Select(s => s.Person?.Name ?? "·")))];

    Task<DeskResult<DeskPersonResult>> ComeAsync(string name, string unit) =>
        new AddWalkIn(hall.Writer, hall.Key, new SeatWalkIn()).RunAsync(desk, new() { Name = name, Unit = unit, Category = AttendeeCategory.Observer, Consent = true, Nonce = Guid.NewGuid() });

    [Fact]
    public async Task A_walk_in_sits_beside_the_own_unit_a_stranger_foremost_and_nobody_in_the_front_rows()
    {
        await FillAsync(Halls.Rows(4, 4, front: 1), ("王一", hall.Roster.Foundry), ("王二", hall.Roster.Foundry), ("李一", hall.Roster.University), ("李二", hall.Roster.University), ("王三", hall.Roster.Foundry));
        Assert.Equal(["· · · ·", "王一 王二 王三 ·", "李一 李二 · ·", "· · · ·"], await PlanAsync());
        Assert.Null((await ComeAsync("李三", "哈理工")).Refusal);
        Assert.Null((await ComeAsync("赵云", "临时来宾公司")).Refusal);
        Assert.Null((await ComeAsync("马超", "临时来宾公司")).Refusal);
        Assert.Equal(["· · · ·", "王一 王二 王三 赵云", "李一 李二 李三 马超", "· · · ·"], await PlanAsync());
        var by = hall.Read(db => db.SeatSteps().OrderBy(s => s.Id).Last().By);
        await new UndoSeating(hall.Roster.Database, new(hall.Roster.Database, TimeProvider.System), live).RunAsync(hall.Roster.Meeting.Id, inHall, by, Stop);
        Assert.Equal("李一 李二 李三 ·", (await PlanAsync())[2]);
    }

    [Fact]
    public async Task Of_two_at_once_one_gets_the_last_seat_and_both_are_entered()
    {
        await FillAsync(Halls.Rows(1, 2), ("王一", hall.Roster.Foundry));
        var came = await Task.WhenAll(ComeAsync("李一", "哈理工"), ComeAsync("李二", "哈理工"));
        Assert.All(came, one => Assert.Null(one.Refusal));
        Assert.Equal(2, (await PlanAsync())[0].Split(' ').Count(name => name != "·"));
        Assert.Equal(2, hall.Read(db => db.Attendees().Count(a => a.Source == AttendeeSource.WalkIn)));
    }

    [Fact]
    public async Task A_seat_that_cannot_be_given_turns_nobody_away()
    {
        await FillAsync(Halls.Rows(1, 3), ("王一", hall.Roster.Foundry));
        var walkIn = new AddWalkIn(hall.Writer, hall.Key, new Broken());
        var came = await walkIn.RunAsync(desk, new() { Name = "李一", Unit = "哈理工", Consent = true, Nonce = Guid.NewGuid() });
        Assert.Equal("李一", came.Value!.Attendee.Name);
        Assert.Empty(hall.Read(db => db.SeatSteps().Where(s => s.By == "坏").ToList()));
    }

    // Writes something and fails then: what it wrote is gone, the guest is not.
    sealed class Broken : ISeatsWalkIns
    {
        public LiveTopic? Give(Shared.Data.EventDb db, WalkInGuest guest)
        {
            db.Add(new SeatStep { PlanId = db.SeatPlans().First().Id, By = "坏", Kind = SeatStepKind.Seated, At = guest.At });
            db.SaveChanges();
            throw new InvalidOperationException();
        }
    }
}
