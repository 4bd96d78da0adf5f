using System.Text;
using System.Text.RegularExpressions;
using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>Text copied from a spreadsheet or a chat. Columns are parted by tabs; a list of names alone, or of names and numbers, needs no heading.</summary>
public static partial class PastedList
{
    const int LeastDigitsOfPhone = 7;

    public static SheetFileResult Open(string? text) => ReceivedFile.Open("pasted.csv", Encoding.UTF8.GetBytes(text ?? ""));

    /// <summary>The sheet with a heading above its rows; null where they are no plain list.</summary>
    public static Sheet? UnderHeading(Sheet sheet, Field name, Field? phone = null)
    {
        var rows = sheet.Rows.Select(row => Parts(row, phone is not null)).ToList();
        if (rows.Count == 0 || rows.Exists(parts => parts is null)) return null;
        SheetCell[] heading = [SheetCell.OfText(name.Headings[0]), .. phone is null ? [] : new[] { SheetCell.OfText(phone.Headings[0]) }];
        return sheet with { Rows = [new SheetRow(0, heading, false), .. sheet.Rows.Zip(rows, (row, parts) => new SheetRow(row.Number, [.. parts!.Select(SheetCell.OfText)], false))] };
    }

    // A running number before the name is a chat's; a number behind it is the person's phone.
    static string[]? Parts(SheetRow row, bool withPhone)
    {
        string[] cells = [.. row.Cells.Select(cell => CellText.Tidy(cell.Text)).Where(cell => cell.Length > 0)];
        if (cells.Length == 0) return null;
        cells[0] = RunningNumber().Replace(cells[0], "");
        if (cells.Length == 1 && withPhone && NameAndPhone().Match(cells[0]) is { Success: true } both) cells = [both.Groups[1].Value, both.Groups[2].Value];
        if (!cells[0].Any(char.IsLetter)) return null;
        return cells.Length == 1 || (cells.Length == 2 && withPhone && cells[1].Count(char.IsAsciiDigit) >= LeastDigitsOfPhone) ? cells : null;
    }

    [GeneratedRegex(@"^\s*[（(]?\d{1,3}\s*[.、．)）:：]\s*")]
    private static partial Regex RunningNumber();

    [GeneratedRegex(@"^(\D+?)[\s:：,，]*(\+?\d[\d\s-]{6,})$")]
    private static partial Regex NameAndPhone();
}
