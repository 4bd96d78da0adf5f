using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn.Paper;

/// <summary>Everyone who is to come, with the checkpoints to tick; <paramref name="Boxes"/> holds (person, checkpoint) where a box stands.</summary>
public sealed record PaperRosterView(IReadOnlyList<PaperCheckpoint> Checkpoints, IReadOnlyList<PaperRow> Rows, IReadOnlySet<(int AttendeeId, int CheckpointId)> Boxes)
{
    internal IReadOnlyList<ShownItem> Shown() => [.. Rows.Select(row => row.Shown()), .. Checkpoints.Select(checkpoint => checkpoint.Shown())];
}

/// <summary>The roster in list order with a box for each checkpoint that admits the person.</summary>
public sealed class PaperRoster(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    /// <summary>As many columns of boxes as leave a name and a unit legible on A4 landscape.</summary>
    public const int MostCheckpoints = 8;

    public async Task<PaperRosterView> ReadAsync(int meetingId, IReadOnlyCollection<int> checkpointIds, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var headings = await db.Checkpoints().Where(c => checkpointIds.Contains(c.Id)).Headings(meetingId).Take(MostCheckpoints).ToListAsync(stop);
            var rows = await db.Attendees().Listed(meetingId).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave)
                .OrderBy(a => a.ListNo).ThenBy(a => a.Id).RowsAsync(stop);
            var boxes = new HashSet<(int, int)>();
            foreach (var heading in headings)
                if (await CheckpointScope.ReadAsync(db, meetingId, heading.Id, clock.GetUtcNow().UtcDateTime, stop) is { } scope)
                    boxes.UnionWith((await scope.OnSheet(db).Select(a => a.Id).ToListAsync(stop)).Select(id => (id, heading.Id)));
            return new PaperRosterView(headings, rows, boxes);
        }, stop);
    }
}

/// <summary>The checkpoints in use, in the order in which they open.</summary>
public sealed class PaperCheckpoints(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<PaperCheckpoint>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Checkpoints().Headings(meetingId).ToListAsync(stop);
    }
}
