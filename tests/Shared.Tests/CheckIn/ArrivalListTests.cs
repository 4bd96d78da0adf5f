using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class ArrivalListTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<ArrivalPage> ReadAsync(Morning morning, ArrivalFilter? filter = null, int page = 1) =>
        (await new ArrivalList(morning.Database, morning.Clock).ReadAsync(morning.Meeting.Id, morning.ReportIn.Id, filter ?? new(), page, Stop))!;

    [Fact]
    public async Task Each_standing_shows_as_many_as_its_number_says()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        morning.Arrive(morning.AddPerson(unit));
        morning.AddPerson(unit, AttendeeState.OnLeave);
        morning.AddPerson(unit);
        morning.AddPerson(unit);
        morning.AddPerson(unit, AttendeeState.Cancelled);
        morning.Arrive(morning.AddPerson(unit, source: AttendeeSource.WalkIn));
        var people = (await morning.NumbersAsync()).People;
        foreach (var (standing, number) in ((Standing, int)[])[(Standing.Arrived, people.Arrived), (Standing.OnLeave, people.OnLeave), (Standing.Absent, people.Absent), (Standing.Unplanned, people.Unplanned), (Standing.NotCounted, 1)])
        {
            var list = await ReadAsync(morning, new() { Standing = standing });
            Assert.Equal((number, number, number), (list.Total, list.Rows.Count, list.Counts[standing]));
            Assert.All(list.Rows, row => Assert.Equal(standing, row.Standing));
        }
        Assert.Equal(5, (await ReadAsync(morning)).Total);
    }

    [Fact]
    public async Task The_expected_are_as_many_as_their_number_without_those_unplanned()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        morning.Arrive(morning.AddPerson(unit));
        morning.AddPerson(unit, AttendeeState.OnLeave);
        morning.AddPerson(unit);
        morning.AddPerson(unit, AttendeeState.Cancelled);
        morning.Arrive(morning.AddPerson(unit, source: AttendeeSource.WalkIn));
        var list = await ReadAsync(morning, new() { Expected = true });
        Assert.Equal(((await morning.NumbersAsync()).People.Expected, 3), (list.Total, list.Rows.Count));
        Assert.Equal([Standing.Arrived, Standing.OnLeave, Standing.Absent], list.Rows.Select(row => row.Standing).Order());
    }

    [Fact]
    public async Task Who_came_last_stands_first_with_station_and_time()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        var (first, last) = (morning.AddPerson(unit), morning.AddPerson(unit));
        morning.Arrive(first, Morning.Nine.AddMinutes(-9));
        var desk = morning.Add(new Station { MeetingId = morning.Meeting.Id, Name = "2号台", Kind = StationKind.Desk });
        var scan = morning.Add(new Scan { MeetingId = morning.Meeting.Id, CheckpointId = morning.ReportIn.Id, AttendeeId = last.Id, StationId = desk.Id, Outcome = ScanOutcome.Welcome, Source = ScanSource.Badge, Timing = ScanTiming.Late, Minutes = 4, OccurredAt = Morning.Nine, RecordedAt = Morning.Nine });
        morning.Add(new Presence { CheckpointId = morning.ReportIn.Id, AttendeeId = last.Id, Inside = true, FirstScanId = scan.Id, FirstAt = Morning.Nine, LastAt = Morning.Nine });
        var rows = (await ReadAsync(morning, new() { Standing = Standing.Arrived })).Rows;
        Assert.Equal([last.Id, first.Id], rows.Select(row => row.Id));
        Assert.Equal((Morning.Nine, scan.Id, ScanTiming.Late, 4, "2号台"), (rows[0].ArrivedAt, rows[0].ScanId, rows[0].Timing, rows[0].Minutes, rows[0].By));
    }

    [Fact]
    public async Task Unit_category_and_typed_text_narrow_the_list_and_the_counts()
    {
        using var morning = new Morning();
        var (one, other) = (morning.AddUnit(), morning.AddUnit());
        var leader = morning.AddPerson(one, category: AttendeeCategory.Leader);
        morning.AddPerson(one);
        morning.AddPerson(other);
        await using (var db = morning.Database.CreateDbContext())
        {
            await AttendeeIndex.RenewAsync(db, leader, Stop);
            await db.SaveChangesAsync(Stop);
        }
        Assert.Equal(2, (await ReadAsync(morning, new() { UnitId = one.Id })).Counts[Standing.Absent]);
        Assert.Equal(leader.Id, Assert.Single((await ReadAsync(morning, new() { Category = AttendeeCategory.Leader })).Rows).Id);
        Assert.Equal(leader.Id, Assert.Single((await ReadAsync(morning, new() { Typed = "王" })).Rows).Id);
    }

    [Fact]
    public async Task A_page_holds_fifty_and_past_the_end_is_the_last()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        morning.Database.Add([.. Enumerable.Range(1, 60).Select(i => new Attendee { MeetingId = morning.Meeting.Id, UnitId = unit.Id, Name = $"李{i}", ListNo = i })]);
        Assert.Equal(50, (await ReadAsync(morning)).Rows.Count);
        var last = await ReadAsync(morning, page: 9);
        Assert.Equal((2, 2, 10, 60), (last.Page, last.Pages, last.Rows.Count, last.Total));
    }

    [Fact]
    public async Task A_place_filled_by_somebody_since_replaced_shows_when_and_offers_no_undo()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        var original = morning.AddPerson(unit, AttendeeState.Replaced);
        morning.Arrive(original, Morning.Nine.AddMinutes(-5));
        var substitute = morning.AddPerson(unit, source: AttendeeSource.Substitute, substitutesFor: original);
        var row = Assert.Single((await ReadAsync(morning, new() { Standing = Standing.Arrived })).Rows);
        Assert.Equal((substitute.Id, Morning.Nine.AddMinutes(-5), null), (row.Id, row.ArrivedAt, row.ScanId));
    }

    [Fact]
    public async Task Another_meetings_checkpoint_has_no_list()
    {
        using var mine = new Morning();
        using var other = new Morning(mine.Database);
        Assert.Null(await new ArrivalList(mine.Database, mine.Clock).ReadAsync(mine.Meeting.Id, other.ReportIn.Id, new(), stop: Stop));
    }
}
