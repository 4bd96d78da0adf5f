using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Meetings;

/// <param name="Units">How many units have this person as their liaison.</param>
public sealed record StaffRow(StaffEntry Entry, int Units);

/// <summary>The staff of a meeting, those who left last.</summary>
public sealed class StaffList(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<StaffRow>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var units = db.Units().Where(u => u.MeetingId == meetingId);
        return await db.Staff().Where(s => s.MeetingId == meetingId).OrderBy(s => s.Left).ThenBy(s => s.Id)
            .Select(s => new StaffRow(new StaffEntry { Id = s.Id, Name = s.Name, Nickname = s.Nickname, Phone = s.Phone, Task = s.Task, Left = s.Left }, units.Count(u => u.LiaisonId == s.Id)))
            .ToListAsync(stop);
    }
}
