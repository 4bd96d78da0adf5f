using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.CheckIn;

namespace EventApp.Tests.CheckIn;

public sealed class StationApiTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    static async Task<string> PairingAsync(ApiHall hall, StationDraft draft)
    {
        using var scope = hall.App.Services.CreateScope();
        return (await scope.ServiceProvider.GetRequiredService<OpenPairing>().RunAsync(hall.Meeting.Id, draft, "组长", Stop)).Code;
    }

    [Fact]
    public async Task A_device_trades_its_code_for_a_token_and_knows_itself()
    {
        await using var hall = new ApiHall();
        var code = await PairingAsync(hall, new() { Name = "2号台", OperatorId = hall.Liaison.Id });
        using var device = hall.App.Anonymous();
        var (status, enrolled) = await device.CallAsync("stations/enrol", new { pairingCode = code });
        Assert.Equal(200, status);
        using var station = hall.Bearing(enrolled.Text("token")!);
        var (_, me) = await station.CallAsync("stations/me");
        Assert.Equal(("2号台", "desk", "小松", "Asia/Shanghai", "联盟秘书处"), (me.Text("name"), me.Text("kind"), me.GetProperty("operator").Text("name"), me.Text("timeZone"), me.Text("legalBody")));
        var (_, checkpoints) = await station.CallAsync("checkpoints");
        Assert.Equal((hall.ReportIn.Id, "report-in"), (checkpoints.GetProperty("items")[0].GetProperty("id").GetInt32(), checkpoints.GetProperty("items")[0].Text("kind")));
        Assert.Equal((401, "wrongPairingCode"), ((await device.CallAsync("stations/enrol", new { pairingCode = code })) is var again ? (again.Status, again.Body.Text("code")) : default));
    }

    [Fact]
    public async Task Whoever_guesses_pairing_codes_has_five_tries_a_minute()
    {
        await using var hall = new ApiHall(limited: true);
        using var device = hall.App.Anonymous();
        for (var i = 0; i < 5; i++) Assert.Equal(401, (await device.CallAsync("stations/enrol", new { pairingCode = "AAAAA" + i })).Status);
        using var answer = await device.PostAsJsonAsync("/api/v1/stations/enrol", new { pairingCode = "AAAAAA" }, Stop);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("tooMany", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("code"));
    }

    [Fact]
    public async Task A_station_has_its_burst_from_its_first_call_and_an_address_without_a_token_ten_a_second()
    {
        await using var hall = new ApiHall(limited: true);
        using var desk = hall.AddStation("2号台");
        using var nobody = hall.Bearing("nobody");
        var scans = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => desk.CallAsync("check-ins", hall.Ask("AAA"))));
        Assert.All(scans, scan => Assert.Equal(200, scan.Status));
        var clock = Stopwatch.StartNew();
        var strangers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => nobody.CallAsync("stations/me")));
        Assert.Contains(strangers, answer => answer.Status == 429);
        Assert.InRange(strangers.Count(answer => answer.Status == 401), 1, 10 * (2 + (int)clock.Elapsed.TotalSeconds));
    }

    [Fact]
    public async Task A_station_searches_five_times_a_second_and_is_told_to_wait()
    {
        await using var hall = new ApiHall(limited: true);
        using var desk = hall.AddStation("2号台");
        var clock = Stopwatch.StartNew();
        var searches = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => desk.CallAsync("attendees/search", new { q = "王", checkpointId = hall.ReportIn.Id })));
        Assert.InRange(searches.Count(search => search.Status == 200), 5, 5 * (2 + (int)clock.Elapsed.TotalSeconds));
        Assert.Contains(searches, search => search.Status == 429);
        Assert.All(searches.Where(search => search.Status != 200), search => Assert.Equal((429, "tooMany"), (search.Status, search.Body.Text("code"))));
    }

    [Fact]
    public async Task A_batch_counts_as_one_however_many_scans_are_in_it()
    {
        await using var hall = new ApiHall(limited: true);
        using var desk = hall.AddStation("2号台");
        var batches = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => desk.CallAsync("check-ins/batch", new { items = new[] { hall.Ask("AAA"), hall.Ask("BBB") } })));
        Assert.All(batches, batch => Assert.Equal(200, batch.Status));
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        Assert.Equal(200, (await desk.CallAsync("stations/me")).Status);
        using var scope = hall.App.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<RevokeStation>().RunAsync(hall.Meeting.Id, hall.Read(db => db.Stations().Single().Id), "组长", Stop);
        foreach (var path in (string[])["stations/me", "checkpoints", $"checkpoints/{hall.ReportIn.Id}/status"]) Assert.Equal(401, (await desk.CallAsync(path)).Status);
        Assert.Equal(401, (await desk.CallAsync("check-ins", hall.Ask("AAA"))).Status);
    }

    [Fact]
    public async Task A_desk_is_handed_over_and_a_kiosk_is_left_by_its_pin()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        using var kiosk = hall.AddStation("自助", StationKind.Kiosk, s => s.PinHash = Pin.Hash("4711"));
        var other = hall.Add(new Shared.Meetings.StaffMember { MeetingId = hall.Meeting.Id, Name = "李大树", Nickname = "大树" });
        Assert.Equal("noPin", (await desk.CallAsync("stations/me/operator", new { operatorId = other.Id, pin = "284913" })).Body.Text("code"));
        await hall.SetPinAsync(other, "284913", Roles.Desk);
        Assert.Equal((403, "wrongPin"), await RefusedAsync(desk, other.Id, "739104"));
        Assert.Equal((403, "wrongPin"), await RefusedAsync(desk, other.Id, null));
        var (_, me) = await desk.CallAsync("stations/me/operator", new { operatorId = other.Id, pin = "284913" });
        Assert.Equal("大树", me.GetProperty("operator").Text("name"));
        Assert.Equal((404, "unknownOperator"), await RefusedAsync(desk, 4711, "284913"));
        Assert.Equal((403, "codesOnly"), await RefusedAsync(kiosk, other.Id, "284913"));
        Assert.Equal(204, (await kiosk.CallAsync("stations/me/pin", new { pin = "4711" })).Status);
        Assert.Equal(403, (await kiosk.CallAsync("stations/me/pin", new { pin = "4712" })).Status);
    }

    static async Task<(int, string?)> RefusedAsync(HttpClient station, int operatorId, string? pin)
    {
        var (status, problem) = await station.CallAsync("stations/me/operator", new { operatorId, pin });
        return (status, problem.Text("code"));
    }

    [Fact]
    public async Task After_five_wrong_PINs_the_right_one_is_refused_and_a_disabled_operator_works_no_desk()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        await hall.SetPinAsync(hall.Liaison, "284913", Roles.Desk);
        for (var i = 0; i < 4; i++) Assert.Equal((403, "wrongPin"), await RefusedAsync(desk, hall.Liaison.Id, "739104"));
        Assert.Equal((403, "pinLocked"), await RefusedAsync(desk, hall.Liaison.Id, "739104"));
        Assert.Equal((403, "pinLocked"), await RefusedAsync(desk, hall.Liaison.Id, "284913"));
        var search = new { q = "王", checkpointId = hall.ReportIn.Id };
        Assert.Equal(200, (await desk.CallAsync("attendees/search", search)).Status);
        hall.Read(db => db.Accounts().ExecuteUpdate(set => set.SetProperty(a => a.DisabledAt, DateTime.UtcNow)));
        Assert.Equal("noOperator", (await desk.CallAsync("attendees/search", search)).Body.Text("code"));
        var (_, scan) = await desk.CallAsync("check-ins", new { attendeeId = hall.AddPerson("王刚").Id, checkpointId = hall.ReportIn.Id, nonce = Guid.NewGuid() });
        Assert.Equal("noOperator", scan.Text("code"));
    }

    [Fact]
    public async Task The_numbers_of_a_checkpoint_reconcile()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        var person = hall.AddPerson("王刚");
        hall.AddPerson("李娜");
        await desk.CallAsync("check-ins", hall.Ask(hall.AddBadge(person)));
        var (_, status) = await desk.CallAsync($"checkpoints/{hall.ReportIn.Id}/status");
        int Number(string name) => status.GetProperty(name).GetInt32();
        Assert.Equal((2, 1, 0, 1, 1, 0), (Number("expected"), Number("arrived"), Number("onLeave"), Number("absent"), Number("inside"), Number("walkIns")));
        Assert.Equal(1, status.GetProperty("perTenMinutes")[0].GetProperty("count").GetInt32());
        Assert.Equal((2, 1), (status.GetProperty("units")[0].GetProperty("expected").GetInt32(), status.GetProperty("units")[0].GetProperty("arrived").GetInt32()));
        Assert.Equal(403, (await desk.CallAsync("checkpoints/4711/status")).Status);
    }
}
