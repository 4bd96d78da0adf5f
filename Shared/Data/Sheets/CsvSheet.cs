using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Shared.Data.Sheets;

/// <summary>Comma, semicolon or tab between the fields; rows are numbered by record, as a spreadsheet shows them.</summary>
internal static class CsvSheet
{
    public static Sheet Read(string name, string text, RowCollector rows)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            IgnoreBlankLines = false,
            BadDataFound = null,
        });
        while (parser.Read())
        {
            for (var column = 0; column < parser.Count; column++)
                rows.Add(column, SheetCell.OfText(parser[column]));
            rows.EndRow(parser.Row, hidden: false);
        }
        return new(name, rows.Rows, []);
    }

    // Only the first lines count: below, a remark may hold any number of commas.
    static string DelimiterOf(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2000));
        var (commas, tabs, semicolons) = (head.Count(','), head.Count('\t'), head.Count(';'));
        return tabs > commas && tabs >= semicolons ? "\t" : semicolons > commas ? ";" : ",";
    }
}
