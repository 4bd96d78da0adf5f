using EventApp.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Registration.Proofing;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>The sheets are printed, read by two people, and noted; a change asks for another reading.</summary>
public sealed class Proofreading(Chromium chromium)
{
    const string Clipped = """
        [...document.querySelectorAll('.proof-block .fit')].filter(p => {
          const wide = s => { const r = document.createRange(); r.selectNodeContents(s); return r.getBoundingClientRect().width; };
          return p.getBoundingClientRect().height > p.parentElement.getBoundingClientRect().height + 1 || [...p.children].some(s => wide(s) > p.clientWidth + 1);
        }).map(p => p.textContent)
        """;

    static ILocator Row(IPage page, string unit) => page.Locator(".proof-table tbody tr", new() { HasText = unit });

    static async Task RecordAsync(IPage page, string reader, string button)
    {
        await page.Locator("#reader").FillAsync(reader);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    [Fact]
    public async Task Two_people_read_what_was_printed_and_a_wrong_character_put_right_asks_again()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting(10);
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, "/2026/proof");
        await page.SettleAsync();
        await Row(page, "演示第03物流").Locator("input").CheckAsync();
        await RecordAsync(page, "陈静", "记一校");
        await Expect(page.Locator(".proof-refused")).ToContainTextAsync("还没有打印过校对单");
        await page.GetByRole(AriaRole.Button, new() { Name = "打印所选 1 家" }).ClickAsync();
        await Expect(page.Locator(".proof-block")).ToHaveCountAsync(1);
        await page.GotoAsync("/2026/proof");
        await page.SettleAsync();
        await Row(page, "演示第03物流").Locator("input").CheckAsync();
        await RecordAsync(page, "陈静", "记一校");
        await Expect(Row(page, "演示第03物流").Locator(".proof-state")).ToHaveTextAsync("校对中");
        await RecordAsync(page, "陈静", "记二校");
        await Expect(page.Locator(".proof-refused")).ToContainTextAsync("两个人");
        await RecordAsync(page, "孙丽", "记二校");
        await Expect(Row(page, "演示第03物流")).ToContainTextAsync("孙丽");
        using (var db = app.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<Shared.Data.EventDb>>().CreateDbContext())
        {
            db.Set<Shared.Registration.Attendee>().Single(a => a.Name.StartsWith("阿卜杜拉")).Name = "阿布杜拉·买买提江";
            db.SaveChanges();
        }
        await page.ReloadAsync();
        await page.SettleAsync();
        await Expect(Row(page, "演示第03物流").Locator(".proof-state")).ToHaveTextAsync("改动后重读");
        await page.PictureAsync("proof-again-desk");
    }

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task The_sheets_are_a4_with_large_names_rare_characters_marked_and_nothing_clipped(string language)
    {
        await using var app = new RunningApp();
        var meeting = app.AddPaperMeeting(24);
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, $"/2026/proof/print/{await PrintAsync(app, meeting.Id)}", language);
        using var paper = await Paper.PrintAsync(page);
        paper.Picture($"proof-{language}");
        var (pages, size) = paper.Info();
        Assert.Equal("594.96 x 841.92 pts (A4)", size);
        Assert.Equal(5, pages);
        Assert.Equal(24, Enumerable.Range(1, pages).Sum(number => paper.Text(number).Split('☐').Length / 2));
        Assert.Contains("U+4DAE", string.Concat(Enumerable.Range(1, pages).Select(paper.Text)));
        Assert.DoesNotContain("154000", paper.Text(1));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Empty(await page.EvaluateAsync<string[]>(Clipped));
        Assert.Empty(await page.EvaluateAsync<int[]>("[...document.querySelectorAll('.sheet, .proof-foot')].filter(s => s.scrollHeight > s.clientHeight + 1 || s.scrollWidth > s.clientWidth + 1).map(s => s.scrollHeight)"));
        // 18 points are 24 px; only a long Latin name may be smaller.
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.proof .name .fit')].filter(n => !/[A-Za-z]/.test(n.textContent) && parseFloat(getComputedStyle(n).fontSize) < 24).map(n => n.textContent)"));
    }

    static async Task<int> PrintAsync(RunningApp app, int meetingId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var all = (await scope.ServiceProvider.GetRequiredService<ProofSheets>().ReadAsync(meetingId)).Select(unit => unit.UnitId).ToList();
        return (await scope.ServiceProvider.GetRequiredService<PrintProof>().RunAsync(meetingId, all, "小松"))!.Value;
    }

    [Theory]
    [InlineData("zh-CN", Pages.Phone), InlineData("zh-CN", Pages.Desk), InlineData("en", Pages.Phone), InlineData("en", Pages.Desk)]
    public async Task The_page_and_its_sheets_are_accessible_and_within_the_window(string language, int width)
    {
        await using var app = new RunningApp();
        var print = await PrintAsync(app, app.AddPaperMeeting(10).Id);
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, "/2026/proof", language, width);
        foreach (var path in (string[])["/2026/proof", $"/2026/proof/print/{print}"])
        {
            await page.GotoAsync(path);
            await page.SettleAsync();
            await page.AssertAccessibleAsync();
            await page.PictureAsync($"{path.Trim('/').Replace('/', '-')}-{language}-{width}");
            await page.AssertNoSidewaysScrollAsync();
        }
    }
}
