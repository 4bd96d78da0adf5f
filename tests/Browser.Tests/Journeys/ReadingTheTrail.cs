using EventApp.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Access;
using Shared.Data;
using Shared.Data.Sheets;
using Shared.Meetings.Importing;
using Shared.Registration;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser asks the audit trail who saw a phone, opens an entry, and takes the list away as a file.</summary>
public sealed class ReadingTheTrail(Chromium chromium, SampleApp sample) : IClassFixture<SampleApp>
{
    const int Calls = 52;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task FillAsync()
    {
        await using var scope = sample.App.Services.CreateAsyncScope();
        var (services, id) = (scope.ServiceProvider, 1);
        await using var db = await sample.App.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        if (await db.AuditEntries().AnyAsync(e => e.What == "note-changed", Stop)) return;
        var person = await db.Attendees().Include(a => a.Unit!.Organisation).FirstAsync(a => a.Id == 2, Stop);
        await services.GetRequiredService<WriteNote>().RunAsync(id, 2, "晚到", "小松", Stop);
        foreach (var called in await db.Attendees().Where(a => a.Phone != null && a.State == AttendeeState.Confirmed).OrderBy(a => a.Id).Select(a => a.Id).Take(Calls).ToListAsync(Stop))
            await services.GetRequiredService<RevealPhone>().RunAsync(id, called, "小林", "call", Stop);
        await services.GetRequiredService<EditNote>().RunAsync(id, await db.AttendeeNotes().Where(n => n.AttendeeId == 2).Select(n => n.Id).FirstAsync(Stop), "晚到，秘书 15400001234 来电", "小松", Stop);
        await services.GetRequiredService<SaveAttendee>().RunAsync(id, new() { Id = 2, Version = person.Version, Name = person.Name, Unit = person.Unit!.Organisation!.FullName, Post = "总工程师", Companions = 1 }, "小松", Stop);
        await services.GetRequiredService<RecordConsent>().RunAsync(id, 3, ConsentPurpose.PublicScreen, ConsentState.Yes, ConsentSource.OwnPage, RegistrationSets.Subject(3), Stop);
        await services.GetRequiredService<ChangeAttendeeState>().RunAsync(id, 150, StateChange.GrantLeave, "出差", "小松", stop: Stop);
        await db.Database.ExecuteSqlRawAsync("UPDATE AuditDetail SET Salt = NULL, Details = NULL WHERE EntryId IN (SELECT Id FROM AuditEntry WHERE What = 'attendee-on-leave')", Stop);
    }

    [Theory]
    [InlineData("zh-CN", "审计记录", "查看完整号码", "详情已按删除要求", "导出人：organiser", "记录完整"), InlineData("en", "Audit trail", "Phone shown in full", "removed by erasure", "Exported by organiser", "Whole:")]
    public async Task An_organiser_filters_opens_an_entry_and_takes_the_file_that_was_shown(string language, string title, string revealed, string removed, string mark, string whole)
    {
        await FillAsync();
        var page = await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}/settings", language);
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(page.Locator(".audit-chain")).ToContainTextAsync(whole);
        await page.LookAsync($"audit-{language}");
        await OpenRemovedAsync(page, removed, language);
        await page.SelectOptionAsync("#audit-what", "phone-revealed");
        await Expect(page.Locator(".pager [role=status]").First).ToContainTextAsync($"{Calls}");
        await Expect(page.Locator("tbody .row-link")).ToHaveTextAsync([.. Enumerable.Repeat(revealed, AuditList.PageSize)]);
        await page.LookAsync($"audit-filtered-{language}");
        var shown = await page.Locator("tbody td:nth-child(4)").AllTextContentsAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").First.ClickAsync());
        var rows = await RowsAsync(await file.PathAsync());
        Assert.Equal(shown.Select(name => name.Trim()), rows.Skip(1).Take(AuditList.PageSize).Select(row => row[4]));
        Assert.All(rows.Skip(1).Take(Calls), row => Assert.Equal(revealed, row[3]));
        Assert.StartsWith(mark, rows[^1][0]);
        await page.Locator("tbody a.plain-link").First.ClickAsync();
        await Expect(page.Locator(".chip-on")).ToContainTextAsync(shown[0].Trim());
        await page.LookAsync($"audit-subject-{language}");
        await page.FillAsync("#audit-from", "2099-01-01");
        await page.Locator("#audit-from").BlurAsync();
        await Expect(page.Locator(".empty-state")).ToBeVisibleAsync();
        await page.LookAsync($"audit-none-{language}");
        await page.Context.DisposeAsync();
    }

    static async Task OpenRemovedAsync(IPage page, string removed, string language)
    {
        await page.Locator("tbody tr", new() { HasText = language == "en" ? "details removed" : "详情已清除" }).Locator(".row-link").ClickAsync();
        await Expect(page.Locator(".drawer .removed")).ToContainTextAsync(removed);
        await page.LookAsync($"audit-removed-{language}");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".drawer")).ToHaveCountAsync(0);
        await page.Locator("tbody .row-link", new() { HasText = language == "en" ? "Attendee changed" : "修改参会人员" }).First.ClickAsync();
        await Expect(page.Locator(".drawer .audit-lines li")).Not.ToHaveCountAsync(0);
        await page.LookAsync($"audit-details-{language}");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".drawer")).ToHaveCountAsync(0);
    }

    static async Task<List<List<string>>> RowsAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        var file = ((SheetFileResult.Opened)await ReceivedFile.OpenAsync("audit.xlsx", stream, Stop)).File;
        return [.. ((SheetResult.Filled)file.Read(file.VisibleSheets[0], stop: Stop)).Sheet.Rows.Select(row => row.Cells.Select(cell => cell.Text).ToList()).Where(row => row.Exists(text => text.Length > 0))];
    }
}
