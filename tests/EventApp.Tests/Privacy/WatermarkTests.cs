using System.Globalization;
using System.IO.Compression;
using System.Text;
using EventApp.Tests.CheckIn;
using Microsoft.AspNetCore.Routing;
using Shared.Access;
using Shared.CheckIn;

namespace EventApp.Tests.Privacy;

/// <summary>Every file that leaves the program says who took it and when, or stands here with the reason why it does not.</summary>
public sealed class WatermarkTests
{
    const string By = "林会务";

    static readonly (string Pattern, string[] Paths, string? Why)[] Table =
    [
        ("/{year:int}/attendees/export", ["/2026/attendees/export?kind=xlsx", "/2026/attendees/export?kind=csv"], null),
        ("/{year:int}/attendees/{id:int}/data/export", ["/2026/attendees/1/data/export?kind=xlsx", "/2026/attendees/1/data/export?kind=json"], null),
        ("/{year:int}/audit/export", ["/2026/audit/export?kind=xlsx", "/2026/audit/export?kind=csv"], null),
        ("/{year:int}/catering/export", ["/2026/catering/export?file=xlsx", "/2026/catering/export?file=csv", "/2026/catering/export?file=xlsx&view=rooms", "/2026/catering/export?file=csv&view=rooms"], null),
        ("/{year:int}/badges/print-shop", ["POST /2026/badges /2026/badges/print-shop people=1"], null),
        ("/{year:int}/closing/xlsx", ["POST /2026/closing /2026/closing/xlsx checkpoint=1"], null),
        ("/{year:int}/replies/files/{unitId:int}", [], "the unit's own sheet: it is sent to the unit, which fills it in and sends it back"),
        ("/{year:int}/replies/files.zip", [], "the same sheets, one a unit, each for its unit"),
        ("/{year:int}/seating/halls/{id:int}/grid.xlsx", ["/2026/seating/halls/1/grid.xlsx"], null),
        ("/reply/{id:int}/sheet.xlsx", [], "the unit's own sheet, fetched by the unit"),
        ("/templates/{name}.xlsx", [], "an empty list"),
    ];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_file_bears_operator_and_time_or_has_a_reason_not_to()
    {
        await using var hall = new ApiHall();
        hall.AddBadge(hall.AddPerson("王刚"));
        hall.AddHall();
        using var client = await hall.App.SignedInAsync(By, Roles.Organiser, Roles.Catering);
        var today = DateTime.UtcNow.AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var path in Table.SelectMany(row => row.Paths))
        {
            var text = Text(await FetchAsync(client, path));
            Assert.True(text.Contains(By, StringComparison.Ordinal), $"{path} does not say who took it");
            Assert.True(text.Contains($"{today} ", StringComparison.Ordinal), $"{path} does not say when it was taken");
        }
        Assert.All(Table, row => Assert.True(row.Paths.Length > 0 != row.Why is not null, row.Pattern));
    }

    [Fact]
    public void No_endpoint_hands_out_a_file_that_stands_in_no_row()
    {
        using var app = new RunningApp();
        var files = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(pattern => pattern.EndsWith("/export", StringComparison.Ordinal) || pattern.Contains("xlsx", StringComparison.Ordinal) || pattern.Contains(".zip", StringComparison.Ordinal) || pattern.Contains("/files/", StringComparison.Ordinal) || pattern.EndsWith("print-shop", StringComparison.Ordinal));
        Assert.Equal(Table.Select(row => row.Pattern).Order(StringComparer.Ordinal), files.Distinct().Order(StringComparer.Ordinal));
    }

    static async Task<byte[]> FetchAsync(HttpClient client, string path)
    {
        if (!path.StartsWith("POST ", StringComparison.Ordinal)) return await client.GetByteArrayAsync(path, Stop);
        var parts = path.Split((char[])[' ', '=']);
        using var answer = await client.PostFromAsync(parts[1], parts[2], (parts[3], parts[4]));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    // A workbook is a zip of xml, and a zip may hold workbooks.
    internal static string Text(byte[] file)
    {
        if (file is not [(byte)'P', (byte)'K', ..]) return Encoding.UTF8.GetString(file);
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using (var from = entry.Open()) from.CopyTo(content);
            return Text(content.ToArray());
        }));
    }
}
