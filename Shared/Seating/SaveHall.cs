using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Seating;

/// <summary>A hall as a form holds it.</summary>
public sealed record HallEntry
{
    /// <summary>Null for one to be added.</summary>
    public int? Id { get; init; }
    public string? Name { get; init; }
}

/// <summary>The id, or what was wrong field by field.</summary>
public sealed record SaveHallResult(int Id, IReadOnlyList<FieldProblem> Problems);

/// <summary>Adds a hall with its plan in force, or renames one.</summary>
public sealed class SaveHall(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SaveHallResult> RunAsync(int meetingId, HallEntry entry, string who, CancellationToken stop = default)
    {
        var name = TextNormal.Line(entry.Name);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var hall = entry.Id is null ? new Hall { MeetingId = meetingId, Name = name } : await db.Halls().SingleOrDefaultAsync(h => h.Id == entry.Id && h.MeetingId == meetingId, stop);
        var problem = hall is null ? new FieldProblem(nameof(entry.Id), "NoSuchHall")
            : name.Length == 0 ? new(nameof(entry.Name), "Missing")
            : name.Length > Hall.NameLength ? new(nameof(entry.Name), "TooLong", Hall.NameLength)
            : await db.Halls().AnyAsync(h => h.MeetingId == meetingId && h.Name == name && h.Id != entry.Id, stop) ? new(nameof(entry.Name), "NameTaken") : null;
        if (problem is not null) return new(0, [problem]);
        hall!.Name = name;
        if (entry.Id is null) db.Add(new SeatPlan { Hall = hall, Name = "", IsCurrent = true, MadeAt = audit.Now, MadeBy = who });
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, entry.Id is null ? "hall-added" : "hall-changed", $"hall:{hall.Id}", meetingId, name, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return new(hall.Id, []);
    }
}

/// <summary>Takes a hall away with its zones, seats, plan and versions.</summary>
public sealed class RemoveHall(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <summary>False where the meeting has no such hall.</summary>
    public async Task<bool> RunAsync(int meetingId, int hallId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Halls().Where(h => h.Id == hallId && h.MeetingId == meetingId).Select(h => h.Name).SingleOrDefaultAsync(stop) is not { } name) return false;
        await db.Halls().Where(h => h.Id == hallId).ExecuteDeleteAsync(stop);
        await audit.AddAsync(db, who, "hall-removed", $"hall:{hallId}", meetingId, name, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return true;
    }
}
