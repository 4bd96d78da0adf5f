using Shared.CheckIn;
using Shared.CheckIn.Paper;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn.Paper;

public sealed class PaperListsTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly PrintedMeeting meeting = new();
    readonly SignInSheet sheet;
    readonly PaperRoster roster;

    int Id => meeting.Meeting.Id;

    public PaperListsTests()
    {
        sheet = new SignInSheet(meeting.Database, meeting.Clock);
        roster = new PaperRoster(meeting.Database, meeting.Clock);
    }

    public void Dispose() => meeting.Dispose();

    PrintedPaper Printed => new(new PrintoutLog(meeting.Database), sheet, roster);

    async Task<int> PrintSheetAsync() => Assert.IsType<PrintPaperResult.Recorded>(await new PrintSignInSheet(sheet, meeting.Record).RunAsync(Id, meeting.ReportIn.Id, "小松", Stop)).PrintoutId;

    async Task<int> PrintRosterAsync(params int[] checkpoints) => Assert.IsType<PrintPaperResult.Recorded>(await new PrintRoster(roster, meeting.Record).RunAsync(Id, checkpoints, "小松", Stop)).PrintoutId;

    Checkpoint GuestLunch()
    {
        var lunch = new Checkpoint
        {
            MeetingId = Id, Name = "贵宾午餐", Kind = CheckpointKind.Meal, OpensAt = PrintedMeeting.Morning.AddHours(4), ClosesAt = PrintedMeeting.Morning.AddHours(6),
            Admits = Admission.Categories, CategoryBits = Checkpoint.Bit(AttendeeCategory.Guest),
        };
        meeting.Database.Add(lunch);
        return lunch;
    }

    [Fact]
    public async Task The_sheet_lists_the_people_in_list_order_and_knows_no_phone()
    {
        meeting.Register("乙", 2, change: a => a.Phone = "15400000002");
        meeting.Register("甲", 1, change: a => { a.Post = "参会代表"; a.Phone = "15400000001"; });
        var view = await sheet.ReadAsync(Id, meeting.ReportIn.Id, Stop);
        Assert.Equal([(1, "甲", "参会代表"), (2, "乙", null)], view!.Rows.Select(row => (row.ListNo, row.Name, row.Post)));
        Assert.DoesNotContain("1540000", string.Join(' ', view.Rows));
    }

    [Fact]
    public async Task The_lines_of_the_printed_sheet_are_the_lines_a_verdict_names()
    {
        for (var i = 30; i >= 1; i--) meeting.Register($"甲{i}", i);
        var print = await Printed.ReadAsync(Id, await PrintSheetAsync(), Stop);
        var lines = new SheetLines(meeting.Database, meeting.Clock);
        foreach (var (position, row) in print!.Sheet!.Rows.Index())
            Assert.Equal(SheetLine.At(position), await lines.ReadAsync(Id, meeting.ReportIn.Id, row.AttendeeId, Stop));
    }

    [Fact]
    public async Task A_list_that_changed_since_it_was_made_says_in_how_many_places()
    {
        var one = meeting.Register("甲", 1);
        meeting.Register("乙", 2);
        var (printed, boxes) = (await PrintSheetAsync(), await PrintRosterAsync(meeting.ReportIn.Id));
        Assert.Equal((0, 0), ((await Printed.ReadAsync(Id, printed, Stop))!.Changes, (await Printed.ReadAsync(Id, boxes, Stop))!.Changes));
        meeting.Register("丙", 3);
        using (var db = meeting.Database.CreateDbContext())
        {
            db.Attendees().Single(a => a.Id == one.Id).Name = "甲甲";
            db.SaveChanges();
        }
        Assert.Equal((2, 2), ((await Printed.ReadAsync(Id, printed, Stop))!.Changes, (await Printed.ReadAsync(Id, boxes, Stop))!.Changes));
    }

    [Fact]
    public async Task A_person_has_a_box_only_where_the_checkpoint_admits_them()
    {
        var (one, guest) = (meeting.Register("甲", 1), meeting.Register("乙", 2, AttendeeCategory.Guest));
        var lunch = GuestLunch();
        var view = (await Printed.ReadAsync(Id, await PrintRosterAsync(meeting.ReportIn.Id, lunch.Id), Stop))!.Roster!;
        Assert.Equal(["报到", "贵宾午餐"], view.Checkpoints.Select(c => c.Name));
        Assert.Equal([(one.Id, meeting.ReportIn.Id), (guest.Id, meeting.ReportIn.Id), (guest.Id, lunch.Id)], view.Boxes.Order());
    }

    [Fact]
    public async Task The_roster_leaves_out_who_cancelled_or_was_replaced()
    {
        meeting.Register("取消", 1, change: a => a.State = AttendeeState.Cancelled);
        meeting.Register("被替", 2, change: a => a.State = AttendeeState.Replaced);
        meeting.Register("请假", 3, change: a => a.State = AttendeeState.OnLeave);
        Assert.Equal("请假", Assert.Single((await roster.ReadAsync(Id, [], Stop)).Rows).Name);
    }

    [Fact]
    public async Task An_empty_list_and_a_foreign_checkpoint_are_not_printed()
    {
        var print = new PrintSignInSheet(sheet, meeting.Record);
        Assert.IsType<PrintPaperResult.NobodyOnIt>(await print.RunAsync(Id, meeting.ReportIn.Id, "小松", Stop));
        Assert.IsType<PrintPaperResult.NoSuchCheckpoint>(await print.RunAsync(Id + 1, meeting.ReportIn.Id, "小松", Stop));
        Assert.IsType<PrintPaperResult.NobodyOnIt>(await new PrintRoster(roster, meeting.Record).RunAsync(Id, [], "小松", Stop));
        meeting.Register("甲", 1);
        Assert.Null(await Printed.ReadAsync(Id + 1, await PrintSheetAsync(), Stop));
    }
}
