using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Seating.Grouping;

public enum AskOfTablesResult { Done = 1, NoSuchHall, NoSuchUnit, SameUnit, NoSuchPerson, NoSuchTable, OtherKitchen }

/// <summary>Two units, in whichever order.</summary>
public readonly record struct TwoUnits(int FirstUnitId, int SecondUnitId);

/// <summary>What an organiser wants of two units.</summary>
public enum PairAsk { Together = 1, Apart }

/// <summary>Says of two units that they are to share a table of a hall, or not.</summary>
public sealed class AskForPair(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <param name="ask">Null takes back what was asked.</param>
    public async Task<AskOfTablesResult> RunAsync(int meetingId, int hallId, TwoUnits units, PairAsk? ask, string who, CancellationToken stop = default)
    {
        var (first, second) = (Math.Min(units.FirstUnitId, units.SecondUnitId), Math.Max(units.FirstUnitId, units.SecondUnitId));
        if (first == second) return AskOfTablesResult.SameUnit;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await db.Halls().AnyAsync(h => h.Id == hallId && h.MeetingId == meetingId, stop)) return AskOfTablesResult.NoSuchHall;
        var names = await db.Units().Where(u => u.MeetingId == meetingId && (u.Id == first || u.Id == second)).OrderBy(u => u.Id).Select(u => u.Organisation!.ShortName ?? u.Organisation.FullName).ToListAsync(stop);
        if (names.Count != 2) return AskOfTablesResult.NoSuchUnit;
        var pair = await db.TablePairs().SingleOrDefaultAsync(p => p.HallId == hallId && p.FirstUnitId == first && p.SecondUnitId == second, stop);
        if (ask is null && pair is not null) db.Remove(pair);
        if (ask is not null && pair is null) db.Add(pair = new TablePair { HallId = hallId, FirstUnitId = first, SecondUnitId = second });
        if (ask is not null) pair!.Apart = ask == PairAsk.Apart;
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, ask is null ? "table-pair-dropped" : ask == PairAsk.Apart ? "table-pair-apart" : "table-pair-together", $"hall:{hallId}", meetingId, string.Join(" + ", names), stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return AskOfTablesResult.Done;
    }
}

/// <summary>Chooses somebody to host a table of a hall, or no longer.</summary>
public sealed class ChooseTableHost(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<AskOfTablesResult> RunAsync(int meetingId, int hallId, int attendeeId, bool hosts, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await db.Halls().AnyAsync(h => h.Id == hallId && h.MeetingId == meetingId, stop)) return AskOfTablesResult.NoSuchHall;
        if (!await db.Attendees().Listed(meetingId).AnyAsync(a => a.Id == attendeeId, stop)) return AskOfTablesResult.NoSuchPerson;
        var host = await db.TableHosts().SingleOrDefaultAsync(h => h.HallId == hallId && h.AttendeeId == attendeeId, stop);
        if (hosts && host is null) db.Add(new TableHost { HallId = hallId, AttendeeId = attendeeId });
        if (!hosts && host is not null) db.Remove(host);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, hosts ? "table-host-chosen" : "table-host-dropped", RegistrationSets.Subject(attendeeId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return AskOfTablesResult.Done;
    }
}

/// <summary>Says which kitchen serves a table. The trail learns that it was set, not what it is: who sits there is no secret.</summary>
public sealed class MarkKitchen(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <summary>The kitchens that tables of their own are kept for.</summary>
    public static readonly DietKind[] Kitchens = [DietKind.Halal, DietKind.Vegetarian];

    /// <param name="kitchen">Null for the common one.</param>
    public async Task<AskOfTablesResult> RunAsync(int meetingId, int zoneId, int table, DietKind? kitchen, string who, CancellationToken stop = default)
    {
        if (kitchen is { } kind && !Kitchens.Contains(kind)) return AskOfTablesResult.OtherKitchen;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Zones().Where(z => z.Id == zoneId && z.Kind == ZoneKind.Tables && z.Hall!.MeetingId == meetingId && z.Seats.Any(s => s.Row == table)).Select(z => new { z.HallId, z.Name }).SingleOrDefaultAsync(stop) is not { } zone) return AskOfTablesResult.NoSuchTable;
        var marked = await db.TableKitchens().SingleOrDefaultAsync(k => k.ZoneId == zoneId && k.Row == table, stop);
        if (kitchen is null && marked is not null) db.Remove(marked);
        if (kitchen is not null && marked is null) db.Add(marked = new TableKitchen { ZoneId = zoneId, Row = table });
        if (kitchen is not null) marked!.Kind = kitchen.Value;
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "table-kitchen-set", $"hall:{zone.HallId}", meetingId, $"{zone.Name} {table}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return AskOfTablesResult.Done;
    }
}
