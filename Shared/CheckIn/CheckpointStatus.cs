using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>People by what they count as. 应到 = 实到 + 请假 + 未到; 计划外 stands apart.</summary>
public readonly record struct Headcount(int Arrived, int OnLeave, int Absent, int Unplanned)
{
    public int Expected => Arrived + OnLeave + Absent;

    /// <summary>现场总数.</summary>
    public int OnSite => Arrived + Unplanned;

    public static Headcount operator +(Headcount a, Headcount b) =>
        new(a.Arrived + b.Arrived, a.OnLeave + b.OnLeave, a.Absent + b.Absent, a.Unplanned + b.Unplanned);
}

/// <summary>One unit's people. <see cref="IsMember"/> is false for guest bodies, which never count among the member units.</summary>
public sealed record UnitCount(int Id, string Name, bool IsMember, Headcount People)
{
    /// <summary>A unit is present when one of its attendees has arrived.</summary>
    public bool IsPresent => People.OnSite > 0;
}

/// <summary>Arrivals of expected people in ten minutes from <see cref="At"/> (UTC).</summary>
public sealed record TenMinutes(DateTime At, int Count);

/// <summary>The numbers of one checkpoint, all of one moment. <see cref="Inside"/> counts everyone who is in now, unplanned people too.</summary>
public sealed record CheckpointNumbers(
    Headcount People, int Inside, IReadOnlyList<UnitCount> Units, IReadOnlyDictionary<AttendeeCategory, Headcount> Categories,
    IReadOnlyList<TenMinutes> PerTenMinutes, DateTime AsOf)
{
    public int MembersPresent => Units.Count(unit => unit.IsMember && unit.IsPresent);
    public int Members => Units.Count(unit => unit.IsMember);
}

/// <summary>应到, 实到, 请假, 未到 of a checkpoint, by unit, by category and over time. The one home of these numbers.</summary>
public sealed class CheckpointStatus(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public const int SlotMinutes = 10;

    /// <summary>Null where the meeting has no such checkpoint.</summary>
    public async Task<CheckpointNumbers?> ReadAsync(int meetingId, int checkpointId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return await CheckpointScope.ReadAsync(db, meetingId, checkpointId, now, stop) is { } scope ? await CountAsync(db, scope, now, stop) : null;
        }, stop);
    }

    static async Task<CheckpointNumbers> CountAsync(EventDb db, CheckpointScope scope, DateTime now, CancellationToken stop)
    {
        var groups = await scope.Places(db).Where(p => p.Standing != Standing.NotCounted)
            .GroupBy(p => new { p.Holder.UnitId, p.Holder.Category, p.Standing })
            .Select(g => new Group(g.Key.UnitId, g.Key.Category, g.Key.Standing, g.Count(), g.Count(p => p.Presence != null && p.Presence.Inside)))
            .ToListAsync(stop);
        var units = await UnitsAsync(db, scope, groups.ToLookup(g => g.Unit), stop);
        var categories = groups.GroupBy(g => g.Category).OrderBy(g => g.Key).ToDictionary(g => g.Key, Sum);
        return new(Sum(groups), groups.Sum(g => g.Inside), units, categories, await CurveAsync(db, scope, stop), now);
    }

    static async Task<IReadOnlyList<UnitCount>> UnitsAsync(EventDb db, CheckpointScope scope, ILookup<int, Group> groups, CancellationToken stop)
    {
        var units = await db.Units().AsNoTracking().Include(u => u.Organisation).Where(u => u.MeetingId == scope.Meeting.Id)
            .OrderBy(u => u.ListNo).ThenBy(u => u.Id).ToListAsync(stop);
        return [.. from unit in units
                   let member = unit.IsMemberDuring(scope.Meeting.FirstDay, scope.Meeting.LastDay)
                   where member || groups.Contains(unit.Id)
                   select new UnitCount(unit.Id, unit.Organisation!.ShortName ?? unit.Organisation.FullName, member, Sum(groups[unit.Id]))];
    }

    static async Task<IReadOnlyList<TenMinutes>> CurveAsync(EventDb db, CheckpointScope scope, CancellationToken stop)
    {
        var slots = await scope.Places(db).Where(p => p.Standing == Standing.Arrived && p.Presence != null)
            .GroupBy(p => p.Presence!.FirstSlot).Select(g => new { Slot = g.Key, Count = g.Count() }).ToListAsync(stop);
        var inherited = await InheritedAsync(db, scope, stop);
        return [.. slots.Select(s => (s.Slot, s.Count)).Concat(inherited.Select(slot => (Slot: slot, Count: 1)))
            .GroupBy(s => s.Slot).OrderBy(g => g.Key)
            .Select(g => new TenMinutes(DateTime.UnixEpoch.AddMinutes(g.Key * SlotMinutes), g.Sum(s => s.Count)))];
    }

    // On a place taken over by a substitute who is not here yet, the arrival of the person replaced still counts.
    static async Task<IEnumerable<long>> InheritedAsync(EventDb db, CheckpointScope scope, CancellationToken stop)
    {
        if (scope.Heirs.Values.All(heir => heir.FirstAt is null)) return [];
        var held = await scope.Places(db).Where(p => p.Standing == Standing.Arrived && p.Presence == null).Select(p => p.Holder.Id).ToListAsync(stop);
        return held.Select(id => (long)(scope.Heirs[id].FirstAt!.Value - DateTime.UnixEpoch).TotalMinutes / SlotMinutes);
    }

    static Headcount Sum(IEnumerable<Group> groups) => groups.Aggregate(default(Headcount), (sum, g) => sum + g.Standing switch
    {
        Standing.Arrived => new Headcount(g.Count, 0, 0, 0),
        Standing.OnLeave => new(0, g.Count, 0, 0),
        Standing.Absent => new(0, 0, g.Count, 0),
        Standing.Unplanned => new(0, 0, 0, g.Count),
        _ => default,
    });

    sealed record Group(int Unit, AttendeeCategory Category, Standing Standing, int Count, int Inside);
}
