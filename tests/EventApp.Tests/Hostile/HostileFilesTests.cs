using System.Net;
using EventApp.Access;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Data;
using Shared.Registration.Replies;

namespace EventApp.Tests.Hostile;

/// <summary>Files and first answers of a meeting whose every text is hostile: no cell is computed, no phone a number, no text markup.</summary>
public sealed class HostileFilesTests
{
    // What is asked of each endpoint that answers a file, and whether people's words stand in it. {0} is the year, {1} a reply.
    static readonly (string Pattern, string[] Asked, bool Words)[] Files =
    [
        ("GET /{year:int}/attendees/export", ["/{0}/attendees/export?kind=csv", "/{0}/attendees/export?kind=xlsx"], true),
        ("GET /{year:int}/attendees/{id:int}/data/export", ["/{0}/attendees/1/data/export?kind=xlsx"], true),
        ("GET /{year:int}/audit/export", ["/{0}/audit/export?kind=csv", "/{0}/audit/export?kind=xlsx"], true),
        ("POST /{year:int}/replies/files/{unitId:int}", ["/{0}/replies/files/1 none=none"], true),
        ("POST /{year:int}/replies/files.zip", ["/{0}/replies/files.zip none=none"], true),
        ("POST /{year:int}/badges/print-shop", ["/{0}/badges/print-shop people=1,2,3,4,5,6,7,8,9"], true),
        ("POST /{year:int}/closing/xlsx", ["/{0}/closing/xlsx checkpoint=1"], true),
        ("GET /{year:int}/seating/halls/{id:int}/grid.xlsx", ["/{0}/seating/halls/1/grid.xlsx"], true),
        ("GET /templates/{name}.xlsx", ["/templates/reply.xlsx", "/templates/units.xlsx", "/templates/staff.xlsx"], false),
        ("GET /reply/{id:int}/sheet.xlsx", ["/reply/{1}/sheet.xlsx"], true),
        ("GET /reply/{id:int}/links/{link:int}.png", [], false),
        ("GET /{year:int}/catering/export", ["/{0}/catering/export?file=csv", "/{0}/catering/export?file=xlsx", "/{0}/catering/export?file=csv&view=rooms", "/{0}/catering/export?file=xlsx&view=rooms"], true),
        ("GET /trust/ca.crt", [], false), ("GET /trust/ca.mobileconfig", [], false),
    ];

    // These answer no file: JSON, a redirection, nothing.
    static readonly string[] NoFiles =
    [
        "/api/", "/api-reference", "/openapi/", "/_blazor", "/_framework", "/health", "/passkeys", "/session", "/sign-out", "/language", "/dashboard", "/join", "/screen/", "/me/", "/driver/", "/reply/{id:int}/open", "/reply/{id:int}/state", "/reply/{id:int}/form", "/reply/{id:int}/links",
        "/reply/{id:int}/save", "/reply/{id:int}/send", "/reply/{id:int}/proof", "/{**path:file}",
    ];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<(RunningApp App, int Year)> PlantedAsync()
    {
        var app = new RunningApp();
        await using var scope = app.Services.CreateAsyncScope();
        var (meeting, _) = await SampleRows.AddAsync(scope.ServiceProvider);
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        await OneRowEach.AddAsync(db, meeting.Id);
        await TextColumns.PlantAsync(db, (column, at) => HostileTexts.Sql(column.Length, at));
        foreach (var text in HostileTexts.All) await scope.ServiceProvider.GetRequiredService<AuditTrail>().AddAsync(text, "note-changed", "attendee:1", meeting.Id, text, Stop);
        return (app, meeting.Year);
    }

    static async Task<HttpClient> OrganiserAsync(RunningApp app)
    {
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync("\"><x-h>", "=<x-h>", RunningApp.Password, [new Grant(Roles.Organiser), new Grant(Roles.Catering)]);
        var client = app.Anonymous();
        Assert.NotNull(await client.SignInAsync("\"><x-h>", RunningApp.Password));
        return client;
    }

    static List<string> Endpoints(RunningApp app) =>
    [
        .. app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(one => one.Metadata.GetMetadata<StaticAssetDescriptor>() is null && one.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            .SelectMany(one => (one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} /{one.RoutePattern.RawText!.TrimStart('/')}")).Distinct(),
    ];

    [Fact]
    public async Task No_file_holds_a_cell_that_is_computed_or_a_phone_that_is_a_number()
    {
        var (app, year) = await PlantedAsync();
        await using var gone = app;
        using var client = await OrganiserAsync(app);
        var (token, reply) = await ReplyAsync(app);
        var unsaid = Endpoints(app).Where(one => !Files.Any(file => file.Pattern == one) && !NoFiles.Any(no => one[(one.IndexOf(' ') + 1)..].StartsWith(no, StringComparison.Ordinal)));
        var wrong = unsaid.Select(one => $"{one} stands neither among the files nor among what is none").ToList();
        foreach (var (pattern, asked, words) in Files)
            foreach (var one in asked)
            {
                var address = string.Format(null, one, year, reply);
                using var answer = await AskAsync(client, address, token);
                var found = new List<string>();
                if (answer.StatusCode != HttpStatusCode.OK) found.Add($"answers {answer.StatusCode}");
                if (answer.Content.Headers.ContentDisposition is not { DispositionType: "attachment" } or { FileNameStar: null, FileName: null }) found.Add("is no attachment with a name");
                var texts = ReadFile.Texts(await answer.Content.ReadAsByteArrayAsync(Stop), found);
                if (words && !texts.Any(text => text.Contains("x-h", StringComparison.Ordinal))) found.Add("bears none of the hostile texts");
                wrong.AddRange(found.Select(fault => $"{pattern} {address}: {fault}"));
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static async Task<(string Token, int Reply)> ReplyAsync(RunningApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        var unit = await db.Replies().OrderBy(r => r.Id).Select(r => new { r.MeetingId, r.UnitId }).FirstAsync(Stop);
        var link = (await scope.ServiceProvider.GetRequiredService<InviteUnits>().RunAsync(unit.MeetingId, [unit.UnitId], sent: true, "小松", Stop))[0];
        return (link.Token, link.ReplyId);
    }

    static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string token)
    {
        if (address.Split(' ') is [var to, var field]) return await client.PostFormAsync(to[..to.LastIndexOf('/')], null, new() { [field.Split('=')[0]] = field.Split('=')[1] }, to);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (address.StartsWith("/reply", StringComparison.Ordinal)) request.Headers.Add("Cookie", $"reply={token}");
        return await client.SendAsync(request, Stop);
    }

    [Fact]
    public async Task No_page_answers_a_hostile_text_as_markup()
    {
        var (app, year) = await PlantedAsync();
        await using var gone = app;
        using var client = await OrganiserAsync(app);
        var (wrong, bearing) = (new List<string>(), 0);
        var paths = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(one => one.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(one => "/" + one.RoutePattern.RawText!.TrimStart('/').Replace("{Year:int}", $"{year}").Replace("{Id:int}", "1").Replace("{LinkId:int}", "1")).Where(path => !path.Contains('{')).Distinct()
            .Concat(((string[])["badges/print/1", "paper/print/2", "closing/print/3", "proof/print/4", "paper/print/5", "seating/print/6", "seating/scenes/print/7", "seating/scenes/print/8", "seating/scenes/print/9", "seating/halls/1/tables", "attendees?person=1&edit=yes", "units?edit=1", "replies?unit=9"]).Select(path => $"/{year}/{path}")).ToList();
        Assert.True(paths.Count > 30);
        foreach (var path in paths)
        {
            var html = await (await client.GetAsync(path, Stop)).Content.ReadAsStringAsync(Stop);
            if (html.Contains("<x-h", StringComparison.Ordinal) || html.Contains("<svg/onload", StringComparison.Ordinal) || html.Contains("onerror=__hit", StringComparison.Ordinal) && html.Contains("<img src=x:h", StringComparison.Ordinal)) wrong.Add(path);
            if (html.Contains("&lt;x-h", StringComparison.Ordinal)) bearing++;
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(bearing > 0);
    }
}
