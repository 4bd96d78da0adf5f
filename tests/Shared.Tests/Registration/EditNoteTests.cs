using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.Registration;

namespace Shared.Tests.Registration;

public sealed class EditNoteTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Rosters rosters = new();
    readonly AttendeeNote note;
    readonly EditNote edit;

    public EditNoteTests()
    {
        var clock = new FakeTimeProvider();
        edit = new EditNote(rosters.Database, new AuditTrail(rosters.Database, clock), clock);
        note = new AttendeeNote { MeetingId = rosters.Meeting.Id, AttendeeId = rosters.Add("王刚").Id, Text = "旧", WrittenBy = "大树" };
        rosters.Database.Add(note);
    }

    public void Dispose() => rosters.Dispose();

    [Fact]
    public async Task A_changed_note_bears_the_new_hand_and_the_trail_keeps_the_old_words()
    {
        Assert.Equal(WriteNoteResult.Written, await edit.RunAsync(rosters.Meeting.Id, note.Id, " 新 ", "小松", Stop));
        await using var db = rosters.Database.CreateDbContext();
        Assert.Equal(("新", "小松"), await db.AttendeeNotes().Select(n => new ValueTuple<string, string>(n.Text, n.WrittenBy)).SingleAsync(Stop));
        Assert.Equal("旧 → 新", (await db.Set<AuditDetail>().SingleAsync(Stop)).Details);
    }

    [Fact]
    public async Task An_emptied_note_is_gone()
    {
        await edit.RunAsync(rosters.Meeting.Id, note.Id, "  ", "小松", Stop);
        await using var db = rosters.Database.CreateDbContext();
        Assert.Empty(db.AttendeeNotes());
    }

    [Fact]
    public async Task A_note_of_another_meeting_or_too_long_stays_as_it_is()
    {
        Assert.Equal(WriteNoteResult.NoSuchPerson, await edit.RunAsync(rosters.Meeting.Id + 1, note.Id, "新", "小松", Stop));
        Assert.Equal(WriteNoteResult.TooLong, await edit.RunAsync(rosters.Meeting.Id, note.Id, new string('新', AttendeeNote.TextLength + 1), "小松", Stop));
        await using var db = rosters.Database.CreateDbContext();
        Assert.Equal("旧", (await db.AttendeeNotes().SingleAsync(Stop)).Text);
    }
}
