using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Seating;

/// <summary>A zone as a form holds it.</summary>
public sealed record ZoneEntry
{
    /// <summary>Null for one to be added.</summary>
    public int? Id { get; init; }
    public string? Name { get; init; }
    public ZoneKind Kind { get; init; } = ZoneKind.Rows;
    public ZoneUse Use { get; init; } = ZoneUse.Numbered;
    public SeatNumbering Numbering { get; init; } = SeatNumbering.Sequential;
    public TablePurpose Purpose { get; init; } = TablePurpose.Matchmaking;
    public int? FirstRow { get; init; } = 1;
    public int? Rows { get; init; }
    public int? PerRow { get; init; }
    public int? FrontRows { get; init; } = 0;

    /// <summary>As <see cref="Zone.Aisles"/>.</summary>
    public string? Aisles { get; init; }
}

/// <summary>The id, or what was wrong field by field.</summary>
public sealed record SaveZoneResult(int Id, IReadOnlyList<FieldProblem> Problems);

/// <summary>Adds a zone with its seats, or changes one. Seats that remain keep their people; one that would go while somebody sits there stays, and the form says so.</summary>
public sealed class SaveZone(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SaveZoneResult> RunAsync(int meetingId, int hallId, ZoneEntry typed, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var hall = await db.Halls().Include(h => h.Zones).SingleOrDefaultAsync(h => h.Id == hallId && h.MeetingId == meetingId, stop);
        var (zone, problems) = await WriteAsync(db, hall, typed, stop);
        if (problems.Count > 0) return new(0, problems);
        await audit.AddAsync(db, who, typed.Id is null ? "zone-added" : "zone-changed", $"hall:{hallId}", meetingId, zone!.Name, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(zone.Id, []);
    }

    /// <summary>Writes the zone and its seats inside the caller's transaction, which must not be committed where something is wrong.</summary>
    /// <param name="hall">With its zones; null where the meeting has no such hall.</param>
    internal static async Task<(Zone? Zone, IReadOnlyList<FieldProblem> Problems)> WriteAsync(EventDb db, Hall? hall, ZoneEntry typed, CancellationToken stop)
    {
        var entry = typed with { Name = TextNormal.Line(typed.Name), Aisles = TextNormal.Line(typed.Aisles), FrontRows = typed.Kind == ZoneKind.Rows ? typed.FrontRows ?? 0 : 0 };
        var problems = Problems(entry).ToList();
        var zone = entry.Id is null ? new Zone { Name = "" } : hall?.Zones.Find(z => z.Id == entry.Id);
        if (hall is null || zone is null) problems.Add(new(nameof(entry.Id), "NoSuchZone"));
        if (problems.Count == 0) problems.AddRange(await HallProblemsAsync(db, hall!, entry, stop));
        if (problems.Count > 0) return (null, problems);
        if (entry.Id is null) (zone!.HallId, zone.Position) = (hall!.Id, hall.Zones.Select(z => z.Position).DefaultIfEmpty().Max() + 1);
        var before = Shape(zone!);
        Write(entry, zone!);
        if (entry.Id is null) db.Add(zone!);
        await db.SaveChangesAsync(stop);
        return before != Shape(zone!) && await ZoneSeats.LayAsync(db, zone!, stop) is > 0 and var seated ? (null, [new(nameof(entry.Rows), "SeatsTaken", seated)]) : (zone, []);
    }

    static object Shape(Zone z) => (z.Kind, z.Numbering, z.FirstRow, z.Rows, z.PerRow, z.Aisles).ToString();

    static void Write(ZoneEntry entry, Zone zone)
    {
        (zone.Name, zone.Kind, zone.Use, zone.Numbering) = (entry.Name!, entry.Kind, entry.Use, entry.Kind == ZoneKind.Tables ? SeatNumbering.Sequential : entry.Numbering);
        (zone.FirstRow, zone.Rows, zone.PerRow, zone.FrontRows) = (entry.FirstRow!.Value, entry.Rows!.Value, entry.PerRow!.Value, entry.FrontRows!.Value);
        zone.Purpose = entry.Kind == ZoneKind.Tables ? entry.Purpose : TablePurpose.Matchmaking;
        zone.Aisles = entry.Kind == ZoneKind.Tables ? "" : string.Join(',', SeatLayout.ReadAisles(entry.Aisles, zone.PerRow)!);
    }

    static IEnumerable<FieldProblem> Problems(ZoneEntry entry)
    {
        if (entry.Name!.Length == 0) yield return new(nameof(entry.Name), "Missing");
        if (entry.Name.Length > Zone.NameLength) yield return new(nameof(entry.Name), "TooLong", Zone.NameLength);
        if (entry.Rows is not (>= 1 and <= Zone.MostRows)) yield return new(nameof(entry.Rows), "Between", Zone.MostRows);
        if (entry.PerRow is not (>= 1 and <= Zone.MostPerRow)) yield return new(nameof(entry.PerRow), "Between", Zone.MostPerRow);
        if (entry.FirstRow is not (>= 1 and <= Zone.LastRow) || entry.FirstRow + entry.Rows - 1 > Zone.LastRow) yield return new(nameof(entry.FirstRow), "Between", Zone.LastRow);
        if (entry.FrontRows < 0 || entry.FrontRows > entry.Rows) yield return new(nameof(entry.FrontRows), "FrontRows");
        if (entry.Kind == ZoneKind.Rows && SeatLayout.ReadAisles(entry.Aisles, entry.PerRow ?? 0) is null) yield return new(nameof(entry.Aisles), "Aisles", Zone.MostAisles);
    }

    static async Task<IEnumerable<FieldProblem>> HallProblemsAsync(EventDb db, Hall hall, ZoneEntry entry, CancellationToken stop)
    {
        var others = hall.Zones.Where(z => z.Id != entry.Id).ToList();
        var ids = others.ConvertAll(z => z.Id);
        var problems = new List<FieldProblem>();
        if (others.Exists(z => z.Name == entry.Name)) problems.Add(new(nameof(entry.Name), "NameTaken"));
        if (entry is { Kind: ZoneKind.Tables, Purpose: TablePurpose.Banquet } && await db.Meetings().AnyAsync(m => m.Id == hall.MeetingId && m.HostIsStateOrgan, stop)) problems.Add(new(nameof(entry.Purpose), "Banquet"));
        if (entry.Id is null && others.Count >= Hall.MostZones) problems.Add(new(nameof(entry.Id), "TooManyZones", Hall.MostZones));
        if (await db.Seats().CountAsync(s => ids.Contains(s.ZoneId), stop) + entry.Rows * entry.PerRow > Hall.MostSeats) problems.Add(new(nameof(entry.Rows), "TooManySeats", Hall.MostSeats));
        return problems;
    }
}
