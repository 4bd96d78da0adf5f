using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration.Proofing;

namespace Shared.Registration.Replies;

/// <summary>未发, 已发, 已打开, 填写中, 已回执, 不参加, 逾期.</summary>
public enum ReplyState { NotSent = 1, Sent, Opened, Filling, Replied, Declined, Overdue }

/// <param name="People">Those in the list who come.</param>
/// <param name="Asked">Changes that wait for the organiser.</param>
/// <param name="Unsent">Answers typed and not sent.</param>
/// <param name="Proof">The unit's own word that its names are right; null while it has not given it.</param>
/// <param name="Lacks">How many of the unit's people lack what each open point names.</param>
public sealed record ReplyRow(int UnitId, int? ReplyId, string Unit, string FullName, CouncilRank? Rank, bool IsMember, ReplyState State, int People, int Places, int? LiaisonId, string? Liaison,
    DateTime? ChasedAt, DateTime? RepliedAt, int Asked, int Unsent, bool LinkEnded, string? OverQuotaReason, string? DeclineReason, ProofMark? Proof, IReadOnlyDictionary<OpenPoint, int> Lacks)
{
    /// <summary>Somebody has to ask the unit again; not while its late reply waits for the organiser.</summary>
    public bool IsAwaited => State is not (ReplyState.Replied or ReplyState.Declined) && Asked == 0;
}

/// <summary>Where the replies of all units stand. There are some hundred of them, so they are filtered where they are shown.</summary>
/// <param name="Deadline">The venue's time.</param>
public sealed record ReplyBoard(DateTime? Deadline, ReplyWays Ways, IReadOnlyList<ReplyRow> Rows)
{
    public int Count(ReplyState state) => Rows.Count(row => row.State == state);
}

/// <summary>回执跟踪: one row for each unit of the meeting, in the order of the published list.</summary>
public sealed class ReplyTracking(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    sealed record Counts(Dictionary<int, ProofMark?> Proofs, Dictionary<int, int> People, Dictionary<int, int> Asked, Dictionary<int, int> Unsent, Dictionary<OpenPoint, Dictionary<int, int>> Lacks);

    public async Task<ReplyBoard> ReadAsync(MeetingView meeting, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var rules = await db.Set<ReplyRules>().AsNoTracking().SingleOrDefaultAsync(r => r.MeetingId == meeting.Id, stop) ?? new();
            var replies = await db.Replies().AsNoTracking().Where(r => r.MeetingId == meeting.Id).ToDictionaryAsync(r => r.UnitId, stop);
            var staff = await db.Staff().Where(s => s.MeetingId == meeting.Id).ToDictionaryAsync(s => s.Id, s => s.Nickname ?? s.Name, stop);
            var units = await db.Units().AsNoTracking().Include(u => u.Organisation).Where(u => u.MeetingId == meeting.Id).OrderBy(u => u.ListNo).ThenBy(u => u.Id).ToListAsync(stop);
            var counts = await CountAsync(db, meeting, stop);
            var over = rules.IsOver(clock.GetUtcNow().UtcDateTime);
            return new ReplyBoard(rules.Deadline is { } until ? meeting.Local(until) : null, rules.Ways,
                [.. units.Select(unit => Row(unit, replies.GetValueOrDefault(unit.Id), counts, new(meeting, rules, over, unit.LiaisonId is { } id ? staff.GetValueOrDefault(id) : null)))]);
        }, stop);
    }

    sealed record Setting(MeetingView Meeting, ReplyRules Rules, bool Over, string? Liaison);

    static ReplyRow Row(Unit unit, Reply? reply, Counts counts, Setting setting)
    {
        var unsent = reply is null ? 0 : counts.Unsent.GetValueOrDefault(reply.Id);
        return new(unit.Id, reply?.Id, unit.Organisation!.ShortName ?? unit.Organisation.FullName, unit.Organisation.FullName, unit.CouncilRank, unit.IsMemberDuring(setting.Meeting.FirstDay, setting.Meeting.LastDay),
            StateOf(reply, setting.Over), counts.People.GetValueOrDefault(unit.Id), setting.Rules.Places(unit.CouncilRank), unit.LiaisonId, setting.Liaison, Local(reply?.ChasedAt), Local(reply?.RepliedAt),
            reply is null ? 0 : counts.Asked.GetValueOrDefault(reply.Id), unsent, reply?.EndedAt is not null, reply?.OverQuotaReason, reply?.DeclineReason, counts.Proofs.GetValueOrDefault(unit.Id),
            counts.Lacks.Where(point => point.Value.ContainsKey(unit.Id)).ToDictionary(point => point.Key, point => point.Value[unit.Id]));

        DateTime? Local(DateTime? utc) => utc is { } at ? setting.Meeting.Local(at) : null;
    }

    static ReplyState StateOf(Reply? reply, bool over) => reply switch
    {
        { DeclinedAt: not null } => ReplyState.Declined,
        { RepliedAt: not null } => ReplyState.Replied,
        // Who was never asked is not late.
        { SentAt: not null } or { OpenedAt: not null } or { FilledAt: not null } when over => ReplyState.Overdue,
        { FilledAt: not null } => ReplyState.Filling,
        { OpenedAt: not null } => ReplyState.Opened,
        { SentAt: not null } => ReplyState.Sent,
        _ => ReplyState.NotSent,
    };

    async Task<Counts> CountAsync(EventDb db, MeetingView meeting, CancellationToken stop)
    {
        var today = meeting.Day(clock.GetUtcNow().UtcDateTime);
        var people = db.Attendees().AsNoTracking().Listed(meeting.Id).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave);
        var lacks = new Dictionary<OpenPoint, Dictionary<int, int>>();
        foreach (var point in Enum.GetValues<OpenPoint>())
            lacks[point] = await people.Where(OpenPoints.Lacking(point, today)).GroupBy(a => a.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return new(
            (await ProofSheets.ReadAsync(db, meeting.Id, null, stop)).ToDictionary(unit => unit.UnitId, unit => unit.Mark(ProofRound.Unit)),
            await people.GroupBy(a => a.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop),
            await db.ReplyChanges().Where(c => c.Reply!.MeetingId == meeting.Id && c.State == ReplyChangeState.Open).GroupBy(c => c.ReplyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop),
            await db.Set<ReplyDraft>().Join(db.Replies().Where(r => r.MeetingId == meeting.Id), d => d.ReplyId, r => r.Id, (d, r) => r.Id).GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop),
            lacks);
    }
}
