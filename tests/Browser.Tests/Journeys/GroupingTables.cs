using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Microsoft.EntityFrameworkCore;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Seating;
using Shared.Seating.Grouping;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser groups people at round tables with one button, reads why, takes it and takes it back.</summary>
public sealed class GroupingTables(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    string AddTables(int tables, int chairs)
    {
        var zone = new Zone { Name = "圆桌", Position = 1, Kind = ZoneKind.Tables, Rows = tables, PerRow = chairs };
        zone.Seats = [.. SeatLayout.Of(zone).Select(s => new Seat { Row = s.Row, Column = s.Column, Number = s.Number })];
        var made = hall.Add(new Hall { MeetingId = hall.Meeting.Id, Name = "宴会厅", Zones = [zone] });
        hall.Add(new SeatPlan { HallId = made.Id, Name = "", IsCurrent = true, MadeBy = "小松" });
        return $"/2026/seating/halls/{made.Id}";
    }

    [Theory]
    [InlineData("zh-CN", "圆桌分组", "一键分桌", "采用", "想对接", "2 桌，愿望满足 100%", "撤销"), InlineData("en", "Tables", "Group at tables", "Take this", "want to meet", "2 tables, 100% of the wishes", "Undo")]
    public async Task One_button_groups_people_says_why_and_is_taken_back(string language, string open, string group, string take, string why, string sum, string undo)
    {
        var plan = AddTables(2, 4);
        var school = hall.Add(new Unit { MeetingId = hall.Meeting.Id, ListNo = 2, Organisation = new Organisation { FullName = "演示大学", Kind = OrganisationKind.University } });
        var other = hall.Add(new Unit { MeetingId = hall.Meeting.Id, ListNo = 3, Organisation = new Organisation { FullName = "演示检测中心", Kind = OrganisationKind.Institute } });
        hall.Add(new Reply { MeetingId = hall.Meeting.Id, UnitId = hall.Unit.Id, Nonce = [1], RepliedAt = DateTime.UtcNow, WantsToMeet = "演示大学做热处理的老师" });
        foreach (var (name, unit) in new[] { ("王刚", hall.Unit), ("李娜", hall.Unit), ("孙丽", school), ("赵敏", school), ("周强", other), ("吴桐", other), ("郑洁", other) }) hall.AddPerson(name, person => person.UnitId = unit.Id);
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, plan, language);
        await page.SettleAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = open, Exact = true }).ClickAsync();
        await page.ArriveAsync("**/tables");
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = group, Exact = true }).ClickAsync();
        await Expect(page.Locator(".hall-say")).ToHaveTextAsync(sum);
        await Expect(page.Locator(".why-here")).ToContainTextAsync(why);
        await page.LookAsync($"tables-{language}");
        await page.SetViewportSizeAsync(Pages.Desk, 800);
        await page.GetByRole(AriaRole.Button, new() { Name = take, Exact = true }).ClickAsync();
        await Expect(page.Locator(".seat-taken")).ToHaveCountAsync(7);
        await page.LookAsync($"tables-taken-{language}");
        await page.SetViewportSizeAsync(Pages.Desk, 800);
        await page.GetByRole(AriaRole.Button, new() { Name = undo, Exact = true }).ClickAsync();
        await Expect(page.Locator(".seat-taken")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1), InlineData(3), InlineData(10), InlineData(16)]
    public async Task No_chair_of_any_table_lies_over_another(int chairs)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, AddTables(7, chairs));
        await page.SettleAsync();
        var over = await page.EvaluateAsync<int>("""
            () => { const boxes = [...document.querySelectorAll('.hall-plan [data-seat] rect')].map(one => one.getBoundingClientRect());
              return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length; }
            """);
        Assert.Equal((0, 7 * chairs), (over, await page.Locator(".hall-plan [data-seat]").CountAsync()));
        await page.LookAsync($"tables-of-{chairs}");
    }

    [Theory]
    [InlineData("zh-CN", "要分开", "要同桌", "去掉", "专家设置", "不能都满足"), InlineData("en", "Keep apart", "One table", "Drop", "Expert settings", "cannot all be granted")]
    public async Task An_organiser_says_who_sits_together_and_who_hosts_and_is_told_what_contradicts_itself(string language, string apart, string together, string drop, string expert, string contradicts)
    {
        var plan = AddTables(2, 4);
        hall.AddPerson("王刚");
        foreach (var (no, name) in ((int, string)[])[(2, "演示大学"), (3, "演示检测中心")])
        {
            var unit = hall.Add(new Unit { MeetingId = hall.Meeting.Id, ListNo = no, Organisation = new Organisation { FullName = name, Kind = OrganisationKind.University } });
            hall.AddPerson($"{name[2]}一", person => person.UnitId = unit.Id);
        }
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"{plan}/tables", language);
        await page.SettleAsync();
        foreach (var (first, second, ask) in ((int, int, string)[])[(1, 2, together), (2, 3, together), (1, 3, apart)])
        {
            var before = await page.Locator(".ask-list >> nth=0").Locator("li").CountAsync();
            await page.Locator("#ask-first").SelectOptionAsync($"{first}");
            await page.Locator("#ask-second").SelectOptionAsync($"{second}");
            await page.GetByRole(AriaRole.Button, new() { Name = ask, Exact = true }).ClickAsync();
            await Expect(page.Locator(".ask-list >> nth=0").Locator("li")).ToHaveCountAsync(before + 1);
        }
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(contradicts);
        await page.Locator("#ask-host").SelectOptionAsync("1");
        await page.Locator(".filter-line", new() { Has = page.Locator("#ask-host") }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".ask-list >> nth=1")).ToContainTextAsync("王刚");
        await page.GetByText(expert, new() { Exact = true }).ClickAsync();
        await page.LookAsync($"tables-asks-{language}");
        await page.SetViewportSizeAsync(Pages.Desk, 800);
        await page.Locator(".ask-list >> nth=0").GetByRole(AriaRole.Button, new() { Name = drop }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("zh-CN", "清真：1 人，餐桌 4 位", "1 位不属于这个厨房"), InlineData("en", "Halal: 1 people, 4 chairs", "1 of another kitchen")]
    public async Task Catering_marks_a_table_of_another_kitchen_and_who_agreed_sits_there_alone(string language, string sum, string strangers)
    {
        var plan = AddTables(2, 4);
        var (wang, li) = (hall.AddPerson("王刚"), hall.AddPerson("李娜"));
        hall.Add(new Diet { AttendeeId = wang.Id, Kind = DietKind.Halal, Consent = ConsentState.Yes });
        await hall.App.AddAccountAsync("小食", $"{Shared.Access.Roles.Catering}@{hall.Meeting.Id}");
        var kitchen = await chromium.Browser.OpenAsAsync(hall.App, "小食", "/2026/catering/tables", language);
        await kitchen.SettleAsync();
        await kitchen.Locator(".kitchen-list li >> nth=1").Locator("select").SelectOptionAsync("1");
        await Expect(kitchen.Locator(".kitchen-sum").First).ToHaveTextAsync(sum);
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"{plan}/tables", language);
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button).And(page.Locator("main .actions button >> nth=0")).ClickAsync();
        await page.Locator(".table-answer .actions button").ClickAsync();
        await Expect(page.Locator(".seat-taken")).ToHaveCountAsync(2);
        Assert.Equal((2, 1), hall.Read(db => (db.Placements().Where(p => p.AttendeeId == wang.Id).Select(p => p.Seat!.Row).Single(), db.Placements().Where(p => p.AttendeeId == li.Id).Select(p => p.Seat!.Row).Single())));
        await Expect(page.Locator("main")).Not.ToContainTextAsync(language == "en" ? "Halal" : "清真");
        hall.Read(db => db.Diets().ExecuteDelete());
        await kitchen.ReloadAsync();
        await kitchen.SettleAsync();
        await Expect(kitchen.Locator(".kitchen-list li >> nth=1")).ToContainTextAsync(strangers);
        await kitchen.LookAsync($"kitchen-{language}");
    }

    [Fact]
    public async Task Cards_are_printed_for_tables_and_for_who_sits_there_and_the_plan_goes_along_as_text_and_picture()
    {
        var plan = AddTables(2, 4);
        foreach (var name in (string[])["王刚", "李娜"]) hall.AddPerson(name);
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"{plan}/tables");
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "一键分桌", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "采用", Exact = true }).ClickAsync();
        await Expect(page.Locator(".seat-taken")).ToHaveCountAsync(2);
        await page.SettleAsync();
        var picture = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "存为图片" }).ClickAsync());
        Assert.EndsWith("宴会厅.png", picture.SuggestedFilename);
        Assert.True(new FileInfo(await picture.PathAsync()).Length > 5000);
        foreach (var (sheet, cards, first) in ((string, int, string)[])[("桌牌", 2, "1号桌"), ("席卡（前排和圆桌）", 2, "王　刚")])
        {
            await page.GotoAsync(plan);
            await page.SettleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = sheet, Exact = true }).ClickAsync();
            await Expect(page.Locator(".place-card")).ToHaveCountAsync(cards);
            await Expect(page.Locator(".place-card >> nth=0").Locator(".face")).ToHaveTextAsync([first, first]);
            using var paper = await Paper.PrintAsync(page);
            paper.Picture($"cards-{cards}-{sheet[0]}");
            Assert.Equal((cards, "594.96 x 841.92 pts (A4)"), paper.Info());
        }
    }

    [Fact]
    public async Task A_search_is_stopped_with_what_it_has_and_a_move_is_read_before_it_is_taken()
    {
        var plan = AddTables(3, 4);
        foreach (var name in (string[])["王一", "王二", "王三"]) hall.AddPerson(name);
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"{plan}/tables");
        await page.SettleAsync();
        await page.GetByText("专家设置", new() { Exact = true }).ClickAsync();
        await page.Locator("#search-seconds").FillAsync("60");
        await page.Locator("#search-seconds").PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "一键分桌", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "到此为止", Exact = true }).ClickAsync();
        await Expect(page.Locator(".hall-say")).ToContainTextAsync("愿望满足 100%");
        await page.GetByRole(AriaRole.Button, new() { Name = "采用", Exact = true }).ClickAsync();
        await Expect(page.Locator(".seat-taken")).ToHaveCountAsync(3);
        hall.AddPerson("王四");
        await page.GotoAsync($"{plan}/tables");
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "补排新增的人（尽量少动）", Exact = true }).ClickAsync();
        await Expect(page.Locator(".table-answer")).ToContainTextAsync("已坐好的人都不用动");
        await Expect(page.Locator(".table-answer")).ToContainTextAsync("另有 1 人新入座");
    }

    [Theory]
    [InlineData("zh-CN", "重型铸造和演示大学要分开坐，却在一桌", "王刚和李娜都是主陪，却在一桌，另有桌没有主陪"), InlineData("en", "重型铸造 and 演示大学 are to sit apart and share a table", "王刚 and 李娜 both host one table while another has no host")]
    public async Task What_was_asked_of_tables_and_undone_by_hand_is_said_beside_the_plan(string language, string apart, string hosts)
    {
        var plan = AddTables(2, 4);
        var school = hall.Add(new Unit { MeetingId = hall.Meeting.Id, ListNo = 2, Organisation = new Organisation { FullName = "演示大学", Kind = OrganisationKind.University } });
        var seats = hall.Read(db => db.Seats().AsNoTracking().Where(s => s.Number == 1 || s.Number == 3).OrderBy(s => s.Row).ThenBy(s => s.Number).ToList());
        var current = hall.Read(db => db.SeatPlans().AsNoTracking().Single());
        hall.Add(new TablePair { HallId = current.HallId, FirstUnitId = hall.Unit.Id, SecondUnitId = school.Id, Apart = true });
        foreach (var (at, name, unit) in ((int, string, Unit)[])[(0, "王刚", hall.Unit), (1, "李娜", school), (2, "孙丽", school)])
        {
            var person = hall.AddPerson(name, one => one.UnitId = unit.Id);
            hall.Add(new Placement { PlanId = current.Id, SeatId = seats[at].Id, AttendeeId = person.Id });
            if (at < 2) hall.Add(new TableHost { HallId = current.HallId, AttendeeId = person.Id });
        }
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, plan, language);
        await Expect(page.Locator(".hall-warnings li")).ToHaveTextAsync([apart, hosts]);
        await page.LookAsync($"tables-warnings-{language}");
        await page.SetViewportSizeAsync(Pages.Desk, 800);
        await page.Locator(".hall-warnings button").Last.ClickAsync();
        await Expect(page.Locator(".hall-plan [data-seat][aria-pressed=true]")).ToHaveTextAsync("李娜");
    }

    [Fact]
    public async Task More_people_than_chairs_are_counted_and_told()
    {
        var plan = AddTables(1, 2);
        foreach (var name in (string[])["王刚", "李娜", "孙丽"]) hall.AddPerson(name);
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"{plan}/tables");
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "一键分桌", Exact = true }).ClickAsync();
        await Expect(page.Locator(".hall-say")).ToContainTextAsync("人比座位多 1 位");
    }
}
