using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Scenes;

namespace Shared.Tests.Seating.Scenes;

public sealed class RankingTests : IDisposable
{
    readonly SceneHall hall = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => hall.Dispose();

    Task<SceneResult> MoveAsync(int place, int to) => hall.Rank.RunAsync(hall.Meeting, hall.Scene, place, to, SceneHall.Who, Stop);

    [Fact]
    public async Task A_typed_rank_moves_one_the_others_make_room_and_the_trail_says_who_from_where_to_where()
    {
        await hall.SeatAsync("一二三四五");
        Assert.Equal(SceneResult.Done, await MoveAsync(await hall.PlaceOfAsync('五'), 2));
        Assert.Equal("一五二三四", await hall.OrderAsync());
        Assert.Equal("四二一五三", await hall.SeenAsync());
        Assert.Equal("scene-rank-moved 主席台: 王五 5 → 2", hall.Trail()[^1]);
        Assert.Equal(SceneResult.NothingToDo, await MoveAsync(await hall.PlaceOfAsync('五'), 2));
        Assert.Equal(SceneResult.Done, await MoveAsync(await hall.PlaceOfAsync('一'), 99));
        Assert.Equal("五二三四一", await hall.OrderAsync());
    }

    [Fact]
    public async Task A_locked_rank_stays_and_nobody_takes_it()
    {
        await hall.SeatAsync("一二三四");
        var second = await hall.PlaceOfAsync('二');
        Assert.Equal(SceneResult.Done, await hall.Lock.RunAsync(hall.Meeting, hall.Scene, second, true, SceneHall.Who, Stop));
        Assert.Equal(SceneResult.RankLocked, await MoveAsync(await hall.PlaceOfAsync('四'), 2));
        Assert.Equal(SceneResult.RankLocked, await MoveAsync(second, 1));
        Assert.Equal(SceneResult.Done, await MoveAsync(await hall.PlaceOfAsync('四'), 1));
        Assert.Equal("四二一三", await hall.OrderAsync());
        Assert.Equal("RankLocked", (await hall.Add.RunAsync(hall.Meeting, hall.Scene, new() { Name = "李五", Rank = 2 }, SceneHall.Who, Stop)).Problems.Single().Problem);
    }

    [Fact]
    public async Task Whoever_drops_out_keeps_the_rank_and_takes_it_up_again()
    {
        await hall.SeatAsync("一二三四");
        var second = await hall.PlaceOfAsync('二');
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, second, true, SceneHall.Who, Stop);
        Assert.Equal(("一(二)三四", "四一三"), (await hall.OrderAsync(), await hall.SeenAsync()));
        Assert.Equal([1, 0, 2, 3], (await hall.ReadAsync()).People.Select(person => person.Rank));
        await MoveAsync(await hall.PlaceOfAsync('四'), 1);
        Assert.Equal("四一(二)三", await hall.OrderAsync());
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, second, false, SceneHall.Who, Stop);
        Assert.Equal(("四一二三", "scene-present 主席台: 王二"), (await hall.OrderAsync(), hall.Trail()[^1]));
    }

    [Fact]
    public async Task A_proposal_is_unconfirmed_and_shows_its_ties_until_a_person_confirms()
    {
        await hall.SeatAsync("一二三四");
        foreach (var (name, level) in ((char, int?)[])[('三', 1), ('四', 2)]) await hall.Edit.RunAsync(hall.Meeting, hall.Scene, await hall.PlaceOfAsync(name), new(SceneSide.Guest, level), SceneHall.Who, Stop);
        await hall.Confirm.RunAsync(hall.Meeting, hall.Scene, SceneHall.Who, Stop);
        Assert.NotNull((await hall.ReadAsync()).ConfirmedAt);
        await hall.Presort.RunAsync(hall.Meeting, hall.Scene, SceneHall.Who, Stop);
        var plan = await hall.ReadAsync();
        Assert.Equal("三四一二", await hall.OrderAsync());
        Assert.Null(plan.ConfirmedAt);
        Assert.Equal(["王一", "王二"], plan.People.Where(person => person.Tied).Select(person => person.Name));
        Assert.Equal(SceneResult.Done, await hall.Confirm.RunAsync(hall.Meeting, hall.Scene, SceneHall.Who, Stop));
        plan = await hall.ReadAsync();
        Assert.Equal((SceneHall.Who, false), (plan.ConfirmedBy, plan.People.Any(person => person.Tied)));
    }

    [Fact]
    public async Task Nobody_stands_twice_in_a_scene_and_a_new_one_takes_the_rank_that_was_typed()
    {
        await hall.SeatAsync("一二三");
        var again = (await hall.ReadAsync()).People[0].AttendeeId;
        Assert.Equal("AlreadyThere", (await hall.Add.RunAsync(hall.Meeting, hall.Scene, new() { AttendeeId = again }, SceneHall.Who, Stop)).Problems.Single().Problem);
        await hall.AddAsync(new() { Name = " 赵 新 ", Unit = "演示省厅 副厅长", Rank = 2 });
        Assert.Equal("一新二三", await hall.OrderAsync());
        Assert.Equal("Missing", (await hall.Add.RunAsync(hall.Meeting, hall.Scene, new() { Name = " " }, SceneHall.Who, Stop)).Problems.Single().Problem);
        Assert.Equal("Rank", (await hall.Add.RunAsync(hall.Meeting, hall.Scene, new() { Name = "孙七", Rank = 9 }, SceneHall.Who, Stop)).Problems.Single().Problem);
        Assert.Equal("Role", (await hall.Add.RunAsync(hall.Meeting, hall.Scene, new() { Name = "孙七", Role = SceneRole.Receiver }, SceneHall.Who, Stop)).Problems.Single().Problem);
    }

    [Fact]
    public async Task Of_two_who_sign_the_local_one_is_proposed_as_host_and_sits_right_as_the_audience_sees_it()
    {
        using (var db = hall.Rosters.Database.CreateDbContext())
        {
            db.Set<Meeting>().Single().Venue = "鹤城会议中心（齐齐哈尔市）";
            db.Set<Organisation>().Single(body => body.ShortName == "重型铸造").Region = "齐齐哈尔";
            db.SaveChanges();
        }
        await hall.AddSceneAsync(SceneKind.SigningTable, "签字桌");
        await hall.AddAsync(new() { AttendeeId = hall.Rosters.Add("王主").Id });
        await hall.AddAsync(new() { AttendeeId = hall.Rosters.Add("王客", hall.Rosters.University).Id });
        await hall.AddAsync(new() { Name = "王助", Role = SceneRole.Assistant, Side = SceneSide.Guest });
        foreach (var witness in "甲乙丙") await hall.AddAsync(new() { Name = $"王{witness}", Role = SceneRole.Witness });
        Assert.Equal("助客主|丙甲乙", await hall.SeenAsync());
    }

    [Fact]
    public async Task Receivers_are_paired_by_grade_or_by_a_list_that_names_each_presenter_once()
    {
        await hall.AddSceneAsync(SceneKind.AwardStage, "颁奖台");
        foreach (var presenter in "甲乙丙") await hall.AddAsync(new() { Name = $"王{presenter}" });
        foreach (var (name, grade) in ((string?, int)[])[("王三", 3), (null, 2), ("王一", 1)]) await hall.AddAsync(new() { Name = name, Role = SceneRole.Receiver, Level = grade });
        Assert.Equal("三一?|丙甲乙", await hall.SeenAsync());
        Assert.Equal(SceneResult.NoPermutation, await hall.Pair.RunAsync(hall.Meeting, hall.Scene, [1, 1, 2], SceneHall.Who, Stop));
        Assert.Equal(SceneResult.Done, await hall.Pair.RunAsync(hall.Meeting, hall.Scene, [1, 2, 3], SceneHall.Who, Stop));
        Assert.Equal("一三?|丙甲乙", await hall.SeenAsync());
        await hall.Pair.RunAsync(hall.Meeting, hall.Scene, [], SceneHall.Who, Stop);
        Assert.Equal("三一?|丙甲乙", await hall.SeenAsync());
    }

    [Fact]
    public async Task Whom_the_list_no_longer_expects_is_shown()
    {
        await hall.SeatAsync("一二");
        using var db = hall.Rosters.Database.CreateDbContext();
        var attendee = db.Attendees().Single(a => a.Name == "王二");
        attendee.State = AttendeeState.OnLeave;
        await db.SaveChangesAsync(Stop);
        Assert.Equal([false, true], (await hall.ReadAsync()).People.Select(person => person.Gone));
    }
}
