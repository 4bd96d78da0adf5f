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
        await using var transaction = await db.Database.BeginTransactionAsync();
        var user = new IdentityUser(userName);
        var made = await users.CreateAsync(user, password);
        if (!made.Succeeded) return made;
        await users.AddClaimsAsync(user, grants.Select(grant => grant.ToClaim()));
        db.Add(new Account { UserId = user.Id, DisplayName = displayName, CreatedAt = clock.GetUtcNow().UtcDateTime, OneTimePassword = oneTimePassword });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return made;
    }
}
