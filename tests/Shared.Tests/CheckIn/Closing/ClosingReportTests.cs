using Shared.CheckIn;
using Shared.CheckIn.Closing;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn.Closing;

public sealed class ClosingReportTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly PrintedMeeting meeting = new();
    readonly ClosingReport report;

    public ClosingReportTests() => report = new ClosingReport(meeting.Database, meeting.Clock);

    public void Dispose() => meeting.Dispose();

    async Task<ClosingView> ReadAsync() => (await report.ReadAsync(meeting.Meeting.Id, meeting.ReportIn.Id, Stop))!;

    void Freeze()
    {
        using var db = meeting.Database.CreateDbContext();
        db.Meetings().Single().FrozenAt = PrintedMeeting.Morning;
        db.SaveChanges();
    }

    [Fact]
    public async Task Everyone_stands_in_one_of_four_groups()
    {
        Freeze();
        meeting.Arrive(meeting.Register("到场", 1));
        meeting.Register("未到", 2);
        meeting.Register("请假", 3, change: a => { a.State = AttendeeState.OnLeave; a.StateReason = "出差"; });
        meeting.Register("早取消", 4, change: a => { a.State = AttendeeState.Cancelled; a.StateChangedAt = PrintedMeeting.Morning.AddDays(-1); });
        meeting.Register("晚取消", 5, change: a => { a.State = AttendeeState.Cancelled; a.StateChangedAt = PrintedMeeting.Morning.AddMinutes(5); });
        meeting.Arrive(meeting.Register("补录", 6, change: a => a.Source = AttendeeSource.WalkIn));
        meeting.Register("补录未到", 7, change: a => a.Source = AttendeeSource.WalkIn);
        var closing = await ReadAsync();
        Assert.Equal(
            [("到场", ClosingGroup.Came), ("未到", ClosingGroup.Missed), ("请假", ClosingGroup.Missed), ("早取消", ClosingGroup.Cancelled), ("晚取消", ClosingGroup.Cancelled), ("补录", ClosingGroup.CameUnregistered)],
            closing.Rows.Select(row => (row.Person.Name, row.Group)));
        Assert.Equal(2, closing.OnSite);
        Assert.Equal("出差", closing.Rows[2].Reason);
    }

    [Fact]
    public async Task Who_cancelled_after_arriving_stays_among_those_who_came()
    {
        var who = meeting.Register("来过", 1, change: a => a.State = AttendeeState.Cancelled);
        meeting.Arrive(who);
        Assert.Equal(ClosingGroup.Came, Assert.Single((await ReadAsync()).Rows).Group);
    }

    [Fact]
    public async Task A_substitute_stands_on_the_place_of_the_one_replaced_who_appears_no_more()
    {
        var old = meeting.Register("原来", 1, change: a => a.State = AttendeeState.Replaced);
        var heir = meeting.Register("替会", 2, change: a => { a.Source = AttendeeSource.Substitute; a.SubstitutesForId = old.Id; });
        meeting.Arrive(heir);
        Assert.Equal(("替会", ClosingGroup.Came), (await ReadAsync()).Rows.Select(row => (row.Person.Name, row.Group)).Single());
    }

    [Fact]
    public async Task Units_count_members_with_somebody_there_and_staff_stand_apart()
    {
        var guests = meeting.NewUnit("演示市工业主管部门");
        meeting.NewUnit("演示第02铸造有限公司", CouncilRank.Member);
        meeting.Arrive(meeting.Register("甲", 1));
        meeting.Arrive(meeting.Register("乙", 2, AttendeeCategory.Leader, a => a.UnitId = guests.Id));
        meeting.Database.Add(new StaffMember { MeetingId = meeting.Meeting.Id, Name = "演示松" }, new StaffMember { MeetingId = meeting.Meeting.Id, Name = "演示树", Left = true });
        var closing = await ReadAsync();
        Assert.Equal((1, 2, 1, 0.5), (closing.UnitsPresent, closing.Units, closing.Staff, closing.StaffShare));
    }

    [Fact]
    public async Task Notes_stand_beside_the_person_in_the_order_written()
    {
        var who = meeting.Register("甲", 1);
        foreach (var text in (string[])["电话确认不来", "改为线上"])
            meeting.Database.Add(new AttendeeNote { MeetingId = meeting.Meeting.Id, AttendeeId = who.Id, Text = text, WrittenBy = "小松", WrittenAt = PrintedMeeting.Morning });
        Assert.Equal(["电话确认不来", "改为线上"], Assert.Single((await ReadAsync()).Rows).Notes.Select(note => note.Text));
    }

    [Fact]
    public async Task A_printed_report_says_how_much_has_changed_since()
    {
        var who = meeting.Register("甲", 1);
        var id = await new PrintClosing(report, meeting.Record).RunAsync(meeting.Meeting.Id, meeting.ReportIn.Id, "小松", asFile: false, Stop);
        var printed = new PrintedClosing(new PrintoutLog(meeting.Database), report);
        Assert.Equal(0, (await printed.ReadAsync(meeting.Meeting.Id, id!.Value, Stop))!.Changes);
        meeting.Arrive(who);
        Assert.Equal(1, (await printed.ReadAsync(meeting.Meeting.Id, id.Value, Stop))!.Changes);
        Assert.Null(await printed.ReadAsync(meeting.Meeting.Id + 1, id.Value, Stop));
        Assert.Null(await new PrintClosing(report, meeting.Record).RunAsync(meeting.Meeting.Id + 1, meeting.ReportIn.Id, "小松", asFile: true, Stop));
    }
}
