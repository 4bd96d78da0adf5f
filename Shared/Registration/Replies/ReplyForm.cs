using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration.Proofing;

namespace Shared.Registration.Replies;

/// <param name="Pending">Questions whose answers stand in the form alone: not in the list, and not asked for either.</param>
/// <param name="ListedName">As the list of attendees calls the person; null for one who is only in the form.</param>
/// <param name="Problems">By question, what is wrong with what was answered. What is missing yet is told when the reply is sent.</param>
public sealed record ReplyPersonView(string Key, string? ListedName, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<string> Pending, IReadOnlyDictionary<string, string> Problems)
{
    public bool Listed => ListedName is not null;
}

/// <summary>An answer sent after the deadline that was not accepted.</summary>
public sealed record RefusedAnswer(string? Person, string Field, string After, string? Reason, DateTime DecidedAt);

/// <summary>All that a unit's reply form shows.</summary>
public sealed record ReplyView
{
    public required int Id { get; init; }
    public required int UnitId { get; init; }
    public required string Unit { get; init; }

    /// <summary>As people call it.</summary>
    public required string UnitShort { get; init; }
    public required MeetingView Meeting { get; init; }
    public required int Places { get; init; }
    public required ReplyWays Ways { get; init; }

    /// <summary>The form asks what the invoice bears.</summary>
    public bool HasFee { get; init; }

    /// <summary>The venue's time.</summary>
    public DateTime? Deadline { get; init; }
    public bool IsLate { get; init; }
    public DateTime? RepliedAt { get; init; }
    public bool IsDeclined { get; init; }

    /// <summary>How many answers wait for the organiser.</summary>
    public int Asked { get; init; }
    public string? Notice { get; init; }
    public string? LegalBody { get; init; }
    public string? AskName { get; init; }
    public string? AskPhone { get; init; }
    public string? LiaisonName { get; init; }
    public string? LiaisonPhone { get; init; }
    public required IReadOnlyDictionary<string, string> Answers { get; init; }
    public required IReadOnlyList<string> Pending { get; init; }
    public required IReadOnlyList<ReplyPersonView> People { get; init; }
    public required IReadOnlyList<RefusedAnswer> Refused { get; init; }
    public required IReadOnlyList<FormerPerson> Former { get; init; }

    /// <summary>The names as they will be printed, for the unit to confirm; null before a reply was sent.</summary>
    public ProofUnit? Proof { get; init; }
}

/// <summary>One unit's form as it stands.</summary>
public sealed class ReplyForm(IDbContextFactory<EventDb> dbs, FormerPeople former, TimeProvider clock)
{
    const int MostRefused = 10;

    /// <summary>Null where there is no such reply.</summary>
    public async Task<ReplyView?> ReadAsync(int replyId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () => await ReplyPaper.ReadAsync(db, replyId, stop) is { } paper ? await ViewAsync(paper, stop) : null, stop);
    }

    async Task<ReplyView> ViewAsync(ReplyPaper paper, CancellationToken stop)
    {
        var (db, reply, meeting) = (paper.Db, paper.Reply, paper.Meeting);
        var own = await db.Meetings().AsNoTracking().Where(m => m.Id == meeting.Id).Select(m => new { m.PrivacyNotice, m.LegalBody }).SingleAsync(stop);
        var liaison = await db.Staff().AsNoTracking().Where(s => s.Id == reply.Unit!.LiaisonId && !s.Left).SingleOrDefaultAsync(stop);
        var changes = await db.ReplyChanges().AsNoTracking().Where(c => c.ReplyId == reply.Id && c.State != ReplyChangeState.Accepted).OrderByDescending(c => c.Id).ToListAsync(stop);
        var open = changes.Where(c => c.State == ReplyChangeState.Open).ToList();
        var problems = ReplyCheck.All(paper, clock.GetUtcNow().UtcDateTime, byUnit: true).Where(found => found.Problem != "Missing").ToLookup(found => found.Person);
        return new()
        {
            Id = reply.Id, UnitId = reply.UnitId, Unit = reply.Unit!.Organisation!.FullName, UnitShort = reply.Unit.Organisation.ShortName ?? reply.Unit.Organisation.FullName, Meeting = meeting, Places = paper.Places, Ways = paper.Rules.Ways, HasFee = paper.Rules.HasFee, IsLate = paper.Rules.IsOver(clock.GetUtcNow().UtcDateTime),
            Deadline = paper.Rules.Deadline is { } until ? meeting.Local(until) : null, RepliedAt = reply.RepliedAt, IsDeclined = paper.IsDeclined,
            Asked = open.Count, Notice = own.PrivacyNotice, LegalBody = own.LegalBody, AskName = paper.Rules.ContactName, AskPhone = paper.Rules.ContactPhone,
            LiaisonName = liaison?.Nickname ?? liaison?.Name, LiaisonPhone = liaison?.Phone, Answers = Given(paper.OfUnit), Pending = PendingOf(paper, "", open), People = [.. paper.Cards.Select(card => View(paper, card, open, problems[card.Key]))],
            Refused = [.. changes.Where(c => c.State == ReplyChangeState.Refused).Take(MostRefused).Select(c => new RefusedAnswer(c.PersonName, c.Field, c.After, c.Reason, meeting.Local(c.DecidedAt!.Value)))],
            Former = [.. (await former.ReadAsync(meeting.Id, reply.UnitId, stop)).Where(person => !paper.Cards.Any(card => card.Answers.Of(ReplyFields.Name) == person.Name))],
            Proof = reply is { RepliedAt: not null, DeclinedAt: null } ? (await ProofSheets.ReadAsync(db, meeting.Id, [reply.UnitId], stop)).SingleOrDefault() : null,
        };
    }

    static ReplyPersonView View(ReplyPaper paper, ReplyCard card, List<ReplyChange> asked, IEnumerable<ReplyProblem> problems) => new(card.Key, card.Attendee?.Name, Given(card.Answers),
        PendingOf(paper, card.Key, asked), problems.DistinctBy(found => found.Field).ToDictionary(found => found.Field, found => found.Problem));

    static List<string> PendingOf(ReplyPaper paper, string person, List<ReplyChange> asked) =>
        [.. paper.Pending.Where(draft => draft.Person == person && !asked.Exists(c => c.Person == person && c.Field == draft.Field && c.After == draft.Text)).Select(draft => draft.Field)];

    static Dictionary<string, string> Given(Dictionary<string, string> answers) => answers.Where(answer => answer.Value.Length > 0).ToDictionary(answer => answer.Key, answer => answer.Value);
}
