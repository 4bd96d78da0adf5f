using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;

namespace Shared.Dashboard;

/// <summary>How making a display link ended.</summary>
public abstract record MakeDisplayLinkResult
{
    /// <summary>The token is known now and never again.</summary>
    public sealed record Made(int Id, string Token) : MakeDisplayLinkResult;
    public sealed record NameMissing : MakeDisplayLinkResult;
    public sealed record NoSuchCheckpoint : MakeDisplayLinkResult;
}

/// <summary>Makes a link for one projector.</summary>
public sealed class MakeDisplayLink(IDbContextFactory<EventDb> dbs, AuditTrail audit, TimeProvider clock)
{
    /// <param name="checkpointId">Null for report-in.</param>
    public async Task<MakeDisplayLinkResult> RunAsync(int meetingId, string name, int? checkpointId, string who, CancellationToken stop = default)
    {
        name = name.Trim();
        if (name.Length is 0 or > DisplayLink.NameLength) return new MakeDisplayLinkResult.NameMissing();
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (checkpointId is { } wanted && !await db.Checkpoints().AnyAsync(c => c.Id == wanted && c.MeetingId == meetingId && !c.Retired, stop))
            return new MakeDisplayLinkResult.NoSuchCheckpoint();
        var token = DisplayLink.NewToken();
        var link = new DisplayLink
        {
            MeetingId = meetingId, Name = name, CheckpointId = checkpointId, TokenHash = DisplayLink.Hash(token), MadeBy = who, MadeAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(link);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "display-link-made", $"display-link:{link.Id}", meetingId, name, stop);
        await transaction.CommitAsync(stop);
        return new MakeDisplayLinkResult.Made(link.Id, token);
    }
}
