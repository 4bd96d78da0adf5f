using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>Asks as often as cookies are asked whether the account behind an open circuit still holds: a disabled one and one whose session was ended loses its page, one whose grants changed goes on with those it has now.</summary>
sealed class RevalidateAccount(ILoggerFactory logs, IServiceScopeFactory scopes, IOptions<IdentityOptions> options, IOptions<SecurityStampValidatorOptions> stamp)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    // A cookie may be asked at every request; a circuit that asked without a pause would do nothing else.
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    protected override TimeSpan RevalidationInterval => stamp.Value.ValidationInterval > Shortest ? stamp.Value.ValidationInterval : Shortest;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var db = scope.ServiceProvider.GetRequiredService<EventDb>();
        if (await users.GetUserAsync(state.User) is not { } user) return false;
        if (await db.Accounts().AnyAsync(a => a.UserId == user.Id && a.DisabledAt != null, stop) || !await scope.ServiceProvider.GetRequiredService<IdleLock>().StandsAsync(state.User, stop)) return false;
        if (state.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) != user.SecurityStamp) return false;
        var now = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<IdentityUser>>().CreateAsync(user);
        SessionTickets.Pass(state.User, now);
        if (!Grants.Of(now).ToHashSet().SetEquals(Grants.Of(state.User))) SetAuthenticationState(Task.FromResult(new AuthenticationState(now)));
        return true;
    }
}
