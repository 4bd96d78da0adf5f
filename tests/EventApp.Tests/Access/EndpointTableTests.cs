using System.Net;
using System.Text;
using EventApp.Commands;
using EventApp.Tests.CheckIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Dashboard;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Shuttles;

namespace EventApp.Tests.Access;

/// <summary>Who reaches which page, endpoint and command: nobody signed in, each role in this meeting, an organiser of all meetings, one of another meeting, a station's token, the cookie of each kind of link. What has no row fails, and so does a row without its endpoint.</summary>
public sealed class EndpointTableTests
{
    [Flags]
    enum Who
    {
        OwnToken = 0, Nobody = 1, Station = 2, Foreign = 4, Installation = 8, Organiser = 16, Desk = 32, Liaison = 64, Dispatcher = 128, StageManager = 256, Catering = 512, Viewer = 1024, Display = 2048, Driver = 4096, Unit = 8192, Attendee = 16384,
        Organisers = Installation | Organiser, Desks = Organisers | Desk, Staff = Desks | Liaison | Dispatcher | StageManager | Catering | Viewer, SignedIn = Staff | Foreign, Links = Display | Driver | Unit | Attendee, All = SignedIn | Nobody | Station | Links,
        AnyOrganiser = Organisers | Foreign,
    }

    // A reply's form is asked for the page's token before it is asked for the link's: without, the request is at fault.
    // A page is reached by GET and by POST alike. OwnToken opens to a pairing's, an invitation's or a PIN's own secret, or to the one that is traded for a link's cookie, which none of these bears.
    // What names no meeting is reached by whoever has the role in any: it shows or writes nothing of one.
    static readonly (Who Who, string Pages, string Calls)[] Table =
    [
        (Who.All, "/sign-in, /sign-in/code, /first-organiser, /join, /station, /screen, /reply/{Id:int}, /me/{LinkId:int}, /driver/{Id:int}, /trust, /not-found, /status/{Code:int}, /error", """
            GET /language/{name}, POST /passkeys/request, POST /passkeys/sign-in, GET /trust/ca.crt, GET /trust/ca.mobileconfig, GET /health/live, * /health/ready, * /api/{**rest}, GET /api-reference/parts/favicon.svg, GET /api-reference/parts/scalar.aspnetcore.js, GET /api-reference/parts/scalar.js
            """),
        (Who.OwnToken, "", "POST /join/open, GET /join/state, POST /join/enter, POST /screen/open, POST /me/{id:int}/open, POST /driver/{id:int}/open, POST /reply/{id:int}/open, POST /api/v1/stations/enrol, POST /api/v1/stations/me/pin"),
        (Who.Display, "", "GET /screen/state"),
        (Who.Unit, "", "GET /reply/{id:int}/state, GET /reply/{id:int}/form, GET /reply/{id:int}/sheet.xlsx, GET /reply/{id:int}/links, GET /reply/{id:int}/links/{link:int}.png, POST /reply/{id:int}/save, POST /reply/{id:int}/send, POST /reply/{id:int}/proof"),
        (Who.Attendee, "", "GET /me/{id:int}/state, POST /me/{id:int}/consents"),
        (Who.SignedIn, "/, /account, /new-password, /meetings", """
            POST /sign-out, POST /session/active, POST /session/lock, POST /passkeys/creation, POST /passkeys/add, * /_blazor, * /_blazor/negotiate, * /_blazor/disconnect/, * /_blazor/initializers/, GET /_framework/opaque-redirect, GET /{**path:file}, HEAD /{**path:file}
            """),
        (Who.Staff & ~Who.Desk, "/{Year:int}/dashboard, /{Year:int}/unit-arrivals", ""),
        (Who.SignedIn & ~Who.Desk, "", "GET /dashboard"),
        (Who.Desks, "/{Year:int}/arrivals", ""),
        (Who.Organisers | Who.Liaison, "/{Year:int}/my-units", ""),
        (Who.Organisers | Who.Dispatcher, "/{Year:int}/vehicles", ""),
        (Who.Organisers | Who.StageManager, "/{Year:int}/seating/scenes, /{Year:int}/seating/scenes/{Id:int}, /{Year:int}/seating/scenes/print/{PrintoutId:int}", ""),
        (Who.Catering, "/{Year:int}/catering, /{Year:int}/catering/tables", "GET /{year:int}/catering/export"),
        (Who.Organisers, """
            /{Year:int}, /{Year:int}/accounts, /{Year:int}/attendees, /{Year:int}/attendees/{Id:int}/data, /{Year:int}/consents, /{Year:int}/retention, /{Year:int}/audit, /{Year:int}/backups, /{Year:int}/badges, /{Year:int}/badges/print/{PrintoutId:int}, /{Year:int}/badges/test, /{Year:int}/carry-over, /{Year:int}/checkpoints,
            /{Year:int}/closing, /{Year:int}/closing/print/{PrintoutId:int}, /{Year:int}/duplicates, /{Year:int}/import, /{Year:int}/joining, /{Year:int}/meeting, /{Year:int}/paper, /{Year:int}/paper/print/{PrintoutId:int}, /{Year:int}/proof, /{Year:int}/proof/print/{PrintoutId:int}, /{Year:int}/replies, /{Year:int}/replies/files, /{Year:int}/replies/settings, /{Year:int}/replies/changes, /{Year:int}/replies/wishes,
            /{Year:int}/scans, /{Year:int}/screens, /{Year:int}/seating, /{Year:int}/seating/halls/{Id:int}, /{Year:int}/seating/halls/{Id:int}/shape, /{Year:int}/seating/halls/{Id:int}/fill, /{Year:int}/seating/halls/{Id:int}/tables, /{Year:int}/seating/halls/{Id:int}/import, /{Year:int}/seating/print/{PrintoutId:int}, /{Year:int}/set-up, /{Year:int}/sessions, /{Year:int}/settings, /{Year:int}/staff, /{Year:int}/stations, /{Year:int}/units, /{Year:int}/{List:regex(^(units|staff)$)}/import
            """, """
            GET /{year:int}/attendees/export, GET /{year:int}/attendees/{id:int}/data/export, GET /{year:int}/audit/export, POST /{year:int}/replies/files/{unitId:int}, POST /{year:int}/replies/files.zip, GET /{year:int}/seating/halls/{id:int}/grid.xlsx, POST /{year:int}/badges/print-shop, POST /{year:int}/closing/xlsx
            """),
        (Who.AnyOrganiser, "", "GET /templates/{name}.xlsx"),
        (Who.Installation, "/meetings/new", "GET /api-reference, GET /api-reference/parts/{documentName?}, GET /openapi/{documentName}.json"),
        (Who.Station, "", """
            GET /api/v1/checkpoints, GET /api/v1/checkpoints/{id:int}/status, GET /api/v1/stations/me, GET /api/v1/units/{id:int}/attendees, POST /api/v1/check-ins, POST /api/v1/check-ins/batch,
            POST /api/v1/check-ins/{scanId:long}/undo, POST /api/v1/attendees/search, POST /api/v1/attendees/walk-in, POST /api/v1/attendees/{id:int}/badge, POST /api/v1/attendees/{id:int}/handouts,
            POST /api/v1/attendees/{id:int}/handouts/{handoutId:long}/undo, POST /api/v1/attendees/{id:int}/reinstate, POST /api/v1/attendees/{id:int}/substitute, POST /api/v1/stations/me/operator
            """),
    ];

    // Run by whoever owns the data directory: the database, the keys and the socket to the server are readable by its owner alone.
    const string Commands = "audit, backup, certificate, import, restore";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_stands_in_the_table_and_opens_to_those_named_there_alone()
    {
        await using var hall = new ApiHall();
        var (here, elsewhere) = (hall.Meeting.Id, hall.Add(new Meeting { Year = 2025, Name = "年会", FirstDay = new(2025, 8, 22), LastDay = new(2025, 8, 23) }).Id);
        var callers = new List<(Who Who, HttpClient Client)>
        {
            (Who.Nobody, hall.App.Anonymous()), (Who.Station, hall.AddStation("1号台")), (Who.Installation, await hall.App.SignedInAsync("installation", Roles.Organiser)),
            (Who.Foreign, await hall.App.SignedInAsync("foreign", [.. Roles.All.Select(role => $"{role}@{elsewhere}")])),
        };
        callers.AddRange(await LinksAsync(hall));
        foreach (var role in Roles.All) callers.Add((Enum.Parse<Who>(role.Replace("-", ""), ignoreCase: true), await hall.App.SignedInAsync(role, $"{role}@{here}")));
        Assert.Equal(Who.All, callers.Aggregate((Who)0, (all, caller) => all | caller.Who));
        var found = new List<string>();
        foreach (var (method, pattern) in Endpoints(hall.App))
        {
            var reached = (Who)0;
            foreach (var (who, client) in callers)
                if (await ReachesAsync(client, method, pattern)) reached |= who;
            found.Add($"{method} {pattern}: {reached}");
        }
        var table = Table.SelectMany(row => Split(row.Pages).SelectMany(page => new[] { "GET " + page, "POST " + page }).Concat(Split(row.Calls)).Select(endpoint => $"{endpoint}: {row.Who}"));
        var wrong = string.Join('\n', table.Except(found).Select(row => "not so: " + row).Concat(found.Except(table).Select(row => "in no row: " + row)).Order(StringComparer.Ordinal));
        foreach (var (_, client) in callers) client.Dispose();
        Assert.True(wrong.Length == 0, wrong);
    }

    // Each bears the cookie of its link wherever it asks, which a browser would send to the link's own path alone.
    static async Task<IEnumerable<(Who, HttpClient)>> LinksAsync(ApiHall hall)
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        var (services, id, by) = (scope.ServiceProvider, hall.Meeting.Id, "小松");
        var person = hall.AddPerson("王刚");
        hall.AddBadge(person);
        var van = hall.Add(new Vehicle { MeetingId = id, Model = "商务车", Seats = 7 });
        return new (Who, string)[]
        {
            (Who.Display, "screen=" + ((MakeDisplayLinkResult.Made)await services.GetRequiredService<MakeDisplayLink>().RunAsync(id, "大厅", null, by, Stop)).Token),
            (Who.Driver, "driver=" + (await services.GetRequiredService<MakeDriverLink>().RunAsync(id, van.Id, by, Stop))!.Token),
            (Who.Unit, "reply=" + (await services.GetRequiredService<InviteUnits>().RunAsync(id, [hall.Unit.Id], sent: true, by, Stop))[0].Token),
            (Who.Attendee, "own=" + (await services.GetRequiredService<MakeAttendeeLinks>().RunAsync(id, [person.Id], by, Stop))[0].Token),
        }.Select(link => (link.Item1, Bearing(hall.App, link.Item2)));
    }

    static HttpClient Bearing(RunningApp app, string cookie)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Address) };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    // A link's secret, which no other site knows, stands in what is sent; health says what it says to any method.
    static readonly string[] WithoutToken = ["* /health/ready", "POST /driver/{id:int}/open", "POST /join/open", "POST /me/{id:int}/open", "POST /reply/{id:int}/open", "POST /screen/open"];

    [Fact]
    public async Task Whatever_a_cookie_opens_asks_for_the_token_of_the_page_before_it_changes_anything()
    {
        await using var app = new RunningApp();
        var asked = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(one => one.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(one => (one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => (Name: $"{method} /{one.RoutePattern.RawText!.TrimStart('/')}", Asks: one.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true })))
            .Where(one => one.Name.Split(' ') is [not ("GET" or "HEAD"), var path] && !path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/_blazor", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(asked.Count(one => one.Asks) > 60);
        Assert.Equal(WithoutToken, asked.Where(one => !one.Asks).Select(one => one.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_stands_in_the_table() => Assert.Equal(Commands, string.Join(", ", ToolCommands.Words.Order(StringComparer.Ordinal)));

    static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<(string Method, string Pattern)> Endpoints(RunningApp app) => app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))))
        .Distinct();

    // Reached is whatever got past the door: a page, a file, a fault of the request itself.
    static async Task<bool> ReachesAsync(HttpClient client, string method, string pattern)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method == "*" ? "GET" : method), Filled(pattern));
        if (method == "POST") request.Content = pattern.StartsWith("/api/", StringComparison.Ordinal) || pattern.StartsWith("/reply/{id", StringComparison.Ordinal) || pattern is "/join/open" or "/screen/open" or "/me/{id:int}/open" or "/me/{id:int}/consents" or "/driver/{id:int}/open"
            ? new StringContent("""{"checkpointId":1}""", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        return answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            && answer.Headers.Location?.OriginalString.Contains("/sign-in?", StringComparison.Ordinal) != true;
    }

    static string Filled(string pattern) => string.Join('/', pattern.Split('/').Select(part => part switch
    {
        "{Year:int}" or "{year:int}" => "2026",
        ['{', ..] when part.Contains(":int", StringComparison.Ordinal) || part.Contains(":long", StringComparison.Ordinal) => "1" + part[(part.IndexOf('}') + 1)..],
        ['{', ..] when part.StartsWith("{List", StringComparison.Ordinal) => "units",
        "{name}.xlsx" => "units.xlsx",
        "{documentName}.json" or "{documentName?}" => part.Replace("{documentName}", "v1").Replace("{documentName?}", "v1"),
        "{**path:file}" => "nothing.txt",
        ['{', ..] => "en",
        _ => part,
    })) + (pattern.StartsWith("/api/v1/units", StringComparison.Ordinal) ? "?checkpointId=1" : "");
}
