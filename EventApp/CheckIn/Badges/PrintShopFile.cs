using System.Globalization;
using System.IO.Compression;
using System.Text;
using EventApp.Components;
using EventApp.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using QRCoder;
using Shared.Access;
using Shared.CheckIn.Badges;
using Shared.Data.Sheets;
using Shared.Meetings;

namespace EventApp.CheckIn.Badges;

/// <summary>What a print shop needs: a table of the badges and each code as a drawing. It holds the codes, so it is for organisers alone, marked and recorded.</summary>
static class PrintShopFile
{
    public static void MapBadges(this WebApplication app) => app.MapPost("/{year:int}/badges/print-shop",
            async (int year, HttpContext http, MeetingCalendar calendar, PrintBadges print, PrintedBadges printed, IStringLocalizer<BadgeTexts> texts) =>
            {
                if (await http.FormAsync() is not { } form) return Results.BadRequest();
                if (await calendar.ReadAsync(year) is not { } meeting) return Results.NotFound();
                if (Numbers(form["people"]) is not { } attendees || Numbers(form["spares"]) is not { } free) return Results.BadRequest();
                var order = new BadgeOrder(new BadgeChoice(attendees, free), http.User.DisplayName(), ForPrintShop: true);
                if (await print.RunAsync(meeting, order) is not PrintBadgesResult.Recorded recorded || await printed.ReadAsync(meeting, recorded.PrintoutId) is not { } badges)
                    return Results.BadRequest();
                return Results.File(Write(badges, texts), "application/zip", $"{meeting.Year}-badges-{badges.Print.Id}.zip");
            })
        .RequireAuthorization(Policies.Organiser).WithMetadata(new RequireAntiforgeryTokenAttribute());

    static List<int>? Numbers(string? list)
    {
        var numbers = new List<int>();
        foreach (var part in (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            numbers.Add(number);
        }
        return numbers;
    }

    static byte[] Write(BadgePrint print, IStringLocalizer<BadgeTexts> texts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var table = new MemoryStream();
            XlsxFile.Write(table, Table(print, texts));
            Add(zip, "badges.xlsx", table.ToArray());
            foreach (var badge in print.Badges) Add(zip, $"qr/{badge.Face.Number}.svg", Encoding.UTF8.GetBytes(QrCode.Draw(badge.Code)));
        }
        return file.ToArray();
    }

    static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    static OutSheet Table(BadgePrint print, IStringLocalizer<BadgeTexts> texts)
    {
        string[] headings = [texts["Number"], texts["Name"], texts["Unit"], texts["Post"], texts["Category"], texts["Code"], texts["Drawing"], texts["Liaison"], texts["LiaisonPhone"], texts["Meeting"]];
        double[] widths = [10, 14, 40, 20, 12, 32, 16, 12, 16, 40];
        var rows = print.Badges.Select(IReadOnlyList<object?> (b) =>
        [
            b.Face.Number, b.Face.Name, b.Face.Unit, b.Face.Post, texts["Kind_" + (b.Face.Kind?.ToString() ?? "Spare")].Value, b.Code, $"qr/{b.Face.Number}.svg",
            b.Face.Liaison, b.Face.LiaisonPhone, print.Frame.Meeting.Title(),
        ]);
        object?[] mark = [texts["FileMark", print.Print.By, print.Frame.Meeting.Stamp(print.Print.At), print.Badges.Count].Value];
        return new OutSheet(texts["Badges"], [.. headings.Zip(widths, (heading, width) => new OutColumn(heading, width))], [.. rows, [], mark]);
    }
}
