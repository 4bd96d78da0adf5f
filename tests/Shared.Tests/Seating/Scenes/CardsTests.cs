using Shared.Meetings;
using Shared.Seating.Scenes;
using Shared.Seating.Scenes.Rules;

namespace Shared.Tests.Seating.Scenes;

public sealed class CardsTests : IDisposable
{
    readonly SceneHall hall = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => hall.Dispose();

    Task<SceneResult> PutOutAsync() => hall.PutOut.RunAsync(hall.Meeting, hall.Scene, SceneHall.Who, Stop);

    async Task<string> WalkAsync()
    {
        var plan = await hall.ReadAsync();
        return string.Join(", ", plan.Walk!.Steps.Select(step => $"{step.Kind} {plan.People.Single(person => person.Id == step.Card).Name![^1]} {step.From?.Number}>{step.To?.Number}"));
    }

    [Fact]
    public async Task Printed_cards_of_a_confirmed_order_are_walked_even_where_nobody_said_that_they_are_out()
    {
        await hall.SeatAsync("一二三");
        await hall.Print.RunAsync(hall.Meeting, hall.Scene, new(SceneSheets.Cards), SceneHall.Who, Stop);
        var third = await hall.PlaceOfAsync('三');
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, third, true, SceneHall.Who, Stop);
        Assert.Null((await hall.ReadAsync()).Walk);
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, third, false, SceneHall.Who, Stop);
        await hall.Confirm.RunAsync(hall.Meeting, hall.Scene, SceneHall.Who, Stop);
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, third, true, SceneHall.Who, Stop);
        Assert.Equal("Remove 三 1>", (await WalkAsync()).Split(',')[0]);
    }

    [Fact]
    public async Task A_leader_who_drops_out_gives_a_walking_list_that_undoing_empties_and_walking_ends()
    {
        await hall.SeatAsync("一二三四五");
        Assert.Null((await hall.ReadAsync()).Walk);
        await PutOutAsync();
        Assert.Equal("", await WalkAsync());
        var third = await hall.PlaceOfAsync('三');
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, third, true, SceneHall.Who, Stop);
        Assert.Equal("Remove 三 2>, Move 四 5>2, Move 五 1>5", await WalkAsync());
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, third, false, SceneHall.Who, Stop);
        Assert.Equal("", await WalkAsync());
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, third, true, SceneHall.Who, Stop);
        await PutOutAsync();
        Assert.Equal("", await WalkAsync());
        Assert.Null((await hall.ReadAsync()).People.Single(person => person.Id == third).Stands);
    }

    [Fact]
    public async Task A_leader_who_joins_gives_the_steps_and_one_card_to_print()
    {
        await hall.SeatAsync("一二三");
        await PutOutAsync();
        var joined = await hall.AddAsync(new() { Name = "赵新", Rank = 2 });
        Assert.Equal("Move 三 1>4, Move 二 3>1, New 新 >3", await WalkAsync());
        var print = await hall.Print.RunAsync(hall.Meeting, hall.Scene, new(SceneSheets.Cards, [joined]), SceneHall.Who, Stop);
        var printed = (await hall.Printed.ReadAsync(hall.Meeting, print!.Value, Stop))!;
        Assert.Equal(("赵新", 0, 0), (printed.People.Single().Name, printed.Blanks, printed.Changes));
    }

    [Fact]
    public async Task A_card_on_the_stage_is_not_forgotten_by_taking_its_person_out()
    {
        await hall.SeatAsync("一二三");
        await PutOutAsync();
        var second = await hall.PlaceOfAsync('二');
        Assert.Equal(SceneResult.CardIsOut, await hall.Take.RunAsync(hall.Meeting, hall.Scene, second, SceneHall.Who, Stop));
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, second, true, SceneHall.Who, Stop);
        await PutOutAsync();
        Assert.Equal(SceneResult.Done, await hall.Take.RunAsync(hall.Meeting, hall.Scene, second, SceneHall.Who, Stop));
        Assert.Equal("一三", await hall.OrderAsync());
        await hall.AddAsync(new() { Name = "赵新", Rank = 1 });
        Assert.Equal("新一三", await hall.OrderAsync());
    }

    [Fact]
    public async Task Lists_that_were_printed_are_named_once_they_say_something_else_and_cards_are_not()
    {
        await hall.SeatAsync("一二三");
        foreach (var kind in SceneSheets.All) Assert.NotNull(await hall.Print.RunAsync(hall.Meeting, hall.Scene, new(kind), SceneHall.Who, Stop));
        Assert.Empty((await hall.ReadAsync()).Stale);
        await hall.Rank.RunAsync(hall.Meeting, hall.Scene, await hall.PlaceOfAsync('三'), 1, SceneHall.Who, Stop);
        Assert.Equal([SceneSheets.Plan, SceneSheets.Ushers, SceneSheets.Introductions], (await hall.ReadAsync()).Stale.Select(sheet => sheet.Kind));
        await hall.Print.RunAsync(hall.Meeting, hall.Scene, new(SceneSheets.Plan), SceneHall.Who, Stop);
        Assert.Equal([SceneSheets.Ushers, SceneSheets.Introductions], (await hall.ReadAsync()).Stale.Select(sheet => sheet.Kind));
    }

    [Fact]
    public async Task A_recorded_list_counts_what_changed_since_and_cards_only_the_names()
    {
        await hall.SeatAsync("一二三");
        var ushers = (await hall.Print.RunAsync(hall.Meeting, hall.Scene, new(SceneSheets.Ushers), SceneHall.Who, Stop))!.Value;
        var cards = (await hall.Print.RunAsync(hall.Meeting, hall.Scene, new(SceneSheets.Cards, null, SceneSheets.Blanks), SceneHall.Who, Stop))!.Value;
        await hall.Rank.RunAsync(hall.Meeting, hall.Scene, await hall.PlaceOfAsync('三'), 2, SceneHall.Who, Stop);
        Assert.Equal(2, (await hall.Printed.ReadAsync(hall.Meeting, ushers, Stop))!.Changes);
        var printed = (await hall.Printed.ReadAsync(hall.Meeting, cards, Stop))!;
        Assert.Equal((3, SceneSheets.Blanks, 0), (printed.People.Count, printed.Blanks, printed.Changes));
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, await hall.PlaceOfAsync('三'), true, SceneHall.Who, Stop);
        printed = (await hall.Printed.ReadAsync(hall.Meeting, cards, Stop))!;
        Assert.Equal((2, 1), (printed.People.Count, printed.Changes));
        Assert.Null(await hall.Print.RunAsync(hall.Meeting, hall.Scene, new("roster"), SceneHall.Who, Stop));
    }

    [Fact]
    public async Task At_a_round_table_the_chairs_keep_their_numbers()
    {
        await hall.AddSceneAsync(SceneKind.HeadTable, "主桌");
        foreach (var (name, side) in ((string, SceneSide)[])[("王主", SceneSide.Host), ("王宾", SceneSide.Guest), ("王副", SceneSide.Guest), ("王陪", SceneSide.Host)]) await hall.AddAsync(new() { Name = name, Side = side });
        await hall.Save.RunAsync(hall.Meeting, new() { Id = hall.Scene, Name = "主桌", PerRow = 10 }, SceneHall.Who, Stop);
        Assert.Equal([1, 10, 2, 6], (await hall.ReadAsync()).People.Select(person => person.At!.Value.Number));
        await PutOutAsync();
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, await hall.PlaceOfAsync('宾'), true, SceneHall.Who, Stop);
        Assert.Equal("Remove 宾 10>, Move 副 2>10", await WalkAsync());
    }

    [Fact]
    public async Task At_a_signing_table_the_cards_of_table_and_witnesses_are_walked_row_by_row()
    {
        await hall.AddSceneAsync(SceneKind.SigningTable, "签字桌");
        foreach (var (name, side) in ((string, SceneSide)[])[("王主", SceneSide.Host), ("王宾", SceneSide.Guest)]) await hall.AddAsync(new() { Name = name, Side = side });
        foreach (var name in "一二三四") await hall.AddAsync(new() { Name = $"王{name}", Role = SceneRole.Witness });
        Assert.Equal("宾主|三一二四", await hall.SeenAsync());
        await PutOutAsync();
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, await hall.PlaceOfAsync('二'), true, SceneHall.Who, Stop);
        Assert.Equal("宾主|四一三", await hall.SeenAsync());
        Assert.Equal("Remove 二 3>, Move 三 1>3, Move 四 4>1", await WalkAsync());
    }

    [Fact]
    public async Task In_a_photo_the_places_on_the_floor_are_walked_and_a_row_gives_way_at_the_end_that_moves_fewer()
    {
        await hall.AddSceneAsync(SceneKind.GroupPhoto, "合影");
        foreach (var name in "一二三四五") await hall.AddAsync(new() { Name = $"王{name}" });
        await PutOutAsync();
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, await hall.PlaceOfAsync('五'), true, SceneHall.Who, Stop);
        Assert.Equal("Remove 五 1>", await WalkAsync());
        Assert.Equal(1, (await hall.ReadAsync()).Walk!.Shift[1]);
    }

    [Fact]
    public async Task On_an_award_stage_the_rows_go_on_facing_each_other()
    {
        await hall.AddSceneAsync(SceneKind.AwardStage, "颁奖台");
        foreach (var name in "一二三") await hall.AddAsync(new() { Name = $"王{name}" });
        foreach (var (name, grade) in ((string, int)[])[("甲", 1), ("乙", 2), ("丙", 3)]) await hall.AddAsync(new() { Name = $"李{name}", Role = SceneRole.Receiver, Level = grade });
        Assert.Equal("丙甲乙|三一二", await hall.SeenAsync());
        await PutOutAsync();
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, await hall.PlaceOfAsync('丙'), true, SceneHall.Who, Stop);
        Assert.Equal("Remove 丙 1>", await WalkAsync());
        await hall.Absent.RunAsync(hall.Meeting, hall.Scene, await hall.PlaceOfAsync('三'), true, SceneHall.Who, Stop);
        var plan = await hall.ReadAsync();
        Assert.Empty(plan.Walk!.Shift);
        Assert.All(plan.Of(SceneRole.Receiver).Where(person => !person.Absent), person => Assert.Equal(plan.Of(SceneRole.Seated).Single(one => one.Rank == person.Faces && !one.Absent).At!.Value.Number, person.At!.Value.Number));
    }

    [Fact]
    public async Task What_cannot_be_is_named_and_another_meetings_scene_is_none()
    {
        await hall.SeatAsync("一");
        Assert.Equal("Name:NameInUse", await WrongAsync(new() { Name = "主席台" }));
        Assert.Equal("Name:Missing PerRow:PerRow", await WrongAsync(new() { Name = " ", PerRow = Scene.MostPerRow + 1 }));
        Assert.Equal("Name:TooLong", await WrongAsync(new() { Name = new string('台', Scene.NameLength + 1) }));
        var other = new Meeting { Year = 2025, Name = "年会", FirstDay = new(2025, 8, 22), LastDay = new(2025, 8, 23) };
        hall.Rosters.Database.Add(other);
        Assert.Null(await hall.Plan.ReadAsync(other.Id, hall.Scene, Stop));
        Assert.Equal(SceneResult.NoSuchScene, await hall.Confirm.RunAsync(other.Id, hall.Scene, SceneHall.Who, Stop));
        Assert.Equal(SceneResult.NoSuchPlace, await hall.Absent.RunAsync(hall.Meeting, hall.Scene, 999, true, SceneHall.Who, Stop));
        Assert.Equal(SceneResult.Done, await hall.Remove.RunAsync(hall.Meeting, hall.Scene, SceneHall.Who, Stop));
        Assert.Empty(await new SceneList(hall.Rosters.Database).ReadAsync(hall.Meeting, Stop));
    }

    async Task<string> WrongAsync(SceneEntry entry) => string.Join(' ', (await hall.Save.RunAsync(hall.Meeting, entry, SceneHall.Who, Stop)).Problems.Select(problem => $"{problem.Field}:{problem.Problem}"));
}
