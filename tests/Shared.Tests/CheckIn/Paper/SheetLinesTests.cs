using Shared.CheckIn;
using Shared.CheckIn.Paper;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn.Paper;

public sealed class SheetLinesTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly PrintedMeeting meeting = new();
    readonly SheetLines lines;

    public SheetLinesTests() => lines = new SheetLines(meeting.Database, meeting.Clock);

    public void Dispose() => meeting.Dispose();

    ValueTask<SheetLine?> LineAsync(Attendee attendee, Checkpoint? checkpoint = null) => lines.ReadAsync(meeting.Meeting.Id, (checkpoint ?? meeting.ReportIn).Id, attendee.Id, Stop);

    [Theory]
    [InlineData(0, 1, 1), InlineData(24, 1, 25), InlineData(25, 2, 1), InlineData(38, 2, 14)]
    public void The_26th_person_signs_on_the_first_line_of_page_2(int position, int page, int line) =>
        Assert.Equal(new SheetLine(page, line), SheetLine.At(position));

    [Fact]
    public async Task The_order_is_that_of_the_list_and_not_of_entry()
    {
        var late = meeting.Register("后来", 2);
        var first = meeting.Register("先前", 1);
        Assert.Equal(new SheetLine(1, 1), await LineAsync(first));
        Assert.Equal(new SheetLine(1, 2), await LineAsync(late));
    }

    [Fact]
    public async Task Another_meeting_that_asks_for_the_sheet_spoils_it_for_nobody()
    {
        var person = meeting.Register("王刚", 1);
        Assert.Null(await lines.ReadAsync(meeting.Meeting.Id + 1, meeting.ReportIn.Id, person.Id, Stop));
        Assert.Equal(new SheetLine(1, 1), await LineAsync(person));
    }

    [Fact]
    public async Task A_substitute_stands_for_the_one_replaced_and_an_early_cancellation_leaves_no_line()
    {
        meeting.Register("取消", 1, change: a => a.State = AttendeeState.Cancelled);
        meeting.Register("被替", 2, change: a => a.State = AttendeeState.Replaced);
        var comes = meeting.Register("来", 3);
        Assert.Equal(new SheetLine(1, 1), await LineAsync(comes));
    }

    [Fact]
    public async Task Who_cancels_after_the_list_is_frozen_keeps_the_line()
    {
        using (var db = meeting.Database.CreateDbContext())
        {
            db.Meetings().Single().FrozenAt = PrintedMeeting.Morning;
            db.SaveChanges();
        }
        meeting.Register("取消", 1, change: a => { a.State = AttendeeState.Cancelled; a.StateChangedAt = PrintedMeeting.Morning.AddMinutes(1); });
        var comes = meeting.Register("来", 2);
        Assert.Equal(new SheetLine(1, 2), await LineAsync(comes));
    }

    [Fact]
    public async Task Whom_the_checkpoint_does_not_admit_has_no_line()
    {
        var guestsOnly = new Checkpoint
        {
            MeetingId = meeting.Meeting.Id, Name = "贵宾座谈", Kind = CheckpointKind.Session, OpensAt = PrintedMeeting.Morning, ClosesAt = PrintedMeeting.Morning,
            Admits = Admission.Categories, CategoryBits = Checkpoint.Bit(AttendeeCategory.Guest),
        };
        var listed = new Checkpoint { MeetingId = meeting.Meeting.Id, Name = "座谈", Kind = CheckpointKind.Session, OpensAt = PrintedMeeting.Morning, ClosesAt = PrintedMeeting.Morning, Admits = Admission.List };
        meeting.Database.Add(guestsOnly, listed);
        var one = meeting.Register("代表", 1);
        var guest = meeting.Register("嘉宾", 2, AttendeeCategory.Guest);
        meeting.Database.Add(new CheckpointGuest { CheckpointId = listed.Id, AttendeeId = guest.Id });
        Assert.Null(await LineAsync(one, guestsOnly));
        Assert.Equal(new SheetLine(1, 1), await LineAsync(guest, guestsOnly));
        Assert.Null(await LineAsync(one, listed));
        Assert.Equal(new SheetLine(1, 1), await LineAsync(guest, listed));
    }

    [Fact]
    public async Task At_a_meal_nobody_signs_unless_a_sheet_was_printed()
    {
        var lunch = new Checkpoint { MeetingId = meeting.Meeting.Id, Name = "午餐", Kind = CheckpointKind.Meal, OpensAt = PrintedMeeting.Morning, ClosesAt = PrintedMeeting.Morning };
        meeting.Database.Add(lunch);
        var one = meeting.Register("甲", 1);
        Assert.Null(await LineAsync(one, lunch));
        await new PrintSignInSheet(new SignInSheet(meeting.Database, meeting.Clock), meeting.Record).RunAsync(meeting.Meeting.Id, lunch.Id, "小松", Stop);
        meeting.Clock.Advance(SheetLines.Kept);
        Assert.Equal(new SheetLine(1, 1), await LineAsync(one, lunch));
    }

    [Fact]
    public async Task Once_printed_the_paper_decides_even_after_the_list_changed()
    {
        var second = meeting.Register("乙", 2);
        await meeting.Record.RunAsync(new PrintOrder(meeting.Meeting.Id, PrintKinds.SignInSheet, "小松", AboutId: meeting.ReportIn.Id), [new ShownItem("person", second.Id, [])], Stop);
        var added = meeting.Register("甲", 1);
        Assert.Equal(new SheetLine(1, 1), await LineAsync(second));
        Assert.Null(await LineAsync(added));
    }

    [Fact]
    public async Task A_change_of_the_list_shows_after_ten_seconds()
    {
        var second = meeting.Register("乙", 2);
        Assert.Equal(1, (await LineAsync(second))!.Value.Line);
        meeting.Register("甲", 1);
        meeting.Clock.Advance(SheetLines.Kept);
        Assert.Equal(2, (await LineAsync(second))!.Value.Line);
    }
}
