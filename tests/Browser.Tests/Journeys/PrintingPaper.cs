using EventApp.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.CheckIn.Closing;
using Shared.CheckIn.Paper;
using Shared.Data;
using Shared.Registration;

namespace Browser.Tests.Journeys;

public sealed class PrintingPaper(Chromium chromium)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    const string ClippedCells = """
        [...document.querySelectorAll('td .fit, th .fit, dd .fit')].filter(p => {
          const wide = s => { const r = document.createRange(); r.selectNodeContents(s); return r.getBoundingClientRect().width; };
          const cell = p.parentElement.getBoundingClientRect();
          return p.getBoundingClientRect().height > cell.height + 1 || [...p.children].some(s => wide(s) > p.clientWidth + 1);
        }).map(p => p.textContent)
        """;

    static async Task<int> PrintAsync<TCommand>(RunningApp app, Func<TCommand, Task<PrintPaperResult>> print) where TCommand : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return Assert.IsType<PrintPaperResult.Recorded>(await print(scope.ServiceProvider.GetRequiredService<TCommand>())).PrintoutId;
    }

    async Task<(IPage Page, Paper Paper)> PaperAsync(RunningApp app, string path, string picture)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, path);
        var paper = await Paper.PrintAsync(page);
        paper.Picture(picture);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Empty(await page.EvaluateAsync<string[]>(ClippedCells));
        return (page, paper);
    }

    static int CheckpointId(RunningApp app, CheckpointKind kind)
    {
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        return db.Checkpoints().Single(c => c.Kind == kind).Id;
    }

    [Fact]
    public async Task A_sign_in_sheet_has_25_lines_a_page_its_head_on_each_and_no_phone()
    {
        await using var app = new RunningApp();
        var meeting = app.AddPaperMeeting(48);
        var id = await PrintAsync<PrintSignInSheet>(app, print => print.RunAsync(meeting.Id, CheckpointId(app, CheckpointKind.Session), "小松", Stop));
        var (page, paper) = await PaperAsync(app, $"/2026/paper/print/{id}", "sign-in-sheet");
        using var _ = paper;
        // 48 names leave two free lines on page 2, too few for people who come unregistered.
        Assert.Equal((3, "594.96 x 841.92 pts (A4)"), paper.Info());
        for (var number = 1; number <= 3; number++)
        {
            var text = paper.Text(number);
            Assert.All((string[])["会议签到表", "主题", "演示宾馆", "会议时间", "签字", "演示数据", $"第{number}页/共3页", "第1版", "小松"], words => Assert.Contains(words, text));
            Assert.DoesNotContain("154000", text);
        }
        Assert.Equal("25 25 25", await page.EvaluateAsync<string>("[...document.querySelectorAll('.sign-in tbody')].map(b => b.rows.length).join(' ')"));
        Assert.Equal("26", await page.Locator(".sign-in").Nth(1).Locator("tbody .no").First.InnerTextAsync());
    }

    [Fact]
    public async Task The_roster_lies_across_with_a_box_for_each_checkpoint()
    {
        await using var app = new RunningApp();
        var meeting = app.AddPaperMeeting(30);
        using (var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext())
        {
            var lunch = await db.Checkpoints().SingleAsync(c => c.Kind == CheckpointKind.Meal, Stop);
            (lunch.Admits, lunch.CategoryBits) = (Admission.Categories, Checkpoint.Bit(AttendeeCategory.Guest));
            await db.SaveChangesAsync(Stop);
        }
        var id = await PrintAsync<PrintRoster>(app, print => print.RunAsync(meeting.Id, [CheckpointId(app, CheckpointKind.ReportIn), CheckpointId(app, CheckpointKind.Meal)], "小松", Stop));
        var (_, paper) = await PaperAsync(app, $"/2026/paper/print/{id}", "roster");
        using var printed = paper;
        Assert.Equal((2, "841.92 x 594.96 pts (A4)"), paper.Info());
        Assert.Contains("第2页/共2页", paper.Text(2));
        Assert.Equal(25 + 1 + 1, paper.Text(1).Count(c => c == '☐'));
        Assert.DoesNotContain("154000", paper.Text(1));
    }

    [Fact]
    public async Task The_closing_report_shows_long_notes_whole_and_numbers_its_pages()
    {
        await using var app = new RunningApp();
        var meeting = app.AddPaperMeeting(40);
        var note = string.Concat(Enumerable.Repeat("来电说明因生产任务推迟，由单位另行派人，已登记。", 12));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<WriteNote>().RunAsync(meeting.Id, 3, note, "小松", Stop);
            await scope.ServiceProvider.GetRequiredService<MarkOnPaper>().RunAsync(new PaperMark(meeting.Id, CheckpointId(app, CheckpointKind.ReportIn), 1, new(2026, 11, 23, 0, 5, 0, DateTimeKind.Utc)), "小松", Stop);
            await scope.ServiceProvider.GetRequiredService<PrintClosing>().RunAsync(meeting.Id, CheckpointId(app, CheckpointKind.ReportIn), "小松", asFile: false, Stop);
        }
        var (page, paper) = await PaperAsync(app, "/2026/closing/print/1", "closing");
        using var _ = paper;
        var (pages, size) = paper.Info();
        Assert.Equal("594.96 x 841.92 pts (A4)", size);
        for (var number = 1; number <= pages; number++)
            Assert.All((string[])["会后对账表", "到场或原因", $"第{number}页/共{pages}页"], words => Assert.Contains(words, paper.Text(number)));
        Assert.Contains(note, (await page.Locator(".closing").First.InnerTextAsync()).Replace("\n", ""));
        Assert.Empty(await page.EvaluateAsync<int[]>("[...document.querySelectorAll('.sheet')].filter(s => s.scrollHeight > s.clientHeight + 1).map(s => s.scrollHeight)"));
    }

    [Fact]
    public async Task A_paper_sheet_is_entered_by_the_keyboard_alone()
    {
        await using var app = new RunningApp();
        app.AddPaperMeeting(6);
        var page = await chromium.Browser.OpenAsOrganiserAsync(app, "/2026/paper");
        await page.ClickAsync("#who");
        foreach (var (line, typed) in ((string[])["1", "2", "2"]).Index())
        {
            await page.Keyboard.TypeAsync(typed);
            await page.Locator("[role=option]").First.WaitForAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Locator(".marks li").Nth(line).WaitForAsync();
        }
        Assert.Contains("已在（首次", await page.Locator(".marks li").First.InnerTextAsync());
        Assert.Equal("who", await page.EvaluateAsync<string>("document.activeElement.id"));
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        Assert.Equal(2, await db.Presences().CountAsync(Stop));
    }
}
