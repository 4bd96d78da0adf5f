using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Meetings.Joining;

/// <summary>How far one of the staff has come: nothing yet, has an account of another kind, a phone waits to be accepted, joined, or may not sign in any more.</summary>
public enum JoinState { Missing = 1, Asking, Joined, OwnAccount, Disabled }

/// <param name="Token">Of the code to show; null where none is open.</param>
public sealed record JoiningView(string? Token, DateTime? EndsAt, IReadOnlyList<JoiningRow> Staff);

/// <param name="Requests">Phones that wait, the first to ask first.</param>
/// <param name="Units">How many units have this person as their liaison.</param>
public sealed record JoiningRow(int StaffId, string Name, JoinState State, IReadOnlyList<JoiningPhone> Requests, int Units, bool HasPin);

public sealed record JoiningPhone(int Id, string Device, DateTime AskedAt);

/// <summary>Who of the staff has joined a meeting, and whose phone waits. Those who wait come first.</summary>
public sealed class JoiningBoard(IDbContextFactory<EventDb> dbs, LinkKey links, TimeProvider clock)
{
    public async Task<JoiningView> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var open = await db.Set<JoinInvitation>().AsNoTracking().SingleOrDefaultAsync(i => i.MeetingId == meetingId && i.EndsAt > now, stop);
        var (accounts, requests, units) = (db.Accounts(), db.Set<JoinRequest>().Where(r => r.AnsweredAt == null), db.Units());
        var rows = await db.Staff().Where(s => s.MeetingId == meetingId && !s.Left).OrderBy(s => s.Id).Select(s => new
        {
            s.Id, s.Name, s.Nickname, Account = accounts.FirstOrDefault(a => a.UserId == s.UserId), Units = units.Count(u => u.LiaisonId == s.Id),
            Requests = requests.Where(r => r.StaffMemberId == s.Id).OrderBy(r => r.Id).Select(r => new JoiningPhone(r.Id, r.Device, r.AskedAt)).ToList(),
        }).ToListAsync(stop);
        var staff = rows.Select(row => new JoiningRow(row.Id, row.Nickname is null ? row.Name : $"{row.Nickname} ({row.Name})", StateOf(row.Account, row.Requests.Count), row.Requests, row.Units, row.Account?.PinHash is not null));
        return new(open is null ? null : links.Token(JoinInvitation.Purpose, open.Nonce), open?.EndsAt, [.. staff.OrderBy(row => row.State != JoinState.Asking)]);
    }

    /// <summary>An account without a password and without a PIN is as good as none: its owner joins anew.</summary>
    public static JoinState StateOf(Account? account, int requests) => account switch
    {
        { DisabledAt: not null } => JoinState.Disabled,
        { Joined: false } => JoinState.OwnAccount,
        { PinHash: not null } => JoinState.Joined,
        _ => requests > 0 ? JoinState.Asking : JoinState.Missing,
    };
}
