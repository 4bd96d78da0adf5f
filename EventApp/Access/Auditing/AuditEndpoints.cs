using System.Globalization;
using System.Security.Claims;
using EventApp.Components;
using EventApp.Web;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.Dashboard;
using Shared.Data.Sheets;
using Shared.Meetings;

namespace EventApp.Access.Auditing;

static class AuditEndpoints
{
    public static void AddAuditPages(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<AuditWords>().AddScoped<AuditDetails>().AddScoped<AuditExport>();

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet("/{year:int}/audit/export", async (int year, string? kind, HttpRequest request, MeetingCalendar calendar, AuditExport export) =>
        kind is "xlsx" or "csv" && await calendar.ReadAsync(year) is { } meeting
            ? await export.RunAsync(meeting, AuditAddress.Read(year, request.GetEncodedUrl()), kind, request.HttpContext.User)
            : Results.NotFound()).RequireAuthorization(Policies.Organiser);

    /// <summary>What the signed-in person may see of the trail in this meeting.</summary>
    public static AuditScope Scope(this ClaimsPrincipal user, MeetingView meeting) => new(meeting.Id, user.HoldsEverywhere(Roles.Organiser));
}

/// <summary>The trail as filtered and as shown, as a file: marked with who took it and when, and itself recorded.</summary>
sealed class AuditExport(AuditExtract extract, SubjectNames subjects, AuditWords words, AuditTrail audit)
{
    public async Task<IResult> RunAsync(MeetingView meeting, AuditAddress address, string kind, ClaimsPrincipal user)
    {
        var (by, at) = (user.DisplayName(), meeting.Local(audit.Now));
        var entries = await extract.ReadAsync(user.Scope(meeting), address.Filter(meeting));
        var names = await subjects.ReadAsync(entries.SelectMany(entry => new[] { entry.SubjectId, entry.Who }));
        await audit.AddAsync(by, "export", meetingId: meeting.Id, details: string.Create(CultureInfo.InvariantCulture, $"audit-{kind}, {entries.Count} items"));
        IEnumerable<IReadOnlyList<object?>> rows =
            [.. entries.Select(entry => Row(entry, meeting, names)), [], [words.Mark(by, at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), entries.Count)]];
        var sheet = new OutSheet(words.Title, words.Columns, rows);
        return sheet.AsFile(kind, $"{meeting.Year}-{words.Title}-{at:MMdd-HHmm}");
    }

    List<object?> Row(AuditEntryView entry, MeetingView meeting, IReadOnlyDictionary<string, string> names) =>
    [
        entry.Id, meeting.Local(entry.HappenedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), words.Who(entry.Who, names), words.Deed(entry.What),
        words.Subject(entry.SubjectId, names), string.Join("; ", words.Details(entry, meeting)),
    ];
}
