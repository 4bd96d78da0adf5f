using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.Joining;

namespace EventApp.Access.Joining;

/// <summary>Opens a code with which staff join for a quarter of an hour, in the place of the one before, or closes it.</summary>
sealed class InviteStaff(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    // A phone that was never let in, or never came back.
    static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <returns>False where who asks is no organiser of the meeting.</returns>
    public async Task<bool> RunAsync(int meetingId, ClaimsPrincipal by, bool open = true)
    {
        if (!by.Holds(meetingId, Roles.Organiser)) return false;
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var forgotten = audit.Now - Forgotten;
        await db.Set<JoinRequest>().Where(r => r.AskedAt < forgotten).ExecuteDeleteAsync();
        var ended = await db.Set<JoinInvitation>().Where(i => i.MeetingId == meetingId).ExecuteDeleteAsync();
        if (open) db.Add(new JoinInvitation { MeetingId = meetingId, Nonce = LinkKey.NewNonce(), EndsAt = audit.Now + JoinInvitation.Lasts });
        await db.SaveChangesAsync();
        if (open || ended > 0) await audit.AddAsync(db, by.DisplayName(), open ? "join-opened" : "join-closed", null, meetingId, null);
        await transaction.CommitAsync();
        return true;
    }
}
