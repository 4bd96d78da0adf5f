using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Registration;
using Shared.Registration.Proofing;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>A unit's contact reads on a phone how its people will stand on badges and cards, and says that every character is right.</summary>
public sealed class ConfirmingTheNames(Chromium chromium) : ReplyJourney(chromium)
{
    async Task<IPage> SentAsync(string language = "zh-CN")
    {
        Hall.AddPerson("刘䶮", a => (a.Post, a.Category, a.Phone) = ("总经理", AttendeeCategory.Leader, "15400007777"));
        var page = await OpenAsync(language);
        await Ask(Card(page), "arrivalMode").SelectOptionAsync("local");
        await Card(page).Locator("summary").ClickAsync();
        await Ask(Card(page), "lodging").SelectOptionAsync("no");
        await page.ClickAsync("#add-person");
        await FillAsync(Card(page, 2), "王刚");
        await FillUnitAsync(page);
        await SendAsync(page, "sent");
        return page;
    }

    static ILocator Proof(IPage page) => page.Locator("#proof");

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task A_contact_confirms_the_names_and_a_later_change_asks_again(string language)
    {
        var page = await SentAsync(language);
        await Expect(Proof(page)).ToHaveAttributeAsync("data-state", "waiting");
        await Expect(Proof(page).Locator(".reply-proof-name")).ToHaveTextAsync(["刘䶮", "王刚"]);
        await Proof(page).ScrollIntoViewIfNeededAsync();
        await page.PictureAsync($"proof-waiting-{language}");
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.ClickAsync("#proof-confirm");
        await Expect(Proof(page)).ToHaveAttributeAsync("data-state", "confirmed");
        await Expect(page.Locator("#proof-confirm")).ToBeHiddenAsync();
        await page.PictureAsync($"proof-confirmed-{language}");
        await page.AssertAccessibleAsync();
        Assert.Equal(("李娜", null), Hall.Read(db => db.ProofReadings().AsNoTracking().Select(r => new ValueTuple<string, string?>(r.By, r.EnteredBy)).Single()));
        Hall.Read(db => db.Attendees().Where(a => a.Name == "王刚").ExecuteUpdate(set => set.SetProperty(a => a.Name, "王钢")));
        await Expect(Proof(page)).ToHaveAttributeAsync("data-state", "again");
        await Expect(Proof(page).Locator("li[data-changed] .reply-proof-name")).ToHaveTextAsync("王钢");
        await page.PictureAsync($"proof-again-{language}");
        await page.AssertAccessibleAsync();
        await page.ClickAsync("#proof-confirm");
        await Expect(Proof(page)).ToHaveAttributeAsync("data-state", "confirmed");
    }

    [Fact]
    public async Task A_name_that_changed_under_the_finger_is_shown_and_not_confirmed()
    {
        var page = await SentAsync();
        await Expect(Proof(page)).ToHaveAttributeAsync("data-state", "waiting");
        await page.Context.RouteAsync("**/state", route => route.AbortAsync());
        Hall.Read(db => db.Attendees().Where(a => a.Name == "王刚").ExecuteUpdate(set => set.SetProperty(a => a.Name, "王钢")));
        await page.ClickAsync("#proof-confirm");
        await Expect(page.Locator("#proof-said")).ToHaveTextAsync("刚才名单有改动，请按现在显示的再看一遍。");
        Assert.Equal(0, Hall.Read(db => db.ProofReadings().Count()));
        await page.Context.UnrouteAllAsync();
        await Expect(Proof(page).Locator(".reply-proof-name").Last).ToHaveTextAsync("王钢");
    }

    [Fact]
    public async Task The_organiser_copies_a_request_to_confirm_and_sees_the_word_of_the_unit_arrive()
    {
        var form = await SentAsync();
        var page = await OrganiserAsync($"/2026/replies?unit={Hall.Unit.Id}");
        await page.MayCopyAsync();
        await page.Locator(".drawer").GetByRole(AriaRole.Button, new() { Name = "复制校对请求" }).ClickAsync();
        var letter = await page.CopiedAsync();
        Assert.Contains(Hall.App.Address.TrimEnd('/') + Address, letter);
        Assert.Contains("逐字核对", letter);
        await form.ClickAsync("#proof-confirm");
        await Expect(page.Locator("tbody [data-proof]")).ToContainTextAsync("已校对 李娜");
        await page.PictureAsync("proof-tracking");
    }
}
