using System.Security.Claims;
using System.Security.Cryptography;
using EventApp.Access.Proving;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

sealed record AccountOrder(string UserName, string DisplayName, IReadOnlyList<Grant> Grants);

/// <param name="Password">Shown once and kept nowhere; null where the account was refused.</param>
/// <param name="Refusal">The framework's code for why.</param>
sealed record IssueAccountResult(string? Password, string? Refusal);

/// <summary>Makes an account with a random password that holds for one sign-in, or gives an account a new one.</summary>
sealed class IssueAccount(IServiceScopeFactory scopes, AuditTrail audit, SignInTries tries)
{
    const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    const int Groups = 3, GroupLength = 4;

    public async Task<IssueAccountResult> RunAsync(AccountOrder order, ClaimsPrincipal by)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (order.DisplayName.Trim() is not { Length: > 0 and <= Account.DisplayNameLength } name) return new(null, "NoDisplayName");
        if (order.Grants.Count == 0) return new(null, "NoRole");
        if (!by.Commands(order.Grants)) return new(null, "NotYours");
        var password = NewPassword();
        var made = await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(order.UserName.Trim(), name, password, order.Grants, oneTimePassword: true);
        if (!made.Succeeded) return new(null, made.Errors.First().Code);
        foreach (var grant in order.Grants) await audit.AddAsync(by.DisplayName(), "role-granted", order.UserName.Trim(), grant.MeetingId, grant.Role);
        return new(password, null);
    }

    /// <summary>A new password for one sign-in, without second step and passkeys; whoever is signed in with the old one is signed out. Null where there is no such account, or it reaches further than who asks.</summary>
    public async Task<string?> RunAsync(string userId, ClaimsPrincipal by)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var db = scope.ServiceProvider.GetRequiredService<EventDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await users.FindByIdAsync(userId) is not { } user || !by.Commands(await AccountList.GrantsAsync(db, userId))) return null;
        var password = NewPassword();
        var reset = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        if (!reset.Succeeded) throw new InvalidOperationException(reset.Errors.First().Description);
        await ForgetProofsAsync(users, user);
        await db.Accounts().Where(a => a.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(a => a.OneTimePassword, true));
        await db.Sessions().Where(s => s.UserId == userId).ExecuteDeleteAsync();
        await audit.AddAsync(db, by.DisplayName(), "password-reset", user.UserName, await AccountList.OnlyMeetingAsync(db, userId), null);
        await transaction.CommitAsync();
        tries.Forget(user.UserName);
        return password;
    }

    // Who lost the phone with the authenticator app and the passkeys starts anew.
    static async Task ForgetProofsAsync(UserManager<IdentityUser> users, IdentityUser user)
    {
        await AuthenticatorApp.ForgetAsync(users, user);
        foreach (var key in await users.GetPasskeysAsync(user)) await users.RemovePasskeyAsync(user, key.CredentialId);
    }

    static string NewPassword() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));
}
