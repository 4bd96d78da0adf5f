using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Dashboard;

/// <summary>Someone expected and not here, with whom to call about it.</summary>
public sealed record MissingPerson(int Id, string Name, string Unit, StageRoles Roles, AttendeeCategory Category, string? Liaison, string? LiaisonPhone);

/// <summary>The absent people of a checkpoint who matter most, those with a task on stage first.</summary>
public sealed class MissingPeople(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public const int Most = 8;

    /// <summary>At most <see cref="Most"/> people; none where the meeting has no such checkpoint.</summary>
    public async Task<IReadOnlyList<MissingPerson>> ReadAsync(int meetingId, int checkpointId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var scope = await CheckpointScope.ReadAsync(db, meetingId, checkpointId, clock.GetUtcNow().UtcDateTime, stop);
        if (scope is null) return [];
        var staff = db.Staff();
        return await (from place in scope.Places(db)
                      where place.Standing == Standing.Absent
                      join found in staff on place.Holder.Unit!.LiaisonId equals found.Id into all
                      from liaison in all.DefaultIfEmpty()
                      orderby place.Holder.Roles == StageRoles.None, place.Holder.Category, place.Holder.ListNo, place.Holder.Id
                      select new MissingPerson(place.Holder.Id, place.Holder.Name, place.Holder.Unit!.Organisation!.ShortName ?? place.Holder.Unit!.Organisation!.FullName,
                          place.Holder.Roles, place.Holder.Category, liaison == null ? null : liaison.Nickname ?? liaison.Name, liaison == null ? null : liaison.Phone))
            .Take(Most).ToListAsync(stop);
    }
}
