using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Replies.Files;

/// <summary>进名单, 不参加, 只存在表里.</summary>
public enum TakenAs { Sent = 1, Declined, Kept }

/// <summary>What became of one file.</summary>
/// <param name="Lacks">What the reply lacks; while it lacks something, the answers stand in the form and not in the list.</param>
/// <param name="NotTaken">Answers that somebody changed since the file was looked at: theirs stand, and the reply waits.</param>
public sealed record TakenFile(FileReply File, TakenAs As, IReadOnlyList<FileLack> Lacks, IReadOnlyList<FileChange> NotTaken);

/// <summary>Takes returned files: each one's answers into its unit's form by the rules of typing, then the reply into the list, unit by unit.</summary>
public sealed class TakeReplyFiles(IDbContextFactory<EventDb> dbs, TypeReply type, SendReply send, AuditTrail audit)
{
    /// <param name="files">As they were looked at; what stands in a form was read then.</param>
    /// <param name="taken">Told how many of the files are done.</param>
    /// <returns>One for each file that was taken; fewer where it was stopped in between, and what was taken stays.</returns>
    public async Task<IReadOnlyList<TakenFile>> RunAsync(MeetingView meeting, IReadOnlyList<FileReply> files, string who, IProgress<int>? taken = null, CancellationToken stop = default)
    {
        var done = new List<TakenFile>();
        foreach (var file in files.Where(file => file is { CanBeTaken: true, ReplyId: not null }))
        {
            if (stop.IsCancellationRequested) break;
            if (await TakeAsync(meeting, file, who) is { } one) done.Add(one);
            taken?.Report(done.Count);
        }
        return done;
    }

    // A file is taken as a whole: whoever stops waits for the one at work.
    async Task<TakenFile?> TakeAsync(MeetingView meeting, FileReply file, string who)
    {
        var replyId = file.ReplyId!.Value;
        await using (var db = await dbs.CreateDbContextAsync())
            if (!await db.Replies().AnyAsync(r => r.Id == replyId && r.MeetingId == meeting.Id)) return null;
        var results = await type.RunAsync(replyId, Editor(who), [.. file.Changes.Select(change => new ReplyEdit(change.Person, change.Field, change.Before, change.After))]) ?? [];
        List<FileChange> notTaken = [.. file.Changes.Zip(results).Where(pair => pair.Second is not ReplyEditResult.Kept).Select(pair => pair.First with { Before = pair.Second is ReplyEditResult.Taken theirs ? theirs.Theirs : pair.First.Before })];
        // With somebody else's answer in between, only a person can say what is to be sent.
        var result = notTaken.Count > 0 ? null : await send.RunAsync(replyId, Editor(who), who);
        // A file of which something was not taken may be dropped again, and then shows what is left of it.
        if (notTaken.Count == 0) await NoteAsync(meeting, file, who, isSent: result is SendReplyResult.Sent or SendReplyResult.Declined);
        return result switch
        {
            SendReplyResult.Sent => new(file, TakenAs.Sent, [], []),
            SendReplyResult.Declined => new(file, TakenAs.Declined, [], []),
            SendReplyResult.Refused refused => new(file, TakenAs.Kept, Lacks(file, refused), []),
            _ => new(file, TakenAs.Kept, [], notTaken),
        };
    }

    static IReadOnlyList<FileLack> Lacks(FileReply file, SendReplyResult.Refused refused) =>
        file.Lacks.Count > 0 ? file.Lacks : [.. refused.Problems.Select(problem => new FileLack(file.Changes.FirstOrDefault(change => change.Person == problem.Person)?.Name, problem.Field, problem.Problem))];

    async Task NoteAsync(MeetingView meeting, FileReply file, string who, bool isSent)
    {
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (hash, replyId) = (Convert.FromHexString(file.Sha256), file.ReplyId!.Value);
        var kept = await db.Set<ReplyFile>().SingleOrDefaultAsync(f => f.ReplyId == replyId && f.Hash == hash);
        if (kept is null) db.Add(kept = new() { ReplyId = replyId, Hash = hash, Name = Path.GetFileName(file.FileName) is { Length: <= ReplyFile.NameLength } name ? name : file.FileName[^ReplyFile.NameLength..], TakenBy = who });
        (kept.TakenAt, kept.TakenBy, kept.Changes, kept.IsSent) = (audit.Now, who, file.Changes.Count, isSent);
        await db.SaveChangesAsync();
        await audit.AddAsync(db, who, "reply-file-taken", ReplySets.Subject(replyId), meeting.Id, $"{kept.Name} {file.Sha256} ~{file.Changes.Count}", default);
        await transaction.CommitAsync();
    }

    static string Editor(string who) => who[..Math.Min(who.Length, ReplyDraft.EditorLength)];
}
