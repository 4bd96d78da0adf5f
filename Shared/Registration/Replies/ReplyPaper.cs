using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Replies;

/// <summary>One person's card: what the list holds and what stands in the form.</summary>
/// <param name="Attendee">Null for a person who is only in the form.</param>
sealed record ReplyCard(string Key, Attendee? Attendee, Dictionary<string, string> Held, Dictionary<string, string> Answers)
{
    public bool IsGone => Answers.Of(ReplyFields.Gone) == ReplyFields.Yes;

    /// <summary>A person of the list whose name was overtyped: a slip of the pen, or somebody else.</summary>
    public bool IsRenamed => HasOtherName(Answers);

    /// <summary>Whether these answers put another person in this one's place (换人).</summary>
    public bool IsSomebodyElse(IReadOnlyDictionary<string, string> answers) =>
        answers.Of(ReplyFields.Renamed) == ReplyFields.Other && HasOtherName(answers);

    bool HasOtherName(IReadOnlyDictionary<string, string> answers) =>
        Attendee is not null && TextNormal.PersonName(answers.Of(ReplyFields.Name)) is { Length: > 0 } name && name != Attendee.Name;
}

/// <summary>A reply with all that belongs to it, read at one moment: what the list holds, and what was typed over it.</summary>
sealed class ReplyPaper
{
    public required EventDb Db { get; init; }
    public required Reply Reply { get; init; }
    public required MeetingView Meeting { get; init; }
    public required ReplyRules Rules { get; init; }
    public required IReadOnlyList<ReplyDraft> Drafts { get; init; }
    public required Dictionary<string, string> HeldOfUnit { get; init; }
    public required Dictionary<string, string> OfUnit { get; init; }
    public required IReadOnlyList<ReplyCard> Cards { get; init; }

    public IEnumerable<ReplyCard> Coming => Cards.Where(card => !card.IsGone);

    public bool IsDeclined => OfUnit.Of(ReplyFields.Declined) == ReplyFields.Yes;

    public int Places => Rules.Places(Reply.Unit!.CouncilRank);

    /// <summary>What the list holds of it.</summary>
    public string Held(string person, string field) => (person.Length == 0 ? HeldOfUnit : Cards.FirstOrDefault(card => card.Key == person)?.Held)?.Of(field) ?? "";

    /// <summary>Answers that differ from what the list holds. A unit that does not come asks nothing of its people; what was typed of them waits.</summary>
    public IEnumerable<ReplyDraft> Pending => Drafts.Where(draft => draft.Text != Held(draft.Person, draft.Field) && (draft.Person.Length == 0 || (!IsDeclined && Cards.Any(card => card.Key == draft.Person))));

    /// <summary>Null where there is no such reply.</summary>
    public static async Task<ReplyPaper?> ReadAsync(EventDb db, int replyId, CancellationToken stop)
    {
        if (await db.Replies().Include(r => r.Unit!.Organisation).SingleOrDefaultAsync(r => r.Id == replyId, stop) is not { } reply) return null;
        var meeting = MeetingCalendar.View(await db.Meetings().AsNoTracking().SingleAsync(m => m.Id == reply.MeetingId, stop));
        var rules = await db.Set<ReplyRules>().AsNoTracking().SingleOrDefaultAsync(r => r.MeetingId == reply.MeetingId, stop) ?? new() { MeetingId = reply.MeetingId };
        var drafts = await db.Set<ReplyDraft>().Where(d => d.ReplyId == replyId).OrderBy(d => d.TypedAt).ThenBy(d => d.Person).ToListAsync(stop);
        var keys = await db.Set<ReplyPerson>().AsNoTracking().Where(p => p.ReplyId == replyId).ToDictionaryAsync(p => p.AttendeeId, p => p.Key, stop);
        var attendees = await db.Attendees().OfReply(reply).Include(a => a.Journeys).Include(a => a.Stay).Include(a => a.Consents)
            .OrderBy(a => a.ListNo).ThenBy(a => a.Id).AsSplitQuery().ToListAsync(stop);
        var held = UnitAnswers.Of(reply);
        return new()
        {
            Db = db, Reply = reply, Meeting = meeting, Rules = rules, Drafts = drafts, HeldOfUnit = held, OfUnit = Overlaid(held, drafts, ""), Cards = [.. CardsOf(attendees, keys, drafts, meeting)],
        };
    }

    static IEnumerable<ReplyCard> CardsOf(List<Attendee> attendees, Dictionary<int, string> keys, List<ReplyDraft> drafts, MeetingView meeting)
    {
        var known = new HashSet<string>(keys.Values) { "" };
        foreach (var attendee in attendees)
        {
            var key = keys.GetValueOrDefault(attendee.Id, $"a{attendee.Id}");
            known.Add(key);
            var held = PersonAnswers.Of(attendee, meeting);
            yield return new(key, attendee, held, Overlaid(held, drafts, key));
        }
        // What was typed of somebody who left the list meanwhile is no new person.
        foreach (var key in drafts.Select(d => d.Person).Where(person => person.StartsWith('n') && !known.Contains(person)).Distinct().ToList())
            yield return new(key, null, [], Overlaid([], drafts, key));
    }

    static Dictionary<string, string> Overlaid(Dictionary<string, string> held, IEnumerable<ReplyDraft> drafts, string person)
    {
        var shown = new Dictionary<string, string>(held);
        foreach (var draft in drafts.Where(d => d.Person == person)) shown[draft.Field] = draft.Text;
        return shown;
    }
}
