namespace Shared.Data.Sheets;

/// <summary>Takes cells as a reader meets them, keeps rows that hold something, stops above the limit.</summary>
internal sealed class RowCollector(IProgress<int>? progress, CancellationToken stop)
{
    const int ReportEvery = 500;
    readonly List<SheetRow> rows = [];
    readonly SheetCell[] cells = new SheetCell[SheetFile.MaxColumns];
    int used;

    public List<SheetRow> Rows => rows;

    public void Add(int column, SheetCell cell)
    {
        if (cell.IsEmpty || (uint)column >= SheetFile.MaxColumns)
            return;
        cells[column] = cell;
        used = Math.Max(used, column + 1);
    }

    public void EndRow(int number, bool hidden)
    {
        if (used == 0)
            return;
        if (rows.Count == SheetFile.MaxRows + SheetFile.RowsAroundTheTable)
            throw new SheetRefusedException(FileRefusal.TooManyRows);
        var row = cells.AsSpan(0, used);
        rows.Add(new(number, row.ToArray(), hidden));
        row.Clear();
        used = 0;
        if (rows.Count % ReportEvery != 0)
            return;
        stop.ThrowIfCancellationRequested();
        progress?.Report(rows.Count);
    }
}
