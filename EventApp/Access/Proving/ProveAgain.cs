using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace EventApp.Access.Proving;

/// <summary>Asks somebody who is signed in for their password once more, before what they use to sign in is changed.</summary>
sealed class ProveAgain(UserManager<IdentityUser> users, SignInTries tries, RecordSignIn record)
{
    /// <summary>The account; null where the password is wrong, or was tried too often.</summary>
    public async Task<IdentityUser?> RunAsync(ClaimsPrincipal who, string? password)
    {
        if (await users.GetUserAsync(who) is not { } user || tries.OfName(user.UserName) is not null) return null;
        if (!await users.CheckPasswordAsync(user, password ?? ""))
        {
            await record.RefusedAsync(user, WrongProof.PasswordAgain);
            return null;
        }
        tries.Forget(user.UserName);
        return user;
    }
}
