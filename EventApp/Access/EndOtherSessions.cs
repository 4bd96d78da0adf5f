using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>Signs somebody out everywhere but in the browser they ask from: their next request elsewhere leads to the sign-in, their open pages within a minute.</summary>
sealed class EndOtherSessions(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    /// <summary>How many there were.</summary>
    public async Task<int> RunAsync(ClaimsPrincipal by)
    {
        var (owner, here) = (by.FindFirstValue(ClaimTypes.NameIdentifier), SessionTickets.IdOf(by));
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var ended = await db.Sessions().Where(s => s.UserId == owner && s.Id != here).ExecuteDeleteAsync();
        if (ended == 0) return 0;
        await audit.AddAsync(db, by.DisplayName(), "sessions-ended", await db.Users.Where(u => u.Id == owner).Select(u => u.UserName).SingleAsync(), await AccountList.OnlyMeetingAsync(db, owner!), null);
        await transaction.CommitAsync();
        return ended;
    }
}
