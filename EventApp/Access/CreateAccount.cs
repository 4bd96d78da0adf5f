using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>Makes a user of the framework with its roles and our account row beside it.</summary>
sealed class CreateAccount(UserManager<IdentityUser> users, RoleManager<IdentityRole> roles, EventDb db, TimeProvider clock)
{
    /// <summary>The framework's errors, in its own codes, or success.</summary>
    public Task<IdentityResult> RunAsync(string userName, string displayName, string password, params string[] grants) =>
        RunAsync(userName, displayName, password, _ => { }, grants);

    /// <summary>The same, with more set on the account in the same transaction.</summary>
    public async Task<IdentityResult> RunAsync(string userName, string displayName, string password, Action<Account> more, params string[] grants)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var role in Roles.All)
            if (!await roles.RoleExistsAsync(role)) await roles.CreateAsync(new IdentityRole(role));
        var user = new IdentityUser(userName);
        var made = await users.CreateAsync(user, password);
        if (!made.Succeeded) return made;
        await users.AddToRolesAsync(user, grants);
        var account = new Account { UserId = user.Id, DisplayName = displayName, CreatedAt = clock.GetUtcNow().UtcDateTime };
        more(account);
        db.Add(account);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return made;
    }
}
