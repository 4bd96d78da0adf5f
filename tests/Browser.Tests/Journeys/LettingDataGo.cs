using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Access;
using Shared.Meetings;
using Shared.Privacy;
using Shared.Registration;
using Shared.Registration.Replies;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser looks at what is held on one person, hands it over and erases it; sees what is due and lets it go; asks who agreed.</summary>
public sealed class LettingDataGo(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync()
    {
        var wang = hall.AddPerson("王刚", person => (person.Phone, person.Post, person.Remark) = ("15400001234", "总工程师", "走得慢"));
        hall.AddPerson("李娜", person => person.Consents.Add(new() { Purpose = ConsentPurpose.PublicScreen, State = ConsentState.Yes, Source = "Paper", GivenAt = DateTime.UtcNow }));
        hall.AddBadge(wang);
        hall.Add(new Journey { AttendeeId = wang.Id, Direction = JourneyDirection.Arrival, Mode = TravelMode.Train, ServiceNo = "G9901", Terminal = "齐齐哈尔南", At = DateTime.UtcNow });
        hall.Add(new Diet { AttendeeId = wang.Id, Kind = DietKind.Halal, Consent = ConsentState.Yes });
        hall.Add(new AttendeeNote { MeetingId = hall.Meeting.Id, AttendeeId = wang.Id, Text = "老人家", WrittenBy = "小松", WrittenAt = DateTime.UtcNow });
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "个人数据", "只有食宿组能看", "删除此人的个人数据", "确认删除，不能恢复", "以下只剩计数所需的记录"), InlineData("en", "Personal data", "only catering reads it", "Erase this person's data", "Erase for good", "only what counting needs")]
    public async Task One_persons_data_are_shown_handed_over_and_erased(string language, string title, string withheld, string erase, string yes, string done)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/attendees?person=1", language);
        await page.SettleAsync();
        await page.Locator(".drawer a[href$='/data']").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync(title);
        await Expect(page.Locator("main")).ToContainTextAsync("15400001234");
        await Expect(page.Locator("main")).ToContainTextAsync(withheld);
        await page.LookAsync($"person-{language}");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='kind=json']").ClickAsync());
        Assert.Contains("G9901", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        await page.GetByRole(AriaRole.Button, new() { Name = erase }).ClickAsync();
        await page.LookAsync($"person-ask-{language}");
        await page.GetByRole(AriaRole.Button, new() { Name = yes }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(done);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("王刚");
        await page.LookAsync($"person-erased-{language}");
        await page.GotoAsync("/2026/attendees?person=1");
        await page.SettleAsync();
        await page.LookAsync($"person-erased-drawer-{language}");
        Assert.Equal((2, 0, 1), hall.Read(db => (db.Attendees().Count(), db.Diets().Count(), db.AuditEntries().Count(e => e.What == "person-erased"))));
    }

    [Theory]
    [InlineData("zh-CN", "立即清理", "2 项", "已保存"), InlineData("en", "Remove now", "2 removed", "Saved")]
    public async Task What_is_due_is_told_at_home_previewed_and_removed_with_a_record(string language, string remove, string removed, string saved)
    {
        // Diets and links are due by now, phones are not.
        var lastDay = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-96);
        hall.Read(db => db.Meetings().ExecuteUpdate(set => set.SetProperty(m => m.FirstDay, lastDay.AddDays(-1)).SetProperty(m => m.LastDay, lastDay)));
        hall.Add(new Reply { MeetingId = hall.Meeting.Id, UnitId = hall.Unit.Id, Nonce = [1], EndedAt = DateTime.UtcNow, ContactName = "钱多", MadeAt = DateTime.UtcNow.AddDays(-400) });
        hall.Add(new AttendeeLink { MeetingId = hall.Meeting.Id, AttendeeId = 2, Nonce = new byte[16], MadeAt = DateTime.UtcNow });
        hall.Add(new RetentionPlan { MeetingId = hall.Meeting.Id, PhoneDays = 180 });
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026", language);
        await page.SettleAsync();
        await page.Locator(".matters a[href$='/retention']").ClickAsync();
        await page.ArriveAsync("**/2026/retention");
        await page.SettleAsync();
        await page.LookAsync($"retention-{language}");
        await page.GetByRole(AriaRole.Button, new() { Name = remove }).ClickAsync();
        await page.LookAsync($"retention-ask-{language}");
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = remove }).ClickAsync();
        await Expect(page.Locator(".mud-snackbar")).ToContainTextAsync(removed);
        await page.Locator(".row-action .text-button").First.ClickAsync();
        await Expect(page.Locator(".row-action")).ToHaveCountAsync(0);
        await page.Locator("#days-Diet").FillAsync("10");
        await page.Locator("#days-Diet").BlurAsync();
        await page.Locator(".form-foot .mud-button-root").ClickAsync();
        await Expect(page.Locator(".mud-snackbar", new() { HasText = saved })).ToBeVisibleAsync();
        await page.LookAsync($"retention-done-{language}");
        Assert.Equal((0, 0, 2, 10), hall.Read(db => (db.Diets().Count(), db.AttendeeLinks().Count(), db.Set<RetentionRun>().Count(), db.Set<RetentionPlan>().Single().DietDays)));
        Assert.Equal("15400001234", hall.Read(db => db.Attendees().Single(a => a.Id == 1).Phone));
    }

    [Theory]
    [InlineData("zh-CN", "记为同意（1 人）"), InlineData("en", "Record yes (1)")]
    public async Task Who_has_not_said_is_found_by_purpose_and_what_they_say_is_recorded(string language, string record)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/consents?purpose=public-screen", language);
        await page.SettleAsync();
        await page.Locator(".row-on .count-link").Nth(2).ClickAsync();
        await Expect(page.Locator(".row-link")).ToHaveTextAsync(["王刚"]);
        await page.LookAsync($"consents-{language}");
        await page.Locator("tbody input[type=checkbox]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = record }).ClickAsync();
        await Expect(page.Locator(".row-on .count-link").First).ToHaveTextAsync("2");
        await page.LookAsync($"consents-none-{language}");
    }
}
