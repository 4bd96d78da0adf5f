using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Registration;
using Shared.Registration.Replies;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>A unit's secretary fills in the reply in the chat browser of a phone.</summary>
public sealed class ReplyingForAUnit(Chromium chromium) : ReplyJourney(chromium)
{
    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task A_secretary_mends_what_is_named_and_sends_and_the_people_stand_in_the_list(string language)
    {
        SetDeadline(DateTime.UtcNow.AddDays(5));
        var page = await OpenAsync(language);
        Assert.DoesNotContain(Link.Token, page.Url);
        await page.PictureAsync($"reply-empty-{language}");
        await page.AssertAccessibleAsync();
        await Ask(Card(page), "name").FillAsync("王刚");
        await Ask(Card(page), "phone").FillAsync("1234");
        await SendAsync(page, "refused");
        await page.PictureAsync($"reply-refused-{language}");
        await page.AssertAccessibleAsync();
        await page.Locator("#outcome-problems button").First.ClickAsync();
        await FillAsync(Card(page), "王刚");
        await FillUnitAsync(page);
        await SavedAsync(page);
        await page.PictureAsync($"reply-filled-{language}");
        await page.AssertNoSidewaysScrollAsync();
        await SendAsync(page, "sent");
        await Expect(page.Locator("#own-links img")).ToHaveJSPropertyAsync("complete", true);
        await page.PictureAsync($"reply-sent-{language}");
        await page.AssertAccessibleAsync();
        Assert.Equal(["王刚 15400001234"], People().Select(p => $"{p.Name} {p.Phone}"));
    }

    [Fact]
    public async Task What_was_typed_is_there_when_the_phone_comes_back_without_having_sent()
    {
        var page = await OpenAsync();
        await Ask(Card(page), "name").FillAsync("王刚");
        await SavedAsync(page);
        await ReopenAsync(page);
        await Expect(Ask(Card(page), "name")).ToHaveValueAsync("王刚");
    }

    [Fact]
    public async Task Without_a_network_typing_goes_on_and_is_saved_once_there_is_one_even_after_the_page_was_closed()
    {
        var page = await OpenAsync();
        await page.Context.RouteAsync("**/save", route => route.AbortAsync());
        await Ask(Card(page), "name").FillAsync("王刚");
        await Expect(page.Locator("#saved")).ToHaveAttributeAsync("data-state", "waiting");
        await ReopenAsync(page);
        await SavedAsync(page);
        await Expect(page.Locator(".reply-card")).ToHaveCountAsync(1);
        await Expect(Ask(Card(page), "name")).ToHaveValueAsync("王刚");
    }

    [Fact]
    public async Task A_deadline_that_passes_while_typing_turns_the_change_into_a_request()
    {
        SetDeadline(DateTime.UtcNow.AddDays(1));
        var page = await OpenAsync();
        await FillAsync(Card(page), "王刚");
        await FillUnitAsync(page);
        await SendAsync(page, "sent");
        await Ask(Card(page), "post").FillAsync("主任");
        SetDeadline(DateTime.UtcNow.AddSeconds(-1));
        await SendAsync(page, "asked");
        Assert.Equal("技术人员", People()[0].Post);
        Assert.Equal("主任", Hall.Read(db => db.ReplyChanges().Single().After));
    }

    [Fact]
    public async Task A_column_of_names_pasted_becomes_as_many_people()
    {
        var page = await OpenAsync();
        await Ask(Card(page), "name").FocusAsync();
        await PasteAsync(page, "王刚\n李娜、赵云峰");
        await Expect(page.Locator(".reply-card")).ToHaveCountAsync(3);
        await SavedAsync(page);
        Assert.Equal(["李娜", "王刚", "赵云峰"], Hall.Read(db => db.Set<ReplyDraft>().Select(d => d.Text).ToList()).Order(StringComparer.Ordinal).ToList().OrderBy(n => n switch { "李娜" => 0, "王刚" => 1, _ => 2 }));
    }

    [Fact]
    public async Task A_person_taken_away_comes_back_by_one_tap_until_it_is_sent()
    {
        Hall.AddPerson("赵云峰");
        var page = await OpenAsync();
        await Card(page).Locator(".reply-remove").ClickAsync();
        await SavedAsync(page);
        await Expect(page.Locator("#people-count")).ToContainTextAsync("0 人");
        await Card(page).Locator(".reply-undo").ClickAsync();
        await Expect(page.Locator("#people-count")).ToContainTextAsync("1 人");
        await Expect(Ask(Card(page), "name")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_guessed_link_and_an_ended_one_say_the_same_calm_sentence()
    {
        var page = await OpenAtAsync("guessed-guessed-guessed-");
        await Expect(page.Locator("h1:visible")).ToHaveTextAsync("这个链接打不开回执");
        await page.AssertAccessibleAsync();
        var open = await OpenAsync();
        Hall.Read(db => db.Replies().ExecuteUpdate(set => set.SetProperty(r => r.EndedAt, DateTime.UtcNow)));
        await open.FillAsync("#need", "焊接工艺");
        await Expect(open.Locator("#outcome")).ToHaveAttributeAsync("data-kind", "ended");
        await open.ReloadAsync();
        await Expect(open.Locator("h1:visible")).ToHaveTextAsync("这个链接打不开回执");
    }

    [Fact]
    public async Task Markup_as_an_answer_stays_text()
    {
        const string hostile = "<img src=x onerror=document.title='x'>";
        var page = await OpenAsync();
        await Ask(Card(page), "name").FillAsync(hostile);
        await SavedAsync(page);
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(Ask(Card(page), "name")).ToHaveValueAsync(hostile);
        await Expect(Card(page).Locator(".reply-name")).ToHaveTextAsync(hostile);
        Assert.NotEqual("x", await page.TitleAsync());
    }
}
