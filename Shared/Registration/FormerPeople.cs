using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration;

/// <param name="Id">The attendee of the earlier meeting.</param>
public sealed record FormerPerson(int Id, string Name, string? Post);

/// <summary>Who came for a unit's organisation to the last meeting before this one: names to propose on its reply form. Nobody is ever copied without being asked for.</summary>
public sealed class FormerPeople(IDbContextFactory<EventDb> dbs)
{
    /// <summary>In the order of the earlier list; empty where the organisation took part in no earlier meeting.</summary>
    public async Task<IReadOnlyList<FormerPerson>> ReadAsync(int meetingId, int unitId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var (units, meetings) = (db.Units(), db.Meetings());
        var former = await (from own in units where own.Id == unitId && own.MeetingId == meetingId
                            join now in meetings on own.MeetingId equals now.Id
                            join before in units on own.OrganisationId equals before.OrganisationId
                            join then in meetings on before.MeetingId equals then.Id
                            where then.Year < now.Year && !then.IsSample orderby then.Year descending
                            select new { before.Id, before.MeetingId }).FirstOrDefaultAsync(stop);
        if (former is null) return [];
        return await db.Attendees().Listed(former.MeetingId).Where(a => a.UnitId == former.Id && (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave))
            .OrderBy(a => a.ListNo).ThenBy(a => a.Id).Select(a => new FormerPerson(a.Id, a.Name, a.Post)).ToListAsync(stop);
    }
}
