using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Placing;
using Shared.Seating.Scenes;

namespace Shared.Tests.Seating.Scenes;

/// <summary>What scenes give people to do reaches their rows in the list, the fill and the verdict.</summary>
public sealed class StageTasksTests : IDisposable
{
    readonly Halls halls = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    SceneEditing Editing => new(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live);

    public void Dispose() => halls.Dispose();

    async Task<int> SceneAsync(SceneKind kind) =>
        (await new SaveScene(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(halls.MeetingId, new() { Kind = kind, Name = $"{kind}" }, Halls.Who, Stop)).Id;

    async Task<int> PutAsync(int scene, Attendee person, SceneRole role = SceneRole.Seated) => (await new AddToScene(Editing).RunAsync(halls.MeetingId, scene, new() { AttendeeId = person.Id, Role = role }, Halls.Who, Stop)).PlaceId;

    StageRoles RolesOf(Attendee person) => halls.Read(db => db.Set<Attendee>().Single(a => a.Id == person.Id).Roles);

    [Fact]
    public async Task Who_stands_in_a_scene_has_its_task_and_loses_that_alone_when_leaving_it()
    {
        var wang = halls.Add("王刚", change: a => a.Roles = StageRoles.Speaks);
        var (award, signing) = (await SceneAsync(SceneKind.AwardStage), await SceneAsync(SceneKind.SigningTable));
        var place = await PutAsync(award, wang, SceneRole.Receiver);
        await PutAsync(signing, wang, SceneRole.Witness);
        Assert.Equal(StageRoles.Speaks | StageRoles.Receives | StageRoles.Witnesses, RolesOf(wang));
        await new MarkAbsent(Editing).RunAsync(halls.MeetingId, award, place, true, Halls.Who, Stop);
        Assert.Equal(StageRoles.Speaks | StageRoles.Witnesses, RolesOf(wang));
        await new MarkAbsent(Editing).RunAsync(halls.MeetingId, award, place, false, Halls.Who, Stop);
        await new RemoveScene(Editing).RunAsync(halls.MeetingId, signing, Halls.Who, Stop);
        Assert.Equal(StageRoles.Speaks | StageRoles.Receives, RolesOf(wang));
    }

    [Fact]
    public async Task Who_presides_gets_no_seat_in_the_hall_gives_back_the_one_they_had_and_is_told_the_chair_on_the_stage()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 3, front: 1));
        List<Attendee> leaders = [.. ((string[])["王一", "王二", "王三"]).Select(name => halls.Add(name, change: a => a.Category = AttendeeCategory.Leader))];
        var li = halls.Add("李娜");
        await halls.PutAsync(leaders[0], 1, 2);
        var presidium = await SceneAsync(SceneKind.Presidium);
        foreach (var leader in leaders) await PutAsync(presidium, leader);
        Assert.Equal(["李娜"], (await halls.MapAsync()).Unseated.Select(p => p.Name));
        await halls.FillAsync(new());
        Assert.Equal(["· · ·", "李娜 · ·"], await halls.PlanAsync());
        Assert.Equal([new SeatPlace(null, "Presidium", ZoneKind.Rows, ZoneUse.Numbered, 1, 1, 3, OnStage: true)], halls.Places(leaders[1]));
        await halls.UndoAsync();
        Assert.Equal(["· 王一 ·", "· · ·"], await halls.PlanAsync());
        Assert.Equal([2, 2], halls.Places(leaders[0]).Select(place => place.Number));
    }

    [Fact]
    public async Task Receivers_sit_beside_the_aisle_in_the_order_in_which_they_go_up()
    {
        await halls.AddZoneAsync(Halls.Rows(1, 6, "3"));
        var (li, wang, sun) = (halls.Add("李娜"), halls.Add("王刚"), halls.Add("孙丽", halls.Rosters.University));
        var award = await SceneAsync(SceneKind.AwardStage);
        foreach (var person in (Attendee[])[sun, wang, li]) await PutAsync(award, person, SceneRole.Receiver);
        await halls.FillAsync(new());
        Assert.Equal(["· 李娜 孙丽 王刚 · ·"], await halls.PlanAsync());
        Assert.All((await halls.MapAsync()).Seats.Where(s => s.Person is not null), seat => Assert.Equal(SeatReason.Stage, seat.Reason));
    }
}
