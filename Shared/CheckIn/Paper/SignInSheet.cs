using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn.Paper;

/// <summary>The sheet of one checkpoint (签到表), in list order; its lines are those a verdict names.</summary>
public sealed record SignInSheetView(PaperCheckpoint Checkpoint, IReadOnlyList<PaperRow> Rows)
{
    internal IReadOnlyList<ShownItem> Shown() => [.. Rows.Select(row => row.Shown())];
}

/// <summary>Who signs on a checkpoint's sheet, in which order.</summary>
public sealed class SignInSheet(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    /// <summary>Null where the meeting has no such checkpoint in use.</summary>
    public async Task<SignInSheetView?> ReadAsync(int meetingId, int checkpointId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var heading = await db.Checkpoints().Where(c => c.Id == checkpointId).Headings(meetingId).SingleOrDefaultAsync(stop);
            if (heading is null || await CheckpointScope.ReadAsync(db, meetingId, checkpointId, clock.GetUtcNow().UtcDateTime, stop) is not { } scope) return null;
            return new SignInSheetView(heading, await scope.OnSheet(db).RowsAsync(stop));
        }, stop);
    }
}
