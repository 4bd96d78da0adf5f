using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using EventApp.Web;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Access;

/// <summary>What of an account's grants holds now: of a disabled one and one with a one-time password nothing; of one made by joining nothing of a meeting that is over; of an organiser without a second step nothing where the installation asks for one.</summary>
sealed class Standing(IDbContextFactory<EventDb> dbs, IOptions<SignInSettings> settings, TimeProvider clock)
{
    /// <summary>Leaves in the identity the grants that hold, and says in a claim what is to be done first.</summary>
    public async Task ApplyAsync(IdentityUser user, ClaimsIdentity identity)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var account = await db.Accounts().AsNoTracking().SingleOrDefaultAsync(a => a.UserId == user.Id);
        if (account is null or { DisabledAt: not null } or { OneTimePassword: true }) Drop(identity, _ => true);
        if (account is { Joined: true }) await DropEndedAsync(db, identity);
        if (account is { OneTimePassword: true }) identity.AddClaim(new Claim(Operator.OneTimeClaim, "true"));
        else if (settings.Value.OrganisersNeedSecondStep && IsOrganiser(identity) && !await HasSecondStepAsync(db, user))
        {
            Drop(identity, _ => true);
            identity.AddClaim(new Claim(Operator.NoSecondStepClaim, "true"));
        }
        identity.AddClaim(new Claim(Operator.NameClaim, account?.DisplayName ?? user.UserName ?? ""));
    }

    static void Drop(ClaimsIdentity identity, Func<Claim, bool> which)
    {
        foreach (var grant in identity.FindAll(Grant.ClaimType).Where(which).ToList()) identity.RemoveClaim(grant);
    }

    // Whoever joined with a PIN helps at one meeting, until its last day is over.
    async Task DropEndedAsync(EventDb db, ClaimsIdentity identity)
    {
        var ended = (await db.Meetings().AsNoTracking().ToListAsync()).Where(meeting => meeting.EndsAt() <= clock.GetUtcNow().UtcDateTime).Select(meeting => meeting.Id).ToHashSet();
        Drop(identity, claim => Grant.Parse(claim.Value) is not { MeetingId: { } meeting } || ended.Contains(meeting));
    }

    /// <summary>Whether the password alone must not open the account: an organiser whose second step is a passkey, where the installation asks for one.</summary>
    public async Task<bool> NeedsPasskeyAsync(IdentityUser user)
    {
        if (!settings.Value.OrganisersNeedSecondStep || user.TwoFactorEnabled) return false;
        await using var db = await dbs.CreateDbContextAsync();
        return await HasSecondStepAsync(db, user) && (await AccountList.GrantsAsync(db, user.Id)).Any(grant => grant.Role == Roles.Organiser);
    }

    static bool IsOrganiser(ClaimsIdentity identity) => Grants.Of(identity.FindAll(Grant.ClaimType).Select(claim => claim.Value)).Any(grant => grant.Role == Roles.Organiser);

    // A passkey asks for a finger, a face or a code: it is two steps in one. Beside it no password opens the account (NeedsPasskeyAsync).
    static async Task<bool> HasSecondStepAsync(EventDb db, IdentityUser user) => user.TwoFactorEnabled || await db.UserPasskeys.AnyAsync(key => key.UserId == user.Id);
}
