using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn.Badges;

public abstract record ReissueBadgeResult
{
    /// <summary>The old badge opens nothing any more.</summary>
    public sealed record Reissued(int BadgeId, string Number, string? OldNumber) : ReissueBadgeResult;
    public sealed record ReasonMissing : ReissueBadgeResult;

    /// <summary>Unknown here, cancelled or replaced.</summary>
    public sealed record NotComing : ReissueBadgeResult;
}

/// <summary>A new badge in place of one lost, spoilt or out of date; the old one is revoked in the same transaction.</summary>
public sealed class ReissueBadge(IDbContextFactory<EventDb> dbs, BadgeMint mint, AuditTrail audit)
{
    public async Task<ReissueBadgeResult> RunAsync(int meetingId, int attendeeId, string? reason, string by, CancellationToken stop = default)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new ReissueBadgeResult.ReasonMissing();
        reason = reason.Trim() is { Length: > Badge.ReasonLength } longer ? longer[..Badge.ReasonLength] : reason.Trim();
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var category = await db.Attendees().Known(meetingId).Where(a => a.Id == attendeeId && (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave))
            .Select(a => (AttendeeCategory?)a.Category).SingleOrDefaultAsync(stop);
        if (category is null) return new ReissueBadgeResult.NotComing();
        var old = await RevokeAsync(db, meetingId, attendeeId, reason, stop);
        var made = (await mint.AddAsync(db, meetingId, [(attendeeId, BadgeKinds.Of(category.Value).Letter())], stop))[0];
        await audit.AddAsync(db, by, "badge-reissued", RegistrationSets.Subject(attendeeId), meetingId, $"{old ?? "–"} → {made.Number}: {reason}", stop);
        await transaction.CommitAsync(stop);
        mint.Tell(meetingId);
        return new ReissueBadgeResult.Reissued(made.Id, made.Number, old);
    }

    async Task<string?> RevokeAsync(EventDb db, int meetingId, int attendeeId, string reason, CancellationToken stop)
    {
        var valid = db.Badges().Where(b => b.MeetingId == meetingId && b.AttendeeId == attendeeId && b.RevokedAt == null);
        var number = await valid.Select(b => b.Number).SingleOrDefaultAsync(stop);
        await valid.ExecuteUpdateAsync(set => set.SetProperty(b => b.RevokedAt, mint.Now).SetProperty(b => b.RevokedReason, reason), stop);
        return number;
    }
}
