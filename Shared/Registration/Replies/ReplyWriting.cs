using Microsoft.EntityFrameworkCore;

namespace Shared.Registration.Replies;

/// <summary>Writes answers of a reply into the list, inside the caller's transaction; each person's change is audited with before and after.</summary>
sealed class ReplyWriting(ReplyPaper paper, PlaceTaking places, string who)
{
    const string RemovedByReply = "回执中取消";

    readonly DateTime at = places.Audit.Now;
    readonly Dictionary<string, Dictionary<string, string>> written = [];
    int added, changed, cancelled;

    /// <param name="answers">Those to be written; the others stay in the form.</param>
    public async Task<SendReplyResult.Sent> WriteAsync(IReadOnlyList<ReplyDraft> answers, CancellationToken stop)
    {
        if (answers.Where(answer => answer.Person.Length == 0).ToList() is { Count: > 0 } unit)
            UnitAnswers.Write(paper.Reply, Over(paper.HeldOfUnit, unit), at);
        var byPerson = answers.ToLookup(answer => answer.Person);
        foreach (var card in paper.Cards) written[card.Key] = Over(card.Held, byPerson[card.Key]);
        foreach (var card in paper.Cards)
            if (paper.Reply.DeclinedAt is not null) await CancelAsync(card.Attendee is { State: AttendeeState.Confirmed } coming ? coming : null, paper.Reply.DeclineReason ?? RemovedByReply, stop);
            else await WriteAsync(card, [.. byPerson[card.Key]], stop);
        var taken = answers.Where(answer => answer.Person.Length == 0 || paper.Reply.DeclinedAt is null).Select(answer => (answer.Person, answer.Field, answer.Text)).ToHashSet();
        paper.Db.RemoveRange(paper.Drafts.Where(draft => taken.Contains((draft.Person, draft.Field, draft.Text)) || draft.Text == paper.Held(draft.Person, draft.Field)));
        await paper.Db.SaveChangesAsync(stop);
        return new(added, changed, cancelled);
    }

    async Task WriteAsync(ReplyCard card, IReadOnlyList<ReplyDraft> answers, CancellationToken stop)
    {
        var all = written[card.Key];
        if (all.Of(ReplyFields.Gone) == ReplyFields.Yes)
        {
            await CancelAsync(card.Attendee, RemovedByReply, stop);
            return;
        }
        if (card.Attendee is { } original && card.IsSomebodyElse(all))
        {
            await ReplaceAsync(card, original, answers, stop);
            return;
        }
        if ((card.Attendee ?? (answers.Count > 0 ? await NewAsync(stop) : null)) is not { } attendee) return;
        if (attendee.State == AttendeeState.Cancelled) await ReinstateAsync(attendee, stop);
        if (answers.Count > 0) PersonAnswers.Write(attendee, all, paper.Meeting);
        TakeSharedPhone(attendee, card.Key);
        await StoreAsync(attendee, card, stop);
        Inform(attendee);
    }

    // A clerk who enters one number for several people enters the contact's.
    void TakeSharedPhone(Attendee attendee, string key)
    {
        if (attendee.Phone is { } phone && paper.Coming.Any(other => other.Key != key && written[other.Key].Of(ReplyFields.Phone) is { } theirs && Meetings.PhoneEntry.Read(theirs) == phone))
            (attendee.Phone, attendee.ContactPhone) = (null, phone);
    }

    // 换人: by the same rule as at the desk, so that consents, rank and roles do not pass to another person.
    async Task ReplaceAsync(ReplyCard card, Attendee original, IReadOnlyList<ReplyDraft> answers, CancellationToken stop)
    {
        var substitute = TakenPlace.Take(original, "", null, null, at);
        PersonAnswers.Write(substitute, Over(PersonAnswers.Of(substitute, paper.Meeting), answers), paper.Meeting);
        TakeSharedPhone(substitute, card.Key);
        Inform(substitute);
        await places.StoreAsync(paper.Db, original, substitute, who, stop);
        await paper.Db.Set<ReplyPerson>().Where(p => p.ReplyId == paper.Reply.Id && p.AttendeeId == original.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.AttendeeId, substitute.Id), stop);
        changed++;
    }

    async Task<Attendee> NewAsync(CancellationToken stop)
    {
        var last = await paper.Db.Attendees().Where(a => a.MeetingId == paper.Meeting.Id).MaxAsync(a => (int?)a.ListNo, stop) ?? 0;
        var attendee = new Attendee { MeetingId = paper.Meeting.Id, UnitId = paper.Reply.UnitId, Name = "", Source = AttendeeSource.Reply, ConfirmedAt = at, ListNo = last + 1 };
        paper.Db.Add(attendee);
        return attendee;
    }

    async Task StoreAsync(Attendee attendee, ReplyCard card, CancellationToken stop)
    {
        paper.Db.ChangeTracker.DetectChanges();
        var changes = await FieldChange.OfAsync(paper.Db, attendee, stop);
        if (changes.Count == 0) return;
        attendee.Version++;
        AttendeeIndex.SetKeys(attendee);
        await paper.Db.SaveChangesAsync(stop);
        await AttendeeIndex.RenewAsync(paper.Db, attendee, stop);
        if (card.Attendee is null) paper.Db.Add(new ReplyPerson { ReplyId = paper.Reply.Id, Key = card.Key, AttendeeId = attendee.Id });
        await places.Audit.AddAsync(paper.Db, who, card.Attendee is null ? "attendee-added" : "attendee-changed", RegistrationSets.Subject(attendee.Id), paper.Meeting.Id,
            card.Attendee is null ? null : FieldChange.Json(changes), stop);
        if (card.Attendee is null) added++;
        else changed++;
    }

    // The unit says, now, that it told those it names; consents of their own stay unknown until they give them.
    void Inform(Attendee attendee)
    {
        if (paper.Reply.InformedAt is not null && !attendee.Consents.Exists(c => c.Purpose == ConsentPurpose.Notice))
            attendee.Consents.Add(new() { Purpose = ConsentPurpose.Notice, State = ConsentState.Yes, Source = nameof(Reply), GivenAt = at });
    }

    async Task CancelAsync(Attendee? attendee, string reason, CancellationToken stop)
    {
        if (attendee is null or { State: AttendeeState.Cancelled or AttendeeState.Replaced }) return;
        (attendee.State, attendee.StateReason, attendee.StateChangedAt, attendee.Version) = (AttendeeState.Cancelled, reason, at, attendee.Version + 1);
        await places.Audit.AddAsync(paper.Db, who, "attendee-cancelled", RegistrationSets.Subject(attendee.Id), paper.Meeting.Id, reason, stop);
        cancelled++;
    }

    // The unit comes after all: the same people, with the pages and consents they had.
    async Task ReinstateAsync(Attendee attendee, CancellationToken stop)
    {
        (attendee.State, attendee.StateReason, attendee.StateChangedAt, attendee.Version) = (AttendeeState.Confirmed, null, at, attendee.Version + 1);
        await places.Audit.AddAsync(paper.Db, who, "attendee-reinstated", RegistrationSets.Subject(attendee.Id), paper.Meeting.Id, null, stop);
        await paper.Db.SaveChangesAsync(stop);
        added++;
    }

    static Dictionary<string, string> Over(Dictionary<string, string> held, IEnumerable<ReplyDraft> answers)
    {
        var all = new Dictionary<string, string>(held);
        foreach (var answer in answers) all[answer.Field] = answer.Text;
        return all;
    }
}
