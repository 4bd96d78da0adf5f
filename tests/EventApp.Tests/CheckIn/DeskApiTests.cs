using System.Text.Json;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Tests.CheckIn;

public sealed class DeskApiTests
{
    [Fact]
    public async Task A_morning_at_the_desk_over_http()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        var reception = hall.AddCheckpoint("报到台", CheckpointKind.ReportIn, "资料袋", "房卡");
        var (person, spare) = (hall.AddPerson("王刚", a => (a.Phone, a.Roles) = ("15400001234", StageRoles.Signs)), hall.AddBadge());

        var (_, found) = await desk.CallAsync("attendees/search", new { q = "wg", checkpointId = reception.Id });
        var item = found.GetProperty("items")[0];
        Assert.Equal((person.Id, "王刚", "重型铸造", "delegate", "1234", "notArrived", false), (item.GetProperty("id").GetInt32(), item.Text("name"), item.Text("unit"), item.Text("category"), item.Text("phoneLast4"), item.Text("state"), found.GetProperty("more").GetBoolean()));

        var (_, scan) = await desk.CallAsync("check-ins", new { attendeeId = person.Id, checkpointId = reception.Id, nonce = Guid.NewGuid() });
        var show = scan.GetProperty("show");
        Assert.Equal(("小松", "第1页第1行", "资料袋", false), (show.Text("liaison"), show.Text("sheet"), show.GetProperty("handouts")[0].Text("item"), show.GetProperty("handouts")[0].GetProperty("done").GetBoolean()));

        var (given, handout) = await desk.CallAsync($"attendees/{person.Id}/handouts", new { item = "资料袋", count = 1, nonce = Guid.NewGuid() });
        var (undone, _) = await desk.CallAsync($"attendees/{person.Id}/handouts/{handout.GetProperty("handoutId").GetInt64()}/undo", new { nonce = Guid.NewGuid() });
        Assert.Equal((200, 200), (given, undone));

        var (_, unit) = await desk.CallAsync($"units/{hall.Unit.Id}/attendees?checkpointId={reception.Id}");
        Assert.Equal(("重型铸造", "小松", "arrived", "第1页第1行"), (unit.Text("name"), unit.Text("liaison"), unit.GetProperty("attendees")[0].Text("state"), unit.GetProperty("attendees")[0].Text("sheet")));

        var (walked, walkIn) = await desk.CallAsync("attendees/walk-in", new { name = "赵云", unit = "来宾公司", phone = "15400004321", category = "guest", consent = true, nonce = Guid.NewGuid() });
        var guest = walkIn.GetProperty("attendee").GetProperty("id").GetInt32();
        var (bound, badge) = await desk.CallAsync($"attendees/{guest}/badge", new { code = spare, nonce = Guid.NewGuid() });
        Assert.Equal((200, 200, "A001"), (walked, bound, badge.Text("badgeNo")));

        var (replaced, substitute) = await desk.CallAsync($"attendees/{person.Id}/substitute", new { name = "马超", post = "主任", phone = "15400004322", code = hall.AddBadge(), nonce = Guid.NewGuid() });
        Assert.Equal((200, "马超", "signs"), (replaced, substitute.GetProperty("attendee").Text("name"), substitute.GetProperty("reconfirm")[0].GetString()));
    }

    [Fact]
    public async Task A_kiosk_and_a_desk_without_operator_may_do_none_of_it()
    {
        await using var hall = new ApiHall();
        using var kiosk = hall.AddStation("自助", StationKind.Kiosk);
        using var empty = hall.AddStation("2号台", change: s => s.OperatorId = null);
        var (person, nonce) = (hall.AddPerson("王刚"), Guid.NewGuid());
        (string Path, object? Body)[] calls =
        [
            ("attendees/search", new { q = "王", checkpointId = hall.ReportIn.Id }), ("attendees/walk-in", new { name = "赵云", unit = "来宾公司", consent = true, nonce }),
            ($"attendees/{person.Id}/badge", new { code = "A", nonce }), ($"attendees/{person.Id}/reinstate", new { nonce }), ($"attendees/{person.Id}/substitute", new { name = "马超", nonce }),
            ($"attendees/{person.Id}/handouts", new { item = "资料袋", nonce }), ($"attendees/{person.Id}/handouts/1/undo", new { nonce }), ($"units/{hall.Unit.Id}/attendees?checkpointId={hall.ReportIn.Id}", null),
        ];
        foreach (var (path, body) in calls)
        {
            Assert.Equal((403, "codesOnly"), (await kiosk.CallAsync(path, body)) is var one ? (one.Status, one.Body.Text("code")) : default);
            Assert.Equal((403, "noOperator"), (await empty.CallAsync(path, body)) is var other ? (other.Status, other.Body.Text("code")) : default);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_404_and_what_conflicts_is_409()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        var person = hall.AddPerson("王刚");
        Assert.Equal(404, (await desk.CallAsync("attendees/4711/reinstate", new { nonce = Guid.NewGuid() })).Status);
        Assert.Equal(404, (await desk.CallAsync($"units/4711/attendees?checkpointId={hall.ReportIn.Id}")).Status);
        Assert.Equal(409, (await desk.CallAsync($"attendees/{person.Id}/reinstate", new { nonce = Guid.NewGuid() })).Status);
        Assert.Equal((409, "notASpare"), (await desk.CallAsync($"attendees/{person.Id}/badge", new { code = hall.AddBadge(person), nonce = Guid.NewGuid() })) is var bind ? (bind.Status, bind.Body.Text("code")) : default);
        Assert.Equal((400, "noConsent"), (await desk.CallAsync("attendees/walk-in", new { name = "赵云", unit = "来宾公司", consent = false, nonce = Guid.NewGuid() })) is var walkIn ? (walkIn.Status, walkIn.Body.Text("code")) : default);
        Assert.Equal(400, (await desk.CallAsync($"attendees/{person.Id}/handouts", new { item = "资料袋" })).Status);
    }

    [Fact]
    public async Task Nothing_is_read_of_another_meetings_or_a_retired_checkpoint()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        hall.AddPerson("王刚");
        var other = hall.Add(new Meeting { Year = 2027, Name = "下一届" });
        foreach (var at in (Checkpoint[])[hall.Add(Elsewhere(other.Id, "别处")), hall.Add(Elsewhere(hall.Meeting.Id, "作废", retired: true))])
        {
            Assert.Equal(403, (await desk.CallAsync("attendees/search", new { q = "王", checkpointId = at.Id })).Status);
            Assert.Equal(403, (await desk.CallAsync($"units/{hall.Unit.Id}/attendees?checkpointId={at.Id}")).Status);
            Assert.Equal(403, (await desk.CallAsync($"checkpoints/{at.Id}/status")).Status);
        }
    }

    static Checkpoint Elsewhere(int meetingId, string name, bool retired = false) =>
        new() { MeetingId = meetingId, Name = name, Kind = CheckpointKind.ReportIn, OpensAt = DateTime.UtcNow, ClosesAt = DateTime.UtcNow.AddHours(8), Retired = retired };

    [Fact]
    public async Task Two_items_of_one_name_are_told_apart_by_their_id()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        var (lobby, person) = (hall.AddCheckpoint("大堂报到", CheckpointKind.ReportIn, "餐券"), hall.AddPerson("王刚"));
        var session = hall.AddCheckpoint("开幕式", CheckpointKind.Session, "餐券");
        hall.Add(new CheckpointImplication { CheckpointId = session.Id, ImpliedId = lobby.Id });
        var (_, scan) = await desk.CallAsync("check-ins", new { attendeeId = person.Id, checkpointId = session.Id, nonce = Guid.NewGuid() });
        foreach (var item in scan.GetProperty("show").GetProperty("handouts").EnumerateArray().Reverse())
            Assert.Equal(200, (await desk.CallAsync($"attendees/{person.Id}/handouts", new { item = "餐券", itemId = item.GetProperty("itemId").GetInt32(), checkpointId = session.Id, nonce = Guid.NewGuid() })).Status);
        Assert.Equal(2, hall.Read(db => db.HandoutsGiven().Select(g => g.ItemId).Distinct().Count()));
    }

    [Fact]
    public async Task An_empty_search_finds_nobody()
    {
        await using var hall = new ApiHall();
        using var desk = hall.AddStation("2号台");
        hall.AddPerson("王刚");
        var (status, body) = await desk.CallAsync("attendees/search", new { q = "", checkpointId = hall.ReportIn.Id });
        Assert.Equal((200, 0), (status, body.GetProperty("items").GetArrayLength()));
    }
}
