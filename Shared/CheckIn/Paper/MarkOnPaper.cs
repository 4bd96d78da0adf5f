using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.CheckIn.Paper;

public abstract record MarkOnPaperResult
{
    public sealed record Decided(ScanResult Scan) : MarkOnPaperResult;

    /// <summary>The written time lies in the future, or more than a day outside the checkpoint's hours: a slip of the pen or of the keyboard.</summary>
    public sealed record ImpossibleTime : MarkOnPaperResult;
    public sealed record NoSuchCheckpoint : MarkOnPaperResult;
}

/// <summary>One signature of a paper sheet. <paramref name="SignedAt"/> is UTC, as written.</summary>
public sealed record PaperMark(int MeetingId, int CheckpointId, int AttendeeId, DateTime SignedAt);

/// <summary>Enters a signature from paper by the rules and the writer of every other check-in.</summary>
public sealed class MarkOnPaper(IDbContextFactory<EventDb> dbs, CheckInByHand byHand, TimeProvider clock)
{
    static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <exception cref="CannotRecord" />
    public async Task<MarkOnPaperResult> RunAsync(PaperMark mark, string who, CancellationToken stop = default)
    {
        await using (var db = await dbs.CreateDbContextAsync(stop))
        {
            var hours = await db.Checkpoints().Where(c => c.Id == mark.CheckpointId && c.MeetingId == mark.MeetingId).Select(c => new { c.OpensAt, c.ClosesAt }).SingleOrDefaultAsync(stop);
            if (hours is null) return new MarkOnPaperResult.NoSuchCheckpoint();
            if (mark.SignedAt > clock.GetUtcNow().UtcDateTime || mark.SignedAt < hours.OpensAt - Slack || mark.SignedAt > hours.ClosesAt + Slack)
                return new MarkOnPaperResult.ImpossibleTime();
        }
        var entry = new HandEntry(mark.MeetingId, mark.CheckpointId, mark.AttendeeId) { Source = ScanSource.Paper, OccurredAt = mark.SignedAt, Direction = ScanDirection.In };
        return (await byHand.RunAsync(entry, who)).Value is { } scan ? new MarkOnPaperResult.Decided(scan) : new MarkOnPaperResult.NoSuchCheckpoint();
    }
}
