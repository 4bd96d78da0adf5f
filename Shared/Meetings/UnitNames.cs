using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Meetings;

/// <summary>The full names of a meeting's units in the order of its list, to choose from.</summary>
public sealed class UnitNames(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<string>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Units().Where(u => u.MeetingId == meetingId).OrderBy(u => u.ListNo).ThenBy(u => u.Id).Select(u => u.Organisation!.FullName).ToListAsync(stop);
    }
}
