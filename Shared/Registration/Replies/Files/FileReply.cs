using Shared.Meetings.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>可收下, 要看一下, 没有变化, 有问题.</summary>
public enum FileReplyState { Ready = 1, Look, Unchanged, Problem }

/// <summary>Why a file is not simply taken. Those up to <see cref="NoLink"/> keep it from being taken at all.</summary>
public enum FileReason
{
    /// <summary>Followed by the name of a <see cref="Shared.Data.Sheets.FileRefusal"/>.</summary>
    Refused = 1,
    OtherMeeting,

    /// <summary>The hidden key is none that this program wrote for this meeting.</summary>
    KeyWrong,

    /// <summary>The key is one unit's, the name in the file another's.</summary>
    KeyOfAnother,
    UnitUnknown,
    SeveralUnits,
    TooManyPeople,

    /// <summary>All files of the drop together are too large; this one is fine by itself.</summary>
    DropTooLarge,
    NoLink,

    /// <summary>From here on: to be decided by a person.</summary>
    UnitByFileName,
    PeopleOfAnother,

    /// <summary>The key is genuine, the unit's name in the file is none that is known.</summary>
    UnitNameStrange,

    /// <summary>Taking the file also sends what stands in the form unsent or waits to be decided.</summary>
    Beside,

    /// <summary>The file says otherwise than what stands in the form unsent or waits to be decided.</summary>
    Overwrites,

    /// <summary>The unit does not come, and the file, which names people, says nothing of that.</summary>
    StillDeclined,

    /// <summary>Another file of this unit was taken before.</summary>
    SecondFile,

    /// <summary>Another file of this unit lies in the same drop.</summary>
    TwoInDrop,
    RowsLeftOut,
    SeveralNames,
    PhoneOfKnown,

    /// <summary>From here on: nothing to do.</summary>
    SameInDrop,
    TakenBefore,
}

/// <param name="Args">Fill the places of the sentence.</param>
public sealed record FileRemark(FileReason Reason, params IReadOnlyList<string> Args)
{
    public bool IsProblem => Reason <= FileReason.NoLink;
    public bool IsQuestion => Reason is > FileReason.NoLink and < FileReason.SameInDrop;
}

/// <summary>One answer that the file gives otherwise than the form shows it.</summary>
/// <param name="Person">As in <see cref="ReplyDraft.Person"/>.</param>
/// <param name="Name">Null for what concerns the unit.</param>
/// <param name="Field">As in <see cref="ReplyFields"/>.</param>
public sealed record FileChange(string Person, string? Name, bool IsNew, string Field, string Before, string After);

/// <summary>Somebody in the file under whose number another person is known.</summary>
/// <param name="KnownId">Null where the other stands in the form alone.</param>
public sealed record PhoneBearer(string Name, string? Post, string Phone, string? Known, int? KnownId);

/// <summary>What a cell or a row gave to think about.</summary>
/// <param name="Column">The letters of the column; null for the row as a whole.</param>
public sealed record FileNote(string Sheet, int Row, string? Column, string? Name, Note Note);

/// <summary>What the reply lacks before it can be sent.</summary>
/// <param name="Problem">Names a sentence, as <see cref="ReplyProblem"/> does.</param>
public sealed record FileLack(string? Name, string Field, string Problem);

/// <summary>A file as it came back; without content where it was too large to be received.</summary>
public sealed record ReturnedFile(string Name, byte[]? Content)
{
    /// <summary>Whose it is, where a person said so.</summary>
    public int? UnitId { get; init; }

    /// <summary>A cell that names several people stands for each of them.</summary>
    public bool Split { get; init; }

    /// <summary>Somebody who bears a registered person's number under another name is that person.</summary>
    public bool Rename { get; init; }

    /// <summary>The unit comes after all.</summary>
    public bool Comes { get; init; }

    /// <summary>Left out so that the files of one drop stay within what can be read.</summary>
    public bool IsBeyond { get; init; }
}

/// <summary>One returned file beside what the unit's form shows now. Nothing of it is written yet.</summary>
public sealed record FileReply
{
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file as received, hexadecimal; empty where it could not be read.</summary>
    public string Sha256 { get; init; } = "";
    public IReadOnlyList<FileRemark> Remarks { get; init; } = [];
    public int? UnitId { get; init; }
    public int? ReplyId { get; init; }
    public string? Unit { get; init; }

    /// <summary>How many people the file names.</summary>
    public int People { get; init; }
    public IReadOnlyList<FileChange> Changes { get; init; } = [];

    /// <summary>Against the other file of the same unit in the same drop: what the two say differently.</summary>
    public IReadOnlyList<FileChange> AgainstOther { get; init; } = [];
    public IReadOnlyList<FileNote> Notes { get; init; } = [];
    public IReadOnlyList<FileLack> Lacks { get; init; } = [];

    /// <summary>People of the form whom the file does not name; they stay.</summary>
    public IReadOnlyList<string> NotNamed { get; init; } = [];

    public IReadOnlyList<PhoneBearer> Bearers { get; init; } = [];

    /// <summary>Answers that stand in the form and are empty in the file; they stay.</summary>
    public int Emptied { get; init; }
    public bool HasReplied { get; init; }

    public FileReplyState State =>
        Remarks.Any(remark => remark.IsProblem) ? FileReplyState.Problem
        : Remarks.Any(remark => remark.Reason is FileReason.SameInDrop or FileReason.TakenBefore) ? FileReplyState.Unchanged
        : Changes.Count == 0 && (HasReplied || Lacks.Count > 0) && !Remarks.Any(remark => remark.Reason is FileReason.RowsLeftOut or FileReason.SeveralNames) ? FileReplyState.Unchanged
        : Remarks.Any(remark => remark.IsQuestion) ? FileReplyState.Look : FileReplyState.Ready;

    public bool CanBeTaken => State is FileReplyState.Ready or FileReplyState.Look;
}
