using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Registration;

/// <summary>Rewrites a note; what it said before stays in the audit trail. A note left empty is taken away.</summary>
public sealed class EditNote(IDbContextFactory<EventDb> dbs, AuditTrail audit, TimeProvider clock)
{
    public async Task<WriteNoteResult> RunAsync(int meetingId, int noteId, string? text, string who, CancellationToken stop = default)
    {
        text = text?.Trim() ?? "";
        if (text.Length > AttendeeNote.TextLength) return WriteNoteResult.TooLong;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.AttendeeNotes().SingleOrDefaultAsync(n => n.Id == noteId && n.MeetingId == meetingId, stop) is not { } note) return WriteNoteResult.NoSuchPerson;
        await audit.AddAsync(db, who, "note-changed", RegistrationSets.Subject(note.AttendeeId), meetingId, $"{note.Text} → {text}", stop);
        if (text.Length == 0) db.Remove(note);
        else (note.Text, note.WrittenBy, note.WrittenAt) = (text, who, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return WriteNoteResult.Written;
    }
}
