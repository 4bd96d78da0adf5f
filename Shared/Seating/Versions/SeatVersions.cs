using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;
using Shared.Seating.Placing;

namespace Shared.Seating.Versions;

public sealed record SeatVersion(int Id, string Name, DateTime MadeAt, string MadeBy, int Seated);

/// <summary>The versions of a hall's plan that were kept, the latest first.</summary>
public sealed class SeatVersions(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<SeatVersion>> ReadAsync(int meetingId, int hallId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.SeatPlans().Where(p => p.HallId == hallId && p.Hall!.MeetingId == meetingId && !p.IsCurrent).OrderByDescending(p => p.Id)
            .Select(p => new SeatVersion(p.Id, p.Name, p.MadeAt, p.MadeBy, p.Placements.Count)).ToListAsync(stop);
    }
}

/// <summary>A seat as it stands on it; null where the person has none.</summary>
public sealed record VersionSeat(string Zone, ZoneKind Kind, int Row, int Number);

public sealed record SeatDifference(int AttendeeId, string Name, string Unit, VersionSeat? Then, VersionSeat? Now);

/// <summary>Who of those who come sits elsewhere in a kept version than in the plan in force.</summary>
public sealed class VersionDifferences(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null where the meeting has no such version.</summary>
    public async Task<IReadOnlyList<SeatDifference>?> ReadAsync(int meetingId, int planId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.SeatPlans().AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId && !p.IsCurrent && p.Hall!.MeetingId == meetingId, stop) is not { } version) return null;
        var current = await db.SeatPlans().Where(p => p.HallId == version.HallId && p.IsCurrent).Select(p => p.Id).SingleAsync(stop);
        var people = await db.Attendees().Listed(meetingId).Where(a => a.State == AttendeeState.Confirmed).OrderBy(a => a.ListNo)
            .Select(a => new { a.Id, a.Name, Unit = a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName }).ToListAsync(stop);
        var coming = people.Select(a => a.Id).ToHashSet();
        var (then, now) = (await SeatsAsync(db, planId, coming, stop), await SeatsAsync(db, current, coming, stop));
        var places = await db.Seats().Where(s => s.Zone!.HallId == version.HallId).Select(s => new { s.Id, Place = new VersionSeat(s.Zone!.Name, s.Zone.Kind, s.Row, s.Number) }).ToDictionaryAsync(s => s.Id, s => s.Place, stop);
        VersionSeat? Place(Dictionary<int, int> plan, int id) => plan.TryGetValue(id, out var seat) ? places.GetValueOrDefault(seat) : null;
        return [.. people.Select(a => new SeatDifference(a.Id, a.Name, a.Unit, Place(then, a.Id), Place(now, a.Id))).Where(d => d.Then != d.Now)];
    }

    static async Task<Dictionary<int, int>> SeatsAsync(EventDb db, int planId, HashSet<int> coming, CancellationToken stop) =>
        (await PlacedSeats.ReadAsync(db, planId, coming, stop)).Values.ToDictionary(p => p.AttendeeId, p => p.SeatId);
}
