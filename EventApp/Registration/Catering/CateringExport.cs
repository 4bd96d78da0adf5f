using System.Globalization;
using System.Security.Claims;
using EventApp.Components;
using EventApp.Web;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Catering;

namespace EventApp.Registration.Catering;

/// <summary>Diets or rooms as filtered, as a file for catering alone: marked with who took it and when. No fingerprint of a diet is kept: of so few words it would tell the word.</summary>
sealed class CateringExport(DietBoard diets, StayBoard stays, AuditTrail audit, IStringLocalizerFactory words)
{
    readonly IStringLocalizer<CateringTexts> texts = new StringLocalizer<CateringTexts>(words);
    readonly IStringLocalizer<RegistrationTexts> stayWords = new StringLocalizer<RegistrationTexts>(words);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/{year:int}/catering/export", async (int year, string? file, HttpRequest request, MeetingCalendar calendar, CateringExport export) =>
        file is "xlsx" or "csv" && await calendar.ReadAsync(year) is { } meeting
            ? await export.RunAsync(meeting, CateringAddress.Read(year, request.GetEncodedUrl()), file, request.HttpContext.User)
            : Results.NotFound()).RequireAuthorization(Policies.Catering);

    async Task<IResult> RunAsync(MeetingView meeting, CateringAddress address, string kind, ClaimsPrincipal user)
    {
        var (by, at, view) = (user.DisplayName(), meeting.Local(audit.Now), AddressWord.Of(address.View));
        var rows = address.View == CateringView.Diets ? Diets(await diets.ReadAsync(meeting.Id, address.Filter)) : Rooms(await stays.ReadAsync(meeting.Id, address.UnitId));
        await audit.AddAsync(by, "export", meetingId: meeting.Id, details: string.Create(CultureInfo.InvariantCulture, $"catering-{view}-{kind}, {rows.Count} items"));
        var columns = address.View == CateringView.Diets ? DietColumns : RoomColumns;
        var sheet = new OutSheet(texts[$"View{address.View}"], columns, [.. rows, [], [texts["ExportMark", by, at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), rows.Count].Value]]);
        return sheet.AsFile(kind, $"{meeting.Year}-{sheet.Name}-{at:MMdd-HHmm}");
    }

    IReadOnlyList<OutColumn> DietColumns => [new(texts["Unit"], 30), new(texts["Name"], 14), new(texts["Kind"], 12), new(texts["People"], 8), new(texts["Note"], 40), new(texts["ConsentSource"], 20)];

    IReadOnlyList<OutColumn> RoomColumns =>
    [
        new(texts["Unit"], 30), new(texts["Name"], 14), new(stayWords["StayNeededQuestion"], 10), new(stayWords["Room"], 12), new(stayWords["Roommate"], 14),
        new(stayWords["StayFrom"], 12), new(stayWords["StayTo"], 12), new(stayWords["Meals"], 18), new(texts["Room"], 16),
    ];

    List<IReadOnlyList<object?>> Diets(DietBoardView board) =>
    [
        .. board.Named.Select(IReadOnlyList<object?> (row) => [row.Unit, row.Name, Kind(row.Kind), 1, row.Note, (row.Source is { } source ? texts[$"Source{source}"] : texts["SourceUnknown"]).Value]),
        .. board.Unnamed.Select(IReadOnlyList<object?> (row) => [row.Unit, null, Kind(row.Kind), row.People, null, texts["Unnamed"].Value]),
        .. board.Portions.SelectMany(row => Portions(row.Unit, (DietKind.Halal, row.Halal), (DietKind.Vegetarian, row.Vegetarian))),
    ];

    IEnumerable<IReadOnlyList<object?>> Portions(string unit, params (DietKind Kind, int Count)[] portions) =>
        portions.Where(one => one.Count > 0).Select(IReadOnlyList<object?> (one) => [unit, null, Kind(one.Kind), one.Count, null, texts["ByReplies"].Value]);

    List<IReadOnlyList<object?>> Rooms(StayBoardView board) => board.Rows.Select(IReadOnlyList<object?> (row) =>
    [
        row.Unit, row.Name, row.Stay?.Needed is { } needed ? stayWords[needed ? "Yes" : "No"].Value : null, row.Stay?.Room is { } room ? stayWords[nameof(RoomKind) + room].Value : null, row.Stay?.Roommate,
        StayText.Day(row.Stay?.From), StayText.Day(row.Stay?.To), stayWords.Of(row.Stay?.Meals ?? Meals.None), row.Lodging,
    ]).ToList();

    string Kind(DietKind kind) => texts[$"Diet{kind}"];
}
