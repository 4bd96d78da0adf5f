using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access.Proving;

/// <summary>Asked by the framework before every sign-in, however it is proved: a disabled account comes in by none.</summary>
sealed class NotDisabled(EventDb db) : IUserConfirmation<IdentityUser>
{
    public async Task<bool> IsConfirmedAsync(UserManager<IdentityUser> manager, IdentityUser user) => !await db.Accounts().AnyAsync(a => a.UserId == user.Id && a.DisabledAt != null);
}
