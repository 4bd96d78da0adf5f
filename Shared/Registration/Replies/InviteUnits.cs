using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Registration.Replies;

/// <summary>A unit's link: its address is <c>/reply/{ReplyId}#{Token}</c>.</summary>
public sealed record ReplyLink(int ReplyId, int UnitId, string Token);

/// <summary>Gives units their secret links; one that has a link keeps it.</summary>
public sealed class InviteUnits(IDbContextFactory<EventDb> dbs, LinkKey key, AuditTrail audit, LiveUpdates live)
{
    /// <param name="sent">Whether the links go out now: then the units count as invited.</param>
    /// <returns>The links of those units of the meeting whose link was not ended.</returns>
    public async Task<IReadOnlyList<ReplyLink>> RunAsync(int meetingId, IReadOnlyCollection<int> unitIds, bool sent, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var units = await db.Units().Where(u => u.MeetingId == meetingId && unitIds.Contains(u.Id)).Select(u => u.Id).ToListAsync(stop);
        var replies = await db.Replies().Where(r => units.Contains(r.UnitId)).ToListAsync(stop);
        var missing = units.Except(replies.Select(r => r.UnitId)).Select(unit => new Reply { MeetingId = meetingId, UnitId = unit, Nonce = LinkKey.NewNonce(), MadeAt = audit.Now }).ToList();
        db.AddRange(missing);
        replies.AddRange(missing);
        if (sent)
            foreach (var reply in replies.Where(r => r.EndedAt is null)) reply.SentAt ??= audit.Now;
        await db.SaveChangesAsync(stop);
        if (missing.Count > 0) await audit.AddAsync(db, who, "reply-links-made", null, meetingId, $"{missing.Count}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(meetingId));
        return [.. replies.Where(r => r.EndedAt is null).Select(r => new ReplyLink(r.Id, r.UnitId, key.Token(ReplySets.Purpose, r.Nonce)))];
    }
}

/// <summary>The links that units have; reading makes none.</summary>
public sealed class ReplyLinkList(IDbContextFactory<EventDb> dbs, LinkKey key)
{
    /// <summary>By unit; without those whose link was ended.</summary>
    public async Task<IReadOnlyDictionary<int, ReplyLink>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var replies = await db.Replies().Where(r => r.MeetingId == meetingId && r.EndedAt == null).Select(r => new { r.Id, r.UnitId, r.Nonce }).ToListAsync(stop);
        return replies.ToDictionary(r => r.UnitId, r => new ReplyLink(r.Id, r.UnitId, key.Token(ReplySets.Purpose, r.Nonce)));
    }
}

/// <summary>Notes that a unit was reminded; whoever was reminded knows of the meeting, so it counts as invited.</summary>
public sealed class NoteChase(IDbContextFactory<EventDb> dbs, LiveUpdates live, TimeProvider clock)
{
    public async Task RunAsync(int meetingId, IReadOnlyCollection<int> unitIds, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await db.Replies().Where(r => r.MeetingId == meetingId && unitIds.Contains(r.UnitId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.ChasedAt, now).SetProperty(r => r.SentAt, r => r.SentAt ?? now), stop);
        live.Tell(ReplySets.Replies(meetingId));
    }
}

/// <summary>Makes a unit's old link useless and gives it a new one; what was typed stays.</summary>
public sealed class RenewReplyLink(IDbContextFactory<EventDb> dbs, LinkKey key, AuditTrail audit, LiveUpdates live)
{
    /// <returns>Null where the meeting has no such reply.</returns>
    public async Task<ReplyLink?> RunAsync(int meetingId, int replyId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Replies().SingleOrDefaultAsync(r => r.Id == replyId && r.MeetingId == meetingId, stop) is not { } reply) return null;
        (reply.Nonce, reply.MadeAt, reply.EndedAt, reply.OpenedAt, reply.SentAt) = (LinkKey.NewNonce(), audit.Now, null, null, null);
        await audit.AddAsync(db, who, "reply-link-renewed", ReplySets.Subject(replyId), meetingId, null, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(meetingId));
        return new(reply.Id, reply.UnitId, key.Token(ReplySets.Purpose, reply.Nonce));
    }
}

/// <summary>Ends a unit's link; what was sent stays in the list.</summary>
public sealed class EndReplyLink(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <returns>False where the meeting has no such reply.</returns>
    public async Task<bool> RunAsync(int meetingId, int replyId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Replies().SingleOrDefaultAsync(r => r.Id == replyId && r.MeetingId == meetingId, stop) is not { } reply) return false;
        reply.EndedAt ??= audit.Now;
        await audit.AddAsync(db, who, "reply-link-ended", ReplySets.Subject(replyId), meetingId, null, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(meetingId));
        return true;
    }
}
