using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shared.CheckIn;
using Shared.CheckIn.Paper;
using Shared.CheckIn.Writing;
using Shared.Live;
using Shared.Registration;

namespace Shared.Tests.CheckIn.Paper;

public sealed class MarkOnPaperTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly DateTime Written = PrintedMeeting.Morning.AddMinutes(22);
    readonly PrintedMeeting meeting = new();
    readonly CheckInWriter writer;
    readonly MarkOnPaper mark;

    public MarkOnPaperTests()
    {
        writer = new CheckInWriter(meeting.Database.Data, new LiveUpdates(), meeting.Clock, NullLogger<CheckInWriter>.Instance);
        mark = new MarkOnPaper(meeting.Database, new CheckInByHand(writer, new BadgeKey(meeting.Database.Data)), meeting.Clock);
        meeting.Clock.Advance(TimeSpan.FromHours(8));
    }

    public void Dispose()
    {
        writer.Dispose();
        meeting.Dispose();
    }

    Task<MarkOnPaperResult> MarkAsync(Attendee who, DateTime at, int? meetingId = null) =>
        mark.RunAsync(new PaperMark(meetingId ?? meeting.Meeting.Id, meeting.ReportIn.Id, who.Id, at), "小松", Stop);

    async Task<ScanResult> DecidedAsync(Attendee who, DateTime at) => Assert.IsType<MarkOnPaperResult.Decided>(await MarkAsync(who, at)).Scan;

    [Fact]
    public async Task A_signature_counts_from_the_time_written_and_says_that_it_came_from_paper()
    {
        var who = meeting.Register("王刚", 1);
        Assert.Equal(ScanOutcome.Welcome, (await DecidedAsync(who, Written)).Outcome);
        using var db = meeting.Database.CreateDbContext();
        Assert.Equal(Written, (await db.Presences().SingleAsync(Stop)).FirstAt);
        var scan = await db.Scans().SingleAsync(Stop);
        Assert.Equal((ScanSource.Paper, Written, meeting.Clock.GetUtcNow().UtcDateTime, "小松"), (scan.Source, scan.OccurredAt, scan.RecordedAt, scan.EnteredBy));
    }

    [Fact]
    public async Task Who_was_scanned_before_is_shown_with_the_first_time_and_not_counted_twice()
    {
        var who = meeting.Register("王刚", 1);
        meeting.Arrive(who, PrintedMeeting.Morning.AddMinutes(11));
        var again = await DecidedAsync(who, Written);
        Assert.Equal((ScanOutcome.AlreadyIn, PrintedMeeting.Morning.AddMinutes(11)), (again.Outcome, again.First!.At));
        using var db = meeting.Database.CreateDbContext();
        Assert.Equal(1, await db.Presences().CountAsync(Stop));
    }

    [Fact]
    public async Task A_mark_at_a_checkpoint_with_re_entry_never_takes_somebody_out()
    {
        var who = meeting.Register("王刚", 1);
        using (var db = meeting.Database.CreateDbContext())
            await db.Checkpoints().ExecuteUpdateAsync(set => set.SetProperty(c => c.Entry, EntryRule.ReEntry), Stop);
        await DecidedAsync(who, Written);
        Assert.Equal(ScanOutcome.AlreadyIn, (await DecidedAsync(who, Written.AddMinutes(1))).Outcome);
    }

    [Theory]
    [InlineData(8 * 60 + 1), InlineData(-24 * 60 - 1)]
    public async Task A_time_to_come_or_far_from_the_hours_is_a_slip(int minutes)
    {
        var who = meeting.Register("王刚", 1);
        Assert.IsType<MarkOnPaperResult.ImpossibleTime>(await MarkAsync(who, PrintedMeeting.Morning.AddMinutes(minutes)));
        using var db = meeting.Database.CreateDbContext();
        Assert.Empty(db.Scans());
    }

    [Fact]
    public async Task A_checkpoint_of_another_meeting_takes_no_mark() =>
        Assert.IsType<MarkOnPaperResult.NoSuchCheckpoint>(await MarkAsync(meeting.Register("王刚", 1), Written, meeting.Meeting.Id + 1));

    [Fact]
    public async Task A_number_means_the_list_and_letters_the_name()
    {
        var (one, other) = (meeting.Register("王刚", 27), meeting.Register("李娜", 28));
        using (var db = meeting.Database.CreateDbContext())
        {
            db.AddRange(((string[])["wg", "w"]).Select(gram => new AttendeeGram { MeetingId = meeting.Meeting.Id, Gram = gram, AttendeeId = one.Id }));
            db.SaveChanges();
        }
        meeting.Arrive(other);
        var lookup = new PaperLookup(meeting.Database);
        async Task<PaperMatch> OnlyAsync(string typed) => Assert.Single(await lookup.ReadAsync(meeting.Meeting.Id, meeting.ReportIn.Id, typed, Stop));
        Assert.Equal(("李娜", PrintedMeeting.Morning.AddMinutes(11)), await OnlyAsync(" 28 ") is var found ? (found.Name, found.FirstAt) : default);
        Assert.Equal(("王刚", null), await OnlyAsync("wg") is var typed ? (typed.Name, typed.FirstAt) : default);
        Assert.Empty(await lookup.ReadAsync(meeting.Meeting.Id + 1, meeting.ReportIn.Id, "28", Stop));
    }
}
