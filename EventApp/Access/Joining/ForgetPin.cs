using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace EventApp.Access.Joining;

/// <summary>Takes a forgotten PIN away and ends where the person is signed in: they join anew.</summary>
sealed class ForgetPin(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<bool> RunAsync(int meetingId, int staffId, ClaimsPrincipal by)
    {
        if (!by.Holds(meetingId, Roles.Organiser)) return false;
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var userId = await db.Staff().Where(s => s.Id == staffId && s.MeetingId == meetingId).Select(s => s.UserId).SingleOrDefaultAsync();
        var joined = userId is not null && await db.Accounts().Where(a => a.UserId == userId).Select(a => a.Joined).SingleAsync();
        if (userId is null || !by.Commands(await AccountList.GrantsAsync(db, userId))) return false;
        await db.Accounts().Where(a => a.UserId == userId).SetPinAsync(null);
        if (joined) await db.Sessions().Where(s => s.UserId == userId).ExecuteDeleteAsync();
        await audit.AddAsync(db, by.DisplayName(), "pin-taken", $"staff:{staffId}", meetingId, null);
        await transaction.CommitAsync();
        live.Tell(MeetingsSets.Joining(meetingId));
        return true;
    }
}
