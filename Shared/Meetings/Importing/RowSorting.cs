using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>Tells records from titles, headings, feet and empty rows.</summary>
sealed class RowSorting(Sheet sheet, FoundHeader header, FieldList fields)
{
    /// <summary>A gap longer than this is not listed row by row: one stray cell far below would make a million rows.</summary>
    const int LongestGap = 100;

    const int HeadingsThatRepeat = 3;

    readonly string[] headings = [.. header.Mapping.Columns.Select(column => CellText.Key(column.Heading))];
    readonly int numbers = header.Mapping.Columns.FirstOrDefault(column => column.Field?.IsRunningNumber == true)?.Column ?? -1;

    readonly HashSet<int> spanned = [.. sheet.Merges.Where(merge => merge.LastColumn - merge.FirstColumn >= 2).Select(merge => merge.FirstRow)];

    // Where a record needs two values, one cell of another column is no person; a short name alone may be a body.
    readonly HashSet<int> telling = [.. header.Mapping.Columns
        .Where(column => column.Field is { IsRunningNumber: false } field && (fields.Required.Count == 1 || fields.Required.Contains(field))).Select(column => column.Column)];

    readonly MergedRange[] filling = [.. sheet.Merges.Where(merge => merge.LastRow > merge.FirstRow
        && fields.Required.Any(field => field.FillsMerged && merge.Holds(merge.FirstRow, header.Mapping.ColumnOf(field))))];

    public IEnumerable<PreviewRow> Sort()
    {
        var next = 1;
        foreach (var row in sheet.Rows)
        {
            for (; next < row.Number; next++)
                if (row.Number - next <= LongestGap)
                    yield return new(new(next, [], false), SkippedAs.Empty);
            next = row.Number + 1;
            yield return new(row, KindOf(row));
        }
    }

    SkippedAs KindOf(SheetRow row) =>
        row.Number < header.FirstRow ? SkippedAs.AboveTheTable
        : row.Number <= header.LastRow || RepeatsHeading(row) ? SkippedAs.Heading
        : IsEmpty(row) ? SkippedAs.Empty
        : FooterRows.Is(row, spanned.Contains(row.Number), column => telling.Contains(column) || Array.Exists(filling, merge => merge.FirstRow < row.Number && row.Number <= merge.LastRow)) ? SkippedAs.Footer
        : SkippedAs.None;

    bool RepeatsHeading(SheetRow row)
    {
        var same = 0;
        for (var column = 0; column < Math.Min(headings.Length, row.Cells.Length); column++)
            if (row[column].Kind == CellKind.Text && headings[column].Length > 0 && headings[column].EndsWith(CellText.Key(row[column].Text), StringComparison.Ordinal) && ++same == HeadingsThatRepeat)
                return true;
        return false;
    }

    // Forms are handed out with the numbers already in the first column.
    bool IsEmpty(SheetRow row)
    {
        for (var column = 0; column < row.Cells.Length; column++)
            if (CellText.Tidy(row[column].Text) is { Length: > 0 } text && !(column == numbers && text.All(char.IsAsciiDigit)))
                return false;
        return true;
    }
}
