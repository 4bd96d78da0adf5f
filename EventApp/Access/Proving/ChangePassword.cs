using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access.Proving;

/// <summary>Puts a new password in the place of one's own, and ends every sign-in made with the old one elsewhere.</summary>
sealed class ChangePassword(SignInManager<IdentityUser> signIn, ProveAgain prove, EventDb db, AuditTrail audit)
{
    /// <summary>A key of the texts or the framework's code for why not, or null.</summary>
    public async Task<string?> RunAsync(ClaimsPrincipal who, string? current, string password)
    {
        if (await prove.RunAsync(who, current) is not { } user) return "WrongCurrentPassword";
        if (current == password) return "SamePassword";
        await using var transaction = await db.Database.BeginTransactionAsync();
        var changed = await signIn.UserManager.ChangePasswordAsync(user, current!, password);
        if (!changed.Succeeded) return changed.Errors.First().Code;
        var here = SessionTickets.IdOf(who);
        await db.Sessions().Where(s => s.UserId == user.Id && s.Id != here).ExecuteDeleteAsync();
        await audit.AddAsync(db, who.DisplayName(), "password-replaced", user.UserName, await AccountList.OnlyMeetingAsync(db, user.Id), null);
        await transaction.CommitAsync();
        await signIn.RefreshSignInAsync(user);
        return null;
    }
}
