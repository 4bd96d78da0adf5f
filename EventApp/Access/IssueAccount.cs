using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <param name="MeetingId">The one meeting it is for; null for all.</param>
public sealed record AccountOrder(string UserName, string DisplayName, string Role, int? MeetingId);

/// <param name="Password">Shown once and kept nowhere; null where the account was refused.</param>
/// <param name="Refusal">The framework's code for why.</param>
public sealed record IssueAccountResult(string? Password, string? Refusal);

/// <summary>Makes an account with a random password that holds for one sign-in, or gives an account a new one.</summary>
sealed class IssueAccount(IServiceScopeFactory scopes, AuditTrail audit, SignInTries tries)
{
    const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    const int Groups = 3, GroupLength = 4;

    public async Task<IssueAccountResult> RunAsync(AccountOrder order, string by)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (order.DisplayName.Trim() is not { Length: > 0 and <= Account.DisplayNameLength } name) return new(null, "NoDisplayName");
        var password = NewPassword();
        var made = await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(order.UserName.Trim(), name, password,
            account => (account.MeetingId, account.OneTimePassword) = (order.MeetingId, true), order.Role);
        if (!made.Succeeded) return new(null, made.Errors.First().Code);
        await audit.AddAsync(by, "role-granted", order.UserName.Trim(), order.MeetingId, order.Role);
        return new(password, null);
    }

    /// <summary>A new password for one sign-in; whoever is signed in with the old one is signed out. Null where there is no such account.</summary>
    public async Task<string?> RunAsync(string userId, string by)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var db = scope.ServiceProvider.GetRequiredService<EventDb>();
        if (await users.FindByIdAsync(userId) is not { } user) return null;
        var password = NewPassword();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var reset = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        if (!reset.Succeeded) throw new InvalidOperationException(reset.Errors.First().Description);
        await db.Accounts().Where(a => a.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(a => a.OneTimePassword, true));
        await audit.AddAsync(db, by, "password-reset", user.UserName, null, null);
        await transaction.CommitAsync();
        tries.Forget(user.UserName);
        return password;
    }

    static string NewPassword() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));
}
