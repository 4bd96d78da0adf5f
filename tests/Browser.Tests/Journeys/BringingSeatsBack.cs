using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.Seating;
using Shared.Tests.Data.Sheets;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>A grid of seats that somebody worked on in a spreadsheet comes back.</summary>
public sealed class BringingSeatsBack(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    /// <summary>A hall of one zone, and two people who have no seat yet.</summary>
    string AddHall(int rows, int perRow)
    {
        foreach (var name in (string[])["王刚", "李娜"]) hall.AddPerson(name);
        var zone = new Zone { Name = "池座", Position = 1, Rows = rows, PerRow = perRow };
        zone.Seats = [.. SeatLayout.Of(zone).Select(s => new Seat { Row = s.Row, Column = s.Column, Number = s.Number })];
        var made = hall.Add(new Hall { MeetingId = hall.Meeting.Id, Name = "主会场", Zones = [zone] });
        hall.Add(new SeatPlan { HallId = made.Id, Name = "", IsCurrent = true, MadeBy = "小松" });
        return $"/2026/seating/halls/{made.Id}";
    }

    static ILocator Seat(IPage page, int number) => page.Locator($".hall-plan g[aria-label^=\"1排{number}号 \"]");

    static async Task PutAsync(IPage page, string name, int number)
    {
        await page.SettleAsync();
        await page.Locator("section .hall-people button", new() { HasText = name }).ClickAsync();
        await Seat(page, number).ClickAsync();
        await Expect(Seat(page, number)).ToContainTextAsync(name);
    }

    static FilePayload File(TestXlsx sheet) => new() { Name = "座位.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = sheet.ToArray() };

    static TestXlsx Grid(params string[][] rows)
    {
        var sheet = new TestXlsx().Sheet("池座").Row("排", "1", "2", "3");
        foreach (var row in rows) sheet.Row(row);
        return sheet;
    }

    [Theory]
    [InlineData("zh-CN", "合并的单元格", "换一个文件", "按文件安排 2 人"), InlineData("en", "Merged cells", "Another file", "Seat 2 people as the file says")]
    public async Task Merged_cells_are_named_and_a_good_grid_seats_everybody_and_is_taken_back(string language, string merged, string another, string take)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"{AddHall(2, 3)}/import", language);
        await page.SettleAsync();
        await page.GiveFilesAsync("#grid-file", File(Grid(["1", "王刚", "", ""]).Merge("B2:C2")));
        await Expect(page.Locator(".plain-list li")).ToContainTextAsync("池座!B2");
        await Expect(page.Locator(".plain-list li")).ToContainTextAsync(merged);
        await page.LookAsync($"seats-merged-{language}");
        await page.SetViewportSizeAsync(Pages.Desk, 800);
        await page.GetByRole(AriaRole.Button, new() { Name = another }).ClickAsync();
        await page.GiveFilesAsync("#grid-file", File(Grid(["1", "", "王 刚", ""], ["2", "李娜", "×", ""])));
        await page.GetByRole(AriaRole.Button, new() { Name = take }).ClickAsync();
        await Expect(page.Locator(".seat-taken")).ToHaveCountAsync(2);
        await page.SettleAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator(".seat-taken")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_version_is_kept_compared_and_gone_back_to_and_who_is_locked_stays()
    {
        var plan = AddHall(1, 4);
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, plan);
        await PutAsync(page, "王刚", 1);
        await Seat(page, 1).ClickAsync();
        await page.Locator(".seat-card").GetByRole(AriaRole.Button, new() { Name = "锁定", Exact = true }).ClickAsync();
        await Expect(Seat(page, 1)).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("锁定"));
        await page.GetByRole(AriaRole.Link, new() { Name = "版本", Exact = true }).ClickAsync();
        await page.Locator("#version-name").WriteAsync("初稿");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存现在的座次" }).ClickAsync();
        await Expect(page.Locator(".drawer .plain-list")).ToContainTextAsync("初稿");
        await page.GotoAsync(plan);
        await PutAsync(page, "李娜", 3);
        await page.GotoAsync($"{plan}?open=versions");
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "与现在比较" }).ClickAsync();
        await Expect(page.Locator(".drawer tbody tr")).ToContainTextAsync("李娜");
        await page.LookAsync("seats-versions");
        await page.SetViewportSizeAsync(Pages.Desk, 800);
        await page.GetByRole(AriaRole.Button, new() { Name = "恢复", Exact = true }).ClickAsync();
        await Expect(page.Locator(".drawer .hall-say")).ToContainTextAsync("已恢复到“初稿”");
        await Expect(Seat(page, 3)).Not.ToContainTextAsync("李娜");
        await Expect(Seat(page, 1)).ToContainTextAsync("王刚");
    }

    [Fact]
    public async Task A_file_that_was_handed_out_builds_the_hall_again_somewhere_else()
    {
        hall.AddPerson("王刚");
        var zone = new Zone { Name = "楼座", Position = 1, Rows = 2, PerRow = 4, Aisles = "2" };
        zone.Seats = [.. SeatLayout.Of(zone).Select(s => new Seat { Row = s.Row, Column = s.Column, Number = s.Number, State = s is { Row: 2, Number: 4 } ? SeatState.Blocked : SeatState.Ordinary })];
        var (made, empty) = (hall.Add(new Hall { MeetingId = hall.Meeting.Id, Name = "主会场", Zones = [zone] }), hall.Add(new Hall { MeetingId = hall.Meeting.Id, Name = "分会场" }));
        foreach (var one in (Hall[])[made, empty]) hall.Add(new SeatPlan { HallId = one.Id, Name = "", IsCurrent = true, MadeBy = "小松" });
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"/2026/seating/halls/{empty.Id}/import");
        await page.SettleAsync();
        var file = await (await page.Context.APIRequest.GetAsync($"/2026/seating/halls/{made.Id}/grid.xlsx")).BodyAsync();
        await page.GiveFilesAsync("#grid-file", new FilePayload { Name = "主会场.xlsx", MimeType = "application/octet-stream", Buffer = file });
        await Expect(page.Locator(".plain-list li")).ToContainTextAsync("2 排 × 4 座");
        await page.LookAsync("seats-built");
        await page.SetViewportSizeAsync(Pages.Desk, 800);
        await page.GetByRole(AriaRole.Button, new() { Name = "照文件新建 1 个区" }).ClickAsync();
        await Expect(page.Locator(".hall-sum")).ToContainTextAsync("0");
        await page.GotoAsync($"/2026/seating/halls/{empty.Id}");
        await Expect(page.Locator(".hall-plan [data-seat]")).ToHaveCountAsync(8);
        await Expect(page.Locator(".seat-blocked")).ToHaveCountAsync(1);
    }
}
