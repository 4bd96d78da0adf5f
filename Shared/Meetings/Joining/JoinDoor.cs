using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Meetings.Joining;

/// <param name="Name">The nickname where there is one: no more of a person is told to whoever holds the code.</param>
public sealed record JoinName(int StaffId, string Name, JoinState State);

/// <summary>What the code on the organiser's screen opens to a phone: the names to choose from, while it lasts.</summary>
public sealed class JoinDoor(IDbContextFactory<EventDb> dbs, LinkKey links, TimeProvider clock)
{
    /// <summary>Whether the token is that of the meeting's open code.</summary>
    public async Task<bool> AdmitsAsync(int meetingId, string? token, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<JoinInvitation>().AsNoTracking().SingleOrDefaultAsync(i => i.MeetingId == meetingId && i.EndsAt > now, stop) is { } open
            && links.Admits(JoinInvitation.Purpose, open.Nonce, token);
    }

    /// <summary>Empty where the code does not open.</summary>
    public async Task<IReadOnlyList<JoinName>> ReadAsync(int meetingId, string? token, CancellationToken stop = default)
    {
        if (!await AdmitsAsync(meetingId, token, stop)) return [];
        await using var db = await dbs.CreateDbContextAsync(stop);
        var accounts = db.Accounts();
        var rows = await db.Staff().Where(s => s.MeetingId == meetingId && !s.Left).OrderBy(s => s.Id)
            .Select(s => new { s.Id, Name = s.Nickname ?? s.Name, Account = accounts.FirstOrDefault(a => a.UserId == s.UserId) }).ToListAsync(stop);
        return [.. rows.Select(row => new JoinName(row.Id, row.Name, JoiningBoard.StateOf(row.Account, 0)))];
    }
}
