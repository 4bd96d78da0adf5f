using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Access;

/// <param name="OneTimePassword">The password was handed over and must be replaced at the next sign-in.</param>
public sealed record AccountView(string UserId, string UserName, string DisplayName, IReadOnlyList<Grant> Grants, DateTime CreatedAt, DateTime? DisabledAt, DateTime? LastSignInAt, bool OneTimePassword, bool Joined);

/// <summary>Who may sign in to a meeting: who has a role in it or in all, disabled ones last.</summary>
public sealed class AccountList(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<AccountView>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var (entries, claims) = (db.AuditEntries(), db.UserClaims);
        var accounts = await (from account in Reaching(db, meetingId) join user in db.Users on account.UserId equals user.Id
                              orderby account.DisabledAt != null, account.CreatedAt
                              select new
                              {
                                  Account = account, user.UserName,
                                  Grants = claims.Where(c => c.UserId == user.Id && c.ClaimType == Grant.ClaimType).OrderBy(c => c.Id).Select(c => c.ClaimValue!).ToList(),
                                  LastSignInAt = entries.Where(e => e.What == "sign-in" && e.SubjectId == user.UserName).Max(e => (DateTime?)e.HappenedAt),
                              }).ToListAsync(stop);
        return [.. accounts.Select(a => new AccountView(a.Account.UserId, a.UserName ?? "", a.Account.DisplayName, [.. Grants.Of(a.Grants)], a.Account.CreatedAt, a.Account.DisabledAt, a.LastSignInAt, a.Account.OneTimePassword, a.Account.Joined))];
    }

    /// <summary>The accounts that hold anything in the meeting or in all.</summary>
    public static IQueryable<Account> Reaching(EventDb db, int meetingId)
    {
        var (here, claims) = ($"{Grant.At}{meetingId}", db.UserClaims);
        return db.Accounts().Where(a => claims.Any(c => c.UserId == a.UserId && c.ClaimType == Grant.ClaimType && (!c.ClaimValue!.Contains(Grant.At) || c.ClaimValue.EndsWith(here))));
    }

    /// <summary>What one account holds.</summary>
    public static async Task<IReadOnlyList<Grant>> GrantsAsync(EventDb db, string userId, CancellationToken stop = default) =>
        [.. Grants.Of(await db.UserClaims.Where(c => c.UserId == userId && c.ClaimType == Grant.ClaimType).OrderBy(c => c.Id).Select(c => c.ClaimValue!).ToListAsync(stop))];

    /// <summary>The one meeting that the account reaches, so that its organiser reads what happens to it; null where it reaches several, all or none.</summary>
    public static async Task<int?> OnlyMeetingAsync(EventDb db, string userId, CancellationToken stop = default) =>
        (await GrantsAsync(db, userId, stop)).Select(grant => grant.MeetingId).Distinct().ToList() is [var only] ? only : null;
}
