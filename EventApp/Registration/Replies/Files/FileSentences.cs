using EventApp.Registration.Importing;
using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.Data.Sheets;
using Shared.Registration.Replies;
using Shared.Registration.Replies.Files;

namespace EventApp.Registration.Replies.Files;

/// <summary>What there is to say of returned files, in the reader's language.</summary>
public sealed class FileSentences(IStringLocalizer<FileTexts> texts, IStringLocalizer<ReplyTexts> fields, NoteSentences notes)
{
    public string Of(FileReplyState state) => texts[$"State.{state}"];

    public string Of(FileRemark remark) => remark switch
    {
        { Reason: FileReason.Refused, Args: [var refusal, ..] } => notes.Of(Enum.Parse<FileRefusal>(refusal)),
        { Reason: FileReason.UnitUnknown, Args: [var name, { Length: > 0 } like] } => texts["Reason.UnitLike", name, like],
        _ => texts[$"Reason.{remark.Reason}", [.. remark.Args]],
    };

    /// <summary>Led by where it stands in the file.</summary>
    public string Of(FileNote note) => texts["NoteAt", note.Sheet, note.Column is null ? texts["RowNo", note.Row] : $"{note.Column}{note.Row}", note.Name ?? "", notes.Of(note.Note)];

    public string Of(FileLack lack) => texts["LackOf", lack.Name ?? texts["OfUnit"], fields.Question(lack.Field), fields["Problem" + lack.Problem]];

    public string Question(FileChange change) => fields.Question(change.Field);

    // A number already stored is shown as lists show it; the new one stands in the file.
    public string? Before(FileChange change) => change.Field is ReplyFields.Phone or ReplyFields.ContactPhone ? Masked.Phone(change.Before) : fields.Answer(change.Field, change.Before);

    public string? After(FileChange change) => fields.Answer(change.Field, change.After);

    public string? WhoOf(FileChange change) => change.Name ?? texts["OfUnit"];

    public string Of(TakenFile taken) => taken.As != TakenAs.Kept ? texts[$"Taken.{taken.As}"]
        : taken.NotTaken.Count > 0 ? texts["Taken.Conflict", string.Join(texts["Between"], taken.NotTaken.Select(change => texts["ConflictOf", WhoOf(change)!, Question(change), Before(change) ?? texts["Empty"], After(change) ?? texts["Empty"]]))]
        : texts["Taken.Lacks", string.Join(texts["Between"], taken.Lacks.Select(Of))];

    /// <summary>What became of a drop, for a chat.</summary>
    public string Summary(IReadOnlyList<FileReply> all, IReadOnlyList<TakenFile> taken)
    {
        var left = all.Except(taken.Select(one => one.File)).Where(file => file.State is FileReplyState.Look or FileReplyState.Problem or FileReplyState.Ready).ToList();
        return string.Join('\n',
        [
            texts["Summary", taken.Count, taken.Count(one => one.As != TakenAs.Kept), taken.Count(one => one.As == TakenAs.Kept), all.Count(file => file.State == FileReplyState.Unchanged), left.Count].Value,
            .. taken.Where(one => one.As == TakenAs.Kept).Select(one => $"· {one.File.Unit}: {Of(one)}"),
            .. left.Select(file => $"· {(file.State == FileReplyState.Problem ? file.FileName : file.Unit)}: {(file.Remarks.Count > 0 ? string.Join(texts["Between"], file.Remarks.Select(Of)) : texts["NotChosen"].Value)}"),
        ]);
    }
}
