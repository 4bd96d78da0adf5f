using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.CheckIn;

/// <summary>Changes what a station is called and which checkpoints it may use; its device works on with the token it has.</summary>
public sealed class SaveStation(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    /// <summary>Null when done.</summary>
    public async Task<StationProblem?> RunAsync(int meetingId, StationDraft draft, string who, CancellationToken stop = default)
    {
        if (draft.Name.Trim() is not { Length: > 0 and <= Station.NameLength } name) return StationProblem.NoName;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Stations().Include(s => s.Checkpoints).SingleOrDefaultAsync(s => s.Id == draft.Id && s.MeetingId == meetingId, stop) is not { } station) return StationProblem.NoSuchStation;
        if (await OpenPairing.UnknownAsync(db, meetingId, draft with { OperatorId = null }, stop) is { } unknown) return unknown;
        var said = station.Name == name ? name : $"{station.Name} → {name}";
        station.Name = name;
        OpenPairing.Allow(draft, station);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException taken) when (taken.InnerException is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE })
        {
            return StationProblem.NameTaken;
        }
        await audit.AddAsync(db, who, "station-changed", $"station:{station.Id}", meetingId, said, stop);
        await transaction.CommitAsync(stop);
        return null;
    }
}
