using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Seating.Placing;

namespace Shared.Seating.Printing;

/// <summary>The plan of each zone, the list of names with their seats, a sticker for every seat that somebody has, the grid as a workbook.</summary>
public enum SeatSheet { Plan = 1, List, Stickers, Grid }

/// <summary>The words under which prints and files of seats are recorded.</summary>
public static class SeatSheets
{
    public static readonly IReadOnlyList<string> Kinds = ["seat-plan", "seat-list", "seat-stickers", "seat-grid-xlsx"];

    public static string Kind(SeatSheet sheet) => Kinds[(int)sheet - 1];

    public static SeatSheet? Of(string kind) => Kinds.ToList().IndexOf(kind) is >= 0 and var at ? (SeatSheet)(at + 1) : null;

    /// <summary>The zone's name as a spreadsheet takes it for a tab.</summary>
    public static string Tab(string zone) => string.Concat(zone.Select(c => "[]:*?/\\'".Contains(c) || char.IsControl(c) ? '_' : c));

    /// <summary>Everybody who sits in the hall, as they stand on the sheet.</summary>
    internal static IReadOnlyList<ShownItem> Items(SeatMapView map) => [.. map.Zones.SelectMany(zone => zone.Seats.Where(seat => seat.Person is not null)
        .Select(seat => new ShownItem("attendee", seat.Person!.Id, Fingerprint.Of(zone.Name, $"{zone.Kind}", $"{seat.Row}", $"{seat.Number}", seat.Person.Name, seat.Person.Unit))))];
}

/// <summary>Records a sheet of seats before it is printed or taken away.</summary>
public sealed class PrintSeats(SeatMap map, RecordPrintout record)
{
    /// <returns>The printout's id; null where the meeting has no such hall.</returns>
    public async Task<int?> RunAsync(int meetingId, int hallId, SeatSheet sheet, string by, CancellationToken stop = default) =>
        await map.ReadAsync(meetingId, hallId, by, null, stop) is { } view ? await record.RunAsync(new PrintOrder(meetingId, SeatSheets.Kind(sheet), by, AboutId: hallId), SeatSheets.Items(view), stop) : null;
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
        return await map.ReadAsync(meetingId, (int)hall, print.By, null, stop) is { } view && SeatSheets.Of(print.Kind) is { } sheet ? new(print, sheet, view, items.ChangesUntil(SeatSheets.Items(view))) : null;
    }
}
