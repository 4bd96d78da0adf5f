using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration.Replies;

/// <summary>Whether a token opens a unit's form.</summary>
public sealed class ReplyPass(IDbContextFactory<EventDb> dbs, LinkKey key, LiveUpdates live, TimeProvider clock)
{
    /// <summary>False for a guessed, a renewed or an ended link alike.</summary>
    public async Task<bool> AdmitsAsync(int replyId, string? token, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var nonce = await db.Replies().Where(r => r.Id == replyId && r.EndedAt == null).Select(r => r.Nonce).SingleOrDefaultAsync(stop);
        return nonce is not null && key.Admits(ReplySets.Purpose, nonce, token);
    }

    /// <summary>The same, and notes the first opening.</summary>
    public async Task<bool> OpenAsync(int replyId, string? token, CancellationToken stop = default)
    {
        if (!await AdmitsAsync(replyId, token, stop)) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Replies().Where(r => r.Id == replyId && r.OpenedAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.OpenedAt, now), stop) > 0)
            live.Tell(ReplySets.Replies(await db.Replies().Where(r => r.Id == replyId).Select(r => r.MeetingId).SingleAsync(stop)));
        return true;
    }

    /// <summary>The meeting whose reply it is; null where there is no such reply.</summary>
    public async Task<int?> MeetingAsync(int replyId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Replies().Where(r => r.Id == replyId).Select(r => (int?)r.MeetingId).SingleOrDefaultAsync(stop);
    }
}
