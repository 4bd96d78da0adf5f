using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>Reads the people's sheet of a returned file: the importer's rules, and the questions that only a reply asks.</summary>
sealed class PersonFileRules(MeetingDays days) : TableRules
{
    public override FieldList Fields => PersonColumns.Fields;

    public override void Read(RowInput row, RowReading reading)
    {
        if (row.Hidden)
            reading.Warn(null, NoteCodes.HiddenRow);
        var beside = new List<string>();
        RosterRules.Keep(beside, NameRules.Take(row, reading));
        CellText.Take(row, RosterFields.Unit, reading, Organisation.NameLength);
        CellText.Take(row, RosterFields.Department, reading, Attendee.DepartmentLength);
        RosterRules.TakeOther(row, reading, days, beside);
        TakeStay(row, reading);
        foreach (var field in (Field[])[PersonColumns.Speaks, PersonColumns.Signs, PersonColumns.Receives, PersonColumns.Gone])
            WordRules.TakeYesNo(row, field, reading);
        MomentRules.TakeDay(row, reading, PersonColumns.ArrivalAskAgain, days);
        MomentRules.TakeDay(row, reading, PersonColumns.DepartureAskAgain, days);
        // A clerk cannot agree for a colleague that a belief or an illness is written down.
        if (reading[RosterFields.Diet] is DietValue { Kind: not DietKind.None })
            reading.Warn(RosterFields.Diet, RosterNotes.DietByPortions);
    }

    void TakeStay(RowInput row, RowReading reading)
    {
        if (reading.Text(RosterFields.Room) is { } room)
        {
            reading[RosterFields.Room] = RosterWords.RoomKinds.GetValueOrDefault(CellText.Key(room));
            if (reading[RosterFields.Room] is null)
                reading.Warn(RosterFields.Room, NoteCodes.UnknownWord, room);
        }
        CellText.Take(row, PersonColumns.Roommate, reading, Stay.RoommateLength);
        MomentRules.TakeDay(row, reading, PersonColumns.StayFrom, days);
        MomentRules.TakeDay(row, reading, PersonColumns.StayTo, days);
        if (CellText.Read(row, PersonColumns.Meals, reading, ReplyDraft.TextLength) is not { } meals)
            return;
        reading[PersonColumns.Meals] = AnswerCells.ReadMeals(meals);
        if (reading[PersonColumns.Meals] is null)
            reading.Warn(PersonColumns.Meals, NoteCodes.UnknownWord, meals);
    }

    internal override void TakePart(SheetCell[] cells, string name, int part, int parts) => RosterRules.TakeOne(cells, name, part, parts);

    public override void Compare(IReadOnlyList<PreviewRow> records)
    {
        var included = records.Where(row => !row.IsLeftOut).ToList();
        foreach (var rows in included.Where(row => RosterComparison.PhoneOf(row) is not null).GroupBy(row => RosterComparison.PhoneOf(row)!))
            if (rows.Select(NameOf).Distinct().Count() is > 1 and var people)
                foreach (var row in rows)
                    row.Add(new(RosterNotes.PhoneOfContact, NoteLevel.Warning, RosterFields.Phone, rows.Key, people));
        foreach (var same in included.GroupBy(NameOf).Where(same => same.Skip(1).Any()))
            TellNamesakes([.. same]);
    }

    // Name and number alike are one person written twice; anything else may be two.
    static void TellNamesakes(List<PreviewRow> rows)
    {
        for (var at = 1; at < rows.Count; at++)
        {
            var phone = RosterComparison.PhoneOf(rows[at]);
            var twice = phone is null ? null : rows.Take(at).FirstOrDefault(row => RosterComparison.PhoneOf(row) == phone);
            rows[at].Add(twice is null
                ? new(RosterNotes.SameNameInUnit, NoteLevel.Warning, RosterFields.Name, rows[at - 1].Number)
                : new(RosterNotes.WrittenTwice, NoteLevel.Error, RosterFields.Name, twice.Number));
        }
    }

    static string? NameOf(PreviewRow row) => row.Reading!.Text(RosterFields.Name);
}
