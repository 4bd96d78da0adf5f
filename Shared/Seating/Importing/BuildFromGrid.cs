using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Seating.Importing;

/// <summary>Adds the zones that a workbook draws to a hall, all of them or none.</summary>
public sealed class BuildFromGrid(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <returns>What is wrong, the field led by the zone's name; empty where all were built.</returns>
    public async Task<IReadOnlyList<FieldProblem>> RunAsync(int meetingId, int hallId, IReadOnlyList<DrawnZone> zones, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var hall = await db.Halls().Include(h => h.Zones).SingleOrDefaultAsync(h => h.Id == hallId && h.MeetingId == meetingId, stop);
        foreach (var drawn in zones)
        {
            var (zone, problems) = await SaveZone.WriteAsync(db, hall, drawn.Entry with { Id = null }, stop);
            if (problems.Count > 0) return [.. problems.Select(problem => problem with { Field = $"{drawn.Entry.Name}.{problem.Field}" })];
            var states = drawn.Blocked.Select(at => (at, State: SeatState.Blocked)).Concat(drawn.Accessible.Select(at => (at, State: SeatState.Accessible))).ToDictionary(one => one.at, one => one.State);
            foreach (var seat in await db.Seats().Where(s => s.ZoneId == zone!.Id).ToListAsync(stop))
                if (states.TryGetValue(new(seat.Row, seat.Column), out var state)) seat.State = state;
            await db.SaveChangesAsync(stop);
            await audit.AddAsync(db, who, "zone-added", $"hall:{hallId}", meetingId, zone!.Name, stop);
        }
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return [];
    }
}
