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

    // So often a form that several people fill in at once is read anew.
    const int MostTries = 20;

    /// <returns>One result for each edit, in order; null where there is no such reply.</returns>
    public async Task<IReadOnlyList<ReplyEditResult>?> RunAsync(int replyId, string editor, IReadOnlyList<ReplyEdit> edits, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TypingBase.ReadAsync(db, replyId, edits, stop) is not { } read) return null;
            var typing = new Typing(read, editor, clock.GetUtcNow().UtcDateTime);
            var results = edits.Select(typing.Take).ToList();
            if (!results.Any(result => result is ReplyEditResult.Kept)) return results;
            if (!await typing.WriteAsync(db, stop)) continue;
            live.Tell(ReplySets.Replies(read.Reply.MeetingId));
            return results;
        }
        throw new TimeoutException($"The reply {replyId} changed faster than it could be written.");
    }

    sealed class Typing(TypingBase read, string editor, DateTime now)
    {
        readonly Dictionary<(string, string), string?> writes = [];

        public ReplyEditResult Take(ReplyEdit edit)
        {
            if (ReplyFields.Most(edit.Person, edit.Field) is null) return new ReplyEditResult.NotTaken("NoSuchQuestion");
            if (edit.Text.Length > ReplyDraft.TextLength) return new ReplyEditResult.NotTaken("TooLong");
            if (edit.Person.Length > 0 && !read.Knows(edit.Person) && Refuse(edit.Person) is { } refusal) return new ReplyEditResult.NotTaken(refusal);
            var draft = read.Drafts.GetValueOrDefault((edit.Person, edit.Field));
            var held = read.Held(edit.Person, edit.Field);
            var shown = writes.GetValueOrDefault((edit.Person, edit.Field)) ?? draft?.Text ?? held;
            // A repeat of what arrived already, its answer lost, is no conflict.
            if (shown != edit.Text && shown != edit.Before) return new ReplyEditResult.Taken(shown, draft?.Editor ?? "");
            // Typed back to what the list holds, it waits for nothing any more.
            if (shown != edit.Text) writes[(edit.Person, edit.Field)] = edit.Text == held && read.IsListed(edit.Person) ? null : edit.Text;
            return new ReplyEditResult.Kept(ReplyCheck.Typed(edit.Person, edit.Field, new Dictionary<string, string> { [edit.Field] = edit.Text }));
        }

        string? Refuse(string person)
        {
            if (person is not ['n', _, ..] || person.Length > ReplyDraft.PersonLength || !person.All(char.IsAsciiLetterOrDigit)) return "NoSuchPerson";
            if (read.NewPeople >= MostNew) return "TooManyPeople";
            read.Add(person);
            return null;
        }

        /// <summary>False where the form is no longer as it was read; then nothing was written.</summary>
        public async Task<bool> WriteAsync(EventDb db, CancellationToken stop)
        {
            if (writes.Count == 0) return true;
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (!await read.StandsAsync(db, now, stop)) return false;
            foreach (var ((person, field), text) in writes)
                await (text is null
                    ? db.Database.ExecuteSqlAsync($"DELETE FROM ReplyDraft WHERE ReplyId = {read.Reply.Id} AND Person = {person} AND Field = {field}", stop)
                    : db.Database.ExecuteSqlAsync($"""
                        INSERT INTO ReplyDraft (ReplyId, Person, Field, Text, Editor, TypedAt) VALUES ({read.Reply.Id}, {person}, {field}, {text}, {editor}, {UtcDateTime.ToStored(now)})
                        ON CONFLICT (ReplyId, Person, Field) DO UPDATE SET Text = excluded.Text, Editor = excluded.Editor, TypedAt = excluded.TypedAt
                        """, stop));
            await transaction.CommitAsync(stop);
            return true;
        }
    }
}
