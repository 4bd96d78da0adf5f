using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration;

public enum WriteNoteResult { Written = 1, Empty, TooLong, NoSuchPerson }

/// <summary>Keeps a manual decision about a person, in words (留痕).</summary>
public sealed class WriteNote(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public async Task<WriteNoteResult> RunAsync(int meetingId, int attendeeId, string? text, string who, CancellationToken stop = default)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text)) return WriteNoteResult.Empty;
        if (text.Length > AttendeeNote.TextLength) return WriteNoteResult.TooLong;
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (!await db.Attendees().Known(meetingId).AnyAsync(a => a.Id == attendeeId, stop)) return WriteNoteResult.NoSuchPerson;
        db.Add(new AttendeeNote { MeetingId = meetingId, AttendeeId = attendeeId, Text = text, WrittenBy = who, WrittenAt = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(stop);
        return WriteNoteResult.Written;
    }
}
