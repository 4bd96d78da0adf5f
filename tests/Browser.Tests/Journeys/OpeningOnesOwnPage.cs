using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.Registration;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>A person opens the page that is theirs by the link they were sent.</summary>
public sealed class OpeningOnesOwnPage(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();
    Attendee wang = null!;
    string code = "";

    public ValueTask InitializeAsync()
    {
        hall.Read(db => db.Database.ExecuteSql($"UPDATE StaffMember SET Phone = '15400001234'"));
        hall.Read(db => db.Database.ExecuteSql($"UPDATE Meeting SET Venue = '演示宾馆 一楼 会议厅'"));
        hall.Add(Line("开幕式暨主旨报告", "Opening and keynotes", CheckpointKind.Session, 9));
        hall.Add(Line("午餐", "Lunch", CheckpointKind.Meal, 12));
        hall.Add(Line("昨日预备会", "Meeting of the day before", CheckpointKind.Session, -20));
        wang = hall.AddPerson("王刚", person => (person.Post, person.Category) = ("参会代表", AttendeeCategory.Expert));
        code = hall.AddBadge(wang);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    Checkpoint Line(string name, string nameEn, CheckpointKind kind, int hours) =>
        new() { MeetingId = hall.Meeting.Id, Name = name, NameEn = nameEn, Kind = kind, OpensAt = DateTime.UtcNow.AddHours(hours), ClosesAt = DateTime.UtcNow.AddHours(hours + 2) };

    static async Task<string[]> CodesOnAsync(IPage page)
    {
        // At two sizes: the reader misses one now and then, as a phone does at one distance.
        HashSet<string> codes = [];
        foreach (var zoom in (string[])["1.3", "1"])
        {
            await page.EvaluateAsync("zoom => { document.documentElement.style.zoom = zoom; }", zoom);
            var picture = Path.Combine(Path.GetTempPath(), $"own-{Guid.NewGuid():N}.png");
            await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
            codes.UnionWith(Paper.CodesIn(picture));
            File.Delete(picture);
        }
        return [.. codes];
    }

    [Theory]
    [InlineData("en", Pages.Phone, "Guest", "Now"), InlineData("zh-CN", Pages.Desk, "嘉宾证", "正在进行")]
    public async Task The_link_opens_the_page_with_a_code_that_any_reader_reads_and_leaves_the_address(string language, int width, string kind, string now)
    {
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, wang, language, width);
        await phone.SeeAsync("open");
        await Expect(phone.Page.Locator("h1:visible")).ToHaveTextAsync("王刚");
        await Expect(phone.Page.Locator("#kind")).ToHaveTextAsync(kind);
        await Expect(phone.Page.Locator(".own-agenda .next b")).ToHaveTextAsync(now);
        await Expect(phone.Page.Locator("#liaison a")).ToHaveAttributeAsync("href", "tel:15400001234");
        Assert.Equal(AttendeeLink.Path(phone.Link.LinkId), new Uri(phone.Page.Url).PathAndQuery + new Uri(phone.Page.Url).Fragment);
        Assert.Equal([code], await CodesOnAsync(phone.Page));
        // Three centimetres without the quiet zone, where a phone has 160 of these to the inch.
        Assert.True(await phone.Page.EvaluateAsync<double>("document.getElementById('qr').getBoundingClientRect().width * 25 / 33 / 160 * 2.54") >= 3);
        await phone.Page.AssertAccessibleAsync();
        await phone.Page.AssertNoSidewaysScrollAsync();
        await phone.Page.PictureAsync($"own-{language}-{width}");
        await phone.Page.Locator("summary").ClickAsync();
        await phone.Page.Locator("#notice").ScrollIntoViewIfNeededAsync();
        await phone.Page.AssertAccessibleAsync();
        await phone.Page.PictureAsync($"own-end-{language}-{width}");
    }

    [Fact]
    public async Task The_language_switch_keeps_the_page_and_the_dark_keeps_the_code_readable()
    {
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, wang);
        await phone.SeeAsync("open");
        await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await phone.Page.ClickAsync(".bar-link");
        await Expect(phone.Page.Locator("#kind")).ToHaveTextAsync("Guest");
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await phone.Page.AssertAccessibleAsync();
        await phone.Page.PictureAsync("own-dark-en");
        Assert.Equal([code], await CodesOnAsync(phone.Page));
    }

    [Fact]
    public async Task An_answer_is_saved_at_the_tap_and_is_there_again_at_the_next_visit()
    {
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, wang);
        await phone.SeeAsync("open");
        var screen = phone.Page.Locator("fieldset", new() { HasText = "大屏" });
        await screen.GetByLabel("不同意").CheckAsync();
        await Expect(screen.Locator("[role=status]")).ToHaveTextAsync("已保存");
        await phone.Page.AssertAccessibleAsync();
        await screen.ScrollIntoViewIfNeededAsync();
        await phone.Page.PictureAsync("own-answered");
        var stored = Assert.Single(hall.Read(db => db.Set<Consent>().ToList()));
        Assert.Equal((wang.Id, ConsentPurpose.PublicScreen, ConsentState.No, "OwnPage"), (stored.AttendeeId, stored.Purpose, stored.State, stored.Source));
        await phone.ReopenAsync();
        await Expect(phone.Page.Locator("fieldset", new() { HasText = "大屏" }).GetByLabel("不同意")).ToBeCheckedAsync();
        await Expect(phone.Page.Locator("input:checked")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("zh-CN", "最后一次看到"), InlineData("en", "Last seen")]
    public async Task Without_network_the_page_opens_as_it_was_last_seen_and_says_so(string language, string mark)
    {
        await using var phone = await OwnPhone.OpenAsync(hall, chromium.Browser, wang, language);
        await phone.PageKeptAsync();
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.ReopenAsync();
        await phone.SeeAsync("open");
        await Expect(phone.Page.Locator("#note")).ToContainTextAsync(mark);
        await Expect(phone.Page.Locator("h1:visible")).ToHaveTextAsync("王刚");
        await Expect(phone.Page.Locator("#consents input:enabled")).ToHaveCountAsync(0);
        Assert.Equal([code], await CodesOnAsync(phone.Page));
        await phone.Page.AssertAccessibleAsync();
        await phone.Page.PictureAsync($"own-offline-{language}");
        hall.Change(wang, person => person.Name = "王刚强");
        await phone.Page.Context.SetOfflineAsync(false);
        await Expect(phone.Page.Locator("h1:visible")).ToHaveTextAsync("王刚强");
        await Expect(phone.Page.Locator("#note")).ToBeEmptyAsync();
    }

    [Theory]
    [InlineData("zh-CN", Pages.Phone, "生成链接", "显示二维码"), InlineData("en", Pages.Desk, "Make the link", "Show its code")]
    public async Task A_phone_that_reads_the_code_in_an_organisers_drawer_opens_the_persons_page(string language, int width, string make, string show)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(hall.App, $"/2026/attendees?person={wang.Id}", language, width);
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = make }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = show }).ClickAsync();
        await page.Locator(".own-link-qr svg").ScrollIntoViewIfNeededAsync();
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.PictureAsync($"own-drawer-{language}-{width}");
        var address = Assert.Single(await CodesOnAsync(page));
        var phone = await chromium.Browser.OpenAsync(hall.App, "/health/live", language, Pages.Phone);
        await phone.GotoAsync(address);
        await Expect(phone.Locator("h1:visible")).ToHaveTextAsync("王刚");
        await phone.Context.DisposeAsync();
        await page.Context.DisposeAsync();
    }
}
