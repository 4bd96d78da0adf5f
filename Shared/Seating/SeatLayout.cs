namespace Shared.Seating;

/// <summary>Where one seat lies and what stands on it.</summary>
public readonly record struct LaidSeat(int Row, int Column, int Number);

/// <summary>Rows of equal length with aisles between, seen by the audience from the left.</summary>
public static class SeatLayout
{
    /// <summary>Null where it is no list of seats in a row after which an aisle may lie.</summary>
    public static IReadOnlyList<int>? ReadAisles(string? typed, int perRow)
    {
        var found = new SortedSet<int>();
        foreach (var word in (typed ?? "").Split([',', '，', '、', ' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var after) || after < 1 || after >= perRow) return null;
            found.Add(after);
        }
        return found.Count > Zone.MostAisles ? null : [.. found];
    }

    /// <summary>All seats, row by row from the stage, in each row from the left.</summary>
    public static IReadOnlyList<LaidSeat> Of(Zone zone)
    {
        var aisles = zone.Kind == ZoneKind.Rows ? ReadAisles(zone.Aisles, zone.PerRow) ?? [] : [];
        return [.. Enumerable.Range(zone.FirstRow, zone.Rows).SelectMany(row => Enumerable.Range(1, zone.PerRow)
            .Select(place => new LaidSeat(row, place + aisles.Count(after => after < place), Number(zone, place))))];
    }

    // Odd ones on the left, 1 next to the middle; of a row of odd length the middle seat is number 1.
    static int Number(Zone zone, int place)
    {
        if (zone.Kind == ZoneKind.Tables || zone.Numbering == SeatNumbering.Sequential) return place;
        var left = (zone.PerRow + 1) / 2;
        return place <= left ? (left - place) * 2 + 1 : (place - left) * 2;
    }
}
