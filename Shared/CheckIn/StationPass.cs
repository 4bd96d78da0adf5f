using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn;

/// <summary>A working station, as what it may read is decided by. What it writes is decided anew in the writer's transaction.</summary>
/// <param name="OperatorId">Null too where the one who was has left or may not sign in any more.</param>
/// <param name="CheckpointIds">All that it may use: of its meeting, not retired, and allowed where only some are.</param>
public sealed record StationPass(int StationId, int MeetingId, StationKind Kind, int? OperatorId, DateTime? LastSeenAt, IReadOnlyList<int> CheckpointIds)
{
    public bool MayUse(int checkpointId) => CheckpointIds.Contains(checkpointId);

    /// <summary>Why it may not do what needs a person at the desk; null where it may.</summary>
    public DeskRefusal? RefusesDeskWork => Kind == StationKind.Kiosk ? DeskRefusal.CodesOnly : OperatorId is null ? DeskRefusal.NoOperator : null;
}

/// <summary>The station that holds a token.</summary>
public sealed class StationByToken(IDbContextFactory<EventDb> dbs)
{
    static readonly Func<EventDb, byte[], Task<StationPass?>> Find = EF.CompileAsyncQuery((EventDb db, byte[] hash) =>
        db.Set<Station>().Where(s => s.TokenHash == hash && s.RevokedAt == null)
            .Select(s => new StationPass(s.Id, s.MeetingId, s.Kind,
                db.Set<StaffMember>().Where(p => p.Id == s.OperatorId && !p.Left && !db.Set<Account>().Any(a => a.UserId == p.UserId && a.DisabledAt != null)).Select(p => (int?)p.Id).FirstOrDefault(), s.LastSeenAt, s.Checkpoints.Select(c => c.CheckpointId).ToList())).SingleOrDefault());

    public async Task<StationPass?> ReadAsync(byte[] tokenHash, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await Find(db, tokenHash) is not { CheckpointIds: var allowed } pass) return null;
        var usable = await db.Checkpoints().Where(c => c.MeetingId == pass.MeetingId && !c.Retired).Select(c => c.Id).ToListAsync(stop);
        return pass with { CheckpointIds = [.. usable.Where(id => allowed.Count == 0 || allowed.Contains(id))] };
    }
}
