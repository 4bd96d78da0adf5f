using Shared.Seating;
using Shared.Seating.Placing;

namespace EventApp.Seating;

/// <summary>A seat where it is drawn; X and Y are its middle.</summary>
readonly record struct DrawnSeat(MapZone Zone, MapSeat Seat, double X, double Y);

/// <summary>The number of a row at its ends, of a table in its middle, or the name of a zone.</summary>
readonly record struct DrawnWord(int? Row, string? Zone, ZoneKind Kind, double X, double Y);

/// <summary>A hall as it is drawn: the stage above as the audience sees it, or turned round as it is seen from the stage.</summary>
sealed class PlanShape
{
    public const double Cell = 60, Line = 50, Edge = 56, StageHeight = 44, ZoneGap = 46, TablesInRow = 6;

    // Two chairs whose middles lie a chair's diagonal apart do not overlap, whichever way they face.
    const double ChairWidth = 54, ChairHeight = 42, ChairsApart = 70, LeastRadius = 68, Between = 16;

    public List<DrawnSeat> Seats { get; } = [];
    public List<DrawnWord> Words { get; } = [];
    /// <summary>The middle of each table and the radius of its top.</summary>
    public List<(double X, double Y, double Top)> Tables { get; } = [];
    public double Width { get; }
    public double Height { get; }
    public double StageY { get; }

    public PlanShape(IReadOnlyList<MapZone> zones, bool fromStage)
    {
        Width = Edge * 2 + zones.Select(WidthOf).DefaultIfEmpty(Cell * 4).Max();
        var y = StageHeight + 16;
        foreach (var zone in zones.Where(zone => zone.Seats.Count > 0))
        {
            Words.Add(new(null, zone.Name, zone.Kind, Width / 2, y + 14));
            y += ZoneGap - 16;
            y = zone.Kind == ZoneKind.Tables ? AddTables(zone, y) : AddRows(zone, y);
        }
        Height = y + 8;
        StageY = fromStage ? Height - StageHeight / 2 : StageHeight / 2;
        if (fromStage) TurnRound();
    }

    static double WidthOf(MapZone zone) => zone.Seats.Count == 0 ? 0 : zone.Kind == ZoneKind.Tables ? Pitch(zone) * Math.Min(TablesInRow, zone.Seats.Select(seat => seat.Row).Distinct().Count())
        : Cell * (zone.Seats.Max(seat => seat.Column) - zone.Seats.Min(seat => seat.Column) + 1);

    double AddRows(MapZone zone, double top)
    {
        var (first, left) = (zone.Seats.Min(seat => seat.Column), (Width - WidthOf(zone)) / 2);
        foreach (var row in zone.Seats.GroupBy(seat => seat.Row))
        {
            var y = top + Line / 2;
            foreach (var seat in row) Seats.Add(new(zone, seat, left + (seat.Column - first + 0.5) * Cell, y));
            Words.Add(new(row.Key, null, zone.Kind, left - Edge / 2, y));
            Words.Add(new(row.Key, null, zone.Kind, Width - left + Edge / 2, y));
            top += Line;
        }
        return top;
    }

    // The head seat lies towards the stage.
    double AddTables(MapZone zone, double top)
    {
        var (tables, pitch, radius) = (zone.Seats.GroupBy(seat => seat.Row).ToList(), Pitch(zone), Radius(zone));
        foreach (var (at, table) in tables.Index())
        {
            var inRow = Math.Min(TablesInRow, tables.Count);
            var (x, y) = ((Width - pitch * inRow) / 2 + (at % TablesInRow + 0.5) * pitch, top + (Math.Floor(at / TablesInRow) + 0.5) * pitch);
            Tables.Add((x, y, radius - 34));
            Words.Add(new(table.Key, null, zone.Kind, x, y));
            foreach (var (chair, seat) in table.Index()) Seats.Add(new(zone, seat, x + radius * Math.Sin(2 * Math.PI * chair / table.Count()), y - radius * Math.Cos(2 * Math.PI * chair / table.Count())));
        }
        return top + Math.Ceiling(tables.Count / TablesInRow) * pitch;
    }

    // The radius on which the middles of the chairs lie.
    static double Radius(MapZone zone) => zone.Seats.CountBy(seat => seat.Row).Max(table => table.Value) is >= 3 and var chairs ? Math.Max(LeastRadius, ChairsApart / (2 * Math.Sin(Math.PI / chairs))) : LeastRadius;

    static double Pitch(MapZone zone) => 2 * Radius(zone) + Math.Max(ChairWidth, ChairHeight) + Between;

    void TurnRound()
    {
        for (var at = 0; at < Seats.Count; at++) Seats[at] = Seats[at] with { X = Width - Seats[at].X, Y = Height - Seats[at].Y };
        for (var at = 0; at < Words.Count; at++) Words[at] = Words[at] with { X = Width - Words[at].X, Y = Height - Words[at].Y };
        for (var at = 0; at < Tables.Count; at++) Tables[at] = (Width - Tables[at].X, Height - Tables[at].Y, Tables[at].Top);
    }
}
