using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <param name="FirstRow">Row number in the file.</param>
/// <param name="LastRow">The same as the first, or the second line of a two-line heading.</param>
public sealed record FoundHeader(int FirstRow, int LastRow, ColumnMapping Mapping);

/// <summary>Finds the heading line among the first rows by how many of its cells mean something.</summary>
public static class HeaderSearch
{
    const int RowsLookedAt = 10;
    const int LeastScore = 4;

    /// <summary>Where one column is all that a list needs.</summary>
    const int LeastScoreOfOneColumn = 3;

    /// <param name="remembered">What <see cref="ColumnMapping.Remember"/> gave for an earlier file.</param>
    /// <returns>Null where no row looks like a heading.</returns>
    public static FoundHeader? Find(Sheet sheet, FieldList fields, IReadOnlyDictionary<string, string>? remembered = null)
    {
        if (sheet.Rows.Count == 0)
            return null;
        remembered ??= new Dictionary<string, string>();
        MergedRange[] merges = [.. sheet.Merges.Where(merge => merge.FirstRow <= sheet.Rows.Take(RowsLookedAt).Last().Number).Take(1000)];
        FoundHeader? best = null;
        var bestScore = (fields.Required.Count == 1 ? LeastScoreOfOneColumn : LeastScore) - 1;
        for (var index = 0; index < Math.Min(RowsLookedAt, sheet.Rows.Count); index++)
        {
            var row = sheet.Rows[index];
            Consider(row.Number, OneLine(sheet, row));
            if (index + 1 < sheet.Rows.Count && sheet.Rows[index + 1] is var next && next.Number == row.Number + 1)
                Consider(next.Number, TwoLines(OneLine(sheet, row), fields, merges, next, row));

            void Consider(int last, string[] headings)
            {
                var match = new HeadingMatch(fields, remembered, headings);
                var mapping = new ColumnMapping(match.Columns);
                if (match.Score < bestScore || (match.Score == bestScore && !Reaches(merges, row.Number, last, mapping, fields)))
                    return;
                bestScore = match.Score;
                best = new(row.Number, last, mapping);
            }
        }
        return best;
    }

    // A second line that says nothing to us is still no person where the heading of a name lies over both.
    static bool Reaches(MergedRange[] merges, int first, int last, ColumnMapping mapping, FieldList fields) =>
        last > first && fields.Required.Any(field => mapping.Has(field) && MergeOver(merges, first, mapping.ColumnOf(field)) is { } merge && merge.LastRow >= last);

    static int Width(Sheet sheet, SheetRow header) => sheet.Rows
        .SkipWhile(row => row.Number < header.Number).Take(RowsLookedAt * 2).Max(row => row.Cells.Length);

    static string[] OneLine(Sheet sheet, SheetRow row) =>
        [.. Enumerable.Range(0, Width(sheet, row)).Select(column => row[column].Text)];

    static string[] TwoLines(string[] headings, FieldList fields, MergedRange[] merges, SheetRow lower, SheetRow upper)
    {
        var above = "";
        for (var column = 0; column < headings.Length; column++)
        {
            var below = lower[column].Text;
            var merge = MergeOver(merges, upper.Number, column);
            if (headings[column].Length > 0)
                above = headings[column];
            else if (merge is not null)
                above = headings[column] = upper[merge.Value.FirstColumn].Text;
            else if (below.Length > 0 && TellsGroup(fields, above))
                headings[column] = above;
            if (merge is not { LastRow: var last } || last < lower.Number)
                headings[column] = headings[column] == below ? below : headings[column] + below;
        }
        return headings;
    }

    static MergedRange? MergeOver(MergedRange[] merges, int row, int column)
    {
        foreach (var merge in merges)
            if (merge.Holds(row, column))
                return merge;
        return null;
    }

    static bool TellsGroup(FieldList fields, string heading) =>
        fields.Groups.Any(group => group.Words.Any(heading.Contains));
}
