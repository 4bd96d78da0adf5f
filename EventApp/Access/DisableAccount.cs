using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

enum DisableAccountResult { Done = 1, OwnAccount, LastOrganiser, NoSuchAccount }

/// <summary>Takes an account's access away, or gives it back. Open pages of a disabled account end within a minute.</summary>
sealed class DisableAccount(IServiceScopeFactory scopes, AuditTrail audit)
{
    public async Task<DisableAccountResult> RunAsync(string userId, bool disabled, string ownUserId, string by)
    {
        if (disabled && userId == ownUserId) return DisableAccountResult.OwnAccount;
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var db = scope.ServiceProvider.GetRequiredService<EventDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await users.FindByIdAsync(userId) is not { } user || await db.Accounts().SingleOrDefaultAsync(a => a.UserId == userId) is not { } account) return DisableAccountResult.NoSuchAccount;
        if (disabled && !await AnotherOrganiserAsync(db, userId)) return DisableAccountResult.LastOrganiser;
        account.DisabledAt = disabled ? audit.Now : null;
        await users.UpdateSecurityStampAsync(user);
        await audit.AddAsync(db, by, disabled ? "account-disabled" : "account-enabled", user.UserName, account.MeetingId, null);
        await transaction.CommitAsync();
        return DisableAccountResult.Done;
    }

    static Task<bool> AnotherOrganiserAsync(EventDb db, string userId) =>
        (from account in db.Accounts() join grant in db.UserRoles on account.UserId equals grant.UserId join role in db.Roles on grant.RoleId equals role.Id
         where account.UserId != userId && account.DisabledAt == null && account.MeetingId == null && role.Name == Roles.Organiser
         select account).AnyAsync();
}
