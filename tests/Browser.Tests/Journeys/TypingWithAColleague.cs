using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Registration.Replies;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Several fill in one unit's reply at once, or one person in several tabs, over a network that loses answers.</summary>
public sealed class TypingWithAColleague(Chromium chromium) : ReplyJourney(chromium)
{
    /// <summary>A page that hears nothing of the colleague's answer until it saves its own, and then goes on typing.</summary>
    async Task<(IPage One, IPage Two)> AgainstAsync(string field)
    {
        var (one, two) = (await OpenAsync(), await OpenAsync());
        await two.Context.RouteAsync("**/state", route => route.AbortAsync());
        await Ask(one.Locator("#reply"), field).PressSequentiallyAsync("检测");
        await KeptAsync(one.Locator("#reply"), field);
        await Ask(two.Locator("#reply"), field).PressSequentiallyAsync("焊接");
        await Expect(two.Locator(".reply-taken")).ToContainTextAsync("检测");
        await Ask(two.Locator("#reply"), field).PressSequentiallyAsync("工艺");
        // Another answer goes out meanwhile, and with it would everything else that waits.
        await two.FillAsync("#contactPhone", "15400009999");
        await KeptAsync(two.Locator("#reply"), "contactPhone");
        Assert.Equal("检测", Draft(field));
        return (one, two);
    }

    [Theory]
    [InlineData(ReplyFields.Need, true), InlineData(ReplyFields.Post, true), InlineData(ReplyFields.Post, false)]
    public async Task Who_goes_on_typing_overwrites_nothing_until_one_of_both_is_chosen(string field, bool mine)
    {
        Hall.AddPerson("赵云峰");
        var (one, two) = await AgainstAsync(field);
        var taken = two.Locator(".reply-taken");
        await Expect(taken).ToContainTextAsync("同事刚改成了");
        if (mine && field == ReplyFields.Post)
        {
            await two.PictureAsync("reply-taken");
            await two.AssertAccessibleAsync();
        }
        await taken.Locator("button").Nth(mine ? 1 : 0).ClickAsync();
        await KeptAsync(two.Locator("#reply"), field);
        await Expect(taken).ToHaveCountAsync(0);
        await Expect(Ask(one.Locator("#reply"), field)).ToHaveValueAsync(mine ? "焊接工艺" : "检测");
        await Expect(Ask(two.Locator("#reply"), field)).ToHaveValueAsync(mine ? "焊接工艺" : "检测");
        Assert.Equal(mine ? "焊接工艺" : "检测", Draft(field));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_choice_is_made_and_the_choice_outlives_the_page()
    {
        var (_, two) = await AgainstAsync(ReplyFields.Need);
        await two.ClickAsync("#send");
        await Expect(two.Locator(".reply-taken")).ToBeFocusedAsync();
        await Expect(two.Locator("#outcome")).ToBeHiddenAsync();
        await ReopenAsync(two);
        await Expect(two.Locator(".reply-taken")).ToContainTextAsync("检测");
        await Expect(two.Locator("#need")).ToHaveValueAsync("焊接工艺");
        await Expect(two.Locator("#saved")).ToContainTextAsync("请先选一个");
        await two.Locator(".reply-taken button").First.ClickAsync();
        await SendAsync(two, "refused");
        await Expect(two.Locator("#need")).ToHaveValueAsync("检测");
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_save_whose_answer_is_lost_makes_no_conflict_with_oneself(bool reopened)
    {
        var page = await OpenAsync();
        var (arrived, typed) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.Context.RouteAsync("**/save", async route =>
        {
            if (arrived.Task.IsCompleted && !reopened) { await route.ContinueAsync(); return; }
            if (!arrived.Task.IsCompleted) await route.FetchAsync();
            arrived.TrySetResult();
            await typed.Task;
            await route.AbortAsync();
        });
        await page.Locator("#need").PressSequentiallyAsync("焊接");
        await arrived.Task;
        await page.Locator("#need").PressSequentiallyAsync("工艺");
        typed.SetResult();
        if (reopened) await ReopenAsync(page);
        await KeptAsync(page.Locator("#reply"), "need");
        await Expect(page.Locator(".reply-taken")).ToHaveCountAsync(0);
        Assert.Equal("焊接工艺", Draft(ReplyFields.Need));
    }

    [Fact]
    public async Task A_page_hidden_during_a_save_makes_no_conflict_with_oneself()
    {
        var page = await OpenAsync();
        var (arrived, left) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.Context.RouteAsync("**/save", async route =>
        {
            if (arrived.Task.IsCompleted) { await route.ContinueAsync(); return; }
            var answer = await route.FetchAsync();
            arrived.SetResult();
            await left.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await page.Locator("#need").PressSequentiallyAsync("焊接");
        await arrived.Task;
        await page.Locator("#need").PressSequentiallyAsync("工艺");
        await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync("dispatchEvent(new Event('pagehide'))"), "**/save");
        left.SetResult();
        await KeptAsync(page.Locator("#reply"), "need");
        await Expect(page.Locator(".reply-taken")).ToHaveCountAsync(0);
        Assert.Equal("焊接工艺", Draft(ReplyFields.Need));
    }

    [Fact]
    public async Task A_tab_that_is_done_leaves_alone_what_another_tab_has_not_saved()
    {
        var one = await OpenAsync();
        var two = await one.Context.NewPageAsync();
        await two.GotoAsync($"/reply/{Link.ReplyId}");
        await ReadyAsync(two);
        await CutAsync(one);
        await one.FillAsync("#need", "焊接工艺");
        await Expect(one.Locator("#saved")).ToHaveAttributeAsync("data-state", "waiting");
        await two.FillAsync("#achievement", "新材料");
        await KeptAsync(two.Locator("#reply"), "achievement");
        await one.CloseAsync();
        await ReopenAsync(two);
        await Expect(two.Locator("#need")).ToHaveValueAsync("焊接工艺");
        await KeptAsync(two.Locator("#reply"), "need");
    }
}
