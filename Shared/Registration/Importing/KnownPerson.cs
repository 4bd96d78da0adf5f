using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>Someone already in the meeting's list, as the importer compares them.</summary>
/// <param name="UnitId">The organisation's id.</param>
/// <param name="IsExpected">False once cancelled or replaced: a list that still names the person does not bring them back.</param>
/// <param name="Values">What is known, by <see cref="Field.Index"/>.</param>
public sealed record KnownPerson(int Id, int UnitId, string Name, string? Phone, bool IsExpected, object?[] Values)
{
    /// <summary>The person agreed to what is kept of their diet: a list neither changes it nor learns by comparing what it is.</summary>
    public bool SaidTheirDiet { get; init; }

    public object? this[Field field] => Values[field.Index];
}

/// <summary>What an import is read against.</summary>
public sealed record RosterContext(UnitDirectory Units, MeetingDays Days, IReadOnlyList<KnownPerson> People);

public enum RosterFate { LeaveOut, Add, Unchanged, Change, Merge, Rename, Substitute }

/// <summary>What becomes of one row.</summary>
/// <param name="Person">Whom it is about, where they are already there.</param>
/// <param name="Into">For a row that is merged: the row it belongs to.</param>
public sealed record RosterOutcome(RosterFate Fate, KnownPerson? Person, IReadOnlyList<ValueChange> Changes, PreviewRow? Into = null)
{
    public static readonly RosterOutcome LeftOut = new(RosterFate.LeaveOut, null, []);
    public static readonly RosterOutcome Added = new(RosterFate.Add, null, []);
}

public enum RosterQuestionKind { SplitNames, MergeRows, RenameOrSubstitute }

/// <summary><see cref="Separate"/> is the safe choice: nobody is joined, renamed or replaced unasked, a cell with several names is left out.</summary>
public enum RosterAnswer { Separate, Split, Merge, Rename, Substitute }

/// <param name="Other">For rows to merge: the earlier row.</param>
/// <param name="Person">For a rename or a substitution: whose number it is.</param>
public sealed record RosterQuestion(RosterQuestionKind Kind, PreviewRow Row, PreviewRow? Other, KnownPerson? Person, RosterAnswer Answer)
{
    public IReadOnlyList<RosterAnswer> Choices => Kind switch
    {
        RosterQuestionKind.SplitNames => [RosterAnswer.Separate, RosterAnswer.Split],
        RosterQuestionKind.MergeRows => [RosterAnswer.Separate, RosterAnswer.Merge],
        _ => [RosterAnswer.Separate, RosterAnswer.Rename, RosterAnswer.Substitute],
    };
}
