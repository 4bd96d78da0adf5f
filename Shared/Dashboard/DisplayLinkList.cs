using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;

namespace Shared.Dashboard;

/// <summary>A display link as its makers see it; the token is not among what is known.</summary>
public sealed record DisplayLinkRow(int Id, string Name, string? Checkpoint, string? CheckpointEn, string MadeBy, DateTime MadeAt, DateTime? RevokedAt);

/// <summary>A meeting's display links, working ones first, then the newest.</summary>
public sealed class DisplayLinkList(IDbContextFactory<EventDb> dbs)
{
    public const int Most = 50;

    public async Task<IReadOnlyList<DisplayLinkRow>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var checkpoints = db.Checkpoints();
        return await (from link in db.DisplayLinks()
                      where link.MeetingId == meetingId
                      join found in checkpoints on link.CheckpointId equals found.Id into all
                      from checkpoint in all.DefaultIfEmpty()
                      orderby link.RevokedAt != null, link.MadeAt descending
                      select new DisplayLinkRow(link.Id, link.Name, checkpoint == null || checkpoint.Retired ? null : checkpoint.Name, checkpoint == null || checkpoint.Retired ? null : checkpoint.NameEn,
                          link.MadeBy, link.MadeAt, link.RevokedAt))
            .Take(Most).ToListAsync(stop);
    }
}
