using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using EventApp.Components;
using EventApp.Web;
using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Privacy;

namespace EventApp.Privacy;

/// <summary>All that is held on one person as a file for that person: json for machines, xlsx for people; marked with who took it and when, and logged.</summary>
sealed class PersonExport(PersonalData data, HeldWords words, IStringLocalizer<PrivacyTexts> texts, TimeProvider clock)
{
    static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/{year:int}/attendees/{id:int}/data/export", async (int year, int id, string? kind, HttpContext http, MeetingCalendar calendar, PersonExport export) =>
        kind is "xlsx" or "json" && await calendar.ReadAsync(year) is { } meeting ? await export.RunAsync(meeting, id, kind, http.User) : Results.NotFound()).RequireAuthorization(Policies.Organiser);

    async Task<IResult> RunAsync(MeetingView meeting, int id, string kind, ClaimsPrincipal user)
    {
        var (by, at) = (user.DisplayName(), clock.GetUtcNow().UtcDateTime);
        if (await data.RunAsync(meeting.Id, id, user.Holds(meeting.Id, Roles.Catering), by, kind) is not { } found) return Results.NotFound();
        var mark = texts["ExportMark", by, meeting.Stamp(at)].Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"{meeting.Year}-{texts["PersonalData"].Value}-{id}.{kind}");
        return kind == "json" ? Results.File(Json(found, meeting, mark), "application/json", name) : Results.File(Sheet(found, meeting, mark), TakenSheet.Xlsx, name);
    }

    byte[] Json(PersonalDataView found, MeetingView meeting, string mark) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        mark, meeting = meeting.Name, dietHeldByCatering = found.DietWithheld,
        parts = found.Parts.Select(part => new { kind = part.Kind, title = words.Part(part.Kind), things = part.Things.Select(thing => new { at = thing.At, lines = thing.Lines.Select(line => new { field = line.Field, title = words.Field(line.Field), value = words.Value(line, meeting) }) }) }),
    }, Plain);

    byte[] Sheet(PersonalDataView found, MeetingView meeting, string mark)
    {
        var rows = found.Parts.SelectMany(part => part.Things.SelectMany((thing, at) => thing.Lines.Select(IReadOnlyList<object?> (line) =>
            [words.Part(part.Kind), at + 1, thing.At is { } when ? meeting.Stamp(when) : null, words.Field(line.Field), words.Value(line, meeting)]))).ToList();
        if (found.DietWithheld) rows.Add([words.Part("diet"), 1, null, texts["DietHeld"].Value, texts["DietWithheld"].Value]);
        var file = new MemoryStream();
        XlsxFile.Write(file, new OutSheet(texts["PersonalData"], [new(texts["Part"], 16), new(texts["No"], 6), new(texts["When"], 18), new(texts["Field"], 18), new(texts["Value"], 60)], [.. rows, [], [mark]]) { Wraps = true });
        return file.ToArray();
    }
}
