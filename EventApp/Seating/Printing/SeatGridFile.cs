using System.Globalization;
using System.Security.Claims;
using EventApp.Web;
using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Seating;
using Shared.Seating.Importing;
using Shared.Seating.Placing;
using Shared.Seating.Printing;

namespace EventApp.Seating.Printing;

/// <summary>The plan as a workbook: a sheet for each zone, a row for each row, on each seat as the audience sees it a name, or what the seat is; an aisle is a narrow column without a word.</summary>
static class SeatGridFile
{
    const double CellWidth = 12, AisleWidth = 4;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/{year:int}/seating/halls/{id:int}/grid.xlsx",
        async (int year, int id, ClaimsPrincipal user, MeetingCalendar calendar, SeatMap map, PrintSeats print, IStringLocalizer<SeatingTexts> texts, TimeProvider clock) =>
        {
            if (await calendar.ReadAsync(year) is not { } meeting || await map.ReadAsync(meeting.Id, id, user.DisplayName()) is not { } view || view.Zones.Count == 0) return Results.NotFound();
            await print.RunAsync(meeting.Id, id, SeatSheet.Grid, user.DisplayName());
            var mark = texts["FromAudience"] + " · " + texts["ExportMark", user.DisplayName(), meeting.Local(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)];
            using var file = new MemoryStream();
            XlsxFile.Write(file, [.. view.Zones.Where(zone => zone.Seats.Count > 0).Select(zone => SheetOf(zone, view, texts, mark))]);
            return Results.File(file.ToArray(), TakenSheet.Xlsx, $"{meeting.Year}-{view.Hall}.xlsx");
        }).RequireAuthorization(Policies.Organiser);

    // Two of one name are told apart by their unit.
    static OutSheet SheetOf(MapZone zone, SeatMapView view, IStringLocalizer<SeatingTexts> texts, string mark)
    {
        var twice = view.Seats.Select(seat => seat.Person).Concat(view.Unseated).OfType<MapPerson>().GroupBy(person => person.Name).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        var columns = zone.Seats.Max(seat => seat.Column);
        object? Cell(MapSeat? seat) => seat switch
        {
            null => null,
            { Person: { } person } => twice.Contains(person.Name) ? texts["NameOfUnit", person.Name, person.Unit].Value : person.Name,
            { State: SeatState.Blocked } => HallGridMarks.Crossed,
            { State: SeatState.Accessible } => HallGridMarks.Accessible,
            _ => HallGridMarks.Number(seat.Number),
        };
        return new(SeatSheets.Tab(zone.Name), [new(texts[zone.Kind == ZoneKind.Tables ? "GridTable" : "Row"], 6), .. Enumerable.Range(1, columns).Select(column => new OutColumn(column.ToString(CultureInfo.InvariantCulture), zone.Seats.Any(seat => seat.Column == column) ? CellWidth : AisleWidth))],
            [.. zone.Seats.GroupBy(seat => seat.Row).Select(IReadOnlyList<object?> (row) => [row.Key, .. Enumerable.Range(1, columns).Select(column => Cell(row.FirstOrDefault(seat => seat.Column == column)))]), [], [mark]]);
    }
}
