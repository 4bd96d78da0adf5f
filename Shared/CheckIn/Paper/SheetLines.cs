using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn.Paper;

/// <summary>
/// Where people sign on a checkpoint's paper sheet: as it was last printed; where none was, as it would be printed now
/// (at meals, trips and hand-outs nobody signs unless a sheet was printed).
/// Answers from memory. When the answer is older than <see cref="Kept"/> one caller reads anew and the others take the old one, so that verdicts hardly wait for it.
/// </summary>
public sealed class SheetLines(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<(int MeetingId, int CheckpointId), Sheet> sheets = new();

    /// <summary>Null for whoever is not on the sheet: a walk-in who came after it was printed signs on a free line.</summary>
    public async ValueTask<SheetLine?> ReadAsync(int meetingId, int checkpointId, int attendeeId, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        var sheet = sheets.GetOrAdd((meetingId, checkpointId), static _ => new Sheet(DateTimeOffset.MinValue, []));
        if (now - sheet.ReadAt >= Kept && sheet.IsFirstToRenew())
        {
            try
            {
                sheets[(meetingId, checkpointId)] = sheet = new Sheet(now, await PositionsAsync(meetingId, checkpointId, stop));
            }
            catch
            {
                sheets.TryRemove((meetingId, checkpointId), out _);
                throw;
            }
        }
        return sheet.Positions.TryGetValue(attendeeId, out var position) ? SheetLine.At(position) : null;
    }

    async Task<Dictionary<int, int>> PositionsAsync(int meetingId, int checkpointId, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var printed = await db.Printouts().Where(p => p.MeetingId == meetingId && p.Kind == PrintKinds.SignInSheet && p.AboutId == checkpointId)
            .OrderByDescending(p => p.Id).Select(p => (int?)p.Id).FirstOrDefaultAsync(stop);
        if (printed is not null)
            return await db.Set<PrintoutItem>().Where(i => i.PrintoutId == printed).ToDictionaryAsync(i => (int)i.SubjectId, i => i.Position, stop);
        if (await CheckpointScope.ReadAsync(db, meetingId, checkpointId, clock.GetUtcNow().UtcDateTime, stop) is not { } scope) return [];
        if (scope.Checkpoint.Kind is not (CheckpointKind.ReportIn or CheckpointKind.Session)) return [];
        var ids = await scope.OnSheet(db).Select(a => a.Id).ToListAsync(stop);
        return ids.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
    }

    sealed record Sheet(DateTimeOffset ReadAt, Dictionary<int, int> Positions)
    {
        int renewing;

        public bool IsFirstToRenew() => Interlocked.Exchange(ref renewing, 1) == 0;
    }
}
