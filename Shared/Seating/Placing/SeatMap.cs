using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Scenes;

namespace Shared.Seating.Placing;

/// <param name="Arrived">Welcomed at the checkpoint that was asked about.</param>
/// <param name="Presides">Sits on the presidium, and so needs no seat in the hall.</param>
public sealed record MapPerson(int Id, string Name, int UnitId, string Unit, string? Post, AttendeeCategory Category, StageRoles Roles, CouncilRank? Rank, int ListNo, bool Arrived, bool Presides);

/// <param name="Person">Null where nobody who comes sits there.</param>
public sealed record MapSeat(int Id, int Row, int Column, int Number, SeatState State, MapPerson? Person, bool Locked, SeatReason? Reason);

public sealed record MapZone(int Id, string Name, ZoneKind Kind, ZoneUse Use, int FirstRow, int FrontRows, IReadOnlyList<MapSeat> Seats)
{
    public bool IsFront(int row) => Kind == ZoneKind.Rows && row < FirstRow + FrontRows;
}

/// <param name="Undo">The step that whoever looks would take back.</param>
/// <param name="Redo">The step that whoever looks would do again.</param>
/// <param name="Stamp">Of the plan as it is seen here.</param>
public sealed record SeatMapView(int HallId, string Hall, IReadOnlyList<MapZone> Zones, IReadOnlyList<MapPerson> Unseated, SeatStepKind? Undo, SeatStepKind? Redo, long Stamp)
{
    /// <summary>Units that are to share no table, two and two.</summary>
    public IReadOnlyList<(int First, int Second)> Apart { get; init; } = [];

    /// <summary>Those chosen to host a table.</summary>
    public IReadOnlySet<int> Hosts { get; init; } = new HashSet<int>();

    public IEnumerable<MapSeat> Seats => Zones.SelectMany(zone => zone.Seats);
    public int Seated => Seats.Count(seat => seat.Person is not null);

    /// <summary>Where a guest may still be put.</summary>
    public int Free => Seats.Count(seat => seat.Person is null && seat.State != SeatState.Blocked);
}

/// <summary>The plan in force of one hall as it is now: who sits where, who has no seat yet, who has come.</summary>
public sealed class SeatMap(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null where the meeting has no such hall.</summary>
    /// <param name="who">Whose steps may be taken back.</param>
    /// <param name="checkpointId">Where people are welcomed; without one nobody counts as arrived.</param>
    public async Task<SeatMapView?> ReadAsync(int meetingId, int hallId, string who, int? checkpointId = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var plan = await db.SeatPlans().Where(p => p.HallId == hallId && p.IsCurrent && p.Hall!.MeetingId == meetingId).Select(p => new { p.Id, p.Hall!.Name }).SingleOrDefaultAsync(stop);
            if (plan is null) return null;
            var people = await PeopleAsync(db, meetingId, checkpointId, stop);
            var placed = await PlacedSeats.ReadAsync(db, plan.Id, people.Keys.ToHashSet(), stop);
            var zones = await db.Zones().AsNoTracking().Where(z => z.HallId == hallId).Include(z => z.Seats).OrderBy(z => z.Position).ToListAsync(stop);
            var seated = placed.Values.Select(p => p.AttendeeId).ToHashSet();
            return new SeatMapView(hallId, plan.Name, zones.ConvertAll(zone => Of(zone, placed, people)), [.. people.Values.Where(person => !seated.Contains(person.Id) && !person.Presides)],
                await StepAsync(db, plan.Id, who, undone: false, stop), await StepAsync(db, plan.Id, who, undone: true, stop), PlanStamp.Of(placed.Values))
            {
                Apart = await db.TablePairs().Where(p => p.HallId == hallId && p.Apart).OrderBy(p => p.Id).Select(p => ValueTuple.Create(p.FirstUnitId, p.SecondUnitId)).ToListAsync(stop),
                Hosts = await db.TableHosts().Where(h => h.HallId == hallId).Select(h => h.AttendeeId).ToHashSetAsync(stop),
            };
        }, stop);
    }

    static MapZone Of(Zone zone, Dictionary<int, PlacedSeat> placed, Dictionary<int, MapPerson> people) => new(zone.Id, zone.Name, zone.Kind, zone.Use, zone.FirstRow, zone.FrontRows,
        [.. zone.Seats.OrderBy(s => s.Row).ThenBy(s => s.Column).Select(s => placed.TryGetValue(s.Id, out var place)
            ? new MapSeat(s.Id, s.Row, s.Column, s.Number, s.State, people[place.AttendeeId], place.Locked, place.Reason) : new MapSeat(s.Id, s.Row, s.Column, s.Number, s.State, null, false, null))]);

    static async Task<Dictionary<int, MapPerson>> PeopleAsync(EventDb db, int meetingId, int? checkpointId, CancellationToken stop)
    {
        var presences = db.Presences().Where(p => p.CheckpointId == checkpointId && p.Inside);
        var asked = checkpointId is not null && await db.Checkpoints().AnyAsync(c => c.Id == checkpointId && c.MeetingId == meetingId, stop);
        var presiding = await StageTasks.PresidingAsync(db, meetingId, stop);
        return (await db.Attendees().AsNoTracking().Listed(meetingId).Where(a => a.State == AttendeeState.Confirmed).OrderBy(a => a.ListNo).ThenBy(a => a.Id)
            .Select(a => new MapPerson(a.Id, a.Name, a.UnitId, a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName, a.Post, a.Category, a.Roles, a.Unit.CouncilRank, a.ListNo, asked && presences.Any(p => p.AttendeeId == a.Id), presiding.Contains(a.Id)))
            .ToListAsync(stop)).ToDictionary(a => a.Id);
    }

    static async Task<SeatStepKind?> StepAsync(EventDb db, int planId, string who, bool undone, CancellationToken stop)
    {
        var steps = db.SeatSteps().Where(s => s.PlanId == planId && s.By == who && s.Undone == undone);
        return await (undone ? steps.OrderBy(s => s.Id) : steps.OrderByDescending(s => s.Id)).Select(s => (SeatStepKind?)s.Kind).FirstOrDefaultAsync(stop);
    }
}

/// <summary>One person on one seat, read with what substitutes inherit.</summary>
readonly record struct PlacedSeat(int SeatId, int AttendeeId, bool Locked, SeatReason Reason);

static class PlacedSeats
{
    /// <summary>By seat: those who come, and substitutes on the seats that pass over to them.</summary>
    public static async Task<Dictionary<int, PlacedSeat>> ReadAsync(EventDb db, int planId, IReadOnlySet<int> coming, CancellationToken stop)
    {
        var rows = await db.Placements().Where(p => p.PlanId == planId).OrderBy(p => p.Id)
            .Select(p => new { Place = new PlacedSeat(p.SeatId, p.AttendeeId, p.Locked, p.Reason), Front = p.Seat!.Zone!.Kind == ZoneKind.Rows && p.Seat.Row < p.Seat.Zone.FirstRow + p.Seat.Zone.FrontRows }).ToListAsync(stop);
        var placed = rows.Where(row => coming.Contains(row.Place.AttendeeId)).ToDictionary(row => row.Place.SeatId, row => row.Place);
        var (stale, seated) = (rows.Where(row => !coming.Contains(row.Place.AttendeeId) && Placement.Passes(row.Place.Reason, row.Front)).ToList(), placed.Values.Select(p => p.AttendeeId).ToHashSet());
        if (stale.Count == 0) return placed;
        var heirs = await Heirs.ReadAsync(db, stale.ConvertAll(row => row.Place.AttendeeId), stop);
        foreach (var row in stale)
            if (heirs.TryGetValue(row.Place.AttendeeId, out var heir) && coming.Contains(heir) && seated.Add(heir)) placed[row.Place.SeatId] = row.Place with { AttendeeId = heir };
        return placed;
    }
}
