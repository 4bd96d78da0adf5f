using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Registration.Replies;

namespace Shared.Registration.Proofing;

public enum ConfirmProofResult
{
    Confirmed = 1,

    /// <summary>The names are others than those that were shown: look again.</summary>
    Changed,

    /// <summary>Nobody said who confirms.</summary>
    NameMissing,

    /// <summary>No such reply, none sent yet, or nobody comes.</summary>
    NothingToConfirm,
}

/// <summary>A unit's contact confirms through the link that names and posts are right to the character.</summary>
public sealed class ConfirmProof(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <param name="version">Of what was shown: <see cref="ProofUnit.Version"/>.</param>
    /// <param name="name">As typed in the form; the reply's contact where it is empty.</param>
    /// <param name="by">A staff member who confirms for the unit; null where the unit does.</param>
    public async Task<ConfirmProofResult> RunAsync(int replyId, string? version, string? name, string? by = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Replies().Include(r => r.Unit!.Organisation).SingleOrDefaultAsync(r => r.Id == replyId && r.RepliedAt != null && r.DeclinedAt == null, stop) is not { } reply) return ConfirmProofResult.NothingToConfirm;
        if ((await ProofSheets.ReadAsync(db, reply.MeetingId, [reply.UnitId], stop)).SingleOrDefault() is not { } unit) return ConfirmProofResult.NothingToConfirm;
        if (unit.Version != version) return ConfirmProofResult.Changed;
        name = TextNormal.PersonName(name) is { Length: > 0 } typed ? typed : reply.ContactName ?? "";
        if (name.Length == 0) return ConfirmProofResult.NameMissing;
        if (name.Length > ProofReading.NameLength) name = name[..ProofReading.NameLength];
        await ProofMarks.PutAsync(db, unit, reply.MeetingId, new() { UnitId = unit.UnitId, Round = ProofRound.Unit, By = name, EnteredBy = by, At = audit.Now, Shown = unit.Read() }, stop);
        await audit.AddAsync(db, by ?? $"回执 {reply.Unit!.Organisation!.ShortName ?? unit.FullName}", "proof-confirmed", ProofMarks.Subject(unit.UnitId), reply.MeetingId, name, stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(reply.MeetingId));
        return ConfirmProofResult.Confirmed;
    }
}
