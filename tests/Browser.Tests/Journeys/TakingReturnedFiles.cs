using EventApp.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser hands out a file per unit and drops what came back, all at once.</summary>
public sealed class TakingReturnedFiles(Chromium chromium, SampleApp sample) : IClassFixture<SampleApp>
{
    const float Reading = 120_000;

    async Task<IPage> OpenAsync(string language = "zh-CN", int width = Pages.Desk)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}/replies/files", language, width);
        await page.SettleAsync();
        return page;
    }

    async Task InviteAllAsync()
    {
        await using var scope = sample.App.Services.CreateAsyncScope();
        var meeting = (await scope.ServiceProvider.GetRequiredService<MeetingCalendar>().ReadAsync(sample.Year))!;
        var units = (await scope.ServiceProvider.GetRequiredService<ReplyTracking>().ReadAsync(meeting)).Rows.Select(row => row.UnitId).ToList();
        await scope.ServiceProvider.GetRequiredService<InviteUnits>().RunAsync(meeting.Id, units, sent: true, "小松");
    }

    static Task ChipAsync(IPage page, string text, int count) => Expect(page.Locator(".chips .chip", new() { HasText = text })).ToContainTextAsync($"{count}");

    [Fact]
    public async Task A_hundred_files_at_once_end_in_one_report_and_the_right_list()
    {
        var drop = new ReturnedDrop(sample.App, sample.Year);
        var files = await drop.MakeAsync();
        Assert.Equal(ReturnedDrop.Files, files.Count);
        var page = await OpenAsync();
        await page.GiveFilesAsync("#reply-files", [.. files]);
        await page.Locator(".reply-files").WaitForAsync(new() { Timeout = Reading });
        foreach (var (text, count) in ((string, int)[])[("可收下", ReturnedDrop.Ready), ("要看一下", ReturnedDrop.Look), ("没有变化", ReturnedDrop.Unchanged), ("有问题", ReturnedDrop.Problem)])
            await ChipAsync(page, text, count);
        await page.LookAsync("files-report-zh");
        await page.GetByRole(AriaRole.Button, new() { Name = "要看一下" }).ClickAsync();
        await page.Locator(".reply-file .text-button").First.ClickAsync();
        await Expect(page.Locator(".reply-file .plain-table").First).ToBeVisibleAsync();
        await page.LookAsync("files-look-zh");
        // Several people in one cell become several; the two rows that stay out are no reason to leave the rest.
        var look = page.Locator(".reply-file", new() { HasText = ReturnedDrop.LookName });
        await look.GetByRole(AriaRole.Button, new() { Name = "拆成几人" }).ClickAsync();
        await page.Locator(".reply-files").WaitForAsync(new() { Timeout = Reading });
        await page.GetByRole(AriaRole.Button, new() { Name = "要看一下" }).ClickAsync();
        await Expect(look).ToContainTextAsync("有 2 行收不进来");
        await look.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"收下 {Taken} 份" }).ClickAsync();
        await page.Locator("#files-taken").WaitForAsync(new() { Timeout = Reading });
        await page.LookAsync("files-taken-zh");
        await Expect(page.Locator("#files-taken")).ToContainTextAsync($"{Taken} 份已生效，0 份");
        AssertListed(drop);
        await page.Context.DisposeAsync();
    }

    const int Taken = ReturnedDrop.Ready + 1;

    void AssertListed(ReturnedDrop drop)
    {
        using var db = sample.App.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        var people = db.Attendees().Include(a => a.Journeys).Include(a => a.Stay).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave).AsNoTracking().ToList();
        var units = people.ToLookup(a => a.UnitId, a => DirtyPeople.Listed(a, drop.Meeting.Local));
        foreach (var unit in drop.Expected.GroupBy(one => one.UnitId, one => one.Listed))
        {
            var left = units[unit.Key].ToList();
            foreach (var expected in unit)
                Assert.True(left.Find(one => DirtyPeople.Fits(expected, one)) is { } found && left.Remove(found), $"{expected}\nnot among\n{string.Join('\n', left)}");
            Assert.Empty(left);
        }
        // Whoever was neither ticked nor readable is as before.
        var taken = drop.Expected.Select(one => one.UnitId).ToHashSet();
        Assert.DoesNotContain(people, a => a.Post is "甲稿" or "乙稿" or "总工" && !taken.Contains(a.UnitId));
        // The sample's own replies came days ago.
        var today = DateTime.UtcNow.AddDays(-1);
        Assert.Equal(Taken, db.Replies().Count(r => r.RepliedAt > today));
    }

    [Fact]
    public async Task In_english_a_file_of_no_unit_is_given_to_one_and_a_hundred_and_one_are_too_many()
    {
        await InviteAllAsync();
        var page = await OpenAsync("en");
        await page.LookAsync("files-empty-en");
        var file = new Shared.Tests.Data.Sheets.TestXlsx().Sheet("回执").Row("姓名", "职务").Row("<script>alert(1)", "=1+1").ToArray();
        FilePayload Payload(int number) => new() { Name = $"{number}.xlsx", MimeType = "application/octet-stream", Buffer = file };
        await page.GiveFilesAsync("#reply-files", [.. Enumerable.Range(0, 101).Select(Payload)]);
        await Expect(page.Locator("[role=alert]").First).ToContainTextAsync("at most 100");
        await page.GiveFilesAsync("#reply-files", Payload(1));
        await page.Locator(".reply-files").WaitForAsync(new() { Timeout = Reading });
        await page.LookAsync("files-unknown-en");
        await page.Locator(".reply-file select").SelectOptionAsync(new SelectOptionValue { Index = 74 });
        await Expect(page.Locator(".file-state")).Not.ToHaveTextAsync("Problem");
        await page.LookAsync("files-told-en");
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("zh-CN", "存为图片"), InlineData("en", "Save as picture")]
    public async Task A_unit_goes_out_as_a_file_and_as_a_picture(string language, string save)
    {
        await InviteAllAsync();
        var page = await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}/replies", language);
        await page.SettleAsync();
        var all = await page.RunAndWaitForDownloadAsync(() => page.Locator("form[action$='files.zip'] button").ClickAsync());
        Assert.EndsWith(".zip", all.SuggestedFilename);
        await page.GotoAsync($"/{sample.Year}/replies?unit=1");
        await page.SettleAsync();
        var one = await page.RunAndWaitForDownloadAsync(() => page.Locator("form[action$='/replies/files/1'] button").ClickAsync());
        Assert.Matches($"^{sample.Year}-回执-.+\\.xlsx$", one.SuggestedFilename);
        await page.Locator("#invite-card").ScrollIntoViewIfNeededAsync();
        await page.PictureAsync($"invite-card-{language}");
        var picture = await page.RunAndWaitForDownloadAsync(() => page.Locator("#invite-card + .text-button", new() { HasText = save }).ClickAsync());
        Assert.EndsWith(".png", picture.SuggestedFilename);
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder) await picture.SaveAsAsync(Path.Combine(folder, $"invite-picture-{language}.png"));
        await page.Context.DisposeAsync();
    }
}
