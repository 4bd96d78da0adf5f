using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Registration;
using Shared.Registration.Replies;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>The organiser invites units, chases them, fills in for one and decides what came late.</summary>
public sealed class FollowingReplies(Chromium chromium) : ReplyJourney(chromium)
{
    [Fact]
    public async Task An_organiser_copies_an_invitation_whose_link_opens_the_form_and_sees_the_reply_arrive()
    {
        var page = await OrganiserAsync("/2026/replies");
        var row = page.Locator("tbody tr");
        await Expect(row.Locator(".reply-state-mark[data-state]")).ToHaveTextAsync("已发");
        await page.MayCopyAsync();
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByText("已复制 重型铸造 的邀请")).ToBeVisibleAsync();
        var letter = await page.CopiedAsync();
        Assert.Contains(Hall.App.Address.TrimEnd('/') + Address, letter);
        var form = await OpenAsync();
        await FillAsync(Card(form), "王刚");
        await FillUnitAsync(form);
        await SendAsync(form, "sent");
        await Expect(row.Locator(".reply-state-mark[data-state]")).ToHaveTextAsync("已回执");
        await Expect(row.Locator("td.number")).ToHaveTextAsync("1/2");
        await page.PictureAsync("replies-row");
    }

    [Fact]
    public async Task A_late_change_is_seen_with_before_and_after_and_enters_the_list_when_accepted()
    {
        var form = await OpenAsync();
        await FillAsync(Card(form), "王刚");
        await FillUnitAsync(form);
        await SendAsync(form, "sent");
        SetDeadline(DateTime.UtcNow.AddMinutes(-1));
        await Ask(Card(form), "post").FillAsync("主任");
        await SendAsync(form, "asked");
        var page = await OrganiserAsync("/2026/replies/changes");
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("技术人员");
        await page.PictureAsync("replies-changes");
        await page.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "全部采纳" }).ClickAsync();
        await Expect(page.GetByText("没有待确认的修改")).ToBeVisibleAsync();
        Assert.Equal("主任", People()[0].Post);
    }

    // A unit asks for three companions after the deadline, and the organiser says why not.
    async Task<(IPage Form, IPage Organiser)> RefusedAsync()
    {
        var form = await OpenAsync();
        await FillAsync(Card(form), "王刚");
        await FillUnitAsync(form);
        await SendAsync(form, "sent");
        SetDeadline(DateTime.UtcNow.AddMinutes(-1));
        await Ask(Card(form), "companions").FillAsync("3");
        await SendAsync(form, "asked");
        var page = await OrganiserAsync("/2026/replies/changes");
        await page.GetByRole(AriaRole.Button, new() { Name = "全部不采纳" }).ClickAsync();
        await page.Locator(".mud-dialog :is(textarea, input)").FillAsync("房间已满");
        await page.Locator(".mud-dialog button").Last.ClickAsync();
        return (form, page);
    }

    [Fact]
    public async Task A_refused_change_tells_the_unit_why_and_leaves_the_list_as_it_was()
    {
        var (form, page) = await RefusedAsync();
        await Expect(page.GetByText("没有待确认的修改")).ToBeVisibleAsync();
        await form.ReloadAsync();
        await ReadyAsync(form);
        await Expect(form.GetByText("房间已满")).ToBeVisibleAsync();
        Assert.Equal(0, People()[0].Companions);
    }

    [Fact]
    public async Task A_renewed_link_ends_the_old_one_at_once()
    {
        var form = await OpenAsync();
        var page = await OrganiserAsync($"/2026/replies?unit={Hall.Unit.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "更换链接" }).ClickAsync();
        await page.Locator(".mud-dialog button", new() { HasText = "更换链接" }).ClickAsync();
        await Expect(page.Locator(".drawer code")).Not.ToContainTextAsync(Link.Token);
        await form.FillAsync("#need", "焊接工艺");
        await Expect(form.Locator("#outcome")).ToHaveAttributeAsync("data-kind", "ended");
        Assert.Null(Hall.Read(db => db.Replies().Single().SentAt));
    }

    [Fact]
    public async Task A_link_ended_from_the_drawer_opens_nothing_and_leaves_nothing_to_copy()
    {
        var form = await OpenAsync();
        var page = await OrganiserAsync($"/2026/replies?unit={Hall.Unit.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "停用链接" }).ClickAsync();
        await page.Locator(".mud-dialog button", new() { HasText = "停用链接" }).ClickAsync();
        await Expect(page.GetByText("链接已停用，更换后可以重新填写。")).ToBeVisibleAsync();
        await Expect(page.Locator(".drawer code")).ToHaveCountAsync(0);
        await Expect(page.Locator("tbody tr").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await form.FillAsync("#need", "焊接工艺");
        await Expect(form.Locator("#outcome")).ToHaveAttributeAsync("data-kind", "ended");
    }

    [Fact]
    public async Task A_chase_and_an_invitation_are_copied_for_a_liaison_and_the_chase_is_noted()
    {
        Hall.Read(db => db.Replies().ExecuteUpdate(set => set.SetProperty(r => r.SentAt, (DateTime?)null)));
        var page = await OrganiserAsync("/2026/replies");
        await page.MayCopyAsync();
        await page.Locator(".reply-chase summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "复制催办文字" }).ClickAsync();
        await Expect(page.Locator("tbody .reply-state-mark").First).ToHaveTextAsync("已发");
        Assert.Contains(Address, await page.CopiedAsync());
        Assert.NotNull(Hall.Read(db => db.Replies().Single().ChasedAt));
        await page.GetByRole(AriaRole.Button, new() { Name = "复制邀请（1 家）" }).ClickAsync();
        Assert.Contains(Address, await page.CopiedAsync("名额"));
    }

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task The_whole_reply_and_what_units_need_are_read_without_opening_a_form(string language)
    {
        var form = await OpenAsync();
        await FillAsync(Card(form), "王刚");
        await FillUnitAsync(form);
        await form.FillAsync("#need", "焊接工艺");
        await SendAsync(form, "sent");
        foreach (var (path, name) in ((string, string)[])[($"/2026/replies?unit={Hall.Unit.Id}", "drawer"), ("/2026/replies/wishes", "wishes"), ("/2026/replies/settings", "settings")])
        {
            var page = await OrganiserAsync(path, language);
            // The reply is read after its drawer was drawn.
            if (name == "drawer") await page.Locator(".drawer dd", new() { HasText = "焊接工艺" }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
            if (name == "drawer") foreach (var summary in await page.Locator(".drawer .reply-chase summary").AllAsync()) await summary.ClickAsync();
            if (name != "settings") await Expect(page.Locator(name == "drawer" ? ".drawer dd" : ".list-table td", new() { HasText = "焊接工艺" })).ToBeVisibleAsync();
            foreach (var width in (int[])[Pages.Phone, Pages.Desk])
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.PictureAsync($"replies-{name}-{language}-{width}");
                await page.AssertAccessibleAsync();
                await page.AssertNoSidewaysScrollAsync();
            }
            await page.Context.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_refused_change_leaves_a_text_to_send_to_the_unit()
    {
        var (_, page) = await RefusedAsync();
        await Expect(page.Locator(".reply-letter")).ToContainTextAsync("· 王刚 随行人数：（空） → 3");
        await Expect(page.Locator(".reply-letter")).ToContainTextAsync("原因：房间已满");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Staff_fill_in_for_a_unit_after_the_deadline_and_it_counts_at_once()
    {
        SetDeadline(DateTime.UtcNow.AddMinutes(-1));
        var page = await OrganiserAsync($"/reply/{Link.ReplyId}#{Link.Token}");
        await ReadyAsync(page);
        await Expect(page.GetByText("你正以会务组身份代填")).ToBeVisibleAsync();
        await FillAsync(Card(page), "王刚");
        await FillUnitAsync(page);
        await SendAsync(page, "sent");
        Assert.Single(People());
    }

    [Fact]
    public async Task Rules_are_set_and_wrong_ones_are_named()
    {
        var page = await OrganiserAsync("/2026/replies/settings");
        await page.FillAsync("#deadline", "2026-11-10T18:00");
        await page.FillAsync("#places-4", "99");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.PictureAsync("replies-rules");
        await Expect(page.Locator(".form-error")).ToContainTextAsync("50");
        await page.FillAsync("#places-4", "5");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByText("已保存")).ToBeVisibleAsync();
        Assert.Equal((5, new DateTime(2026, 11, 10, 10, 0, 0)), Hall.Read(db => db.Set<ReplyRules>().AsEnumerable().Select(r => (r.MemberPlaces, r.Deadline!.Value)).Single()));
    }
}
