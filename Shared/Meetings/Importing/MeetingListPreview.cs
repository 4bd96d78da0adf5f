using Shared.Chinese;
using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>A stored row as a list is compared with it.</summary>
/// <param name="Values">What is known, by <see cref="Field.Index"/>.</param>
/// <param name="InMeeting">False for a body known from another year only.</param>
public sealed record KnownRow(int Id, object?[] Values, bool InMeeting = true);

/// <summary>What becomes of a row of organisations or staff: added where <paramref name="KnownId"/> is null, else changed as listed.</summary>
/// <param name="Joins">Whether the meeting has it newly, be it known from another year or not.</param>
public sealed record ListOutcome(int? KnownId, bool Joins, IReadOnlyList<ValueChange> Changes)
{
    public bool IsNew => KnownId is null;

    /// <summary>Whether something that stood there already is written over or filled in.</summary>
    public bool IsChanged => !Joins && Changes.Count > 0;
}

/// <summary>What organisations and staff are read against.</summary>
/// <param name="Organisations">Those with a unit in the meeting with rank and liaison, others without.</param>
/// <param name="StaffByName">By name and nickname, keyed for comparison; names that two share are left out.</param>
public sealed record KnownListsView(int MeetingId, UnitDirectory Directory, IReadOnlyDictionary<int, KnownRow> Organisations, IReadOnlyList<KnownRow> Staff, IReadOnlyDictionary<string, int> StaffByName);

/// <summary>A list of organisations or of staff as it will be taken. Nothing is written; used by one person at a time.</summary>
public sealed class MeetingListPreview
{
    readonly KnownListsView known;
    readonly Field key;
    bool guessed;
    Dictionary<PreviewRow, ListOutcome> outcomes = [];

    MeetingListPreview(KnownListsView known, Field key)
    {
        this.known = known;
        this.key = key;
    }

    public TablePreview Table { get; private set; } = null!;

    /// <param name="guessed">Kind and rank are guesses of <see cref="PastedList.OfBodies"/>: they stand in for what is not known and write nothing over.</param>
    public static (MeetingListPreview? Preview, FileRefusal? Refusal) OfOrganisations(Sheet sheet, KnownListsView known, bool guessed = false, CancellationToken stop = default)
    {
        var preview = new MeetingListPreview(known, OrganisationFields.FullName) { guessed = guessed };
        return preview.Fill(TablePreview.Make(sheet, new OrganisationRules(known.StaffByName, preview.Compare), stop: stop));
    }

    public static (MeetingListPreview? Preview, FileRefusal? Refusal) OfStaff(Sheet sheet, KnownListsView known, CancellationToken stop = default)
    {
        var preview = new MeetingListPreview(known, StaffFields.Name);
        return preview.Fill(TablePreview.Make(sheet, new StaffRules(preview.Compare), stop: stop));
    }

    /// <summary>Null for a row that is left out.</summary>
    public ListOutcome? OutcomeOf(PreviewRow row) => outcomes.GetValueOrDefault(row);

    (MeetingListPreview?, FileRefusal?) Fill((TablePreview? Preview, FileRefusal? Refusal) made)
    {
        if (made.Preview is null)
            return (null, made.Refusal);
        Table = made.Preview;
        return (this, null);
    }

    void Compare(IReadOnlyList<PreviewRow> records)
    {
        outcomes = [];
        var seen = new Dictionary<string, PreviewRow>();
        foreach (var row in records.Where(row => !row.IsLeftOut))
        {
            var name = row.Reading!.Text(key)!;
            if (seen.TryGetValue(KeyOf(row, name), out var first))
            {
                row.Add(new(NoteCodes.NamedTwice, NoteLevel.Error, key, first.Number));
                continue;
            }
            seen[KeyOf(row, name)] = row;
            outcomes[row] = Outcome(row, key == OrganisationFields.FullName ? Organisation(row, name) : StaffMember(row, name));
        }
    }

    // Two of the staff may bear one name; their numbers tell them apart.
    string KeyOf(PreviewRow row, string name) =>
        TextNormal.Key(name) + (key == StaffFields.Name ? row.Reading!.Text(StaffFields.Phone) : "");

    // What a row is called finds the stored one and never renames it: lists write names in many ways.
    ListOutcome Outcome(PreviewRow row, KnownRow? stored)
    {
        if (stored is null)
            return new(null, true, []);
        if (guessed) KeepKnown(row.Reading!, stored);
        var changes = new List<ValueChange>();
        for (var index = 0; index < stored.Values.Length; index++)
            if (row.Reading!.Field(index) is { IsRunningNumber: false } field && field != key && row.Reading[field] is { } value && !value.Equals(stored.Values[index]) && !IsPart(value, stored.Values[index]))
                changes.Add(new(field, stored.Values[index], value));
        return new(stored.Id, !stored.InMeeting, changes);
    }

    static void KeepKnown(RowReading row, KnownRow stored)
    {
        row[OrganisationFields.Kind] = null;
        if (stored.Values[OrganisationFields.CouncilRank.Index] is not null) row[OrganisationFields.CouncilRank] = null;
    }

    // Aliases are only ever added.
    static bool IsPart(object value, object? stored) => value is NameList names && stored is NameList all && names.Names.All(all.Names.Contains);

    KnownRow? Organisation(PreviewRow row, string name)
    {
        var match = known.Directory.Find(name);
        string[] others = [.. (row.Reading![OrganisationFields.Aliases] as NameList)?.Names ?? [], row.Reading.Text(OrganisationFields.ShortName) ?? ""];
        foreach (var other in others)
            if (known.Directory.Find(other) is { Unit: { } bearer, Department: null } && bearer.Id != match.Unit?.Id)
                row.Add(new(NoteCodes.AliasOfAnother, NoteLevel.Warning, OrganisationFields.Aliases, other, bearer.FullName));
        return match is { Unit: { } unit, Department: null } ? known.Organisations[unit.Id] : null;
    }

    KnownRow? StaffMember(PreviewRow row, string name)
    {
        KnownRow[] same = [.. known.Staff.Where(staff => name.Equals(staff.Values[StaffFields.Name.Index]))];
        var phone = row.Reading!.Text(StaffFields.Phone);
        return same.Length == 1 ? same[0] : Array.Find(same, staff => phone is not null && phone.Equals(staff.Values[StaffFields.Phone.Index]));
    }
}
