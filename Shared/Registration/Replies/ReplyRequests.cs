using Microsoft.EntityFrameworkCore;

namespace Shared.Registration.Replies;

/// <summary>Keeps the requests of a reply in step with what its form says after the deadline.</summary>
static class ReplyRequests
{
    /// <summary>Makes or renews one open request for each answer that differs from the list, and takes back those that no longer do.</summary>
    /// <returns>How many stand open now.</returns>
    public static async Task<int> RenewAsync(ReplyPaper paper, string editor, DateTime now, CancellationToken stop)
    {
        var open = await OpenAsync(paper, stop);
        var wanted = paper.Pending.Where(draft => !IsVanished(paper, draft)).ToList();
        foreach (var draft in wanted)
        {
            var request = open.Find(one => one.Person == draft.Person && one.Field == draft.Field);
            if (request is null) paper.Db.Add(request = new() { ReplyId = paper.Reply.Id, Person = draft.Person, Field = draft.Field, After = draft.Text, Editor = editor, AskedAt = now });
            else if (request.After != draft.Text) (request.After, request.Editor, request.AskedAt) = (draft.Text, editor, now);
            (request.Before, request.PersonName) = (paper.Held(draft.Person, draft.Field) is { Length: > 0 } held ? held : null, NameOf(paper, draft.Person));
        }
        paper.Db.RemoveRange(open.Where(one => !wanted.Exists(draft => draft.Person == one.Person && draft.Field == one.Field)));
        return wanted.Count;
    }

    /// <summary>Ends open requests that were written into the list by another way.</summary>
    public static async Task CloseAsync(ReplyPaper paper, DateTime now, string who, CancellationToken stop)
    {
        foreach (var request in await OpenAsync(paper, stop))
            (request.State, request.DecidedAt, request.DecidedBy) = (ReplyChangeState.Accepted, now, who);
    }

    // A card that was added and taken away again before anybody saw it.
    static bool IsVanished(ReplyPaper paper, ReplyDraft draft) => paper.Cards.Any(card => card.Key == draft.Person && card.Attendee is null && card.IsGone);

    static string? NameOf(ReplyPaper paper, string person) => paper.Cards.FirstOrDefault(card => card.Key == person)?.Answers.Of(ReplyFields.Name) is { } name ? name[..Math.Min(name.Length, ReplyChange.NameLength)] : null;

    static Task<List<ReplyChange>> OpenAsync(ReplyPaper paper, CancellationToken stop) =>
        paper.Db.ReplyChanges().Where(c => c.ReplyId == paper.Reply.Id && c.State == ReplyChangeState.Open).ToListAsync(stop);
}
