using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access.Proving;

/// <summary>What an authenticator app on a phone is told once.</summary>
/// <param name="Key">Groups of four, to be typed where nothing can be scanned.</param>
/// <param name="Address">The same for scanning.</param>
sealed record AuthenticatorKey(string Key, string Address);

/// <summary>The second step of a sign-in: six digits of an authenticator app (TOTP, RFC 6238), each good once, and ten recovery codes. Whatever is changed of it ends the sign-ins made elsewhere, within half a minute.</summary>
sealed class AuthenticatorApp(SignInManager<IdentityUser> signIn, EventDb db, AuditTrail audit)
{
    const string Issuer = "EventApp";
    public const int RecoveryCodes = 10;

    // The framework takes the codes of two steps before and after now as well.
    const int Remembered = 5;

    UserManager<IdentityUser> Users => signIn.UserManager;

    static string Provider => TokenOptions.DefaultAuthenticatorProvider;

    /// <summary>The key that is to be set up; null before <see cref="StartAsync"/>.</summary>
    public async Task<AuthenticatorKey?> KeyAsync(IdentityUser user)
    {
        if (await Users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key) return null;
        var label = Uri.EscapeDataString($"{Issuer}:{user.UserName}");
        return new(string.Join(' ', key.Chunk(4).Select(part => new string(part))), $"otpauth://totp/{label}?secret={key}&issuer={Issuer}&digits=6");
    }

    /// <summary>Makes the key.</summary>
    public async Task StartAsync(IdentityUser user)
    {
        await Users.ResetAuthenticatorKeyAsync(user);
        await signIn.RefreshSignInAsync(user);
    }

    /// <summary>Turns the second step on with a code of the app; the recovery codes, or null where the code is wrong.</summary>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(IdentityUser user, string? code)
    {
        if (!await IsRightAsync(user, code)) return null;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Users.SetTwoFactorEnabledAsync(user, true);
        var codes = await Users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await audit.AddAsync(db, await NameAsync(user), "second-step-on", user.UserName, await AccountList.OnlyMeetingAsync(db, user.Id), null);
        await transaction.CommitAsync();
        await signIn.RefreshSignInAsync(user);
        return [.. codes!];
    }

    /// <summary>Turns the second step off and forgets the key.</summary>
    public async Task DropAsync(IdentityUser user)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await ForgetAsync(Users, user);
        await audit.AddAsync(db, await NameAsync(user), "second-step-off", user.UserName, await AccountList.OnlyMeetingAsync(db, user.Id), null);
        await transaction.CommitAsync();
        await signIn.RefreshSignInAsync(user);
    }

    /// <summary>Turns the second step of an account off, whoever asks.</summary>
    public static async Task ForgetAsync(UserManager<IdentityUser> users, IdentityUser user)
    {
        await users.SetTwoFactorEnabledAsync(user, false);
        // Resetting would make a new key at once; the framework keeps it under these words.
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey");
    }

    /// <summary>Whether the code is one of the app's now; a code that was right once is so no second time, however fast both come.</summary>
    public async Task<bool> IsRightAsync(IdentityUser user, string? code)
    {
        var digits = Digits(code);
        if (!await Users.VerifyTwoFactorTokenAsync(user, Provider, digits)) return false;
        var used = SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id}/{digits}"));
        var before = await db.Accounts().Where(a => a.UserId == user.Id).Select(a => a.UsedCodes).SingleAsync();
        if (before.Chunk(SHA256.HashSizeInBytes).Any(one => one.SequenceEqual(used))) return false;
        byte[] after = [.. used, .. before.Take((Remembered - 1) * SHA256.HashSizeInBytes)];
        return await db.Accounts().Where(a => a.UserId == user.Id && a.UsedCodes == before).ExecuteUpdateAsync(set => set.SetProperty(a => a.UsedCodes, after)) == 1;
    }

    /// <summary>As apps show it, with or without the space in the middle; nothing where there is a letter, for a recovery code may hold six digits too.</summary>
    public static string Digits(string? code) => code?.Normalize(NormalizationForm.FormKC) is { } typed && !typed.Any(char.IsLetter) ? new(typed.Where(char.IsAsciiDigit).Take(12).ToArray()) : "";

    async Task<string> NameAsync(IdentityUser user) => await db.Accounts().Where(a => a.UserId == user.Id).Select(a => a.DisplayName).SingleAsync();
}
