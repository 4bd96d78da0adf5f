using Microsoft.AspNetCore.Identity;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>Makes a user of the framework with its grants and our account row beside it.</summary>
sealed class CreateAccount(UserManager<IdentityUser> users, EventDb db, TimeProvider clock)
{
    /// <summary>The framework's errors, in its own codes, or success.</summary>
    /// <param name="oneTimePassword">The password holds for one sign-in.</param>
    public async Task<IdentityResult> RunAsync(string userName, string displayName, string password, IEnumerable<Grant> grants, bool oneTimePassword = false)
    {
        if (RefusePhone.StandsIn(displayName)) return RefusePhone.Refused(RefusePhone.DisplayName);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var user = new IdentityUser(userName);
        var made = await users.CreateAsync(user, password);
        if (!made.Succeeded) return made;
        await FinishAsync(user, new Account { UserId = user.Id, DisplayName = displayName, OneTimePassword = oneTimePassword }, grants);
        await transaction.CommitAsync();
        return made;
    }

    /// <summary>An account without a password, in the caller's transaction; its id.</summary>
    public async Task<string> JoinAsync(AccountOrder order)
    {
        var user = new IdentityUser(order.UserName);
        if (await users.CreateAsync(user) is { Succeeded: false } refused) throw new InvalidOperationException(refused.ToString());
        await FinishAsync(user, new Account { UserId = user.Id, DisplayName = order.DisplayName, Joined = true }, order.Grants);
        return user.Id;
    }

    async Task FinishAsync(IdentityUser user, Account account, IEnumerable<Grant> grants)
    {
        await users.AddClaimsAsync(user, grants.Select(grant => grant.ToClaim()));
        account.CreatedAt = clock.GetUtcNow().UtcDateTime;
        db.Add(account);
        await db.SaveChangesAsync();
    }
}
