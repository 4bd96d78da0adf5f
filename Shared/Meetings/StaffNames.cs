using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Meetings;

/// <summary>A member of the staff as people know them: the nickname, with the name behind it where both are set.</summary>
public sealed record StaffName(int Id, string Name, string? UserId = null);

/// <summary>The staff of a meeting who are still there, to choose from.</summary>
public sealed class StaffNames(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<StaffName>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Staff().Where(s => s.MeetingId == meetingId && !s.Left).OrderBy(s => s.Id)
            .Select(s => new StaffName(s.Id, s.Nickname == null ? s.Name : s.Nickname + " (" + s.Name + ")", s.UserId)).ToListAsync(stop);
    }
}
