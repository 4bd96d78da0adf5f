using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>
/// A sheet as it will be taken: every row with its values, corrections and notes. Mending a cell reads that row anew,
/// changing the mapping reads all; nothing is stored. Used by one person at a time.
/// </summary>
public sealed class TablePreview
{
    const int ReportEvery = 500;

    readonly Sheet sheet;
    readonly TableRules rules;
    readonly Dictionary<(int Row, int Part, Field Field), string> mended = [];
    readonly Dictionary<int, string[]> split = [];
    readonly List<PreviewRow> rows;
    List<PreviewRow> records = [];
    Dictionary<Field, Dictionary<int, SheetCell>> merged = [];

    TablePreview(Sheet sheet, TableRules rules, FoundHeader header)
    {
        this.sheet = sheet;
        this.rules = rules;
        Header = header;
        rows = [.. new RowSorting(sheet, header, rules.Fields).Sort()];
    }

    public FoundHeader Header { get; private set; }

    public ColumnMapping Mapping => Header.Mapping;

    /// <summary>All rows of the file in its order; a row whose cell held several people stands once for each.</summary>
    public IReadOnlyList<PreviewRow> Rows => rows;

    /// <summary>The rows that are records.</summary>
    public IReadOnlyList<PreviewRow> Records => records;

    /// <param name="remembered">What <see cref="ColumnMapping.Remember"/> gave for an earlier file.</param>
    /// <returns>Null and the reason where the sheet holds no table, or too many rows.</returns>
    public static (TablePreview? Preview, FileRefusal? Refusal) Make(
        Sheet sheet, TableRules rules, IReadOnlyDictionary<string, string>? remembered = null, IProgress<int>? rowsRead = null, CancellationToken stop = default)
    {
        if (HeaderSearch.Find(sheet, rules.Fields, remembered) is not { } header)
            return (null, sheet.Rows.Count == 0 ? FileRefusal.Empty : FileRefusal.NoHeader);
        var preview = new TablePreview(sheet, rules, header);
        if (preview.rows.Count(row => row.Skipped == SkippedAs.None) > SheetFile.MaxRows)
            return (null, FileRefusal.TooManyRows);
        preview.ReadAll(rowsRead, stop);
        return (preview, null);
    }

    /// <summary>What the first filled cells of a column hold, whatever it is taken for.</summary>
    public IReadOnlyList<string> Samples(int column, int most) =>
        [.. records.Select(row => row.Source[column]).Where(cell => !cell.IsEmpty).Select(cell => cell.Text).Take(most)];

    /// <summary>Puts <paramref name="text"/> in the place of what the cell holds.</summary>
    public void Mend(PreviewRow row, Field field, string text)
    {
        mended[(row.Number, row.Part, field)] = text;
        ReadFrom(row);
    }

    /// <summary>What was put in the place of a cell, else what the cell holds.</summary>
    public string TextOf(PreviewRow row, Field field) => mended.GetValueOrDefault((row.Number, row.Part, field)) ?? row.Raw(Mapping, field);

    public IEnumerable<Field> MendedIn(PreviewRow row) => rules.Fields.All.Where(field => mended.ContainsKey((row.Number, row.Part, field)));

    /// <summary>Takes a row for several people of these names, or for one again when there are fewer than two.</summary>
    public void Split(PreviewRow row, params string[] names)
    {
        var at = rows.FindIndex(other => other.Number == row.Number);
        rows.RemoveAll(other => other.Number == row.Number);
        split.Remove(row.Number);
        if (names.Length > 1)
            split[row.Number] = names;
        var parts = Enumerable.Range(1, Math.Max(1, names.Length)).Select(part =>
            new PreviewRow(row.Source, SkippedAs.None) { Part = names.Length > 1 ? part : 0 });
        rows.InsertRange(at, parts);
        ReadAll(null, default);
    }

    /// <summary>Gives a column to a field, or takes it out, and reads everything anew.</summary>
    public void Map(int column, Field? field)
    {
        Header = Header with { Mapping = Mapping.With(column, field) };
        ReadAll(null, default);
    }

    void ReadAll(IProgress<int>? rowsRead, CancellationToken stop)
    {
        records = [.. rows.Where(row => row.Skipped == SkippedAs.None)];
        merged = rules.Fields.All.Where(field => field.FillsMerged && Mapping.Has(field)).ToDictionary(field => field, MergedCells);
        RowInput? above = null;
        for (var index = 0; index < records.Count; index++)
        {
            above = Read(records[index], above);
            if (index % ReportEvery != 0)
                continue;
            stop.ThrowIfCancellationRequested();
            rowsRead?.Report(index);
        }
        CompareAgain();
    }

    // Rows below that say "as above" say something else now; what the row itself copies may come from further up.
    void ReadFrom(PreviewRow row)
    {
        var last = records.IndexOf(row);
        var first = last;
        while (first > 0 && SaysAsAbove(records[first]))
            first--;
        while (last + 1 < records.Count && SaysAsAbove(records[last + 1]))
            last++;
        RowInput? above = null;
        for (var index = first; index <= last; index++)
            above = Read(records[index], above);
        CompareAgain();
    }

    static bool SaysAsAbove(PreviewRow row) => Array.Exists(row.Source.Cells, CellText.IsDitto);

    RowInput Read(PreviewRow row, RowInput? above)
    {
        var input = new RowInput(CellsOf(row), row.Number, row.Source.Hidden, above);
        var reading = new RowReading(rules.Fields);
        rules.Read(input, reading);
        row.Reading = reading;
        row.IsLeftOut = rules.Fields.Required.Any(field => reading[field] is null);
        return input;
    }

    /// <summary>Looks at the rows beside each other again, after something outside them was settled.</summary>
    public void CompareAgain()
    {
        foreach (var row in records)
            row.ForgetCompared();
        rules.Compare(records);
    }

    SheetCell[] CellsOf(PreviewRow row)
    {
        var cells = new SheetCell[rules.Fields.All.Count];
        foreach (var column in Mapping.Columns)
            if (column.Field is { } field)
                cells[field.Index] = row.Source[column.Column] is { IsEmpty: false } own ? own
                    : merged.TryGetValue(field, out var above) ? above.GetValueOrDefault(row.Number) : default;
        if (split.TryGetValue(row.Number, out var names))
            rules.TakePart(cells, names[row.Part - 1], row.Part, names.Length);
        if (mended.Count > 0)
            foreach (var field in rules.Fields.All)
                if (mended.TryGetValue((row.Number, row.Part, field), out var text))
                    cells[field.Index] = SheetCell.OfText(text);
        return cells;
    }

    Dictionary<int, SheetCell> MergedCells(Field field)
    {
        var column = Mapping.ColumnOf(field);
        var found = new Dictionary<int, SheetCell>();
        var byNumber = sheet.Rows.ToDictionary(row => row.Number);
        foreach (var merge in sheet.Merges)
            if (merge.FirstColumn <= column && merge.LastColumn >= column && byNumber.TryGetValue(merge.FirstRow, out var first))
                for (var number = merge.FirstRow + 1; number <= Math.Min(merge.LastRow, sheet.Rows[^1].Number); number++)
                    if (!found.TryAdd(number, first[merge.FirstColumn]))
                        break;
        return found;
    }
}
