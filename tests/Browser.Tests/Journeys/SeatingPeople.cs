using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Registration;
using Shared.Seating;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser builds a hall, fills it and moves people about; a colleague watches.</summary>
public sealed class SeatingPeople(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    /// <summary>A hall of two rows of four with an aisle in the middle, and these people in the list.</summary>
    string AddHall(params string[] people)
    {
        foreach (var name in people) hall.AddPerson(name);
        var zone = new Zone { Name = "池座", Position = 1, Rows = 2, PerRow = 4, Aisles = "2" };
        zone.Seats = [.. SeatLayout.Of(zone).Select(s => new Seat { Row = s.Row, Column = s.Column, Number = s.Number })];
        var made = hall.Add(new Hall { MeetingId = hall.Meeting.Id, Name = "主会场", Zones = [zone] });
        hall.Add(new SeatPlan { HallId = made.Id, Name = "", IsCurrent = true, MadeBy = "小松" });
        return $"/2026/seating/halls/{made.Id}";
    }

    static ILocator Seat(IPage page, int row, int number) => page.Locator($".hall-plan g[aria-label^=\"{row}排{number}号 \"], .hall-plan g[aria-label^=\"row {row}, seat {number} \"]");

    static ILocator Person(IPage page, string name) => page.Locator("section .hall-people button", new() { HasText = name });

    [Theory]
    [InlineData("zh-CN", "添加会场", "保存", "自动排座", "安排 3 人", "座位图"), InlineData("en", "Add a hall", "Save", "Fill", "Seat 3 people", "Plan")]
    public async Task A_hall_is_built_by_form_and_filled_after_a_preview(string language, string add, string save, string fill, string accept, string plan)
    {
        foreach (var name in (string[])["王刚", "李娜", "孙丽"]) hall.AddPerson(name);
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/seating", language);
        await page.LookAsync($"seating-empty-{language}");
        await BuildAsync(page, add, save);
        await page.LookAsync($"seating-shape-{language}");
        await page.SetViewportSizeAsync(Pages.Desk, 800);
        await Seat(page, 6, 10).ClickAsync();
        await page.Locator("#seat-state").SelectOptionAsync("1");
        await page.Locator(".hall-side").GetByRole(AriaRole.Button, new() { Name = save, Exact = true }).ClickAsync();
        await Expect(page.Locator(".seat-blocked")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = plan, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = fill, Exact = true }).ClickAsync();
        await page.SettleAsync();
        await page.Locator("#fill-method").SelectOptionAsync("2");
        await page.LookAsync($"seating-fill-{language}");
        await page.SetViewportSizeAsync(Pages.Desk, 800);
        await page.GetByRole(AriaRole.Button, new() { Name = accept, Exact = true }).ClickAsync();
        await Expect(page.Locator(".seat-taken")).ToHaveCountAsync(3);
        await page.LookAsync($"seating-plan-{language}");
    }

    // Six rows of ten, after an aisle that cannot be.
    static async Task BuildAsync(IPage page, string add, string save)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = add }).First.ClickAsync();
        await page.ArriveAsync("**edit=new");
        await page.SettleAsync();
        await page.Locator("#hall-name").WriteAsync("主会场");
        await page.GetByRole(AriaRole.Button, new() { Name = save, Exact = true }).ClickAsync();
        await page.ArriveAsync("**/shape?edit=new");
        await page.SettleAsync();
        await page.Locator("#zone-name").WriteAsync("池座");
        await page.FillAsync("#zone-rows", "6");
        await page.FillAsync("#zone-per-row", "10");
        await page.FillAsync("#zone-aisles", "12");
        await page.GetByRole(AriaRole.Button, new() { Name = save, Exact = true }).ClickAsync();
        await Expect(page.Locator(".field-problem")).ToHaveCountAsync(1);
        await page.FillAsync("#zone-aisles", "3, 7");
        await page.GetByRole(AriaRole.Button, new() { Name = save, Exact = true }).ClickAsync();
        await Expect(page.Locator(".hall-plan [data-seat]")).ToHaveCountAsync(60);
    }

    [Fact]
    public async Task A_finger_seats_swaps_and_takes_back()
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, AddHall("王刚", "李娜", "孙丽"), width: Pages.Phone);
        await page.SettleAsync();
        await Person(page, "王刚").TapAsync();
        await Seat(page, 1, 2).TapAsync();
        await Expect(Seat(page, 1, 2)).ToContainTextAsync("王刚");
        await Seat(page, 2, 3).TapAsync();
        await Person(page, "李娜").TapAsync();
        await Expect(Seat(page, 2, 3)).ToContainTextAsync("李娜");
        await Seat(page, 2, 3).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "换座位" }).TapAsync();
        await Seat(page, 1, 2).TapAsync();
        await Expect(Seat(page, 1, 2)).ToContainTextAsync("李娜");
        await Expect(Seat(page, 2, 3)).ToContainTextAsync("王刚");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).TapAsync();
        await Expect(Seat(page, 1, 2)).ToContainTextAsync("王刚");
        await page.GetByRole(AriaRole.Button, new() { Name = "重做" }).TapAsync();
        await Expect(Seat(page, 1, 2)).ToContainTextAsync("李娜");
        await Person(page, "孙丽").TapAsync();
        await Seat(page, 1, 2).TapAsync();
        await Expect(page.Locator(".hall-say")).ToContainTextAsync("李娜 就没有座位了");
        await page.GetByRole(AriaRole.Button, new() { Name = "请 李娜 让出" }).TapAsync();
        await Expect(Seat(page, 1, 2)).ToContainTextAsync("孙丽");
        await Expect(Person(page, "李娜")).ToBeVisibleAsync();
        await page.PictureAsync("seating-phone");
    }

    [Fact]
    public async Task Two_fingers_take_the_plan_apart_around_their_middle_and_not_the_page()
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, AddHall("王刚"), width: Pages.Phone);
        await page.SettleAsync();
        var (plan, frame) = (page.Locator(".hall-plan"), (await page.Locator("[data-frame]").BoundingBoxAsync())!);
        var before = (await plan.BoundingBoxAsync())!.Width;
        var fingers = await page.Context.NewCDPSessionAsync(page);
        async Task TouchAsync(string kind, params float[] from) => await fingers.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = kind, ["touchPoints"] = from.Select((aside, id) => new { x = frame.X + frame.Width / 2 + aside, y = frame.Y + frame.Height / 2, id }).ToArray(),
        });
        await TouchAsync("touchStart", -40, 40);
        await TouchAsync("touchMove", -80, 80);
        await TouchAsync("touchEnd");
        Assert.Equal(2, (await plan.BoundingBoxAsync())!.Width / before, 0.05);
        Assert.Equal(1, await page.EvaluateAsync<double>("visualViewport.scale"));
    }

    [Fact]
    public async Task The_keyboard_alone_walks_over_the_plan_seats_and_takes_back()
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, AddHall("王刚", "李娜"));
        await page.SettleAsync();
        await page.Locator("[data-go-row]").FillAsync("2");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".hall-plan [data-seat][tabindex='0']")).ToHaveAttributeAsync("data-row", "2");
        await Person(page, "王刚").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".hall-say")).ToContainTextAsync("已选 王刚");
        await Seat(page, 1, 1).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Seat(page, 2, 3)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Seat(page, 2, 3)).ToContainTextAsync("王刚");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(Seat(page, 2, 3)).Not.ToContainTextAsync("王刚");
        await page.Keyboard.PressAsync("Control+y");
        await Expect(Seat(page, 2, 3)).ToContainTextAsync("王刚");
    }

    [Fact]
    public async Task A_mouse_drags_somebody_to_another_seat_and_the_plan_is_seen_from_the_stage()
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, AddHall("王刚", "李娜"));
        await page.SettleAsync();
        await Person(page, "王刚").ClickAsync();
        await Seat(page, 1, 1).ClickAsync();
        await Expect(Seat(page, 1, 1)).ToContainTextAsync("王刚");
        await Seat(page, 1, 1).DragToAsync(Seat(page, 2, 4));
        await Expect(Seat(page, 2, 4)).ToContainTextAsync("王刚");
        var before = (await Seat(page, 2, 4).BoundingBoxAsync())!;
        await page.GetByRole(AriaRole.Button, new() { Name = "台上视角" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "台上视角" })).ToHaveAttributeAsync("aria-pressed", "true");
        var after = (await Seat(page, 2, 4).BoundingBoxAsync())!;
        Assert.True(after.X < before.X && after.Y < before.Y);
        await page.PictureAsync("seating-from-stage");
    }

    [Fact]
    public async Task Two_organisers_see_each_other_and_the_slower_one_is_told_who_sits_there()
    {
        var path = AddHall("王刚", "李娜");
        await hall.App.AddAccountAsync("小方", Shared.Access.Roles.Organiser);
        var one = await chromium.Browser.OpenAsOrganiserAsync(hall.App, path);
        var two = await chromium.Browser.OpenAsAsync(hall.App, "小方", path);
        await one.SettleAsync();
        await two.SettleAsync();
        await Person(two, "李娜").ClickAsync();
        await Person(one, "王刚").ClickAsync();
        await Seat(one, 1, 1).ClickAsync();
        await Expect(Seat(two, 1, 1)).ToContainTextAsync("王刚");
        await Seat(two, 1, 1).ClickAsync();
        await Expect(two.Locator(".hall-say")).ToContainTextAsync("这里坐着 王刚");
        await Expect(two.GetByRole(AriaRole.Button, new() { Name = "撤销" })).ToBeDisabledAsync();
        await Seat(two, 1, 2).ClickAsync();
        await Expect(Seat(one, 1, 2)).ToContainTextAsync("李娜");
    }

    [Fact]
    public async Task Who_has_come_is_seen_on_the_plan_and_an_empty_front_seat_is_filled_in_two_clicks()
    {
        var path = AddHall("王刚", "李娜");
        hall.Read(db => db.Zones().ExecuteUpdate(set => set.SetProperty(z => z.FrontRows, 1)));
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, path);
        await page.SettleAsync();
        await Person(page, "王刚").ClickAsync();
        await Seat(page, 2, 1).ClickAsync();
        await Expect(Seat(page, 2, 1)).ToContainTextAsync("王刚");
        using (var desk = hall.AddStation("1号台"))
        {
            var shown = (await desk.CallAsync("check-ins", hall.Ask(hall.AddBadge(hall.Read(db => db.Attendees().Single(a => a.Name == "王刚")))))).Body;
            Assert.Contains("2排1号", shown.ToString());
        }
        await Expect(page.Locator(".seat-arrived")).ToHaveCountAsync(1);
        await Seat(page, 1, 3).ClickAsync();
        await page.Locator(".seat-card .hall-people button", new() { HasText = "王刚" }).ClickAsync();
        await Expect(Seat(page, 1, 3)).ToContainTextAsync("王刚");
        await page.LookAsync("seating-arrived");
    }

    [Theory]
    [InlineData("座位图", ".plan-paper", 1), InlineData("座位名单", ".seat-list tbody tr", 2), InlineData("座位贴（A4 3×8）", ".sticker", 2)]
    public async Task The_plan_the_list_and_the_stickers_are_printed_and_not_once_they_are_out_of_date(string sheet, string shown, int count)
    {
        var path = AddHall("王刚", "李娜");
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, path);
        await page.SettleAsync();
        foreach (var (name, number) in (ValueTuple<string, int>[])[("王刚", 1), ("李娜", 4)])
        {
            await Person(page, name).ClickAsync();
            await Seat(page, 1, number).ClickAsync();
            await Expect(Seat(page, 1, number)).ToContainTextAsync(name);
        }
        await page.GetByRole(AriaRole.Button, new() { Name = sheet }).ClickAsync();
        await Expect(page.Locator(shown)).ToHaveCountAsync(count);
        await page.PictureAsync($"seating-print-{shown[1..5]}");
        var print = page.Url;
        hall.Change(hall.Read(db => db.Attendees().Single(a => a.Name == "王刚")), a => a.State = AttendeeState.Cancelled);
        await page.GotoAsync(print);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("1 处变化");
    }
}
