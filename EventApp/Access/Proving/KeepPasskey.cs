using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access.Proving;

enum KeepPasskeyResult { Added = 1, WrongPassword, Refused, TooMany, Removed, NoSuchPasskey }

/// <summary>Adds a passkey to one's own account, or takes one away; both ask for the password once more, so that a browser left open is no way in for ever.</summary>
sealed class KeepPasskey(SignInManager<IdentityUser> signIn, ProveAgain prove, EventDb db, AuditTrail audit)
{
    public const int NameLength = 40, Most = 10;

    UserManager<IdentityUser> Users => signIn.UserManager;

    public async Task<KeepPasskeyResult> RunAsync(ClaimsPrincipal who, string credential, string name, string? password)
    {
        if (await prove.RunAsync(who, password) is not { } user) return KeepPasskeyResult.WrongPassword;
        if ((await Users.GetPasskeysAsync(user)).Count >= Most) return KeepPasskeyResult.TooMany;
        if (await MakeAsync(credential) is not { Succeeded: true } made) return KeepPasskeyResult.Refused;
        made.Passkey.Name = name.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, NameLength)] : null;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await Users.AddOrUpdatePasskeyAsync(user, made.Passkey) is not { Succeeded: true }) return KeepPasskeyResult.Refused;
        await audit.AddAsync(db, who.DisplayName(), "passkey-added", user.UserName, await AccountList.OnlyMeetingAsync(db, user.Id), null);
        await transaction.CommitAsync();
        await signIn.RefreshSignInAsync(user);
        return KeepPasskeyResult.Added;
    }

    // Null where the challenge has ended or there was none; the framework throws.
    async Task<PasskeyAttestationResult?> MakeAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <param name="id">Of the credential, in base64.</param>
    public async Task<KeepPasskeyResult> RemoveAsync(ClaimsPrincipal who, string? id, string? password)
    {
        if (await prove.RunAsync(who, password) is not { } user) return KeepPasskeyResult.WrongPassword;
        if ((await Users.GetPasskeysAsync(user)).FirstOrDefault(key => Convert.ToBase64String(key.CredentialId) == id) is not { } found) return KeepPasskeyResult.NoSuchPasskey;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Users.RemovePasskeyAsync(user, found.CredentialId);
        await audit.AddAsync(db, who.DisplayName(), "passkey-removed", user.UserName, await AccountList.OnlyMeetingAsync(db, user.Id), null);
        await transaction.CommitAsync();
        return KeepPasskeyResult.Removed;
    }
}
