using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>Signs a browser out from elsewhere: its next request leads to the sign-in, its open pages within a minute.</summary>
sealed class EndSession(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    /// <summary>False where there is none, or it belongs to somebody who reaches further than who asks.</summary>
    public async Task<bool> RunAsync(int sessionId, ClaimsPrincipal by)
    {
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Sessions().Where(s => s.Id == sessionId).Select(s => s.UserId).SingleOrDefaultAsync() is not { } owner) return false;
        if (owner != by.FindFirstValue(ClaimTypes.NameIdentifier) && !by.Commands(await AccountList.GrantsAsync(db, owner))) return false;
        await db.Sessions().Where(s => s.Id == sessionId).ExecuteDeleteAsync();
        await audit.AddAsync(db, by.DisplayName(), "session-ended", await db.Users.Where(u => u.Id == owner).Select(u => u.UserName).SingleAsync(), await AccountList.OnlyMeetingAsync(db, owner), null);
        await transaction.CommitAsync();
        return true;
    }
}
