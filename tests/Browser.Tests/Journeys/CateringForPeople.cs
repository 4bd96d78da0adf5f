using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Access;
using Shared.Registration;
using Shared.Registration.Replies;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>A day of whoever feeds and houses people: what the kitchen must know, somebody says it at the desk, the list goes along as a file.</summary>
public sealed class CateringForPeople(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public async ValueTask InitializeAsync()
    {
        await hall.App.AddAccountAsync("小食", $"{Roles.Catering}@{hall.Meeting.Id}");
        var wang = hall.AddPerson("王刚", person => person.Stay = new() { Needed = true, Room = RoomKind.Twin, Roommate = "李娜", From = new(2026, 11, 22), To = new(2026, 11, 24), Meals = Meals.Breakfast });
        hall.Add(new Diet { AttendeeId = wang.Id, Kind = DietKind.Halal, Consent = ConsentState.Yes, Source = ConsentSource.Phone, EnteredAt = DateTime.UtcNow });
        hall.Add(new Diet { AttendeeId = hall.AddPerson("赵敏").Id, Kind = DietKind.Vegetarian });
        hall.AddPerson("孙丽", person => person.Lodging = "0817");
        hall.Add(new Reply { MeetingId = hall.Meeting.Id, UnitId = hall.Unit.Id, Nonce = [1], RepliedAt = DateTime.UtcNow, HalalPortions = 2, VegetarianPortions = 1 });
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", Pages.Phone, "登记饮食", "过敏及其他", "保存", "住宿", "请先问本人"), InlineData("en", Pages.Desk, "Enter a diet", "Allergy and other", "Save", "Rooms", "Ask them first")]
    public async Task Catering_reads_diets_writes_down_what_somebody_says_and_takes_the_list_along(string language, int width, string enter, string allergy, string save, string rooms, string refusal)
    {
        var page = await chromium.Browser.OpenAsAsync(hall.App, "小食", "/", language, width);
        await page.ArriveAsync("**/2026/catering");
        await page.SettleAsync();
        await Expect(page.Locator(".row-link")).ToHaveTextAsync(["王刚"]);
        await Expect(page.Locator("body")).Not.ToContainTextAsync("赵敏");
        await page.LookAsync($"catering-{language}");
        await page.SetViewportSizeAsync(width, 800);
        await page.GetByRole(AriaRole.Link, new() { Name = enter }).ClickAsync();
        await EnterAsync(page, language, (allergy, save, refusal));
        await Expect(page.Locator(".row-link")).ToHaveTextAsync(["王刚", "孙丽"]);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").Nth(1).ClickAsync());
        var file = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("孙丽", file);
        Assert.Contains("小食", file);
        await page.GetByRole(AriaRole.Link, new() { Name = rooms, Exact = true }).ClickAsync();
        await Expect(page.Locator("td", new() { HasText = "0817" })).ToBeVisibleAsync();
        await page.LookAsync($"catering-rooms-{language}");
        Assert.Equal((1, 1, 1), hall.Read(db => (db.AuditEntries().Count(e => e.What == "diets-read"), db.AuditEntries().Count(e => e.What == "diet-set"), db.AuditEntries().Count(e => e.What == "export"))));
    }

    // Without the tick nothing is kept; with it the person stands in the list.
    static async Task EnterAsync(IPage page, string language, (string Allergy, string Save, string Refusal) words)
    {
        var width = page.ViewportSize!;
        await page.Locator("#find-person").WriteAsync("孙");
        await page.Locator("#find-person").PressAsync("Enter");
        await page.LookAsync($"catering-find-{language}");
        await page.SetViewportSizeAsync(width.Width, 800);
        await page.Locator(".pick-list button").ClickAsync();
        await page.Locator("#diet-kind").SelectOptionAsync(new SelectOptionValue { Label = words.Allergy });
        await page.Locator("#diet-note").FillAsync("花生");
        await page.Locator("#diet-note").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words.Save, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = words.Refusal })).ToBeVisibleAsync();
        await page.LookAsync($"catering-form-{language}");
        await page.SetViewportSizeAsync(width.Width, 800);
        await page.Locator(".drawer input[type=checkbox]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words.Save, Exact = true }).ClickAsync();
    }

    [Theory]
    [InlineData("zh-CN", "您的账号不能打开这一页"), InlineData("en", "may not open")]
    public async Task An_organiser_is_refused_and_finds_no_way_in(string language, string refused)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026", language);
        await page.SettleAsync();
        await Expect(page.Locator(".rail-link[href='/2026/catering']")).ToHaveCountAsync(0);
        await page.GotoAsync("/2026/catering");
        await Expect(page.Locator("body")).ToContainTextAsync(refused);
    }
}
