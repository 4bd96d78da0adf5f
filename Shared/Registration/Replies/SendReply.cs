using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration.Replies;

public abstract record SendReplyResult
{
    /// <summary>The list of attendees says what the form says.</summary>
    public sealed record Sent(int Added, int Changed, int Cancelled) : SendReplyResult;

    /// <summary>The deadline is over: what differs was kept as so many requests, which the organiser accepts or refuses.</summary>
    public sealed record Asked(int Changes) : SendReplyResult;

    /// <summary>The unit does not come.</summary>
    public sealed record Declined : SendReplyResult;

    /// <summary>Nothing was sent; what has to be mended first. All that was typed is kept.</summary>
    public sealed record Refused(IReadOnlyList<ReplyProblem> Problems) : SendReplyResult;
    public sealed record NoSuchReply : SendReplyResult;
}

/// <summary>Sends what stands in a unit's form: into the list of attendees until the deadline, as requests after it.</summary>
public sealed class SendReply(IDbContextFactory<EventDb> dbs, PlaceTaking places, LiveUpdates live, MakeAttendeeLinks links)
{
    readonly AuditTrail audit = places.Audit;

    /// <param name="by">A staff member who fills in for the unit; null where the unit itself sends.</param>
    public async Task<SendReplyResult> RunAsync(int replyId, string editor, string? by = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await ReplyPaper.ReadAsync(db, replyId, stop) is not { } paper) return new SendReplyResult.NoSuchReply();
        if (ReplyCheck.All(paper, audit.Now, byUnit: by is null) is { Count: > 0 } problems) return new SendReplyResult.Refused(problems);
        paper.Reply.Version++;
        var late = by is null && paper.Rules.IsOver(audit.Now);
        var result = late ? await AskAsync(paper, editor, stop) : await ApplyAsync(paper, by, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(paper.Reply.MeetingId));
        live.Tell(RegistrationSets.Roster(paper.Reply.MeetingId));
        places.Tell(paper.Reply.MeetingId);
        if (result is SendReplyResult.Sent) await links.OfUnitAsync(paper.Reply.MeetingId, paper.Reply.UnitId, by ?? Who(paper), stop);
        return result;
    }

    async Task<SendReplyResult> ApplyAsync(ReplyPaper paper, string? by, CancellationToken stop)
    {
        var who = by ?? Who(paper);
        var done = await new ReplyWriting(paper, places, who).WriteAsync(paper.Pending.ToList(), stop);
        var reply = paper.Reply;
        reply.RepliedAt = audit.Now;
        // What the organiser has not looked at yet came true by a change of the deadline or by a colleague at the desk.
        await ReplyRequests.CloseAsync(paper, audit.Now, who, stop);
        await audit.AddAsync(paper.Db, who, reply.DeclinedAt is null ? "reply-sent" : "reply-declined", ReplySets.Subject(reply.Id), reply.MeetingId, reply.DeclineReason, stop);
        return reply.DeclinedAt is null ? done : new SendReplyResult.Declined();
    }

    async Task<SendReplyResult> AskAsync(ReplyPaper paper, string editor, CancellationToken stop)
    {
        var open = await ReplyRequests.RenewAsync(paper, editor, audit.Now, stop);
        await audit.AddAsync(paper.Db, Who(paper), "reply-changes-asked", ReplySets.Subject(paper.Reply.Id), paper.Reply.MeetingId, $"{open}", stop);
        return new SendReplyResult.Asked(open);
    }

    internal static string Who(ReplyPaper paper) => $"回执 {paper.Reply.Unit!.Organisation!.ShortName ?? paper.Reply.Unit.Organisation.FullName}";
}
