using System.Globalization;
using EventApp.CheckIn.Paper;
using EventApp.Components;
using EventApp.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.CheckIn.Closing;
using Shared.Data.Sheets;
using Shared.Meetings;

namespace EventApp.CheckIn.Closing;

/// <summary>The closing report as a workbook: the sums, then everyone with group, time and notes; marked with who took it and when.</summary>
static class ClosingFile
{
    public static void MapClosing(this WebApplication app) => app.MapPost("/{year:int}/closing/xlsx",
            async (int year, HttpContext http, MeetingCalendar calendar, PrintClosing print, ClosingReport report, TimeProvider clock, IStringLocalizer<PaperTexts> texts) =>
            {
                if (await http.FormAsync() is not { } form || !int.TryParse(form["checkpoint"], NumberStyles.None, CultureInfo.InvariantCulture, out var checkpoint)) return Results.BadRequest();
                if (await calendar.ReadAsync(year) is not { } meeting || await print.RunAsync(meeting.Id, checkpoint, http.User.DisplayName(), asFile: true) is null) return Results.NotFound();
                var found = (await report.ReadAsync(meeting.Id, checkpoint))!;
                var at = clock.GetUtcNow().UtcDateTime;
                var mark = texts["FileMark", http.User.DisplayName(), meeting.Stamp(at)].Value;
                using var file = new MemoryStream();
                XlsxFile.Write(file, Sums(meeting, found, texts, mark), People(meeting, found, texts, mark));
                return Results.File(file.ToArray(), TakenSheet.Xlsx, $"{meeting.Year}-{texts["Closing"]}-{meeting.Local(at).ToString("MMdd-HHmm", CultureInfo.InvariantCulture)}.xlsx");
            })
        .RequireAuthorization(Policies.Organiser).WithMetadata(new RequireAntiforgeryTokenAttribute());

    static OutSheet Sums(MeetingView meeting, ClosingView report, IStringLocalizer<PaperTexts> texts, string mark)
    {
        List<IReadOnlyList<object?>> rows = [[texts["Topic"].Value, meeting.Title()], [texts["Checkpoint"].Value, report.Checkpoint.Title()]];
        rows.AddRange(Enum.GetValues<ClosingGroup>().Select(IReadOnlyList<object?> (group) => [texts["Group_" + group].Value, report.Count(group)]));
        rows.Add([texts["OnSite"].Value, report.OnSite]);
        rows.Add([texts["Units"].Value, $"{report.UnitsPresent}/{report.Units}"]);
        rows.Add([texts["StaffShare", report.Staff].Value, texts.Share(report)]);
        if (meeting.IsSample) rows.Add([texts["Remark"].Value, texts["SampleBanner"].Value]);
        return new OutSheet(texts["Sums"], [new(texts["What"], 32), new(texts["Value"], 48)], [.. rows, [], [mark]]);
    }

    static OutSheet People(MeetingView meeting, ClosingView report, IStringLocalizer<PaperTexts> texts, string mark)
    {
        (string Heading, double Width)[] columns =
        [
            (texts["ListNo"], 6), (texts["Name"], 14), (texts["Unit"], 40), (texts["Post"], 20), (texts["Category"], 18), (texts["Result"], 14),
            (texts["ArrivedAt"], 18), (texts["Remark"], 12), (texts["Reason"], 24), (texts["Notes"], 60),
        ];
        var rows = report.Rows.OrderBy(row => row.Group).Select(IReadOnlyList<object?> (row) =>
        [
            row.Person.ListNo, row.Person.Name, row.Person.Unit, row.Person.Post, texts["Category_" + row.Person.Category].Value, texts["Group_" + row.Group].Value,
            row.ArrivedAt is { } at ? meeting.Local(at) : null, texts.RemarkOf(row.Person), row.Reason, Notes(meeting, row),
        ]);
        return new OutSheet(texts["People"], [.. columns.Select(c => new OutColumn(c.Heading, c.Width))], [.. rows, [], [mark]]);
    }

    static string Notes(MeetingView meeting, ClosingRow row) => string.Join('；', row.Notes.Select(note => $"{note.Text}（{note.By} {meeting.Stamp(note.At)}）"));
}
