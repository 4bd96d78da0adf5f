using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Seating.Placing;

namespace Shared.Seating.Printing;

/// <summary>The plan of each zone, the list of names with their seats, a sticker for every seat that somebody has, the grid as a workbook, a card for each table, a card for each place in front and at a table.</summary>
public enum SeatSheet { Plan = 1, List, Stickers, Grid, TableCards, PlaceCards }

/// <summary>The words under which prints and files of seats are recorded.</summary>
public static class SeatSheets
{
    public static readonly IReadOnlyList<string> Kinds = ["seat-plan", "seat-list", "seat-stickers", "seat-grid-xlsx", "seat-table-cards", "seat-place-cards"];

    public static string Kind(SeatSheet sheet) => Kinds[(int)sheet - 1];

    public static SeatSheet? Of(string kind) => Kinds.ToList().IndexOf(kind) is >= 0 and var at ? (SeatSheet)(at + 1) : null;

    /// <summary>The zone's name as a spreadsheet takes it for a tab.</summary>
    public static string Tab(string zone) => string.Concat(zone.Select(c => "[]:*?/\\'".Contains(c) || char.IsControl(c) ? '_' : c));

    /// <summary>Whether the map has anything to put on such a sheet.</summary>
    public static bool Fits(this SeatSheet sheet, IReadOnlyList<MapZone> zones) => sheet switch
    {
        SeatSheet.TableCards => zones.Any(zone => zone.Kind == ZoneKind.Tables), SeatSheet.PlaceCards => Carded(zones).Any(), _ => true,
    };

    /// <summary>Who gets a card with their name: in the front rows and at tables.</summary>
    public static IEnumerable<MapPerson> Carded(IEnumerable<MapZone> zones) => zones.SelectMany(zone => zone.Seats.Where(seat => seat.Person is not null && (zone.Kind == ZoneKind.Tables || zone.IsFront(seat.Row))).Select(seat => seat.Person!));

    /// <summary>The numbers on the tables of each zone.</summary>
    public static IEnumerable<(MapZone Zone, int Table)> Tables(IEnumerable<MapZone> zones) => zones.Where(zone => zone.Kind == ZoneKind.Tables).SelectMany(zone => zone.Seats.Select(seat => seat.Row).Distinct().Select(table => (zone, table)));

    internal static IReadOnlyList<ShownItem> Items(SeatMapView map, SeatSheet sheet) => sheet switch
    {
        SeatSheet.TableCards => [.. Tables(map.Zones).Select(one => new ShownItem("table", (long)one.Zone.Id * (Zone.LastRow + 1) + one.Table, Fingerprint.Of(one.Zone.Name, $"{one.Table}")))],
        SeatSheet.PlaceCards => [.. Carded(map.Zones).Select(person => new ShownItem("attendee", person.Id, Fingerprint.Of(person.Name)))],
        _ => Items(map),
    };

    // Everybody who sits in the hall, as they stand on the sheet.
    static IReadOnlyList<ShownItem> Items(SeatMapView map) => [.. map.Zones.SelectMany(zone => zone.Seats.Where(seat => seat.Person is not null)
        .Select(seat => new ShownItem("attendee", seat.Person!.Id, Fingerprint.Of(zone.Name, $"{zone.Kind}", $"{seat.Row}", $"{seat.Number}", seat.Person.Name, seat.Person.Unit))))];
}

/// <summary>Records a sheet of seats before it is printed or taken away.</summary>
public sealed class PrintSeats(SeatMap map, RecordPrintout record)
{
    /// <returns>The printout's id; null where the meeting has no such hall.</returns>
    public async Task<int?> RunAsync(int meetingId, int hallId, SeatSheet sheet, string by, CancellationToken stop = default) =>
        await map.ReadAsync(meetingId, hallId, by, null, stop) is { } view ? await record.RunAsync(new PrintOrder(meetingId, SeatSheets.Kind(sheet), by, AboutId: hallId), SeatSheets.Items(view, sheet), stop) : null;
}

/// <param name="Changes">How many have come, gone or moved since the print was recorded.</param>
public sealed record SeatPrint(PrintoutView Print, SeatSheet Sheet, SeatMapView Map, int Changes);

/// <summary>What to put on the paper of a recorded sheet.</summary>
public sealed class PrintedSeats(SeatMap map, PrintoutLog log)
{
    /// <summary>Null where the meeting has no such print, or its hall is gone.</summary>
    public async Task<SeatPrint?> ReadAsync(int meetingId, int printoutId, CancellationToken stop = default)
    {
        if (await log.ReadAsync(meetingId, printoutId, SeatSheets.Kinds, stop) is not var (print, items) || print.AboutId is not { } hall) return null;
        return await map.ReadAsync(meetingId, (int)hall, print.By, null, stop) is { } view && SeatSheets.Of(print.Kind) is { } sheet ? new(print, sheet, view, items.ChangesUntil(SeatSheets.Items(view, sheet))) : null;
    }
}
