using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.Meetings;
using Shared.Registration.Replies;
using Shared.Seating;
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
        await page.WaitForURLAsync("**/tables");
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
