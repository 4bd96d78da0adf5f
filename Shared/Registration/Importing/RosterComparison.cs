using Shared.Chinese;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>Looks at all rows beside each other and beside the people already there. Made anew for each look.</summary>
sealed class RosterComparison
{
    readonly PersonMatching matching;
    readonly Func<RosterQuestionKind, PreviewRow, RosterAnswer> answerTo;
    readonly List<PreviewRow> included;
    readonly Dictionary<PreviewRow, RosterOutcome> outcomes = [];
    readonly List<RosterQuestion> questions = [];

    public RosterComparison(IReadOnlyList<PreviewRow> records, IReadOnlyList<KnownPerson> people, Func<RosterQuestionKind, PreviewRow, RosterAnswer> answerTo)
    {
        this.answerTo = answerTo;
        included = [.. records.Where(row => !row.IsLeftOut)];
        AskToSplit(records);
        FindSharedPhones();
        FindDuplicates();
        matching = new(people, [.. included.Where(row => !outcomes.ContainsKey(row))], SharedPhones);
        foreach (var row in included.Where(row => !outcomes.ContainsKey(row)))
            outcomes[row] = OutcomeOf(row);
    }

    /// <summary>Numbers that stand with several people and so are nobody's own.</summary>
    public HashSet<string> SharedPhones { get; } = [];

    public IReadOnlyList<RosterQuestion> Questions => questions;

    public IReadOnlyList<PreviewRow> Included => included;

    public RosterOutcome this[PreviewRow row] => outcomes.GetValueOrDefault(row, RosterOutcome.LeftOut);

    public static string UnitKey(PreviewRow row) =>
        row.Reading![RosterFields.Unit] is UnitValue { Id: { } id } ? $"#{id}" : TextNormal.Key(row.Reading[RosterFields.Unit]?.ToString());

    public static string? PhoneOf(PreviewRow row) => row.Reading!.Text(RosterFields.Phone);

    static (string Unit, string? Name) PersonKey(PreviewRow row) => (UnitKey(row), row.Reading!.Text(RosterFields.Name));

    void AskToSplit(IReadOnlyList<PreviewRow> records)
    {
        foreach (var row in records)
            if (row.Part > 0 || row.Reading!.Notes.Any(note => note.Code == RosterNotes.SeveralNames))
                questions.Add(new(RosterQuestionKind.SplitNames, row, null, null, row.Part > 0 ? RosterAnswer.Split : RosterAnswer.Separate));
    }

    void FindSharedPhones()
    {
        foreach (var rows in included.Where(row => PhoneOf(row) is not null).GroupBy(row => PhoneOf(row)!))
        {
            var people = rows.Select(PersonKey).Distinct().Count();
            if (people < 2)
                continue;
            SharedPhones.Add(rows.Key);
            foreach (var row in rows)
                row.Add(new(RosterNotes.PhoneOfContact, NoteLevel.Warning, RosterFields.Phone, rows.Key, people));
        }
    }

    // Two numbers are two people; the same number, or one missing, may be one person written twice.
    void FindDuplicates()
    {
        foreach (var same in included.GroupBy(PersonKey).Where(same => same.Skip(1).Any()))
        {
            var kept = new List<PreviewRow>();
            foreach (var row in same)
            {
                var phone = PhoneOf(row);
                var other = kept.Find(earlier => PhoneOf(earlier) == phone) ?? kept.Find(earlier => phone is null || PhoneOf(earlier) is null);
                if (other is null || !Merge(row, other, sure: phone is not null && phone == PhoneOf(other)))
                    kept.Add(row);
            }
        }
    }

    bool Merge(PreviewRow row, PreviewRow other, bool sure)
    {
        var answer = answerTo(RosterQuestionKind.MergeRows, row);
        questions.Add(new(RosterQuestionKind.MergeRows, row, other, null, answer));
        if (answer == RosterAnswer.Merge)
        {
            outcomes[row] = new(RosterFate.Merge, null, [], other);
            return true;
        }
        var code = sure ? RosterNotes.DuplicateRow : RosterNotes.SameNameInUnit;
        row.Add(new(code, NoteLevel.Warning, RosterFields.Name, other.Number));
        other.Add(new(code, NoteLevel.Warning, RosterFields.Name, row.Number));
        return false;
    }

    RosterOutcome OutcomeOf(PreviewRow row)
    {
        if (matching.ByName(row) is { } person)
            return Same(row, person);
        if (matching.ByPhone(row) is not { } bearer)
            return RosterOutcome.Added;
        if (bearer.Name == row.Reading!.Text(RosterFields.Name))
        {
            row.Add(new(RosterNotes.UnitChanged, NoteLevel.Warning, RosterFields.Unit, bearer[RosterFields.Unit] ?? ""));
            return Same(row, bearer);
        }
        return UnitKey(row) == $"#{bearer.UnitId}" ? Ask(row, bearer) : RosterOutcome.Added;
    }

    RosterOutcome Ask(PreviewRow row, KnownPerson bearer)
    {
        var answer = answerTo(RosterQuestionKind.RenameOrSubstitute, row);
        questions.Add(new(RosterQuestionKind.RenameOrSubstitute, row, null, bearer, answer));
        if (answer == RosterAnswer.Rename)
            return new(RosterFate.Rename, bearer, ChangesOf(row, bearer));
        if (answer == RosterAnswer.Substitute)
            return new(RosterFate.Substitute, bearer, []);
        row.Add(new(RosterNotes.RenameOrSubstitute, NoteLevel.Warning, RosterFields.Name, bearer.Name));
        return RosterOutcome.Added;
    }

    RosterOutcome Same(PreviewRow row, KnownPerson person)
    {
        if (!person.IsExpected)
        {
            row.Add(new(RosterNotes.WasCancelled, NoteLevel.Warning, RosterFields.Name, person.Name));
            return new(RosterFate.Unchanged, person, []);
        }
        var changes = ChangesOf(row, person);
        return new(changes.Count > 0 ? RosterFate.Change : RosterFate.Unchanged, person, changes);
    }

    List<ValueChange> ChangesOf(PreviewRow row, KnownPerson person)
    {
        var changes = new List<ValueChange>();
        foreach (var field in RosterFields.Kept.Where(field => field != RosterFields.Diet || !person.SaidTheirDiet))
            if (RosterValues.Of(row, field, SharedPhones) is { } value && person[field] is var old && !value.Equals(old) && !(field.KeepsFirst && old is not null))
                changes.Add(new(field, old, value));
        return changes;
    }
}
