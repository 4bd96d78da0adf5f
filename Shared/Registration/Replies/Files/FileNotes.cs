using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>What the cells of a returned file gave to think about, each with its place in the file.</summary>
static class FileNotes
{
    // Said of every row of an unfilled column, or of no use to whoever rings the unit.
    static readonly HashSet<string> Left = [RosterNotes.ServiceHasTwoNumbers, RosterNotes.TimeMissing];

    public static IReadOnlyList<FileNote> Of(ReturnedSheets sheets) => [.. OfPeople(sheets), .. OfUnit(sheets.Unit)];

    static IEnumerable<FileNote> OfPeople(ReturnedSheets sheets) =>
        from row in sheets.People?.Records ?? []
        from note in row.Notes
        where !Left.Contains(note.Code)
        select new FileNote(sheets.PeopleSheet!, row.Number, note.Field is { } field && sheets.People!.Mapping.ColumnOf(field) is >= 0 and var column ? Letters(column) : null,
            row.Reading!.Text(RosterFields.Name) ?? CellText.Tidy(row.Raw(sheets.People!.Mapping, RosterFields.Name)), note);

    static IEnumerable<FileNote> OfUnit(ReadUnitSheet? unit) =>
        unit is null ? [] : unit.Reading.Notes.Select(note => new FileNote(unit.Sheet, note.Field is { } field ? unit.RowOf.GetValueOrDefault(field) : 0, "B", null, note));

    static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
