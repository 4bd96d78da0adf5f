using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Shared.Data.Sheets;

/// <summary>Writes a csv that Excel and LibreOffice open without questions.</summary>
public static class CsvFile
{
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <param name="gb18030">For old programs that know no UTF-8; else UTF-8 with its mark, by which Excel knows it.</param>
    public static void Write(Stream stream, OutSheet sheet, bool gb18030 = false)
    {
        using var text = new StreamWriter(stream, gb18030 ? Gb18030 : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        foreach (var column in sheet.Columns)
            csv.WriteField(SafeText.Neutralise(column.Heading));
        csv.NextRecord();
        foreach (var row in sheet.Rows)
        {
            foreach (var value in row)
                csv.WriteField(InWords(value));
            csv.NextRecord();
        }
    }

    static string InWords(object? value) => value switch
    {
        null => "",
        string text => SafeText.Neutralise(text),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => SafeText.Neutralise(value.ToString() ?? ""),
    };
}
