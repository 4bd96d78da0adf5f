namespace Shared.Data.Sheets;

/// <param name="Width">In characters of the default type; a Han character takes two.</param>
/// <param name="Choices">Offered as a drop-down below the heading; other words are refused.</param>
/// <param name="Hint">Shown when a cell of the column is chosen.</param>
public sealed record OutColumn(string Heading, double Width = 14, IReadOnlyList<string>? Choices = null, string? Hint = null)
{
    /// <summary>The choices are proposals: other words may be typed.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>What one cell offers where the cells of a column differ.</summary>
/// <param name="Row">From 1, the heading being row 1.</param>
/// <param name="Column">0 is column A.</param>
public sealed record OutCell(int Row, int Column, IReadOnlyList<string>? Choices = null, string? Hint = null);

/// <summary>A table to hand out. A value is text, a whole or broken number, or a local time; null is an empty cell.</summary>
public sealed record OutSheet(string Name, IReadOnlyList<OutColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    public IReadOnlyList<OutCell> Cells { get; init; } = [];

    /// <summary>Not to be brought into sight by a reader: what the program needs to know the file again.</summary>
    public bool Hidden { get; init; }

    /// <summary>Texts longer than their column go on in further lines.</summary>
    public bool Wraps { get; init; }
}

/// <summary>Text from people, made safe for programs that take a cell for a formula.</summary>
public static class SafeText
{
    const string FormulaStarts = "=+-@\t\r\n＝＋－＠﹢﹣﹦﹫−";

    /// <summary>Puts an apostrophe before text that a spreadsheet might compute; import takes it off again.</summary>
    public static string Neutralise(string text)
    {
        var start = text.AsSpan().TrimStart(' ');
        return text.Length > 0 && (FormulaStarts.Contains(text[0]) || (start.Length > 0 && FormulaStarts.Contains(start[0]))) ? "'" + text : text;
    }
}
