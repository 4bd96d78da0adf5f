using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EventApp.Access;

/// <summary>The framework's principal with the name shown to people and the grants that hold now.</summary>
sealed class NamedPrincipal(UserManager<IdentityUser> users, IOptions<IdentityOptions> options, Standing standing) : UserClaimsPrincipalFactory<IdentityUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(IdentityUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        await standing.ApplyAsync(user, identity);
        return identity;
    }
}
