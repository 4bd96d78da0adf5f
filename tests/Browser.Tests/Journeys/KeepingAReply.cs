using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Registration.Replies;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Phones that are old, full or asleep, and a server that is busy or at fault: nothing typed is lost, and what is wrong is said.</summary>
public sealed class KeepingAReply(Chromium chromium) : ReplyJourney(chromium)
{
    const string Old = "delete AbortSignal.timeout";
    const string WithoutStore = "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('refused'); } })";
    const string SilentStore = "IDBFactory.prototype.open = () => ({})";

    // Lets a test close the page's connections, as a phone short of room does.
    const string ClosingStore = """
        const { open } = IDBFactory.prototype;
        window.connections = [];
        IDBFactory.prototype.open = function (...asked) {
          const request = open.apply(this, asked);
          request.addEventListener('success', () => window.connections.push(request.result));
          return request;
        };
        """;

    [Theory]
    [InlineData(Old), InlineData(WithoutStore), InlineData(SilentStore)]
    public async Task A_browser_that_lacks_something_opens_the_form_and_saves(string lacks)
    {
        var page = await OpenAsync(script: lacks);
        await page.FillAsync("#need", "焊接工艺");
        await KeptAsync(page.Locator("#reply"), "need");
        Assert.Equal("焊接工艺", Draft(ReplyFields.Need));
    }

    [Fact]
    public async Task Where_the_phone_keeps_nothing_the_page_does_not_say_it_does()
    {
        var page = await OpenAsync(script: WithoutStore);
        await page.Context.RouteAsync("**/save", route => route.AbortAsync());
        await page.FillAsync("#need", "焊接工艺");
        await SendAsync(page, "offline");
        await Expect(page.Locator("#outcome-text")).ToContainTextAsync("不要关闭这个页面");
        await page.Context.UnrouteAllAsync();
        await KeptAsync(page.Locator("#reply"), "need");
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task What_was_typed_a_moment_before_the_phone_ended_the_page_is_there_again(bool closed)
    {
        var page = await OpenAsync(script: ClosingStore);
        await CutAsync(page);
        if (closed) await page.EvaluateAsync("connections.forEach(db => db.close())");
        await page.FillAsync("#need", "焊接工艺");
        // A store that has to be opened anew takes its moment too.
        if (closed) await Expect(page.Locator("#saved")).ToHaveAttributeAsync("data-state", "waiting");
        await ReopenAsync(page);
        await Expect(page.Locator("#need")).ToHaveValueAsync("焊接工艺");
        await KeptAsync(page.Locator("#reply"), "need");
    }

    [Fact]
    public async Task A_lost_cookie_of_the_forms_is_fetched_anew_and_the_page_stays()
    {
        var page = await OpenAsync(script: WithoutStore);
        await page.EvaluateAsync("window.stayed = true");
        await page.Context.ClearCookiesAsync(new() { Name = "forms" });
        await page.FillAsync("#need", "焊接工艺");
        await KeptAsync(page.Locator("#reply"), "need");
        await page.Context.ClearCookiesAsync(new() { Name = "forms" });
        await SendAsync(page, "refused");
        Assert.True(await page.EvaluateAsync<bool>("window.stayed === true"));
    }

    [Theory]
    [InlineData(429, "busy", "请稍等再试"), InlineData(500, "server", "服务器出错了")]
    public async Task A_server_that_is_busy_or_at_fault_is_not_called_no_network(int status, string kind, string said)
    {
        var page = await OpenAsync();
        await page.Context.RouteAsync("**/reply/*/*", route => route.Request.Method == "POST" ? route.FulfillAsync(new() { Status = status }) : route.ContinueAsync());
        await page.FillAsync("#need", "焊接工艺");
        await Expect(page.Locator("#saved")).ToHaveAttributeAsync("data-state", kind);
        await SendAsync(page, kind);
        await Expect(page.Locator("#outcome-text")).ToContainTextAsync(said);
        await page.PictureAsync($"reply-{kind}");
        await page.AssertAccessibleAsync();
        await page.Context.UnrouteAllAsync();
        await KeptAsync(page.Locator("#reply"), "need");
    }

    [Fact]
    public async Task A_link_that_cannot_be_judged_yet_stays_in_the_address_and_opens_later()
    {
        var page = await OpenAtAsync("");
        await page.Context.RouteAsync("**/open", route => route.AbortAsync());
        await page.GotoAsync("about:blank");
        await page.GotoAsync(Address);
        await Expect(page.Locator("#opening-title")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#opening-title")).ToBeVisibleAsync();
        await page.Context.UnrouteAllAsync();
        await ReadyAsync(page);
        Assert.DoesNotContain('#', page.Url);
    }

    [Fact]
    public async Task A_link_copied_with_what_stood_behind_it_opens_and_a_broken_one_is_ended_calmly()
    {
        var page = await OpenAtAsync("abc%");
        await Expect(page.Locator("h1:visible")).ToHaveTextAsync("这个链接打不开回执");
        await page.GotoAsync("about:blank");
        await page.GotoAsync(Address + "。请查收");
        await ReadyAsync(page);
    }

    [Fact]
    public async Task A_renewed_link_opens_in_the_tab_whose_link_it_ended()
    {
        var page = await OpenAsync();
        await using var scope = Hall.App.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<RenewReplyLink>().RunAsync(Hall.Meeting.Id, Link.ReplyId, "小松", TestContext.Current.CancellationToken);
        await page.FillAsync("#need", "焊接工艺");
        var outcome = page.Locator("#outcome");
        await Expect(outcome).ToHaveAttributeAsync("data-kind", "ended");
        await Expect(outcome).ToBeFocusedAsync();
        await Expect(page.Locator(".reply-foot")).ToHaveJSPropertyAsync("inert", true);
        await page.AssertAccessibleAsync();
        await page.GotoAsync($"/reply/{Link.ReplyId}#{link!.Token}");
        await Expect(page.Locator("#need")).ToHaveValueAsync("焊接工艺");
        await KeptAsync(page.Locator("#reply"), "need");
        Assert.Equal("焊接工艺", Draft(ReplyFields.Need));
    }
}
