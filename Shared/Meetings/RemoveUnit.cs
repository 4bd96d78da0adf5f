using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Meetings;

public enum RemoveUnitResult { Removed = 1, HasPeople, NoSuchUnit }

/// <summary>Takes a unit that has no people out of a meeting. The organisation stays known to other years.</summary>
public sealed class RemoveUnit(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<RemoveUnitResult> RunAsync(int meetingId, int unitId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        try
        {
            if (await db.Units().Where(u => u.Id == unitId && u.MeetingId == meetingId).ExecuteDeleteAsync(stop) == 0) return RemoveUnitResult.NoSuchUnit;
        }
        catch (SqliteException kept) when (kept.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            return RemoveUnitResult.HasPeople;
        }
        await audit.AddAsync(db, who, "unit-removed", $"unit:{unitId}", meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(MeetingsSets.Bodies(meetingId));
        return RemoveUnitResult.Removed;
    }
}
