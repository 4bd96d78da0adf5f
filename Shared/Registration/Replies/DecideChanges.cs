using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration.Replies;

/// <summary>Accepts or refuses what a unit asked for after the deadline. Of a person who is to be added all answers are decided together.</summary>
public sealed class DecideChanges(IDbContextFactory<EventDb> dbs, PlaceTaking places, LiveUpdates live, MakeAttendeeLinks links)
{
    readonly AuditTrail audit = places.Audit;

    /// <param name="changeIds">Requests of one meeting; those decided already are passed over.</param>
    /// <param name="reason">What the unit reads beside a refusal.</param>
    /// <returns>How many were decided.</returns>
    public async Task<int> RunAsync(int meetingId, IReadOnlyCollection<int> changeIds, bool accept, string? reason, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var asked = await db.ReplyChanges().Where(c => changeIds.Contains(c.Id) && c.State == ReplyChangeState.Open && c.Reply!.MeetingId == meetingId).ToListAsync(stop);
        var decided = 0;
        foreach (var replyId in asked.Select(c => c.ReplyId).Distinct().ToList())
            decided += await DecideAsync(db, replyId, [.. asked.Where(c => c.ReplyId == replyId)], accept, new(Text(reason), who), stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(meetingId));
        live.Tell(RegistrationSets.Roster(meetingId));
        places.Tell(meetingId);
        if (accept) await GiveLinksAsync(meetingId, [.. asked.Select(c => c.ReplyId).Distinct()], who, stop);
        return decided;
    }

    sealed record Verdict(string? Reason, string Who);

    async Task<int> DecideAsync(EventDb db, int replyId, List<ReplyChange> asked, bool accept, Verdict verdict, CancellationToken stop)
    {
        var paper = (await ReplyPaper.ReadAsync(db, replyId, stop))!;
        paper.Reply.Version++;
        // A new person is decided as a whole, and so is a name with what it says of who bears it.
        var whole = paper.Cards.Where(card => asked.Any(c => c.Person == card.Key && (card.Attendee is null || c.Field is ReplyFields.Name or ReplyFields.Renamed)) && (card.Attendee is null || card.IsSomebodyElse(card.Answers)))
            .Select(card => card.Key).ToHashSet();
        if (whole.Count > 0) asked = [.. asked.Union(await db.ReplyChanges().Where(c => c.ReplyId == replyId && c.State == ReplyChangeState.Open && whole.Contains(c.Person)).ToListAsync(stop))];
        if (accept) await new ReplyWriting(paper, places, verdict.Who).WriteAsync([.. asked.Select(Answer)], stop);
        else db.RemoveRange(paper.Drafts.Where(draft => asked.Exists(c => c.Person == draft.Person && c.Field == draft.Field)));
        foreach (var change in asked)
            (change.State, change.DecidedAt, change.DecidedBy, change.Reason) = (accept ? ReplyChangeState.Accepted : ReplyChangeState.Refused, audit.Now, verdict.Who, verdict.Reason);
        // A unit that first replied after the deadline has replied once something of it is accepted.
        if (accept) paper.Reply.RepliedAt ??= audit.Now;
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, verdict.Who, accept ? "reply-changes-accepted" : "reply-changes-refused", ReplySets.Subject(replyId), paper.Reply.MeetingId, $"{asked.Count}", stop);
        return asked.Count;
    }

    async Task GiveLinksAsync(int meetingId, IReadOnlyList<int> replyIds, string who, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        foreach (var unitId in await db.Replies().Where(r => replyIds.Contains(r.Id)).Select(r => r.UnitId).ToListAsync(stop)) await links.OfUnitAsync(meetingId, unitId, who, stop);
    }

    // What was asked, not what somebody may have typed since and not sent.
    static ReplyDraft Answer(ReplyChange c) => new() { ReplyId = c.ReplyId, Person = c.Person, Field = c.Field, Text = c.After, Editor = c.Editor, TypedAt = c.AskedAt };

    static string? Text(string? reason) => Chinese.TextNormal.Line(reason) is { Length: > 0 } line ? line[..Math.Min(line.Length, Attendee.ReasonLength)] : null;
}
