using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>Puts a password of one's own in the place of the one-time one and signs in anew, now with the account's roles.</summary>
sealed class ReplacePassword(UserManager<IdentityUser> users, SignInManager<IdentityUser> signIn, EventDb db, AuditTrail audit)
{
    /// <summary>The framework's code for why not, or null. Only an account with a one-time password may; another one has to be reset by an organiser.</summary>
    public async Task<string?> RunAsync(ClaimsPrincipal who, string password)
    {
        if (await users.GetUserAsync(who) is not { } user || !await db.Accounts().AnyAsync(a => a.UserId == user.Id && a.OneTimePassword)) return "NotOneTime";
        if (await users.CheckPasswordAsync(user, password)) return "SamePassword";
        await using var transaction = await db.Database.BeginTransactionAsync();
        var changed = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        if (!changed.Succeeded) return changed.Errors.First().Code;
        await db.Accounts().Where(a => a.UserId == user.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.OneTimePassword, false));
        await audit.AddAsync(db, who.DisplayName(), "password-replaced", user.UserName, await AccountList.OnlyMeetingAsync(db, user.Id), null);
        await transaction.CommitAsync();
        await signIn.RefreshSignInAsync(user);
        return null;
    }
}
