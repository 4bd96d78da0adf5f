using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using EventApp.Tests.CheckIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Demo;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Shuttles;

namespace EventApp.Tests.Hostile;

/// <summary>Another meeting's ids in every address, every query of an address, every call of a station and every link: nothing of it is shown, nothing of it is changed.</summary>
public sealed class AddressesOfTwoMeetingsTests(TwoMeetings two) : IClassFixture<TwoMeetings>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Whose rows a number in an address may be.
    static readonly string[] Subjects = ["Attendee", "Unit", "Checkpoint", "Station", "StaffMember", "Printout", "Reply", "Vehicle", "Hall", "DisplayLink", "Scene"];

    // Calls of a station: what is sent, with the other meeting's ids. {0} attendee, {1} checkpoint, {2} scan, {3} handout, {4} unit, {5} item, {6} staff; {7} is a checkpoint of the station's own meeting.
    static readonly (string Pattern, string Path, string? Body)[] Calls =
    [
        ("GET /api/v1/checkpoints/{id:int}/status", "checkpoints/{1}/status", null),
        ("GET /api/v1/units/{id:int}/attendees", "units/{4}/attendees?checkpointId={7}", null),
        ("POST /api/v1/check-ins", "check-ins", """{"attendeeId":{0},"checkpointId":{7},"nonce":"{n}"}"""),
        ("POST /api/v1/check-ins", "check-ins", """{"code":"{code}","checkpointId":{7},"nonce":"{n}"}"""),
        ("POST /api/v1/check-ins", "check-ins", """{"code":"{code}","checkpointId":{1},"nonce":"{n}"}"""),
        ("POST /api/v1/check-ins/batch", "check-ins/batch", """{"items":[{"attendeeId":{0},"checkpointId":{7},"nonce":"{n}"},{"code":"{code}","checkpointId":{1},"nonce":"{m}"}]}"""),
        ("POST /api/v1/check-ins/{scanId:long}/undo", "check-ins/{2}/undo", """{"reason":"x","nonce":"{n}"}"""),
        ("POST /api/v1/attendees/search", "attendees/search", """{"q":"王","checkpointId":{1}}"""),
        ("POST /api/v1/attendees/search", "attendees/search", """{"q":"王","checkpointId":{7}}"""),
        ("POST /api/v1/attendees/walk-in", "attendees/walk-in", """{"name":"王刚","unit":"重型另一家","consent":true,"nonce":"{n}"}"""),
        ("POST /api/v1/attendees/{id:int}/badge", "attendees/{0}/badge", """{"code":"{code}","nonce":"{n}"}"""),
        ("POST /api/v1/attendees/{id:int}/handouts", "attendees/{0}/handouts", """{"itemId":{5},"item":"资料袋","count":1,"checkpointId":{7},"nonce":"{n}"}"""),
        ("POST /api/v1/attendees/{id:int}/handouts/{handoutId:long}/undo", "attendees/{0}/handouts/{3}/undo", "{}"),
        ("POST /api/v1/attendees/{id:int}/reinstate", "attendees/{0}/reinstate", """{"nonce":"{n}"}"""),
        ("POST /api/v1/attendees/{id:int}/substitute", "attendees/{0}/substitute", """{"name":"王刚","nonce":"{n}"}"""),
        ("POST /api/v1/stations/me/operator", "stations/me/operator", """{"operatorId":{6},"pin":null}"""),
    ];

    // These take no id.
    static readonly string[] Idless = ["GET /api/v1/checkpoints", "GET /api/v1/stations/me", "POST /api/v1/stations/enrol", "POST /api/v1/stations/me/pin", "* /api/{**rest}"];

    [Fact]
    public async Task No_page_shows_anything_of_another_meeting_whatever_ids_its_address_bears()
    {
        using var client = await two.App.SignedInAsync("here", Roles.All.Select(role => $"{role}@{two.Here.Id}").ToArray());
        var ids = new List<int>();
        foreach (var table in Subjects) ids.AddRange((await two.IdsAsync(table, here: false)).Take(1));
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var (pattern, page) in Pages())
        {
            var queries = page.GetProperties().Where(one => one.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null).Select(one => one.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? one.Name.ToLowerInvariant());
            var inAddress = System.Text.RegularExpressions.Regex.IsMatch(pattern, @"\{(?!Year)\w+:int\}");
            foreach (var id in ids.Distinct())
            {
                var path = System.Text.RegularExpressions.Regex.Replace(pattern.Replace("{Year:int}", $"{two.Here.Year}").Replace("{List:regex(^(units|staff)$)}", "units"), @"\{\w+:int\}", $"{id}");
                foreach (var address in queries.Select(query => $"{path}?{query}={id}").Concat(inAddress || id == ids[0] ? [path] : []))
                {
                    asked++;
                    using var answer = await client.GetAsync(address, Stop);
                    if ((int)answer.StatusCode >= 500) wrong.Add($"{address} answers {answer.StatusCode}");
                    var shown = await answer.Content.ReadAsStringAsync(Stop);
                    if (shown.IndexOf(TwoMeetings.Marker, StringComparison.Ordinal) is var at and >= 0) wrong.Add($"{address}: {shown[Math.Max(0, at - 80)..Math.Min(shown.Length, at + 20)]}");
                }
            }
            using var elsewhere = await client.GetAsync(pattern.Replace("{Year:int}", $"{two.There.Year}").Replace("{List:regex(^(units|staff)$)}", "units").Replace("{PrintoutId:int}", "1"), Stop);
            if (pattern.Contains("{Year", StringComparison.Ordinal) && elsewhere.IsSuccessStatusCode) wrong.Add($"{pattern} opens in the other meeting");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(asked > 60, $"{asked}");
    }

    IEnumerable<(string Pattern, Type Page)> Pages() => two.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(one => one.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(one => ("/" + one.RoutePattern.RawText!.TrimStart('/'), one.Metadata.GetMetadata<ComponentTypeMetadata>()!.Type)).Distinct();

    [Fact]
    public async Task No_file_holds_anything_of_another_meeting()
    {
        using var client = await two.App.SignedInAsync("files", $"{Roles.Organiser}@{two.Here.Id}", $"{Roles.Catering}@{two.Here.Id}");
        var (unit, people, checkpoint) = ((await two.IdsAsync("Unit", here: false))[0], string.Join(',', await two.IdsAsync("Attendee", here: false)), (await two.IdsAsync("Checkpoint", here: false))[0]);
        var wrong = new List<string>();
        foreach (var path in (string[])["attendees/export?kind=csv", $"attendees/export?kind=csv&unit={unit}", "audit/export?kind=csv", $"audit/export?kind=csv&subject=attendee:{people.Split(',')[0]}",
            "catering/export?file=csv", $"catering/export?file=csv&unit={unit}", "catering/export?file=csv&view=rooms", $"catering/export?file=csv&view=rooms&unit={unit}",
            $"attendees/{people.Split(',')[0]}/data/export?kind=xlsx", $"seating/halls/{(await two.IdsAsync("Hall", here: false))[0]}/grid.xlsx"])
        {
            using var answer = await client.GetAsync($"/{two.Here.Year}/{path}", Stop);
            // A person and a hall of another meeting are not there; a list is, without them.
            Assert.Equal(!path.Contains("/data/", StringComparison.Ordinal) && !path.Contains("/halls/", StringComparison.Ordinal), answer.IsSuccessStatusCode);
            if (answer.IsSuccessStatusCode) wrong.AddRange(ReadFile.Texts(await answer.Content.ReadAsByteArrayAsync(Stop), []).Where(text => text.Contains(TwoMeetings.Marker, StringComparison.Ordinal)).Take(2).Select(text => $"{path}: {text}"));
        }
        foreach (var path in (string[])[$"replies/files/{unit}", "replies/files.zip"])
        {
            using var answer = await client.PostFormAsync($"/{two.Here.Year}/replies", null, [], $"/{two.Here.Year}/{path}");
            Assert.Equal(path.EndsWith(".zip", StringComparison.Ordinal), answer.IsSuccessStatusCode);
            if (answer.IsSuccessStatusCode) wrong.AddRange(ReadFile.Texts(await answer.Content.ReadAsByteArrayAsync(Stop), []).Where(text => text.Contains(TwoMeetings.Marker, StringComparison.Ordinal)).Take(2).Select(text => $"{path}: {text}"));
        }
        foreach (var (page, to, field, value) in ((string, string, string, string)[])[("badges", "badges/print-shop", "people", people), ("badges", "badges/print-shop", "spares", $"{(await two.IdsAsync("Badge", here: false))[0]}"), ("closing", "closing/xlsx", "checkpoint", $"{checkpoint}")])
        {
            using var answer = await client.PostFormAsync($"/{two.Here.Year}/{page}", null, new() { [field] = value }, $"/{two.Here.Year}/{to}");
            if (answer.IsSuccessStatusCode) wrong.Add($"{to} {field}={value}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_station_reaches_nobody_and_nothing_of_another_meeting()
    {
        using var station = await StationAsync();
        var (code, own) = (await BadgeCodeAsync(), (await two.IdsAsync("Checkpoint", here: true))[0]);
        var ids = new List<int>();
        foreach (var table in (string[])["Attendee", "Checkpoint", "Scan", "HandoutGiven", "Unit", "HandoutItem", "StaffMember"]) ids.Add((await two.IdsAsync(table, here: false))[0]);
        string Filled(string text) => ids.Select((id, at) => (id, at)).Aggregate(text, (filled, one) => filled.Replace($"{{{one.at}}}", $"{one.id}")).Replace("{7}", $"{own}").Replace("{code}", code).Replace("{n}", $"{Guid.NewGuid()}").Replace("{m}", $"{Guid.NewGuid()}");
        var known = Calls.Select(call => call.Pattern).Concat(Idless).ToHashSet();
        var wrong = two.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(one => one.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(one => (one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} /{one.RoutePattern.RawText!.TrimStart('/')}")).Where(one => !known.Contains(one)).Select(one => $"{one} has no call").ToList();
        var before = await TheirsAsync();
        foreach (var (pattern, path, body) in Calls)
        {
            var (status, answer) = body is null ? await station.CallAsync(Filled(path)) : await station.CallAsync(Filled(path), System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(Filled(body)));
            if (answer.ToString().Contains(TwoMeetings.Marker, StringComparison.Ordinal)) wrong.Add($"{pattern} shows {answer}");
            if (status >= 500) wrong.Add($"{pattern} answers {status}");
        }
        wrong.AddRange((await TheirsAsync()).Except(before).Take(5).Select(row => $"touched {row}"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    async Task<HttpClient> StationAsync()
    {
        var token = StationToken.New();
        await using var db = two.Db();
        db.Add(new Station { MeetingId = two.Here.Id, Name = "外来台", Kind = StationKind.Desk, OperatorId = (await two.IdsAsync("StaffMember", here: true))[0], TokenHash = StationToken.Hash(token), EnrolledAt = DateTime.UtcNow });
        await db.SaveChangesAsync(Stop);
        var client = two.App.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    async Task<string> BadgeCodeAsync()
    {
        await using var scope = two.App.Services.CreateAsyncScope();
        return (await ActivatorUtilities.CreateInstance<SampleKeys>(scope.ServiceProvider).ReadAsync(two.There.Id, Stop)).Badges[^1].Code;
    }

    async Task<List<string>> TheirsAsync()
    {
        await using var db = two.Db();
        var rows = new List<string>();
        foreach (var table in TwoMeetings.Tables(db)) rows.AddRange((await db.LinesAsync($"SELECT * FROM \"{table}\" WHERE rowid <= {two.Last[table]}")).Select(line => $"{table}: {line}"));
        return rows;
    }

    [Fact]
    public async Task A_drivers_link_opens_the_page_of_its_own_vehicle_alone()
    {
        await using var scope = two.App.Services.CreateAsyncScope();
        var make = scope.ServiceProvider.GetRequiredService<MakeDriverLink>();
        var there = (await make.RunAsync(two.There.Id, (await two.IdsAsync("Vehicle", here: false))[0], "小郑", Stop))!;
        var here = (await make.RunAsync(two.Here.Id, (await two.IdsAsync("Vehicle", here: true))[0], "小郑", Stop))!;
        using var client = two.App.Anonymous();
        foreach (var (link, token, opens) in ((int, string, bool)[])[(there.LinkId, here.Token, false), (here.LinkId, there.Token, false), (here.LinkId, here.Token, true)])
        {
            using var opened = await client.PostAsJsonAsync($"/driver/{link}/open", new { token }, Stop);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/driver/{link}");
            request.Headers.Add("Cookie", $"driver={token}");
            using var page = await client.SendAsync(request, Stop);
            var shown = await page.Content.ReadAsStringAsync(Stop);
            Assert.Equal((opens, opens, false), (opened.IsSuccessStatusCode, shown.Contains("data-state=\"open\"", StringComparison.Ordinal), shown.Contains(TwoMeetings.Marker, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_link_opens_its_own_form_and_its_own_page_alone()
    {
        await using var scope = two.App.Services.CreateAsyncScope();
        var (invite, make) = (scope.ServiceProvider.GetRequiredService<InviteUnits>(), scope.ServiceProvider.GetRequiredService<MakeAttendeeLinks>());
        var replies = new List<ReplyLink>();
        var people = new List<MadeLink>();
        foreach (var here in (bool[])[true, false])
        {
            var meeting = here ? two.Here : two.There;
            await using var db = two.Db();
            replies.Add((await invite.RunAsync(meeting.Id, [await db.Replies().Where(r => r.MeetingId == meeting.Id).Select(r => r.UnitId).FirstAsync(Stop)], sent: true, "小松", Stop))[0]);
            people.Add((await make.RunAsync(meeting.Id, [(await two.IdsAsync("Attendee", here))[0]], "小松", Stop))[0]);
        }
        using var client = two.App.Anonymous();
        foreach (var (path, cookie, token) in ((string, string, string)[])[($"/reply/{replies[1].ReplyId}", "reply", replies[0].Token), ($"/reply/{replies[0].ReplyId}", "reply", replies[1].Token), ($"/me/{people[1].LinkId}", "own", people[0].Token), ($"/me/{people[0].LinkId}", "own", people[1].Token)])
        {
            using var opened = await client.PostAsJsonAsync($"{path}/open", new { token }, Stop);
            Assert.False(opened.IsSuccessStatusCode);
            foreach (var part in cookie == "reply" ? (string[])["state", "form", "links", "sheet.xlsx"] : ["state"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}/{part}");
                request.Headers.Add("Cookie", $"{cookie}={token}");
                using var answer = await client.SendAsync(request, Stop);
                Assert.False(answer.IsSuccessStatusCode, $"{path}/{part}");
            }
        }
        foreach (var (path, token) in ((string, string)[])[($"/reply/{replies[0].ReplyId}", replies[0].Token), ($"/me/{people[0].LinkId}", people[0].Token)])
            Assert.True((await client.PostAsJsonAsync($"{path}/open", new { token }, Stop)).IsSuccessStatusCode);
    }
}
