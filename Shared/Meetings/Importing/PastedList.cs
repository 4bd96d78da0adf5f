using System.Text;
using System.Text.RegularExpressions;
using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>Text copied from a spreadsheet or a chat. Columns are parted by tabs; a list of names alone, or of names and numbers, needs no heading.</summary>
public static partial class PastedList
{
    const int LeastDigitsOfPhone = 7;

    static readonly (string Word, string[] Endings)[] Kinds =
    [
        ("产", ["公司", "厂", "集团", "企业"]), ("学", ["大学", "学院", "学校"]), ("研", ["研究所", "研究院", "研究中心", "设计院", "研究总院"]),
        ("会", ["协会", "商会", "学会", "联盟", "联合会", "联合体", "总会"]), ("政", ["局", "委员会", "厅", "政府", "办公室"]),
    ];

    /// <summary>A line a row, parted by tabs alone: a name may hold a comma.</summary>
    public static Sheet Lines(string? text)
    {
        var lines = (text ?? "").Split('\n').Select((line, at) => new SheetRow(at + 1, [.. line.TrimEnd('\r', '\t', ' ').Split('\t').Select(cell => SheetCell.OfText(cell.Trim('"')))], false));
        return new("pasted", [.. lines.Where(row => Array.Exists(row.Cells, cell => CellText.Tidy(cell.Text).Length > 0))], []);
    }

    public static SheetFileResult Open(string? text) => ReceivedFile.Open("pasted.csv", Encoding.UTF8.GetBytes(text ?? ""));

    /// <summary>The sheet with a heading above its rows; null where they are no plain list.</summary>
    public static Sheet? UnderHeading(Sheet sheet, Field name, Field? phone = null)
    {
        var rows = sheet.Rows.Select(row => Parts(row, phone is not null)).ToList();
        if (rows.Count == 0 || rows.Exists(parts => parts is null)) return null;
        SheetCell[] heading = [SheetCell.OfText(name.Headings[0]), .. phone is null ? [] : new[] { SheetCell.OfText(phone.Headings[0]) }];
        return sheet with { Rows = [new SheetRow(0, heading, false), .. sheet.Rows.Zip(rows, (row, parts) => new SheetRow(row.Number, [.. parts!.Select(SheetCell.OfText)], false))] };
    }

    /// <summary>A list of bodies' names alone; their kind is told from the end of the name.</summary>
    /// <param name="members">Whether they are member units, else guests.</param>
    public static Sheet? OfBodies(Sheet sheet, bool members)
    {
        if (UnderHeading(sheet, OrganisationFields.FullName) is not { } named) return null;
        SheetRow Wider(SheetRow row, string kind, string rank) => row with { Cells = [row.Cells[0], SheetCell.OfText(kind), SheetCell.OfText(rank)] };
        return named with
        {
            Rows = [Wider(named.Rows[0], OrganisationFields.Kind.Headings[0], OrganisationFields.CouncilRank.Headings[0]),
                .. named.Rows.Skip(1).Select(row => Wider(row, KindOf(row.Cells[0].Text), members ? "成员" : ""))],
        };
    }

    static string KindOf(string name) => Kinds.FirstOrDefault(kind => Array.Exists(kind.Endings, ending => name.EndsWith(ending, StringComparison.Ordinal))).Word ?? "其他";

    // A running number before the name is a chat's; a number behind it is the person's phone.
    static string[]? Parts(SheetRow row, bool withPhone)
    {
        string[] cells = [.. row.Cells.Select(cell => CellText.Tidy(cell.Text)).Where(cell => cell.Length > 0)];
        if (cells.Length == 0) return null;
        cells[0] = RunningNumber().Replace(cells[0], "");
        if (cells.Length == 1 && withPhone && NameAndPhone().Match(cells[0]) is { Success: true } both) cells = [both.Groups[1].Value, both.Groups[2].Value];
        if (!cells[0].Any(char.IsLetter) || (withPhone && cells[0].AsSpan().IndexOfAny(',', '，') >= 0)) return null;
        return cells.Length == 1 || (cells.Length == 2 && withPhone && cells[1].Count(char.IsAsciiDigit) >= LeastDigitsOfPhone) ? cells : null;
    }

    [GeneratedRegex(@"^\s*[（(]?\d{1,3}\s*[.、．)）:：]\s*")]
    private static partial Regex RunningNumber();

    [GeneratedRegex(@"^(\D+?)[\s:：,，]*(\+?\d[\d\s-]{6,})$")]
    private static partial Regex NameAndPhone();
}
