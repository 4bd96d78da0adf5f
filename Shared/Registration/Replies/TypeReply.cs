using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration.Replies;

/// <summary>One answer as somebody typed it.</summary>
/// <param name="Person">As in <see cref="ReplyDraft.Person"/>.</param>
/// <param name="Before">What the form showed when the typing began; where it shows something else now, nothing is overwritten.</param>
public sealed record ReplyEdit(string Person, string Field, string Before, string Text);

public abstract record ReplyEditResult
{
    /// <param name="Problem">What will have to be mended before the reply can be sent; the text is kept as it is.</param>
    public sealed record Kept(string? Problem) : ReplyEditResult;

    /// <summary>Somebody else answered the same question meanwhile; nothing was written.</summary>
    public sealed record Taken(string Theirs, string Editor) : ReplyEditResult;

    /// <summary>No such question, a text too long to keep, a person too many, or a key that no form makes.</summary>
    public sealed record NotTaken(string Problem) : ReplyEditResult;
}

/// <summary>Keeps what is typed into a reply form, answer by answer. The list of attendees changes only when the reply is sent.</summary>
public sealed class TypeReply(IDbContextFactory<EventDb> dbs, LiveUpdates live, TimeProvider clock)
{
    /// <summary>New people of one unit that are not in the list yet.</summary>
    public const int MostNew = 60;
    public const int MostEdits = 200;

    /// <returns>One result for each edit, in order; null where there is no such reply.</returns>
    public async Task<IReadOnlyList<ReplyEditResult>?> RunAsync(int replyId, string editor, IReadOnlyList<ReplyEdit> edits, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await ReplyPaper.ReadAsync(db, replyId, stop) is not { } paper) return null;
        var typing = new Typing(paper, editor, clock.GetUtcNow().UtcDateTime);
        var results = edits.Select(typing.Take).ToList();
        if (results.Any(result => result is ReplyEditResult.Kept)) paper.Reply.FilledAt = typing.Now;
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(paper.Reply.MeetingId));
        return results;
    }

    sealed class Typing(ReplyPaper paper, string editor, DateTime now)
    {
        readonly Dictionary<(string, string), ReplyDraft> drafts = paper.Drafts.ToDictionary(draft => (draft.Person, draft.Field));
        readonly HashSet<string> people = [.. paper.Cards.Select(card => card.Key)];

        public DateTime Now => now;

        public ReplyEditResult Take(ReplyEdit edit)
        {
            if (ReplyFields.Most(edit.Person, edit.Field) is null) return new ReplyEditResult.NotTaken("NoSuchQuestion");
            if (edit.Text.Length > ReplyDraft.TextLength) return new ReplyEditResult.NotTaken("TooLong");
            if (edit.Person.Length > 0 && !people.Contains(edit.Person) && Refuse(edit.Person) is { } refusal) return new ReplyEditResult.NotTaken(refusal);
            var draft = drafts.GetValueOrDefault((edit.Person, edit.Field));
            var held = paper.Held(edit.Person, edit.Field);
            var shown = draft?.Text ?? held;
            // A repeat of what arrived already, its answer lost, is no conflict.
            if (shown != edit.Text && shown != edit.Before) return new ReplyEditResult.Taken(shown, draft?.Editor ?? "");
            if (shown != edit.Text) Keep(edit, draft, held);
            return new ReplyEditResult.Kept(ReplyCheck.Typed(edit.Person, edit.Field, new Dictionary<string, string> { [edit.Field] = edit.Text }));
        }

        string? Refuse(string person)
        {
            if (person is not ['n', _, ..] || person.Length > ReplyDraft.PersonLength || !person.All(char.IsAsciiLetterOrDigit)) return "NoSuchPerson";
            if (people.Count(key => key.StartsWith('n')) >= MostNew) return "TooManyPeople";
            people.Add(person);
            return null;
        }

        void Keep(ReplyEdit edit, ReplyDraft? draft, string held)
        {
            if (draft is null) paper.Db.Add(drafts[(edit.Person, edit.Field)] = new() { ReplyId = paper.Reply.Id, Person = edit.Person, Field = edit.Field, Text = edit.Text, Editor = editor, TypedAt = now });
            else if (edit.Text == held && !edit.Person.StartsWith('n')) Forget(draft);
            else (draft.Text, draft.Editor, draft.TypedAt) = (edit.Text, editor, now);
        }

        void Forget(ReplyDraft draft)
        {
            drafts.Remove((draft.Person, draft.Field));
            paper.Db.Remove(draft);
        }
    }
}
