using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Access;

/// <summary>The framework's principal with the name shown to people. A disabled account, and one with a one-time password, holds nothing; one made by joining, nothing of a meeting that is over.</summary>
sealed class NamedPrincipal(UserManager<IdentityUser> users, IOptions<IdentityOptions> options, IDbContextFactory<EventDb> dbs, TimeProvider clock)
    : UserClaimsPrincipalFactory<IdentityUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(IdentityUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        await using var db = await dbs.CreateDbContextAsync();
        var account = await db.Accounts().AsNoTracking().SingleOrDefaultAsync(a => a.UserId == user.Id);
        if (account is null or { DisabledAt: not null } or { OneTimePassword: true })
            foreach (var grant in identity.FindAll(Grant.ClaimType).ToList()) identity.RemoveClaim(grant);
        if (account is { Joined: true }) await DropEndedAsync(db, identity);
        if (account is { OneTimePassword: true }) identity.AddClaim(new Claim(Operator.OneTimeClaim, "true"));
        identity.AddClaim(new Claim(Operator.NameClaim, account?.DisplayName ?? user.UserName ?? ""));
        return identity;
    }

    // Whoever joined with a PIN helps at one meeting, until its last day is over.
    async Task DropEndedAsync(EventDb db, ClaimsIdentity identity)
    {
        var ended = (await db.Meetings().AsNoTracking().ToListAsync()).Where(meeting => meeting.EndsAt() <= clock.GetUtcNow().UtcDateTime).Select(meeting => meeting.Id).ToHashSet();
        foreach (var claim in identity.FindAll(Grant.ClaimType).ToList())
            if (Grant.Parse(claim.Value) is not { MeetingId: { } meeting } || ended.Contains(meeting)) identity.RemoveClaim(claim);
    }
}
