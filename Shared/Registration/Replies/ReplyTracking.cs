using System.Linq.Expressions;
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
public sealed record ReplyRow(int UnitId, int? ReplyId, string Unit, string FullName, CouncilRank? Rank, bool IsMember, ReplyState State, int People, int Places, int? LiaisonId, string? Liaison, string? LiaisonPhone,
    DateTime? ChasedAt, DateTime? RepliedAt, int Asked, int Unsent, bool LinkEnded, string? OverQuotaReason, string? DeclineReason, ProofMark? Proof, IReadOnlyDictionary<OpenPoint, int> Lacks)
{
    /// <summary>Somebody has to ask the unit again; not while its late reply waits for the organiser.</summary>
    public bool IsAwaited => State is not (ReplyState.Replied or ReplyState.Declined) && Asked == 0;
}

/// <summary>How many of all units' people lack what an open point names.</summary>
public sealed record LackSum(OpenPoint Point, int People);

/// <summary>Where the replies of all units stand. There are some hundred of them, so they are filtered where they are shown.</summary>
/// <param name="Deadline">The venue's time.</param>
public sealed record ReplyBoard(DateTime? Deadline, ReplyWays Ways, IReadOnlyList<ReplyRow> Rows)
{
    public const int PageSize = 50;

    /// <summary>Stands for units without a liaison.</summary>
    public const int NoLiaison = 0;

    public int People => Rows.Sum(row => row.People);
    public int Asked => Rows.Sum(row => row.Asked);
    public IReadOnlyList<LackSum> Lacks => [.. Enum.GetValues<OpenPoint>().Select(point => new LackSum(point, Rows.Sum(row => row.Lacks.GetValueOrDefault(point)))).Where(sum => sum.People > 0)];

    /// <summary>Each liaison who has units here, in their order; the name is null for units without one.</summary>
    public IReadOnlyList<(int Id, string? Name)> Liaisons => [.. Rows.Select(row => (row.LiaisonId ?? NoLiaison, row.Liaison)).Distinct()];

    public int Count(ReplyState state) => Rows.Count(row => row.State == state);

    /// <summary>The rows of that state and that liaison; what is null narrows nothing.</summary>
    public IReadOnlyList<ReplyRow> Of(ReplyState? state, int? liaison) =>
        [.. Rows.Where(row => (state is null || row.State == state) && (liaison is null || (row.LiaisonId ?? NoLiaison) == liaison))];

    /// <param name="page">From 1; past the end the last page is shown.</param>
    public static (IEnumerable<ReplyRow> Rows, int Page, int Pages) Page(IReadOnlyList<ReplyRow> rows, int page)
    {
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return (rows.Skip((page - 1) * PageSize).Take(PageSize), page, pages);
    }
}

/// <summary>What the moments of a reply say of it.</summary>
static class ReplyStanding
{
    /// <summary>Asked, opened or begun, and not answered. Who was never asked is not late.</summary>
    public static readonly Expression<Func<Reply, bool>> IsSilent = r => r.RepliedAt == null && r.DeclinedAt == null && (r.SentAt != null || r.OpenedAt != null || r.FilledAt != null);

    /// <summary>Whatever became of it, the unit knows that it is asked.</summary>
    public static readonly Expression<Func<Reply, bool>> IsAsked = r => r.SentAt != null || r.OpenedAt != null || r.FilledAt != null || r.RepliedAt != null || r.DeclinedAt != null;

    static readonly Func<Reply, bool> Silent = IsSilent.Compile();

    /// <param name="over">Whether the deadline has passed.</param>
    public static ReplyState Of(Reply? reply, bool over) => reply switch
    {
        null => ReplyState.NotSent,
        { DeclinedAt: not null } => ReplyState.Declined,
        { RepliedAt: not null } => ReplyState.Replied,
        _ when over && Silent(reply) => ReplyState.Overdue,
        { FilledAt: not null } => ReplyState.Filling,
        { OpenedAt: not null } => ReplyState.Opened,
        { SentAt: not null } => ReplyState.Sent,
        _ => ReplyState.NotSent,
    };
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
            var staff = await db.Staff().Where(s => s.MeetingId == meeting.Id).ToDictionaryAsync(s => s.Id, s => new LiaisonNote(s.Nickname ?? s.Name, s.Phone), stop);
            var units = await db.Units().AsNoTracking().Include(u => u.Organisation).Where(u => u.MeetingId == meeting.Id).OrderBy(u => u.ListNo).ThenBy(u => u.Id).ToListAsync(stop);
            var counts = await CountAsync(db, meeting, stop);
            var over = rules.IsOver(clock.GetUtcNow().UtcDateTime);
            return new ReplyBoard(rules.Deadline is { } until ? meeting.Local(until) : null, rules.Ways,
                [.. units.Select(unit => Row(unit, replies.GetValueOrDefault(unit.Id), counts, new(meeting, rules, over, unit.LiaisonId is { } id ? staff.GetValueOrDefault(id) : null)))]);
        }, stop);
    }

    sealed record Setting(MeetingView Meeting, ReplyRules Rules, bool Over, LiaisonNote? Liaison);

    static ReplyRow Row(Unit unit, Reply? reply, Counts counts, Setting setting)
    {
        // What was taken over from last year nobody has typed.
        var unsent = reply is null or { FilledAt: null } ? 0 : counts.Unsent.GetValueOrDefault(reply.Id);
        return new(unit.Id, reply?.Id, unit.Organisation!.ShortName ?? unit.Organisation.FullName, unit.Organisation.FullName, unit.CouncilRank, unit.IsMemberDuring(setting.Meeting.FirstDay, setting.Meeting.LastDay),
            ReplyStanding.Of(reply, setting.Over), counts.People.GetValueOrDefault(unit.Id), setting.Rules.Places(unit.CouncilRank), unit.LiaisonId, setting.Liaison?.Name, setting.Liaison?.Phone, Local(reply?.ChasedAt), Local(reply?.RepliedAt),
            reply is null ? 0 : counts.Asked.GetValueOrDefault(reply.Id), unsent, reply?.EndedAt is not null, reply?.OverQuotaReason, reply?.DeclineReason, counts.Proofs.GetValueOrDefault(unit.Id),
            counts.Lacks.Where(point => point.Value.ContainsKey(unit.Id)).ToDictionary(point => point.Key, point => point.Value[unit.Id]));

        DateTime? Local(DateTime? utc) => utc is { } at ? setting.Meeting.Local(at) : null;
    }

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
