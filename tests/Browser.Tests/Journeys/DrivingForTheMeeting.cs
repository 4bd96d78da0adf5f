using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Access;
using Shared.Meetings;
using Shared.Shuttles;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>A dispatcher shows a driver the link of the vehicle; the driver reads on a phone what to drive, for what, and whom to call.</summary>
public sealed class DrivingForTheMeeting(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();
    Vehicle van = null!;

    public async ValueTask InitializeAsync()
    {
        hall.Read(db => db.Meetings().ExecuteUpdate(set => set.SetProperty(m => m.Venue, "演示宾馆 一楼 会议厅").SetProperty(m => m.LastDay, DateOnly.FromDateTime(DateTime.UtcNow))));
        van = hall.Add(new Vehicle { MeetingId = hall.Meeting.Id, Model = "商务车", PlateNo = "黑BD0003", Seats = 7, Driver = "周师傅", DriverPhone = "15400009105" });
        await hall.App.AddAccountAsync("小郑", $"{Roles.Dispatcher}@{hall.Meeting.Id}");
        hall.Add(new StaffMember { MeetingId = hall.Meeting.Id, Name = "郑大力", Nickname = "小郑", Phone = "15400001111", UserId = hall.Read(db => db.Users.Single(u => u.UserName == "小郑").Id) });
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    static async Task<string> CodeOnAsync(IPage page)
    {
        var picture = Path.Combine(Path.GetTempPath(), $"driver-{Guid.NewGuid():N}.png");
        await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
        var codes = Paper.CodesIn(picture);
        File.Delete(picture);
        return Assert.Single(codes);
    }

    [Theory]
    [InlineData("zh-CN", "生成链接", "显示二维码", "停用链接", "还没有排车次", "这个链接打不开了", "已于")]
    [InlineData("en", "Make the link", "Show its code", "End the link", "No trip is planned", "This link no longer opens", "First opened")]
    public async Task A_driver_scans_the_code_reads_the_page_and_is_told_when_it_is_ended(string language, string make, string show, string end, string noTrip, string closed, string opened)
    {
        var page = await chromium.Browser.OpenAsAsync(hall.App, "小郑", $"/2026/vehicles?edit={van.Id}", language);
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = make }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = show }).ClickAsync();
        var address = await ScanAsync(page, $"driver-link-{language}");
        var phone = await chromium.Browser.OpenAsync(hall.App, "/health/live", language, Pages.Phone);
        await phone.GotoAsync(address);
        await ReadAsync(phone, noTrip, $"driver-{language}");
        Assert.Equal(address[..address.IndexOf('#')], phone.Url);
        await Expect(page.Locator(".drawer")).ToContainTextAsync(opened);
        await page.GetByRole(AriaRole.Button, new() { Name = end }).ClickAsync();
        await page.Locator(".mud-dialog .mud-button-filled").ClickAsync();
        await Expect(page.Locator(".own-link-qr")).ToHaveCountAsync(0);
        // The phone wakes up, or a minute goes by.
        await phone.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(phone.Locator("h1:visible")).ToHaveTextAsync(closed);
        await phone.LookAsync($"driver-ended-{language}");
        await phone.GotoAsync(address);
        await phone.ArriveAsync(address[..address.IndexOf('#')]);
        await Expect(phone.Locator("h1:visible")).ToHaveTextAsync(closed);
    }

    static async Task<string> ScanAsync(IPage page, string name)
    {
        var code = page.Locator(".own-link-qr svg");
        await code.ScrollIntoViewIfNeededAsync();
        await page.LookAsync(name);
        await code.ScrollIntoViewIfNeededAsync();
        return await CodeOnAsync(page);
    }

    static async Task ReadAsync(IPage phone, string noTrip, string name)
    {
        await Expect(phone.Locator("h1:visible")).ToHaveTextAsync("黑BD0003");
        await Expect(phone.Locator("#driver")).ToContainTextAsync(noTrip);
        await Expect(phone.Locator(".driver-call a")).ToHaveAttributeAsync("href", "tel:15400001111");
        Assert.InRange((await phone.Locator(".driver-call a").BoundingBoxAsync())!.Height, 48, 80);
        await phone.LookAsync(name);
        await phone.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await phone.AssertAccessibleAsync();
    }

    [Fact]
    public async Task While_the_server_is_busy_the_page_says_so_and_opens_by_itself_later()
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        var link = (await scope.ServiceProvider.GetRequiredService<MakeDriverLink>().RunAsync(hall.Meeting.Id, van.Id, "小郑", TestContext.Current.CancellationToken))!;
        var phone = await chromium.Browser.OpenAsync(hall.App, "/health/live", width: Pages.Phone);
        var refused = 0;
        await phone.RouteAsync("**/open", route => refused++ == 0 ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await phone.GotoAsync(link.Address);
        await Expect(phone.Locator("h1:visible")).ToHaveTextAsync("现在连不上");
        await phone.PictureAsync("driver-busy");
        await Expect(phone.Locator("h1:visible")).ToHaveTextAsync("黑BD0003", new() { Timeout = 30_000 });
    }
}
