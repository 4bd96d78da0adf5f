using Microsoft.EntityFrameworkCore;
using Shared.Access;

namespace Shared.Registration.Replies;

/// <summary>Writes answers of a reply into the list, inside the caller's transaction; each person's change is audited with before and after.</summary>
sealed class ReplyWriting(ReplyPaper paper, AuditTrail audit, string who)
{
    const string RemovedByReply = "回执中取消";

    int added, changed, cancelled;

    /// <param name="answers">Those to be written; the others stay in the form.</param>
    public async Task<SendReplyResult.Sent> WriteAsync(IReadOnlyList<ReplyDraft> answers, CancellationToken stop)
    {
        if (answers.Where(answer => answer.Person.Length == 0).ToList() is { Count: > 0 } unit)
            UnitAnswers.Write(paper.Reply, Over(paper.HeldOfUnit, unit), audit.Now);
        foreach (var card in paper.Cards)
            await WriteAsync(card, [.. answers.Where(answer => answer.Person == card.Key)], stop);
        if (paper.Reply.DeclinedAt is not null)
            foreach (var card in paper.Cards)
                if (card.Attendee is { State: AttendeeState.Confirmed } attendee) await CancelAsync(attendee, paper.Reply.DeclineReason ?? RemovedByReply, stop);
        var taken = answers.Select(answer => (answer.Person, answer.Field, answer.Text)).ToHashSet();
        paper.Db.RemoveRange(paper.Drafts.Where(draft => taken.Contains((draft.Person, draft.Field, draft.Text)) || draft.Text == paper.Held(draft.Person, draft.Field)));
        await paper.Db.SaveChangesAsync(stop);
        return new(added, changed, cancelled);
    }

    async Task WriteAsync(ReplyCard card, IReadOnlyList<ReplyDraft> answers, CancellationToken stop)
    {
        var all = Over(card.Held, answers);
        if (all.Of(ReplyFields.Gone) == ReplyFields.Yes)
        {
            if (card.Attendee is { } leaving) await CancelAsync(leaving, RemovedByReply, stop);
            return;
        }
        if (paper.Reply.DeclinedAt is not null) return;
        if (answers.Count > 0)
        {
            var attendee = card.Attendee ?? await NewAsync(stop);
            PersonAnswers.Write(attendee, all, paper.Meeting);
            TakeSharedPhone(attendee, card);
            await StoreAsync(attendee, card, stop);
        }
        if (card.Attendee is { } known) Inform(known);
    }

    // A clerk who enters one number for several people enters the contact's.
    void TakeSharedPhone(Attendee attendee, ReplyCard card)
    {
        if (attendee.Phone is { } phone && paper.Coming.Any(other => other.Key != card.Key && other.Answers.Of(ReplyFields.Phone) is { } theirs && Meetings.PhoneEntry.Read(theirs) == phone))
            (attendee.Phone, attendee.ContactPhone) = (null, phone);
    }

    async Task<Attendee> NewAsync(CancellationToken stop)
    {
        var last = await paper.Db.Attendees().Where(a => a.MeetingId == paper.Meeting.Id).MaxAsync(a => (int?)a.ListNo, stop) ?? 0;
        var attendee = new Attendee { MeetingId = paper.Meeting.Id, UnitId = paper.Reply.UnitId, Name = "", Source = AttendeeSource.Reply, ConfirmedAt = audit.Now, ListNo = last + 1 };
        paper.Db.Add(attendee);
        return attendee;
    }

    async Task StoreAsync(Attendee attendee, ReplyCard card, CancellationToken stop)
    {
        paper.Db.ChangeTracker.DetectChanges();
        var changes = await FieldChange.OfAsync(paper.Db, attendee, stop);
        if (changes.Count == 0) return;
        attendee.Version++;
        if (card.Attendee is null) Inform(attendee);
        AttendeeIndex.SetKeys(attendee);
        await paper.Db.SaveChangesAsync(stop);
        await AttendeeIndex.RenewAsync(paper.Db, attendee, stop);
        if (card.Attendee is null) paper.Db.Add(new ReplyPerson { ReplyId = paper.Reply.Id, Key = card.Key, AttendeeId = attendee.Id });
        await audit.AddAsync(paper.Db, who, card.Attendee is null ? "attendee-added" : "attendee-changed", RegistrationSets.Subject(attendee.Id), paper.Meeting.Id,
            card.Attendee is null ? null : FieldChange.Json(changes), stop);
        if (card.Attendee is null) added++;
        else changed++;
    }

    // The unit says that it told its people; consents of their own stay unknown until they give them.
    void Inform(Attendee attendee)
    {
        if (paper.Reply.InformedAt is { } at && !attendee.Consents.Exists(c => c.Purpose == ConsentPurpose.Notice))
            attendee.Consents.Add(new() { Purpose = ConsentPurpose.Notice, State = ConsentState.Yes, Source = nameof(Reply), GivenAt = at });
    }

    async Task CancelAsync(Attendee attendee, string reason, CancellationToken stop)
    {
        (attendee.State, attendee.StateReason, attendee.StateChangedAt, attendee.Version) = (AttendeeState.Cancelled, reason, audit.Now, attendee.Version + 1);
        await audit.AddAsync(paper.Db, who, "attendee-cancelled", RegistrationSets.Subject(attendee.Id), paper.Meeting.Id, reason, stop);
        cancelled++;
    }

    static Dictionary<string, string> Over(Dictionary<string, string> held, IEnumerable<ReplyDraft> answers)
    {
        var all = new Dictionary<string, string>(held);
        foreach (var answer in answers) all[answer.Field] = answer.Text;
        return all;
    }
}
