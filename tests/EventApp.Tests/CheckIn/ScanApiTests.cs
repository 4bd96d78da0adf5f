using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.Tests.CheckIn;

public sealed class ScanApiTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scan_is_answered_as_the_contract_says()
    {
        await using var hall = new ApiHall();
        var session = hall.AddCheckpoint("开幕式");
        hall.Add(new CheckpointImplication { CheckpointId = session.Id, ImpliedId = hall.ReportIn.Id });
        using var desk = hall.AddStation("2号台");
        var person = hall.AddPerson("王刚", a => a.Category = AttendeeCategory.ViceChair);
        var nonce = Guid.NewGuid();
        var (status, body) = await desk.CallAsync("check-ins", new { code = hall.AddBadge(person), attendeeId = (int?)null, checkpointId = session.Id, nonce, direction = (string?)null, scannedAt = "2026-11-23T00:41:07Z", offline = false, @override = (string?)null });
        Assert.Equal((200, "Welcome", nonce.ToString(), "onTime", 0), (status, body.Text("outcome"), body.Text("nonce"), body.Text("timing"), body.GetProperty("minutes").GetInt32()));
        Assert.Equal((person.Id, "王刚", "重型铸造", "viceChair", "A001"), (body.GetProperty("attendee").GetProperty("id").GetInt32(), body.GetProperty("attendee").Text("name"),
            body.GetProperty("attendee").Text("unit"), body.GetProperty("attendee").Text("category"), body.GetProperty("attendee").Text("badgeNo")));
        Assert.Equal(hall.ReportIn.Id, body.GetProperty("also")[0].GetProperty("checkpointId").GetInt32());
        Assert.True(body.GetProperty("also")[0].GetProperty("scanId").GetInt64() > body.GetProperty("scanId").GetInt64());
        Assert.EndsWith("Z", body.Text("recordedAt"));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Object), (body.GetProperty("first").ValueKind, body.GetProperty("remedy").ValueKind, body.GetProperty("show").ValueKind));

        var (_, again) = await desk.CallAsync("check-ins", new { attendeeId = person.Id, checkpointId = session.Id, nonce = Guid.NewGuid(), direction = "in" });
        Assert.Equal(("AlreadyIn", "2号台", "小松"), (again.Text("outcome"), again.GetProperty("first").Text("station"), again.GetProperty("first").Text("operator")));
    }

    [Fact]
    public async Task A_kiosk_is_told_nothing_that_is_for_the_staff()
    {
        await using var hall = new ApiHall();
        var lobby = hall.AddCheckpoint("大堂报到", CheckpointKind.ReportIn, "资料袋");
        var person = hall.AddPerson("王刚");
        hall.Add(new AttendeeNote { MeetingId = hall.Meeting.Id, AttendeeId = person.Id, Text = "欠费", WrittenBy = "组长" });
        using var kiosk = hall.AddStation("自助", StationKind.Kiosk);
        var show = (await kiosk.CallAsync("check-ins", hall.Ask(hall.AddBadge(person), lobby))).Body.GetProperty("show");
        foreach (var fact in (string[])["note", "liaison", "sheet"]) Assert.Equal(JsonValueKind.Null, show.GetProperty(fact).ValueKind);
        Assert.Equal(0, show.GetProperty("handouts").GetArrayLength());
    }

    [Theory]
    [InlineData("{"), InlineData("null"), InlineData("{}"), InlineData("""{"code":"A","checkpointId":1,"nonce":"keine"}"""), InlineData("""{"code":"A","checkpointId":"x"}""")]
    [InlineData("""{"code":"A","attendeeId":1,"checkpointId":1,"nonce":"7a1e8f52-1111-4222-8333-444455556666"}""")]
    [InlineData("""{"code":"A","checkpointId":1,"nonce":"7a1e8f52-1111-4222-8333-444455556666","direction":"up"}""")]
    [InlineData("""{"code":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","checkpointId":1,"nonce":"7a1e8f52-1111-4222-8333-444455556666"}""")]
    public async Task What_cannot_be_read_is_the_callers_fault_and_has_a_sentence(string body)
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        using var answer = await desk.PostAsync("/api/v1/check-ins", new StringContent(body, Encoding.UTF8, "application/json"), Stop);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("malformed", 400), (problem.Text("code"), problem.GetProperty("status").GetInt32()));
        Assert.StartsWith("请求内容", problem.Text("detail"));
    }

    [Fact]
    public async Task Problems_speak_english_to_whoever_asks_for_it()
    {
        await using var hall = new ApiHall();
        using var nobody = hall.Bearing("nobody");
        nobody.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var (status, body) = await nobody.CallAsync("check-ins", hall.Ask("A"));
        Assert.Equal((401, "unknownStation"), (status, body.Text("code")));
        Assert.StartsWith("This device", body.Text("detail"));
        using var answer = await hall.App.Anonymous().PostAsJsonAsync("/api/v1/check-ins", hall.Ask("A"), Stop);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
        Assert.Equal(404, (await nobody.CallAsync("nothing/here")).Status);
    }

    [Fact]
    public async Task A_body_too_large_is_413()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        Assert.Equal(413, (await desk.CallAsync("check-ins", new { code = new string('A', 20_000) })).Status);
        Assert.Equal(413, (await desk.CallAsync("check-ins/batch", new { items = Enumerable.Repeat(hall.Ask("A"), 501) })).Status);
    }

    [Fact]
    public async Task A_batch_answers_each_item_in_its_order()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        var code = hall.AddBadge(hall.AddPerson("王刚"));
        var scan = new { code, checkpointId = hall.ReportIn.Id, nonce = Guid.NewGuid(), offline = true, scannedAt = DateTime.UtcNow.AddMinutes(-3) };
        var (status, body) = await desk.CallAsync("check-ins/batch", new { items = new object[] { scan, new { nonce = "nein" }, new { code, checkpointId = 4711, nonce = Guid.NewGuid() }, new { code = "B", scan.checkpointId, scan.nonce }, 7, hall.Ask(code) } });
        var items = body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(200, status);
        Assert.Equal([200, 400, 403, 409, 400, 200], items.Select(item => item.GetProperty("status").GetInt32()));
        Assert.Equal(("Welcome", "AlreadyIn", "nonceReused"), (items[0].GetProperty("result").Text("outcome"), items[5].GetProperty("result").Text("outcome"), items[3].GetProperty("problem").Text("code")));
        using var nobody = hall.Bearing("nobody");
        Assert.Equal(401, (await nobody.CallAsync("check-ins/batch", new { items = new[] { scan } })).Status);
    }

    [Fact]
    public async Task An_undo_is_a_row_of_its_own_and_happens_once()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        var (_, welcome) = await desk.CallAsync("check-ins", hall.Ask(hall.AddBadge(hall.AddPerson("王刚"))));
        var scanId = welcome.GetProperty("scanId").GetInt64();
        var (status, undone) = await desk.CallAsync($"check-ins/{scanId}/undo", new { reason = "扫错人", nonce = Guid.NewGuid() });
        Assert.Equal((200, scanId), (status, undone.GetProperty("undoes").GetInt64()));
        Assert.NotEqual(scanId, undone.GetProperty("scanId").GetInt64());
        Assert.Equal(409, (await desk.CallAsync($"check-ins/{scanId}/undo", new { reason = "扫错人", nonce = Guid.NewGuid() })).Status);
        Assert.Equal(404, (await desk.CallAsync("check-ins/4711/undo", new { nonce = Guid.NewGuid() })).Status);
        Assert.Equal(400, (await desk.CallAsync($"check-ins/{scanId}/undo", new { })).Status);
    }

    [Fact]
    public async Task Eight_stations_scanning_a_thousand_badges_at_once_welcome_each_exactly_once()
    {
        await using var hall = new ApiHall();
        string[] codes = [.. Enumerable.Range(0, 1000).Select(n => hall.App.Get<BadgeKey>().Code(Secret(n)))];
        hall.Read(db =>
        {
            var people = Enumerable.Range(0, 1000).Select(n => new Attendee { MeetingId = hall.Meeting.Id, UnitId = hall.Unit.Id, Name = $"人{n}", ListNo = n }).ToList();
            db.AddRange(people);
            db.SaveChanges();
            db.AddRange(people.Select((person, n) => new Badge { MeetingId = hall.Meeting.Id, AttendeeId = person.Id, Secret = Secret(n), CodeHash = BadgeKey.Hash(codes[n]), Number = $"A{n}" }));
            return db.SaveChanges();
        });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            using var station = hall.AddStation($"{n}号台");
            var order = new Random(n);
            // As many at once as a hall has, not all thousand: the writer refuses whoever is the 4097th to wait.
            using var gate = new SemaphoreSlim(64);
            return await Task.WhenAll(codes.OrderBy(_ => order.Next()).Select(code => ThroughAsync(gate, async () => (await station.CallAsync("check-ins", hall.Ask(code))).Body.Text("outcome"))));
        }));
        Assert.Equal((1000, 7000), (outcomes.SelectMany(o => o).Count(o => o == "Welcome"), outcomes.SelectMany(o => o).Count(o => o == "AlreadyIn")));
        Assert.Equal((1000, 8000), hall.Read(db => (db.Presences().Count(), db.Scans().Count())));
    }

    static async Task<string?> ThroughAsync(SemaphoreSlim gate, Func<Task<string?>> call)
    {
        await gate.WaitAsync(Stop);
        try
        {
            return await call();
        }
        finally
        {
            gate.Release();
        }
    }

    static byte[] Secret(int n) => [.. BitConverter.GetBytes(n), .. new byte[12]];
}
