using System.Security.Cryptography;
using EventApp.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Commands;

/// <summary>Gives the demo's organiser a new random password, and with it ends every sign-in made before.</summary>
sealed class RenewDemoOrganiser(UserManager<IdentityUser> users, CreateAccount create, EventDb db)
{
    const string User = "organiser";
    const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    const int PasswordLength = 16;

    public async Task<(string User, string Password)> RunAsync()
    {
        var everywhere = new Grant(Roles.Organiser);
        var password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        if (await users.FindByNameAsync(User) is not { } found)
        {
            Check(await create.RunAsync(User, User, password, [everywhere]));
            return (User, password);
        }
        Check(await users.ResetPasswordAsync(found, await users.GeneratePasswordResetTokenAsync(found), password));
        if (!(await AccountList.GrantsAsync(db, found.Id)).Contains(everywhere)) Check(await users.AddClaimAsync(found, everywhere.ToClaim()));
        await db.Accounts().Where(a => a.UserId == found.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, (DateTime?)null));
        return (User, password);
    }

    static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Description)));
    }
}
