using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Privacy;

/// <summary>Takes away what is due, in pieces between which scans pass; each piece with its record in one transaction, so that a stopped server goes on where it was.</summary>
public sealed class RunRetention(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    const int Piece = 25;

    /// <returns>How many went, by kind; empty where nothing was due.</returns>
    public async Task<IReadOnlyList<RetentionCount>> RunAsync(MeetingView meeting, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var (now, gone) = (audit.Now, new List<RetentionCount>());
        var due = RetentionBoard.DueClasses(await RetentionBoard.PlanAsync(db, meeting.Id, stop), meeting, meeting.Day(now));
        foreach (var kind in RetentionKind.All.Where(kind => due.Contains(kind.Class)))
            if (await RemoveAsync(kind, new RetentionRun { MeetingId = meeting.Id, RanAt = now, RunBy = who, Class = kind.Class, Kind = kind.Word }, stop) is > 0 and var count) gone.Add(new(kind.Word, count));
        if (gone.Count == 0) return gone;
        await audit.AddAsync(who, "retention-run", null, meeting.Id, FieldChange.Json([.. gone.Select(one => new FieldChange($"Gone.{one.Kind}", one.Count.ToString(CultureInfo.InvariantCulture), null))]), stop);
        live.Tell(RegistrationSets.Roster(meeting.Id));
        live.Tell(ReplySets.Replies(meeting.Id));
        await ShortenWal.EmptyAsync(db.Database.GetDbConnection().DataSource);
        return gone;
    }

    async Task<int> RemoveAsync(RetentionKind kind, RetentionRun run, CancellationToken stop)
    {
        List<long> ids;
        await using (var db = await dbs.CreateDbContextAsync(stop)) ids = await kind.Ids(db, run.MeetingId).ToListAsync(stop);
        foreach (var piece in ids.Chunk(Piece))
        {
            await using var db = await dbs.CreateDbContextAsync(stop);
            var way = RightOfWay.Of(db.Database.GetDbConnection().DataSource);
            await way.ClearAsync();
            await using (var transaction = await db.Database.BeginTransactionAsync(stop))
            {
                await kind.Remove(db, [.. piece], run.RanAt, stop);
                run.Count += piece.Length;
                if (run.Id == 0) db.Add(run);
                else db.Update(run);
                await db.SaveChangesAsync(stop);
                await transaction.CommitAsync(stop);
            }
            way.PieceEnded();
        }
        return run.Count;
    }
}
