using EventApp.Access;
using EventApp.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Somebody who has never seen the program, from the token at the console to the first badge that was read; counted in pages and clicks, for those are what takes a person's time.</summary>
public sealed class SettingUp(Chromium chromium) : IAsyncLifetime
{
    const int MostPages = 24, MostClicks = 38;
    static readonly int Year = DateTime.UtcNow.Year + 1;
    readonly RunningApp app = new("Limits:PairingPerMinute=1000");
    readonly string backups = Directory.CreateTempSubdirectory("event-backup-").FullName;
    IPage page = null!;
    int pages, clicks;

    public async ValueTask InitializeAsync()
    {
        page = await chromium.Browser.OpenAsync(app, "/first-organiser");
        page.FrameNavigated += (_, frame) => pages += frame == page.MainFrame ? 1 : 0;
    }

    public async ValueTask DisposeAsync()
    {
        await page.Context.DisposeAsync();
        await app.DisposeAsync();
        Directory.Delete(backups, recursive: true);
    }

    [Fact]
    public async Task From_the_token_at_the_console_to_the_first_badge_that_was_read()
    {
        await SignInFirstAsync();
        await MakeMeetingAsync();
        await PasteUnitsAsync();
        await PasteStaffAsync();
        await PrintSpareAsync();
        await TakeProposedCheckpointsAsync();
        await ProveStationAsync();
        await ChooseBackupFolderAsync();
        await Expect(page.Locator(".set-up-bar")).ToContainTextAsync("都齐了");
        await LookAsync("set-up-done");
        await NextAsync();
        await page.ArriveAsync($"**/{Year}");
        await page.SettleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("3 家单位未发邀请");
        await Expect(page.Locator(".set-up-bar")).ToHaveCountAsync(0);
        await LookAsync("set-up-today");
        Assert.True(pages <= MostPages && clicks <= MostClicks, $"{pages} pages, {clicks} clicks");
    }

    async Task ClickAsync(string name)
    {
        clicks++;
        await page.Locator("main, .drawer").GetByRole(AriaRole.Button, new() { Name = name }).Or(page.Locator("main, .drawer").GetByRole(AriaRole.Link, new() { Name = name })).Last.ClickAsync();
    }

    async Task NextAsync()
    {
        clicks++;
        await page.Locator(".set-up-next").ClickAsync();
    }

    Task LookAsync(string name) => page.LookAsync($"{name}-zh");

    async Task SignInFirstAsync()
    {
        await page.FillAsync("#token", (await app.Get<FirstOrganiserToken>().OfferAsync())!);
        await page.FillAsync("#name", "小松");
        await page.FillAsync("#user", "xiaosong");
        await page.FillAsync("#password", RunningApp.Password);
        await page.ClickAsync("button[type=submit]");
        await page.ArriveAsync("**/sign-in");
        await page.FillAsync("#user", "xiaosong");
        await page.FillAsync("#password", RunningApp.Password);
        await page.ClickAsync("button[type=submit]");
        clicks += 2;
        await Expect(page.Locator(".sample-card code")).ToContainTextAsync("demo --data");
        await LookAsync("set-up-home");
    }

    async Task MakeMeetingAsync()
    {
        await ClickAsync("新建年会");
        await page.Locator("#year").WriteAsync($"{Year}");
        await page.FillAsync("#meeting-name", $"{Year}年金属新材料年会");
        await page.FillAsync("#first-day", $"{Year}-08-23");
        await page.FillAsync("#last-day", $"{Year}-08-24");
        await page.FillAsync("#venue", "会展中心");
        await page.FillAsync("#legal-body", "联盟秘书处");
        await page.Locator("#legal-body").BlurAsync();
        await ClickAsync("填入范本");
        await Expect(page.Locator("#notice-note")).ToContainTextAsync("（联系人和电话）");
        await page.FillAsync("#notice-contact", "会务组 0452-2791234");
        await page.Locator("#notice-contact").BlurAsync();
        await Expect(page.Locator("#notice")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("联盟秘书处.*会务组 0452-2791234"));
        Assert.Empty(NoticePlaces.LeftIn(await page.InputValueAsync("#notice")));
        await LookAsync("set-up-meeting");
        await ClickAsync("建立");
        await page.ArriveAsync($"**/{Year}/set-up");
        await Expect(page.Locator(".steps .state-good")).ToHaveCountAsync(3);
        await LookAsync("set-up");
    }

    async Task PasteAsync(string text, string write)
    {
        await page.SettleAsync();
        await page.Locator("#pasted").WriteAsync(text);
        await LookAsync(write == "导入 2 行" ? "set-up-staff" : "set-up-units");
        await page.Locator("#pasted").BlurAsync();
        await ClickAsync("预览");
        await LookAsync(write == "导入 2 行" ? "set-up-staff-preview" : "set-up-units-preview");
        await ClickAsync(write);
        await Expect(page.Locator("main")).ToContainTextAsync("已导入");
    }

    async Task PasteUnitsAsync()
    {
        await ClickAsync("下一步：单位");
        await PasteAsync("沈阳铸造研究所\n哈尔滨理工大学\n重型铸造有限责任公司\n", "导入 3 行");
        await Expect(page.Locator(".set-up-next")).ToContainTextAsync("下一步");
    }

    async Task PasteStaffAsync()
    {
        await NextAsync();
        await PasteAsync("宋小松 15400000001\n权姐\n", "导入 2 行");
        await NextAsync();
        await page.ArriveAsync("**/units?setup=4&lack=liaison");
        await page.SettleAsync();
        await ClickAsync("勾选接下来没有联络员的 3 家");
        await page.SelectOptionAsync("#bulk-liaison", new SelectOptionValue { Index = 1 });
        await LookAsync("set-up-liaisons");
        await ClickAsync("指定给 3 家");
        await Expect(page.Locator(".liaison-bar")).ToContainTextAsync("现在共 3 家");
        clicks += 3;
        await NextAsync();
        await page.ArriveAsync("**/replies/settings?setup=6");
        await page.SettleAsync();
        await page.FillAsync("#deadline", $"{Year}-01-10T18:00");
        await LookAsync("set-up-replies");
        await ClickAsync("保存");
        // Whoever leaves before it is saved is asked whether to leave.
        await Expect(page.Locator(".mud-snackbar").Last).ToContainTextAsync("已保存");
        await NextAsync();
    }

    async Task PrintSpareAsync()
    {
        await page.ArriveAsync("**/badges?setup=7");
        await page.SettleAsync();
        await Expect(page.Locator("#spares")).ToHaveValueAsync("1");
        await LookAsync("set-up-badges");
        await ClickAsync("打开测试页");
        await BackAsync("**/badges/test*");
        await ClickAsync("新增并打印");
        await BackAsync("**/badges/print/*");
    }

    async Task BackAsync(string from)
    {
        await page.ArriveAsync(from);
        await page.Locator(".print-actions a").ClickAsync();
        clicks++;
        await page.ArriveAsync("**/badges*");
        await page.SettleAsync();
    }

    async Task TakeProposedCheckpointsAsync()
    {
        await NextAsync();
        await page.ArriveAsync("**/checkpoints?setup=8");
        await page.SettleAsync();
        await ClickAsync("按会期列出建议");
        await page.Locator(".drawer .form-foot button").ClickAsync();
        await Expect(page.Locator(".set-up-next")).ToContainTextAsync("设备和试扫");
        clicks += 2;
        await NextAsync();
        await page.ArriveAsync("**/stations?setup=9");
    }

    async Task ProveStationAsync()
    {
        await page.SettleAsync();
        await LookAsync("set-up-stations");
        await ClickAsync("添加设备");
        await page.Locator("#station-name").WriteAsync("1号台");
        await page.Locator("#station-name").BlurAsync();
        await page.Locator(".drawer .form-foot button").First.ClickAsync();
        await page.Locator(".pairing-code").WaitForAsync();
        var code = string.Concat(await page.Locator(".pairing-code span").AllTextContentsAsync());
        clicks += 3;
        var device = await chromium.Browser.OpenAsync(app, "/station");
        await device.FillAsync("#pairing-code", code);
        await device.PressAsync("#pairing-code", "Enter");
        await device.Locator("#choices button").First.ClickAsync();
        await device.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await device.Keyboard.TypeAsync(SpareCode());
        await device.Keyboard.PressAsync("Enter");
        await page.Locator(".drawer-head button").ClickAsync();
        await Expect(page.Locator(".station-proof [role=status]")).ToContainTextAsync("1号台");
        await Expect(page.Locator(".station-proof [role=status]")).ToContainTextAsync("读到备用胸卡 S001");
        await LookAsync("set-up-proof");
        await device.Context.DisposeAsync();
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        Assert.Empty(db.Presences());
    }

    // What the printed square says; no page shows it in letters.
    string SpareCode()
    {
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        return app.Get<BadgeKey>().Code(db.Badges().Single(badge => badge.AttendeeId == null).Secret);
    }

    async Task ChooseBackupFolderAsync()
    {
        await NextAsync();
        await page.ArriveAsync("**/backups?setup=10");
        await page.SettleAsync();
        await page.Locator("#backup-folder").WriteAsync(Path.Combine(app.Data.Path, "in"));
        await page.Locator("#backup-folder").BlurAsync();
        await ClickAsync("使用这个文件夹");
        await Expect(page.Locator(".field-problem")).ToContainTextAsync("不能放在数据文件夹里面");
        await LookAsync("set-up-backups-refused");
        await page.FillAsync("#backup-folder", backups);
        await page.Locator("#backup-folder").BlurAsync();
        await ClickAsync("使用这个文件夹");
        await Expect(page.Locator(".list-table tbody tr")).ToHaveCountAsync(1);
        await LookAsync("set-up-backups");
    }
}
