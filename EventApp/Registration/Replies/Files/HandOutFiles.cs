using System.IO.Compression;
using EventApp.Web;
using Microsoft.AspNetCore.Antiforgery;
using Shared.Access;
using Shared.Meetings;
using Shared.Registration.Replies;
using Shared.Registration.Replies.Files;

namespace EventApp.Registration.Replies.Files;

/// <summary>Units' files on their way out: made from the forms as they stand, and recorded.</summary>
sealed class HandOutFiles(InviteUnits invite, UnitWorkbook workbook, RecordPrintout record)
{
    const string Kind = "reply-xlsx";

    /// <summary>A unit without a link gets one; one whose link was ended gets no file. Who is handed the form is invited by it.</summary>
    public async Task<IReadOnlyList<UnitFile>> OfUnitsAsync(int meetingId, IReadOnlyCollection<int> units, string who, CancellationToken stop)
    {
        var files = new List<UnitFile>();
        foreach (var link in await invite.RunAsync(meetingId, units, sent: true, who, stop))
            if (await workbook.ReadAsync(link.ReplyId, stop) is { } file) files.Add(file);
        if (files.Count > 0) await record.RunAsync(new(meetingId, Kind, who), [.. files.Select(Item)], stop);
        return files;
    }

    /// <summary>The file of one reply, for the unit itself.</summary>
    public async Task<UnitFile?> OfReplyAsync(ReplyView reply, CancellationToken stop)
    {
        if (await workbook.ReadAsync(reply.Id, stop) is not { } file) return null;
        await record.RunAsync(new(reply.Meeting.Id, Kind, file.By), [Item(file)], stop);
        return file;
    }

    /// <summary>All files in one; of two with the same name the second bears its unit's number.</summary>
    public static byte[] Zip(IReadOnlyList<UnitFile> files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var file in files)
            {
                var name = names.Add(file.Name) ? file.Name : $"{Path.GetFileNameWithoutExtension(file.Name)}-{file.UnitId}.xlsx";
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(file.Content);
            }
        }
        return stream.ToArray();
    }

    static ShownItem Item(UnitFile file) => new("unit", file.UnitId, System.Security.Cryptography.SHA256.HashData(file.Content));
}

/// <summary>Where units' files are fetched: by organisers one or all, by a unit its own.</summary>
static class ReplyFileEndpoints
{
    public static void MapReplyFiles(this IEndpointRouteBuilder app)
    {
        var token = new RequireAntiforgeryTokenAttribute();
        app.MapPost("/{year:int}/replies/files/{unitId:int}", OneAsync).RequireAuthorization(Policies.Organiser).WithMetadata(token);
        app.MapPost("/{year:int}/replies/files.zip", AllAsync).RequireAuthorization(Policies.Organiser).WithMetadata(token);
        app.MapGet("/reply/{id:int}/sheet.xlsx", OwnAsync).AllowAnonymous().RequireRateLimiting(ReplyLimits.Form);
    }

    static async Task<IResult> OneAsync(int year, int unitId, HttpContext http, MeetingCalendar calendar, HandOutFiles handOut)
    {
        if (!http.IsOurs()) return Results.BadRequest();
        return await calendar.ReadAsync(year, http.RequestAborted) is { } meeting && await handOut.OfUnitsAsync(meeting.Id, [unitId], http.User.DisplayName(), http.RequestAborted) is [var file] ? File(file) : Results.NotFound();
    }

    static async Task<IResult> AllAsync(int year, HttpContext http, MeetingCalendar calendar, ReplyTracking tracking, HandOutFiles handOut)
    {
        if (!http.IsOurs()) return Results.BadRequest();
        if (await calendar.ReadAsync(year, http.RequestAborted) is not { } meeting) return Results.NotFound();
        var units = (await tracking.ReadAsync(meeting, http.RequestAborted)).Rows.Select(row => row.UnitId).ToList();
        var files = await handOut.OfUnitsAsync(meeting.Id, units, http.User.DisplayName(), http.RequestAborted);
        return files.Count == 0 ? Results.NotFound() : Results.File(HandOutFiles.Zip(files), "application/zip", $"{year}-回执.zip");
    }

    static async Task<IResult> OwnAsync(int id, HttpContext http, ReplyForm form, HandOutFiles handOut)
    {
        if (!await ReplyEndpoints.AdmitsAsync(http, id)) return Results.Problem(statusCode: StatusCodes.Status401Unauthorized);
        return await form.ReadAsync(id, http.RequestAborted) is { } view && await handOut.OfReplyAsync(view, http.RequestAborted) is { } file ? File(file) : Results.NotFound();
    }

    static IResult File(UnitFile file) => Results.File(file.Content, TakenSheet.Xlsx, file.Name);
}
