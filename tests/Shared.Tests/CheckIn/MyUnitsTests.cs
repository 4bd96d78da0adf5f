using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn;

public sealed class MyUnitsTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly FakeTimeProvider clock = new(new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public MyUnitsTests()
    {
        rosters.Database.Add(new IdentityUser("小松") { Id = "xs" }, new IdentityUser("旧人") { Id = "old" });
        Staff("小松", "xs", rosters.Foundry);
        Staff("旧人", "old", rosters.University, left: true);
    }

    public void Dispose() => rosters.Dispose();

    void Staff(string name, string user, Unit unit, bool left = false)
    {
        var member = new StaffMember { MeetingId = rosters.Meeting.Id, Name = name, UserId = user, Left = left };
        rosters.Database.Add(member);
        using var db = rosters.Database.CreateDbContext();
        db.Units().Where(u => u.Id == unit.Id).ExecuteUpdate(set => set.SetProperty(u => u.LiaisonId, member.Id));
    }

    async Task<IReadOnlyList<MyUnit>?> ReadAsync(string user)
    {
        var meeting = await new MeetingCalendar(rosters.Database).ReadAsync(2026, Stop);
        return await new MyUnits(rosters.Database, clock).ReadAsync(meeting!, user, Stop);
    }

    async Task<string> StatesAsync() => string.Join(' ', (await ReadAsync("xs"))!.Single().People.Select(person => $"{person.Name}:{person.State}"));

    void Travel(Attendee person, DateTime at) => rosters.Database.Add(new Journey { AttendeeId = person.Id, Direction = JourneyDirection.Arrival, Mode = TravelMode.Train, At = at });

    [Fact]
    public async Task A_liaison_is_shown_the_own_units_alone_and_who_has_left_or_is_nobody_nothing()
    {
        rosters.Add("张三");
        rosters.Add("李四", rosters.University);
        Assert.Equal(["重型铸造:张三"], (await ReadAsync("xs"))!.Select(unit => $"{unit.Name}:{unit.People.Single().Name}"));
        Assert.Null(await ReadAsync("old"));
        Assert.Null(await ReadAsync("stranger"));
    }

    [Fact]
    public async Task Everybody_stands_at_replied_travelling_arrived_or_on_leave()
    {
        var (zhang, li) = (rosters.Add("张三"), rosters.Add("李四"));
        rosters.Add("王五", change: person => person.State = AttendeeState.OnLeave);
        rosters.Add("赵六", change: person => person.State = AttendeeState.Cancelled);
        Assert.Equal("张三:NotReplied 李四:NotReplied 王五:OnLeave", await StatesAsync());
        rosters.Database.Add(new Reply { MeetingId = rosters.Meeting.Id, UnitId = rosters.Foundry.Id, Nonce = [1], RepliedAt = clock.GetUtcNow().UtcDateTime, ContactName = "李娜" });
        Travel(zhang, new(2026, 11, 22, 15, 0, 0, DateTimeKind.Utc));
        Travel(li, new(2026, 11, 22, 17, 0, 0, DateTimeKind.Utc));
        // 17:00 UTC is the next day at the venue.
        Assert.Equal("张三:Travelling 李四:Replied 王五:OnLeave", await StatesAsync());
        Arrive(zhang, CheckpointKind.Session);
        Assert.Equal("张三:Travelling 李四:Replied 王五:OnLeave", await StatesAsync());
        Arrive(zhang, CheckpointKind.ReportIn);
        Assert.Equal("张三:Arrived 李四:Replied 王五:OnLeave", await StatesAsync());
        var unit = (await ReadAsync("xs"))!.Single();
        Assert.Equal((1, "李娜", true), (unit.Arrived, unit.Contact, unit.Replied));
    }

    void Arrive(Attendee person, CheckpointKind kind)
    {
        var at = new Checkpoint { MeetingId = rosters.Meeting.Id, Name = $"{kind}", Kind = kind, OpensAt = new(2026, 11, 22), ClosesAt = new(2026, 11, 23) };
        rosters.Database.Add(at);
        var scan = new Scan { MeetingId = rosters.Meeting.Id, CheckpointId = at.Id, AttendeeId = person.Id, Outcome = ScanOutcome.Welcome, Source = ScanSource.Badge };
        rosters.Database.Add(scan);
        rosters.Database.Add(new Presence { CheckpointId = at.Id, AttendeeId = person.Id, FirstScanId = scan.Id, FirstAt = clock.GetUtcNow().UtcDateTime, LastAt = clock.GetUtcNow().UtcDateTime });
    }
}
