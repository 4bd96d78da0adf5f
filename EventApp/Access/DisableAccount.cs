using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

enum DisableAccountResult { Done = 1, OwnAccount, LastOrganiser, NoSuchAccount, NotYours }

/// <summary>Takes an account's access away, or gives it back. Open pages of a disabled account end within a minute.</summary>
sealed class DisableAccount(IServiceScopeFactory scopes, AuditTrail audit)
{
    public async Task<DisableAccountResult> RunAsync(string userId, bool disabled, ClaimsPrincipal by)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var db = scope.ServiceProvider.GetRequiredService<EventDb>();
        if (disabled && userId == users.GetUserId(by)) return DisableAccountResult.OwnAccount;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await users.FindByIdAsync(userId) is not { } user || await db.Accounts().SingleOrDefaultAsync(a => a.UserId == userId) is not { } account) return DisableAccountResult.NoSuchAccount;
        if (!by.Commands(await AccountList.GrantsAsync(db, userId))) return DisableAccountResult.NotYours;
        if (disabled && !await AnotherOrganiserAsync(db, userId)) return DisableAccountResult.LastOrganiser;
        account.DisabledAt = disabled ? audit.Now : null;
        await users.UpdateSecurityStampAsync(user);
        if (disabled) await db.Sessions().Where(s => s.UserId == userId).ExecuteDeleteAsync();
        await audit.AddAsync(db, by.DisplayName(), disabled ? "account-disabled" : "account-enabled", user.UserName, await AccountList.OnlyMeetingAsync(db, userId), null);
        await transaction.CommitAsync();
        return DisableAccountResult.Done;
    }

    static Task<bool> AnotherOrganiserAsync(EventDb db, string userId)
    {
        var everywhere = new Grant(Roles.Organiser).ToString();
        return (from account in db.Accounts() join claim in db.UserClaims on account.UserId equals claim.UserId
                where account.UserId != userId && account.DisabledAt == null && claim.ClaimType == Grant.ClaimType && claim.ClaimValue == everywhere
                select account).AnyAsync();
    }
}
