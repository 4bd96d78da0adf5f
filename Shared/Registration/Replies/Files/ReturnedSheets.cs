using Shared.Data.Sheets;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>What a returned file holds, before anybody asked whose it is.</summary>
/// <param name="People">Null where no sheet lists people; a file may say nothing but that the unit does not come.</param>
sealed record ReturnedSheets(string Sha256, FileKey? Key, string? PeopleSheet, TablePreview? People, ReadUnitSheet? Unit)
{
    /// <summary>The units that the file itself names.</summary>
    public IReadOnlyList<string> Units => Unit?.Unit is { } own ? [own]
        : [.. People?.Records.Select(row => row.Reading!.Text(RosterFields.Unit)).OfType<string>().Distinct() ?? []];

    public IEnumerable<PreviewRow> Rows => People?.Records.Where(row => !row.IsLeftOut && !row.Notes.Any(note => note.Code == RosterNotes.WrittenTwice)) ?? [];

    /// <param name="split">Whether a cell that names several people stands for each of them.</param>
    /// <returns>No sheets and the reason where the file cannot be used.</returns>
    public static (ReturnedSheets? Sheets, FileRefusal? Refusal) Read(ReturnedFile returned, MeetingDays days, bool split, CancellationToken stop)
    {
        if (returned.Content is not { } content) return (null, FileRefusal.TooLarge);
        if (ReceivedFile.Open(returned.Name, content) is not SheetFileResult.Opened { File: var file }) return (null, ((SheetFileResult.Refused)ReceivedFile.Open(returned.Name, content)).Why);
        var (people, refusal, unit) = (new List<(string Name, TablePreview Table)>(), (FileRefusal?)null, (ReadUnitSheet?)null);
        foreach (var name in file.VisibleSheets)
        {
            if (file.Read(name, stop: stop) is not SheetResult.Filled { Sheet: var sheet })
            {
                refusal = ((SheetResult.Refused)file.Read(name, stop: stop)).Why;
                continue;
            }
            if (UnitQuestions.Read(sheet) is { } questions) unit ??= questions;
            else if (TablePreview.Make(sheet, new PersonFileRules(days), stop: stop) is { Preview: { } table } && table.Mapping.Has(RosterFields.Name)) people.Add((name, table));
        }
        if (people.Count > 1) people.RemoveAll(one => one.Name != UnitWorkbook.PeopleSheet);
        if (people.Count == 0 && unit is null) return (null, refusal ?? FileRefusal.NoHeader);
        var list = people.FirstOrDefault();
        if (split && list.Table is not null) Split(list.Table);
        return (new(file.Sha256, FileKey.Read(KeyText(file, stop)), list.Name, list.Table, unit), null);
    }

    static string? KeyText(SheetFile file, CancellationToken stop) => file.ReadHidden(FileKey.Sheet, stop)?.Rows.FirstOrDefault()?[0].Text.Trim();

    static void Split(TablePreview table)
    {
        foreach (var row in table.Records.Where(row => row.Notes.Any(note => note.Code == RosterNotes.SeveralNames)).ToList())
            table.Split(row, [.. NameRules.NamesIn(table.TextOf(row, RosterFields.Name))]);
    }
}
