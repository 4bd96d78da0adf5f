using EventApp.Registration.Importing;
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
using Shared.Seating;

namespace EventApp.Registration;

/// <summary>The list as filtered, as a file: columns by role, marked with who took it and when, and recorded.</summary>
sealed class AttendeeExport(AttendeeExtract extract, RecordPrintout record, IStringLocalizerFactory words, TimeProvider clock)
{
    readonly IStringLocalizer<RegistrationTexts> texts = new StringLocalizer<RegistrationTexts>(words);
    readonly IStringLocalizer<TrailTexts> fields = new StringLocalizer<TrailTexts>(words);
    readonly IStringLocalizer<ComponentTexts> seatWords = new StringLocalizer<ComponentTexts>(words);
    sealed record Column(string Heading, double Width, Func<ExtractedAttendee, object?> Cell, bool OrganiserOnly = false);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/{year:int}/attendees/export", async (int year, string? kind, HttpRequest request, MeetingCalendar calendar, SeatsOf seats, AttendeeExport export) =>
        kind is "xlsx" or "csv" && await calendar.ReadAsync(year) is { } meeting
            ? await export.RunAsync(meeting, AttendeeAddress.Read(year, request.GetEncodedUrl()), new(kind, request.HttpContext.User, seats))
            : Results.NotFound()).RequireAuthorization(Policies.Organiser);

    sealed record Taking(string Kind, ClaimsPrincipal User, SeatsOf Seats);

    async Task<IResult> RunAsync(MeetingView meeting, AttendeeAddress address, Taking taking)
    {
        var (kind, user) = (taking.Kind, taking.User);
        var people = await extract.ReadAsync(meeting.Id, address.Filter with { Order = address.Order ?? NameOrder.List, Today = meeting.Day(clock.GetUtcNow().UtcDateTime) });
        var places = await taking.Seats.ReadAsync(meeting.Id, [.. people.Select(person => person.Id)]);
        var columns = Columns(meeting, places).Where(c => !c.OrganiserOnly || user.Holds(meeting.Id, Roles.Organiser)).ToList();
        var rows = people.Select(person => columns.Select(c => c.Cell(person)).ToList()).ToList();
        var at = meeting.Local(clock.GetUtcNow().UtcDateTime);
        await record.RunAsync(new(meeting.Id, $"attendees-{kind}", user.DisplayName()), [.. people.Zip(rows, (person, row) => new ShownItem("attendee", person.Id, Fingerprint.Of([.. row.Select(Text)])))]);
        var sheet = new OutSheet(texts["Attendees"], [.. columns.Select(c => new OutColumn(c.Heading, c.Width))],
            [.. rows, [], [texts["ExportMark", user.DisplayName(), at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), people.Count].Value]]);
        return sheet.AsFile(kind, $"{meeting.Year}-{texts["Attendees"]}-{at:MMdd-HHmm}");
    }

    static string? Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture);

    List<Column> Columns(MeetingView meeting, IReadOnlyDictionary<int, IReadOnlyList<SeatPlace>> places) =>
    [
        new(texts["ListNo"], 6, a => a.ListNo), new(texts["Name"], 12, a => a.Name), new(texts["Gender"], 6, a => Word(a.Gender)), new(texts["Unit"], 32, a => a.Unit),
        new(texts["Department"], 16, a => a.Department), new(texts["Post"], 18, a => a.Post), new(texts["Category"], 18, a => Word<AttendeeCategory>(a.Category)), new(texts["Seat"], 18, a => seatWords.SeatsAt(places.GetValueOrDefault(a.Id))),
        new(texts["Phone"], 16, a => a.Phone, OrganiserOnly: true), new(texts["ContactPhone"], 16, a => a.ContactPhone, OrganiserOnly: true),
        new(texts["State"], 10, a => Word<AttendeeState>(a.State)), new(texts["Reason"], 18, a => a.StateReason), new(texts["Source"], 10, a => Word<AttendeeSource>(a.Source)),
        new(texts["IsHead"], 10, a => a.IsHead ? texts["Yes"].Value : null), new(texts["Companions"], 10, a => a.Companions), new(texts["Lodging"], 14, a => a.Lodging),
        new(texts["StayNeededQuestion"], 10, a => YesNo(a.Stay?.Needed)), new(texts["Room"], 10, a => Word(a.Stay?.Room)), new(texts["Roommate"], 12, a => a.Stay?.Roommate),
        new(texts["StayFrom"], 12, a => StayText.Day(a.Stay?.From)), new(texts["StayTo"], 12, a => StayText.Day(a.Stay?.To)), new(texts["Meals"], 16, a => texts.Of(a.Stay?.Meals ?? Meals.None)),
        new(texts["SaidRoles"], 16, a => texts.Of(a.SaidRoles)),
        .. Travel("Arrival", a => a.Arrival, meeting), .. Travel("Departure", a => a.Departure, meeting),
        new(texts["Liaison"], 10, a => a.Liaison), new(texts["Remark"], 30, a => a.Remark),
    ];

    IEnumerable<Column> Travel(string way, Func<ExtractedAttendee, TravelNote?> of, MeetingView meeting) =>
    [
        new(fields[$"Field_{way}.Mode"], 10, a => Word(of(a)?.Mode)), new(fields[$"Field_{way}.ServiceNo"], 12, a => of(a) is { ServiceAlias: { } alias } two ? $"{two.ServiceNo}/{alias}" : of(a)?.ServiceNo),
        new(fields[$"Field_{way}.Terminal"], 14, a => of(a)?.Terminal), new(fields[$"Field_{way}.At"], 18, a => of(a)?.At is { } at ? meeting.Local(at) : null),
        new(fields[$"Field_{way}.NeedsRide"], 8, a => YesNo(of(a)?.NeedsRide)),
        new(texts[$"{way}AskAgain"], 12, a => StayText.Day(of(a)?.AskAgainOn)),
    ];

    string? YesNo(bool? value) => value is { } said ? texts[said ? "Yes" : "No"].Value : null;

    string? Word<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } set ? texts[typeof(TEnum).Name + set].Value : null;
}
