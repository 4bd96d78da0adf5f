using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Meetings;
using Shared.Registration;
using Shared.Tests.CheckIn;

namespace Shared.Tests.Dashboard;

public sealed class DashboardPartsTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static Scan Attempt(Morning morning, ScanOutcome outcome, Station? station = null, int minutesAgo = 0, ScanSource source = ScanSource.Badge) => morning.Add(new Scan
    {
        MeetingId = morning.Meeting.Id, CheckpointId = morning.ReportIn.Id, Outcome = outcome, StationId = station?.Id, Source = source,
        OccurredAt = Morning.Nine.AddMinutes(-minutesAgo), RecordedAt = Morning.Nine.AddMinutes(-minutesAgo),
    });

    static Station Desk(Morning morning, string name, DateTime? enrolledAt, DateTime? seenAt, DateTime? revokedAt = null) => morning.Add(new Station
    {
        MeetingId = morning.Meeting.Id, Name = name, Kind = StationKind.Desk, EnrolledAt = enrolledAt, LastSeenAt = seenAt, RevokedAt = revokedAt,
    });

    [Fact]
    public async Task Absent_people_with_a_task_come_first_and_bring_their_liaison()
    {
        using var morning = new Morning();
        var liaison = morning.Add(new StaffMember { MeetingId = morning.Meeting.Id, Name = "刘松", Nickname = "小松", Phone = "15400000001" });
        var unit = morning.AddUnit();
        await morning.Database.CreateDbContext().Units().ExecuteUpdateAsync(set => set.SetProperty(u => u.LiaisonId, liaison.Id), Stop);
        morning.AddPerson(unit, category: AttendeeCategory.Leader);
        var signer = morning.AddPerson(unit, roles: StageRoles.Signs);
        morning.Arrive(morning.AddPerson(unit, roles: StageRoles.Speaks));
        morning.AddPerson(unit, AttendeeState.OnLeave, roles: StageRoles.Speaks);
        var missing = await new MissingPeople(morning.Database, morning.Clock).ReadAsync(morning.Meeting.Id, morning.ReportIn.Id, Stop);
        Assert.Equal(2, missing.Count);
        Assert.Equal((signer.Id, StageRoles.Signs, "小松", "15400000001"), (missing[0].Id, missing[0].Roles, missing[0].Liaison, missing[0].LiaisonPhone));
    }

    [Fact]
    public async Task Refusals_are_counted_by_reason_the_most_frequent_first()
    {
        using var morning = new Morning();
        Attempt(morning, ScanOutcome.Welcome);
        Attempt(morning, ScanOutcome.UnknownBadge);
        Attempt(morning, ScanOutcome.AlreadyIn);
        Attempt(morning, ScanOutcome.AlreadyIn);
        morning.Add(new Scan { MeetingId = morning.Meeting.Id, CheckpointId = morning.ReportIn.Id, Outcome = ScanOutcome.Welcome, Source = ScanSource.Badge, Offline = true, Clamped = true, OccurredAt = Morning.Nine, RecordedAt = Morning.Nine });
        var tally = await new RefusalTally(morning.Database).ReadAsync(morning.Meeting.Id, morning.ReportIn.Id, Stop);
        Assert.Equal([new(ScanOutcome.AlreadyIn, 2), new(ScanOutcome.UnknownBadge, 1)], tally.Reasons);
        Assert.Equal(1, tally.ToCheck);
    }

    [Fact]
    public async Task A_station_tells_its_last_five_minutes_and_whether_it_is_there()
    {
        using var morning = new Morning();
        var desk = Desk(morning, "1号台", Morning.Nine, Morning.Nine.AddSeconds(-10));
        Desk(morning, "2号台", Morning.Nine, Morning.Nine.AddSeconds(-StationBoard.OfflineSeconds - 1));
        Desk(morning, "3号台", null, null);
        Desk(morning, "4号台", Morning.Nine, Morning.Nine, revokedAt: Morning.Nine);
        Attempt(morning, ScanOutcome.Welcome, desk, minutesAgo: 4);
        Attempt(morning, ScanOutcome.Welcome, desk, minutesAgo: 4, ScanSource.Implied);
        Attempt(morning, ScanOutcome.AlreadyIn, desk);
        Attempt(morning, ScanOutcome.Welcome, desk, minutesAgo: 6);
        var board = await new StationBoard(morning.Database, morning.Clock).ReadAsync(morning.Meeting.Id, Stop);
        Assert.Equal([("1号台", StationState.Online, 2), ("2号台", StationState.Offline, 0), ("3号台", StationState.NotPaired, 0)],
            board.Select(s => (s.Name, s.State, s.Recent)));
    }

    [Theory]
    [InlineData(StationActivity.Burst, 0, true), InlineData(StationActivity.Burst - 1, 0, false), InlineData(StationActivity.Burst, 6, false)]
    public async Task Many_different_codes_that_nobody_knows_are_a_burst_while_they_are_fresh(int codes, int minutesAgo, bool burst)
    {
        using var morning = new Morning();
        var desk = Desk(morning, "1号台", Morning.Nine, Morning.Nine);
        for (var i = 0; i < codes; i++) Unknown(morning, desk, (byte)i, minutesAgo);
        Assert.Equal(burst, (await new StationBoard(morning.Database, morning.Clock).ReadAsync(morning.Meeting.Id, Stop)).Single().IsBurst);
    }

    [Fact]
    public async Task One_unknown_card_read_over_and_over_is_no_burst()
    {
        using var morning = new Morning();
        var desk = Desk(morning, "1号台", Morning.Nine, Morning.Nine);
        for (var i = 0; i < 3 * StationActivity.Burst; i++) Unknown(morning, desk, 7, 0);
        var station = (await new StationBoard(morning.Database, morning.Clock).ReadAsync(morning.Meeting.Id, Stop)).Single();
        Assert.Equal((false, 1, 3 * StationActivity.Burst), (station.IsBurst, station.Unknown, station.Recent));
    }

    static void Unknown(Morning morning, Station desk, byte code, int minutesAgo) => morning.Add(new Scan
    {
        MeetingId = morning.Meeting.Id, CheckpointId = morning.ReportIn.Id, Outcome = ScanOutcome.UnknownBadge, StationId = desk.Id, Source = ScanSource.Badge, UnknownCode = [code],
        OccurredAt = Morning.Nine.AddMinutes(-minutesAgo), RecordedAt = Morning.Nine.AddMinutes(-minutesAgo),
    });
}
