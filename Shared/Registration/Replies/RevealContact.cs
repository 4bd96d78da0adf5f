using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Registration.Replies;

/// <summary>Shows the number of whoever answers for a unit unmasked and says in the audit trail who saw it.</summary>
public sealed class RevealContact(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    /// <returns>Null where the reply names no number.</returns>
    public async Task<string?> RunAsync(int meetingId, int replyId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Replies().Where(r => r.Id == replyId && r.MeetingId == meetingId).Select(r => r.ContactPhone).SingleOrDefaultAsync(stop) is not { } phone) return null;
        await audit.AddAsync(db, who, "phone-revealed", ReplySets.Subject(replyId), meetingId, "contact", stop);
        await transaction.CommitAsync(stop);
        return phone;
    }
}
