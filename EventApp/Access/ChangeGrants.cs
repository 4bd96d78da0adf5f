using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

enum ChangeGrantsResult { Done = 1, NoSuchAccount, NotYours, LastOrganiser }

/// <summary>Sets what an account may do in one meeting. Its open pages and its cookie follow within a minute.</summary>
sealed class ChangeGrants(IServiceScopeFactory scopes, AuditTrail audit)
{
    /// <param name="roles">All roles that the account is to have in the meeting beside those it has in all.</param>
    public async Task<ChangeGrantsResult> RunAsync(string userId, int meetingId, IReadOnlyCollection<string> roles, ClaimsPrincipal by)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var db = scope.ServiceProvider.GetRequiredService<EventDb>();
        if (!by.Holds(meetingId, Roles.Organiser)) return ChangeGrantsResult.NotYours;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await users.FindByIdAsync(userId) is not { } user) return ChangeGrantsResult.NoSuchAccount;
        var held = (await AccountList.GrantsAsync(db, userId)).Where(grant => grant.MeetingId == meetingId).ToList();
        var wanted = roles.Intersect(Roles.All).Select(role => new Grant(role, meetingId)).ToList();
        var (taken, given) = (held.Except(wanted).ToList(), wanted.Except(held).ToList());
        // Whoever takes their own last right to grant could not give it back.
        if (userId == users.GetUserId(by) && taken.Exists(grant => grant.Role == Roles.Organiser) && !by.HoldsEverywhere(Roles.Organiser)) return ChangeGrantsResult.LastOrganiser;
        await users.RemoveClaimsAsync(user, taken.Select(grant => grant.ToClaim()));
        await users.AddClaimsAsync(user, given.Select(grant => grant.ToClaim()));
        foreach (var grant in taken) await audit.AddAsync(db, by.DisplayName(), "role-taken", user.UserName, meetingId, grant.Role);
        foreach (var grant in given) await audit.AddAsync(db, by.DisplayName(), "role-granted", user.UserName, meetingId, grant.Role);
        await transaction.CommitAsync();
        return ChangeGrantsResult.Done;
    }
}
