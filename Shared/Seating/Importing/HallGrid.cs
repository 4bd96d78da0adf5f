using System.Globalization;
using Shared.Chinese;
using Shared.Data.Sheets;

namespace Shared.Seating.Importing;

/// <summary>A zone as a sheet draws it.</summary>
/// <param name="Blocked">Places without a seat, or with a crossed one.</param>
public sealed record DrawnZone(ZoneEntry Entry, IReadOnlyList<DrawnPlace> Blocked, IReadOnlyList<DrawnPlace> Accessible);

/// <param name="Column">As <see cref="Seat.Column"/>.</param>
public readonly record struct DrawnPlace(int Row, int Column);

/// <param name="Problems">With any, nothing is built.</param>
public sealed record HallGridView(IReadOnlyList<DrawnZone> Zones, IReadOnlyList<GridProblem> Problems);

/// <summary>What stands in the cell of a seat in which nobody sits.</summary>
public static class HallGridMarks
{
    public const string Crossed = "×", Accessible = "♿";
    const string OfNumber = "号";

    public static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}{OfNumber}");

    /// <summary>Whether the cell says something of the seat and not who sits there.</summary>
    internal static bool Is(string text) => text == Crossed || text.StartsWith(Accessible, StringComparison.Ordinal) || (text.EndsWith(OfNumber, StringComparison.Ordinal) && text[..^1].All(char.IsAsciiDigit));
}

/// <summary>Reads how a hall is built from the workbook that it is handed out as, or from one drawn alike: a sheet for each zone, its rows below each other with their number in front, a column without any word an aisle.</summary>
public static class HallGrid
{
    // What heads the first column where it counts tables.
    static readonly string[] TableHeads = ["桌", "Table"];

    public static HallGridView Read(IReadOnlyList<Sheet> sheets)
    {
        var (zones, problems) = (new List<DrawnZone>(), new List<GridProblem>());
        foreach (var sheet in sheets)
        {
            problems.AddRange(sheet.Merges.Select(merge => new GridProblem(GridProblemKind.Merged, SeatGrid.Cell(sheet, merge.FirstRow, merge.FirstColumn), "")));
            var rows = sheet.Rows.Skip(1).Select(row => (Number: Number(row.Cells.ElementAtOrDefault(0).Text), Words: row.Cells.Skip(1).Select(cell => TextNormal.Line(cell.Text)).ToList())).TakeWhile(row => row.Number > 0).ToList();
            if (rows.Count == 0 || rows.Index().Any(row => row.Item.Number != rows[0].Number + row.Index)) problems.Add(new(GridProblemKind.RowsBroken, sheet.Name, ""));
            else zones.Add(Draw(sheet.Name, TableHeads.Contains(TextNormal.Line(sheet.Rows[0].Cells.ElementAtOrDefault(0).Text)) ? ZoneKind.Tables : ZoneKind.Rows, rows));
        }
        return new(zones, problems);
    }

    static DrawnZone Draw(string name, ZoneKind kind, List<(int Number, List<string> Words)> rows)
    {
        var widest = rows.Max(row => row.Words.FindLastIndex(word => word.Length > 0)) + 1;
        string At(int row, int column) => rows[row].Words.ElementAtOrDefault(column) ?? "";
        var (aisles, column, place, blocked, accessible) = (new List<int>(), 0, 0, new List<DrawnPlace>(), new List<DrawnPlace>());
        for (var at = 0; at < widest; at++)
        {
            if (kind == ZoneKind.Rows && !Enumerable.Range(0, rows.Count).Any(row => At(row, at).Length > 0))
            {
                if (place > 0 && aisles.LastOrDefault() != place) { aisles.Add(place); column++; }
                continue;
            }
            (place, column) = (place + 1, column + 1);
            foreach (var (row, words) in rows.Index())
                if (At(row, at) is "" or HallGridMarks.Crossed) blocked.Add(new(words.Number, column));
                else if (At(row, at).StartsWith(HallGridMarks.Accessible, StringComparison.Ordinal)) accessible.Add(new(words.Number, column));
        }
        return new(new() { Name = name, Kind = kind, FirstRow = rows[0].Number, Rows = rows.Count, PerRow = place, Aisles = string.Join(',', aisles) }, blocked, accessible);
    }

    static int Number(string? text) => int.TryParse(TextNormal.Line(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
