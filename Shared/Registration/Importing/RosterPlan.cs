using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <param name="Values">What the file says, by <see cref="Field.Index"/>.</param>
/// <param name="SubstitutesForId">The registered person whose place this one takes.</param>
public sealed record PlannedPerson(object?[] Values, int? SubstitutesForId)
{
    public object? this[Field field] => Values[field.Index];
}

/// <param name="IsReplaced">Somebody of the same file takes the person's place.</param>
public sealed record PlannedChange(int AttendeeId, IReadOnlyList<ValueChange> Fields, bool IsReplaced);

/// <summary>What a confirmed preview will write.</summary>
/// <param name="FileHash">SHA-256 of the file as received, hexadecimal.</param>
/// <param name="Columns">What the columns of the file were taken for, to be proposed for the next.</param>
public sealed record RosterPlan(string FileName, string FileHash, IReadOnlyList<PlannedPerson> People, IReadOnlyList<PlannedChange> Changes, IReadOnlyDictionary<string, string> Columns)
{
    public static RosterPlan Of(RosterPreview preview, string fileName, string fileHash)
    {
        var merged = preview.Table.Records.Where(row => preview.OutcomeOf(row).Fate == RosterFate.Merge).ToLookup(row => preview.OutcomeOf(row).Into!);
        var people = new List<PlannedPerson>();
        var changes = new List<PlannedChange>();
        foreach (var row in preview.Table.Records)
        {
            var outcome = preview.OutcomeOf(row);
            if (outcome.Fate is RosterFate.Add or RosterFate.Substitute)
                people.Add(new(ValuesOf(preview, row, merged[row]), outcome.Fate == RosterFate.Substitute ? outcome.Person!.Id : null));
            if (outcome.Fate is RosterFate.Change or RosterFate.Rename or RosterFate.Substitute)
                changes.Add(new(outcome.Person!.Id, outcome.Changes, outcome.Fate == RosterFate.Substitute));
        }
        return new(fileName, fileHash, people, changes, preview.Table.Mapping.Remember());
    }

    // Of rows that say the same person, the first says what it can and the others fill in.
    static object?[] ValuesOf(RosterPreview preview, PreviewRow row, IEnumerable<PreviewRow> others)
    {
        var values = new object?[RosterFields.All.All.Count];
        foreach (var field in RosterFields.Kept)
            values[field.Index] = preview.ValueOf(row, field) ?? others.Select(other => preview.ValueOf(other, field)).FirstOrDefault(value => value is not null);
        return values;
    }
}
