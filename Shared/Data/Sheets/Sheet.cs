namespace Shared.Data.Sheets;

/// <param name="Number">The row's number in the file, from 1.</param>
/// <param name="Cells">From column A, trailing empty cells cut off.</param>
public sealed record SheetRow(int Number, SheetCell[] Cells, bool Hidden)
{
    /// <param name="column">0 is column A.</param>
    public SheetCell this[int column] => (uint)column < (uint)Cells.Length ? Cells[column] : default;
}

/// <summary>Rows from 1 as in the file, columns from 0; both ends belong to it.</summary>
public readonly record struct MergedRange(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    public bool Holds(int row, int column) =>
        row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

/// <param name="Rows">Only rows that hold something, in the order of the file.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows, IReadOnlyList<MergedRange> Merges);
