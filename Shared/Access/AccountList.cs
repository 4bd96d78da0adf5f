using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Access;

/// <param name="MeetingId">The one meeting the account belongs to; null for all.</param>
/// <param name="OneTimePassword">The password was handed over and must be replaced at the next sign-in.</param>
public sealed record AccountView(string UserId, string UserName, string DisplayName, IReadOnlyList<string> Roles, int? MeetingId, DateTime CreatedAt, DateTime? DisabledAt,
    DateTime? LastSignInAt, bool OneTimePassword);

/// <summary>Who may sign in to a meeting: its own accounts and those for all meetings, disabled ones last.</summary>
public sealed class AccountList(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<AccountView>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var (entries, grants, roles) = (db.AuditEntries(), db.UserRoles, db.Roles);
        var accounts = await (from account in db.Accounts() join user in db.Users on account.UserId equals user.Id
                              where account.MeetingId == null || account.MeetingId == meetingId
                              orderby account.DisabledAt != null, account.CreatedAt
                              select new
                              {
                                  Account = account, user.UserName,
                                  Roles = grants.Where(g => g.UserId == user.Id).Join(roles, g => g.RoleId, r => r.Id, (g, r) => r.Name!).ToList(),
                                  LastSignInAt = entries.Where(e => e.What == "sign-in" && e.Who == user.UserName).Max(e => (DateTime?)e.HappenedAt),
                              }).ToListAsync(stop);
        return [.. accounts.Select(a => new AccountView(a.Account.UserId, a.UserName ?? "", a.Account.DisplayName, a.Roles, a.Account.MeetingId, a.Account.CreatedAt,
            a.Account.DisabledAt, a.LastSignInAt, a.Account.OneTimePassword))];
    }
}
