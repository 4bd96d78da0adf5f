using EventApp.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Data;
using Shared.Meetings;

namespace Browser.Tests.Journeys;

public sealed class PrintingBadges(Chromium chromium)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    internal static async Task<string> PrintAllAsync(RunningApp app, int spares = 0)
    {
        await using var scope = app.Services.CreateAsyncScope();
        T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        var meeting = (await Get<MeetingCalendar>().ReadAsync(PaperMeeting.Year, Stop))!;
        var spareIds = spares == 0 ? [] : await Get<IssueSpares>().RunAsync(meeting.Id, spares, "小松", Stop);
        var chosen = (await Get<BadgeList>().ReadAsync(meeting, new BadgeFilter(), Stop)).Chosen;
        var printed = await Get<PrintBadges>().RunAsync(meeting, new BadgeOrder(chosen with { SpareIds = spareIds }, "小松"), Stop);
        return $"/{PaperMeeting.Year}/badges/print/{Assert.IsType<PrintBadgesResult.Recorded>(printed).PrintoutId}";
    }

    static List<string> CodesIn(RunningApp app)
    {
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        return [.. db.Badges().AsNoTracking().ToList().Select(b => app.Get<BadgeKey>().Code(b.Secret))];
    }

    [Fact]
    public async Task A_separate_reader_decodes_every_code_on_the_printed_sheets()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting(10);
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, await PrintAllAsync(app, spares: 3));
        using var paper = await Paper.PrintAsync(page);
        paper.Picture("badges");
        var (pages, size) = paper.Info();
        Assert.Equal((8, "594.96 x 841.92 pts (A4)"), (pages, size));
        Assert.Equal(CodesIn(app).Order(), paper.Codes().Order());
        Assert.Contains("第1页/共4页", paper.Text(1));
        Assert.Contains("演示数据", paper.Text(1));
        Assert.Contains("小松", paper.Text(2));
    }

    [Fact]
    public async Task Four_cards_of_90_by_130_mm_lie_on_a_sheet_and_backs_meet_their_fronts()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting(4);
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, await PrintAllAsync(app));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var sheets = await page.EvaluateAsync<double[][][]>("""
            [...document.querySelectorAll('.sheet')].map(s => { const o = s.getBoundingClientRect(); return [...s.querySelectorAll('.badge')]
              .map(b => { const r = b.getBoundingClientRect(); return [r.x - o.x, r.y - o.y, r.width, r.height].map(v => Math.round(v / 96 * 254) / 10); }); })
            """);
        Assert.Equal(2, sheets.Length);
        Assert.All(sheets, sheet => Assert.All(sheet, card => Assert.Equal((90, 130), (card[2], card[3]))));
        Assert.Equal([(15, 18.5), (105, 18.5), (15, 148.5), (105, 148.5)], sheets[0].Select(card => (card[0], card[1])));
        Assert.Equal(sheets[0].Select(card => (210 - 90 - card[0], card[1])), sheets[1].Select(card => (card[0], card[1])));
    }

    [Fact]
    public async Task Nothing_on_a_card_is_clipped_and_the_code_is_wider_than_3_cm()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting(8);
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, await PrintAllAsync(app));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.badge .fit')].filter(p => {
              const wide = s => { const r = document.createRange(); r.selectNodeContents(s); return r.getBoundingClientRect().width; };
              return [...p.children].reduce((sum, s) => sum + s.offsetHeight, 0) > p.clientHeight + 1 || [...p.children].some(s => wide(s) > p.clientWidth + 1);
            }).map(p => p.className + ': ' + p.textContent)
            """));
        // 25 modules of code within the 33 that include the quiet zone.
        Assert.True(await page.EvaluateAsync<double>("document.querySelector('.qr svg').getBoundingClientRect().width / 96 * 25.4 * 25 / 33") > 30);
        Assert.Equal("王　刚", await page.Locator(".badge.delegate .name").First.InnerTextAsync());
    }

    [Fact]
    public async Task The_list_leads_to_the_sheet_and_to_the_file_for_a_print_shop()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting(5);
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, "/2026/badges");
        await page.SettleAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("给印刷厂的文件").ClickAsync());
        Assert.EndsWith(".zip", file.SuggestedFilename);
        await page.ReloadAsync();
        await page.SettleAsync();
        await page.GetByText("打印全部 5 张").ClickAsync();
        await page.GetByLabel("再印的原因").WriteAsync("印刷厂来不及");
        await page.GetByText("再印一份").ClickAsync();
        await page.ArriveAsync("**/2026/badges/print/2");
        Assert.Equal(5, await page.Locator(".badge .qr").CountAsync());
        await page.GetByText("返回").ClickAsync();
        await page.GetByText("印刷厂来不及").WaitForAsync();
    }
}
