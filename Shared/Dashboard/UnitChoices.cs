using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Dashboard;

/// <summary>A unit one can look at.</summary>
public sealed record UnitName(int Id, string Name);

/// <summary>The units of a meeting under their short names, in the order of its list.</summary>
public sealed class UnitChoices(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<UnitName>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Units().Where(u => u.MeetingId == meetingId).OrderBy(u => u.ListNo).ThenBy(u => u.Id)
            .Select(u => new UnitName(u.Id, u.Organisation!.ShortName ?? u.Organisation!.FullName)).ToListAsync(stop);
    }
}
