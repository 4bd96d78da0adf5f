using System.Globalization;
using Shared.Chinese;
using Shared.Data.Sheets;
using Shared.Seating.Placing;

namespace Shared.Seating.Importing;

public enum GridProblemKind { Merged = 1, UnknownZone, UnknownName, SeveralOfName, Twice, NoSeat, Blocked, SeatTwice, RowsBroken }

/// <param name="Cell">As a spreadsheet calls it: <c>池座!C4</c>.</param>
public sealed record GridProblem(GridProblemKind Kind, string Cell, string Text);

public readonly record struct GridPlace(int AttendeeId, int SeatId);

/// <summary>A grid of names as it came back: who is to sit where, and what is wrong with it. With anything wrong nothing of it is taken.</summary>
/// <param name="Moves">How many sit elsewhere than now.</param>
/// <param name="Unseats">How many have a seat now and none in the file.</param>
/// <param name="Stamp">Of the plan that it was held against.</param>
public sealed record SeatGridView(IReadOnlyList<GridPlace> Places, IReadOnlyList<GridProblem> Problems, int Moves, int Unseats, long Stamp);

/// <summary>Reads the workbook that <see cref="Printing.SeatSheet.Grid"/> hands out: a sheet for each zone, the row in the first column, the places in the heading.</summary>
public sealed class SeatGrid
{
    readonly SeatMapView map;
    readonly ILookup<string, MapPerson> byName;
    readonly List<GridProblem> problems = [];
    readonly Dictionary<int, GridPlace> places = [];
    readonly HashSet<int> taken = [];

    SeatGrid(SeatMapView map)
    {
        this.map = map;
        var people = map.Seats.Select(seat => seat.Person).OfType<MapPerson>().Concat(map.Unseated).ToList();
        byName = people.Select(person => (Key: TextNormal.Key(person.Name), person)).Concat(people.Select(person => (Key: TextNormal.Key($"{person.Name}({person.Unit})"), person))).ToLookup(one => one.Key, one => one.person);
    }

    public static SeatGridView Read(IReadOnlyList<Sheet> sheets, SeatMapView map)
    {
        var grid = new SeatGrid(map);
        foreach (var sheet in sheets) grid.Read(sheet);
        var now = map.Seats.Where(seat => seat.Person is not null).ToDictionary(seat => seat.Person!.Id, seat => seat.Id);
        return new([.. grid.places.Values], grid.problems, grid.places.Values.Count(place => !now.TryGetValue(place.AttendeeId, out var seat) || seat != place.SeatId), now.Keys.Count(id => !grid.places.ContainsKey(id)), map.Stamp);
    }

    void Read(Sheet sheet)
    {
        if (map.Zones.FirstOrDefault(zone => Printing.SeatSheets.Tab(zone.Name) == sheet.Name) is not { } zone) problems.Add(new(GridProblemKind.UnknownZone, sheet.Name, ""));
        else if (sheet.Merges.Count > 0) problems.AddRange(sheet.Merges.Select(merge => new GridProblem(GridProblemKind.Merged, Cell(sheet, merge.FirstRow, merge.FirstColumn), "")));
        else if (sheet.Rows is [var heading, ..])
            foreach (var row in sheet.Rows.Skip(1)) Read(sheet, zone, heading, row);
    }

    void Read(Sheet sheet, MapZone zone, SheetRow heading, SheetRow row)
    {
        for (var at = 1; at < row.Cells.Length; at++)
        {
            if (TextNormal.Line(row[at].Text) is not { Length: > 0 } text || HallGridMarks.Is(text)) continue;
            var cell = Cell(sheet, row.Number, at);
            var seat = zone.Seats.FirstOrDefault(one => one.Row == Number(row[0]) && one.Column == Number(heading[at]));
            var people = byName[TextNormal.Key(text)].Distinct().ToList();
            GridProblemKind? wrong = seat is null ? GridProblemKind.NoSeat : seat.State == SeatState.Blocked ? GridProblemKind.Blocked
                : people.Count == 0 ? GridProblemKind.UnknownName : people.Count > 1 ? GridProblemKind.SeveralOfName : !taken.Add(seat.Id) ? GridProblemKind.SeatTwice : !places.TryAdd(people[0].Id, new(people[0].Id, seat.Id)) ? GridProblemKind.Twice : null;
            if (wrong is { } kind) problems.Add(new(kind, cell, text));
        }
    }

    static int Number(SheetCell cell) => int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    internal static string Cell(Sheet sheet, int row, int column)
    {
        var name = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26) name = (char)('A' + (left - 1) % 26) + name;
        return string.Create(CultureInfo.InvariantCulture, $"{sheet.Name}!{name}{row}");
    }
}
