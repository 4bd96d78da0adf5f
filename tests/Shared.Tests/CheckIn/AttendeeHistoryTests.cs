using Shared.Access;
using Shared.CheckIn;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn;

public sealed class AttendeeHistoryTests : IDisposable
{
    static readonly DateTime Morning = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);
    readonly Rosters rosters = new();

    public void Dispose() => rosters.Dispose();

    [Fact]
    public async Task Everything_that_happened_to_a_person_stands_newest_first()
    {
        var person = rosters.Add("王刚").Id;
        var reportIn = new Checkpoint { MeetingId = rosters.Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, Items = [new() { Name = "资料袋" }] };
        var desk = new Station { MeetingId = rosters.Meeting.Id, Name = "2号台", Kind = StationKind.Desk };
        var badge = new Badge { MeetingId = rosters.Meeting.Id, AttendeeId = person, Secret = [1], CodeHash = [1], Number = "A001", IssuedAt = Morning };
        rosters.Database.Add(reportIn, desk, badge);
        var welcome = new Scan { MeetingId = rosters.Meeting.Id, CheckpointId = reportIn.Id, StationId = desk.Id, AttendeeId = person, Outcome = ScanOutcome.Welcome, Source = ScanSource.Badge, OccurredAt = Morning.AddHours(2) };
        rosters.Database.Add(welcome, new Printout
        {
            MeetingId = rosters.Meeting.Id, Kind = "badge", PrintedAt = Morning.AddHours(1), PrintedBy = "小松",
            Items = [new() { Subject = "badge", SubjectId = badge.Id, Fingerprint = [1] }],
        });
        rosters.Database.Add(new Scan { MeetingId = rosters.Meeting.Id, CheckpointId = reportIn.Id, AttendeeId = person, Outcome = ScanOutcome.Welcome, Source = ScanSource.Undo, OfScanId = welcome.Id, OccurredAt = Morning.AddHours(3) });
        rosters.Database.Add(new HandoutGiven { AttendeeId = person, ItemId = reportIn.Items[0].Id, Count = 1, GivenAt = Morning.AddHours(2.5), CollectedBy = "李娜" });
        var lines = await new AttendeeHistory(rosters.Database).ReadAsync(rosters.Meeting.Id, person, TestContext.Current.CancellationToken);
        Assert.Equal(
        [
            new HandoutLine(Morning.AddHours(2.5), "资料袋", 1, "李娜", false),
            new ScanLine(Morning.AddHours(2), "报到", ScanOutcome.Welcome, ScanSource.Badge, true, "2号台", null, null),
            new PrintLine(Morning.AddHours(1), "badge", "小松", null),
            new BadgeIssued(Morning, "A001"),
        ], lines);
    }

    [Fact]
    public async Task A_change_stands_in_the_history_field_by_field()
    {
        var audit = new AuditTrail(rosters.Database, TimeProvider.System);
        var person = rosters.Add("王刚").Id;
        await new SaveAttendee(rosters.Database, audit, new LiveUpdates(), TimeProvider.System)
            .RunAsync(rosters.Meeting.Id, new() { Id = person, Name = "王刚", Unit = "重型铸造", Post = "厂长" }, "小松", TestContext.Current.CancellationToken);
        var line = Assert.IsType<TrailLine>(Assert.Single(await new AttendeeHistory(rosters.Database).ReadAsync(rosters.Meeting.Id, person, TestContext.Current.CancellationToken)));
        Assert.Equal(("attendee-changed", "小松"), (line.What, line.Who));
        Assert.Equal([new FieldChange("Post", null, "厂长")], line.Changes);
    }

    [Fact]
    public async Task Another_meeting_reads_no_history()
    {
        var person = rosters.Add("王刚").Id;
        rosters.Database.Add(new Badge { MeetingId = rosters.Meeting.Id, AttendeeId = person, Secret = [1], CodeHash = [1], Number = "A001", IssuedAt = Morning });
        Assert.Empty(await new AttendeeHistory(rosters.Database).ReadAsync(rosters.Meeting.Id + 1, person, TestContext.Current.CancellationToken));
    }
}
