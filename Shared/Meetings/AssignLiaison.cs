using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Meetings;

public abstract record AssignLiaisonResult
{
    /// <param name="Total">How many units the person answers for now; 0 where the liaison was taken away.</param>
    public sealed record Assigned(int Units, int Total) : AssignLiaisonResult;
    public sealed record UnknownStaff : AssignLiaisonResult;
}

/// <summary>Gives several units one liaison at a time, or takes theirs away.</summary>
public sealed class AssignLiaison(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <summary>More than so many one person can hardly look after on the day.</summary>
    public const int ManyUnits = 8;

    public async Task<AssignLiaisonResult> RunAsync(int meetingId, IReadOnlyCollection<int> unitIds, int? staffId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (staffId is { } id && !await db.Staff().AnyAsync(s => s.Id == id && s.MeetingId == meetingId && !s.Left, stop)) return new AssignLiaisonResult.UnknownStaff();
        var units = await db.Units().Where(u => u.MeetingId == meetingId && unitIds.Contains(u.Id)).ExecuteUpdateAsync(set => set.SetProperty(u => u.LiaisonId, staffId), stop);
        await audit.AddAsync(db, who, "liaison-assigned", staffId is null ? null : $"staff:{staffId}", meetingId, $"{units} units: {string.Join(' ', unitIds.Order())}", stop);
        var total = staffId is null ? 0 : await db.Units().CountAsync(u => u.MeetingId == meetingId && u.LiaisonId == staffId, stop);
        await transaction.CommitAsync(stop);
        live.Tell(MeetingsSets.Bodies(meetingId));
        return new AssignLiaisonResult.Assigned(units, total);
    }
}
