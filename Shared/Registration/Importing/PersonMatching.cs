using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>Tells which rows are about people already there: by unit and name, then by a phone that one row alone bears.</summary>
sealed class PersonMatching
{
    readonly Dictionary<PreviewRow, KnownPerson> byName = [];
    readonly Dictionary<string, KnownPerson?> byPhone = [];
    readonly HashSet<string> phonesOfSeveral;

    public PersonMatching(IReadOnlyList<KnownPerson> people, IReadOnlyList<PreviewRow> rows, HashSet<string> phonesOfSeveral)
    {
        this.phonesOfSeveral = phonesOfSeveral;
        if (people.Count == 0)
            return;
        var known = people.ToLookup(person => ($"#{person.UnitId}", (string?)person.Name));
        foreach (var same in rows.GroupBy(row => (RosterComparison.UnitKey(row), row.Reading!.Text(RosterFields.Name))))
            Match([.. same], [.. known[same.Key].OrderByDescending(person => person.IsExpected)]);
        var taken = byName.Values.ToHashSet();
        foreach (var person in people)
            if (person is { Phone: { } phone, IsExpected: true } && !taken.Contains(person) && !byPhone.TryAdd(phone, person))
                byPhone[phone] = null;
    }

    public KnownPerson? ByName(PreviewRow row) => byName.GetValueOrDefault(row);

    public KnownPerson? ByPhone(PreviewRow row) =>
        RosterComparison.PhoneOf(row) is { } phone && !phonesOfSeveral.Contains(phone) ? byPhone.GetValueOrDefault(phone) : null;

    // Namesakes of one unit are told apart by their numbers; whoever has none takes the place left.
    void Match(List<PreviewRow> rows, List<KnownPerson> people)
    {
        var namesakes = rows.Count > 1 || people.Count > 1;
        foreach (var sure in (bool[])[true, false])
            foreach (var row in rows.Where(row => !byName.ContainsKey(row)))
            {
                var phone = RosterComparison.PhoneOf(row);
                var found = people.Find(person => sure ? person.Phone == phone : !namesakes || phone is null || person.Phone is null);
                if (found is not null)
                {
                    byName[row] = found;
                    people.Remove(found);
                }
            }
    }
}
