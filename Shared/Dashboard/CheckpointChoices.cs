using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;

namespace Shared.Dashboard;

/// <summary>A checkpoint one can look at.</summary>
public sealed record CheckpointChoice(int Id, string Name, string? NameEn, CheckpointKind Kind, bool IsOpen);

/// <summary>The checkpoints of a meeting in the order in which they open.</summary>
public sealed class CheckpointChoices(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public async Task<IReadOnlyList<CheckpointChoice>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Checkpoints().Where(c => c.MeetingId == meetingId && !c.Retired).OrderBy(c => c.OpensAt).ThenBy(c => c.Id)
            .Select(c => new CheckpointChoice(c.Id, c.Name, c.NameEn, c.Kind, c.OpensAt <= now && c.ClosesAt > now)).ToListAsync(stop);
    }

    /// <summary>The one asked for; where none was, report-in, else the one that is open, else the first. Null where the one asked for is not there, or none is.</summary>
    public static CheckpointChoice? Choose(IReadOnlyList<CheckpointChoice> choices, int? wanted) => wanted is { } id
        ? choices.FirstOrDefault(c => c.Id == id)
        : choices.FirstOrDefault(c => c.Kind == CheckpointKind.ReportIn) ?? choices.FirstOrDefault(c => c.IsOpen) ?? choices.FirstOrDefault();
}
