using Bunit;
using TestContext = Xunit.TestContext;
using EventApp.Registration.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace EventApp.Tests.Registration;

public sealed class RepliesPageTests : PageTest
{
    const string Site = "https://hui.example.com/";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Unit Unit => Rosters.Foundry;

    Task<IReadOnlyList<ReplyLink>> InviteAsync() => Services.GetRequiredService<InviteUnits>().RunAsync(Meeting.Id, [Rosters.Foundry.Id, Rosters.University.Id], sent: false, "小松", Stop);

    void Change(Action<Reply> change)
    {
        using var db = Rosters.Database.CreateDbContext();
        change(db.Replies().Single(r => r.UnitId == Unit.Id));
        db.SaveChanges();
    }

    void Tell() => Services.GetRequiredService<LiveUpdates>().Tell(ReplySets.Replies(Meeting.Id));

    /// <summary>The foundry's liaison, and until when it replies.</summary>
    async Task<MeetingView> PrepareAsync(ReplyWays ways)
    {
        var liaison = new StaffMember { MeetingId = Meeting.Id, Name = "李松", Nickname = "小松", Phone = "15400009001" };
        Rosters.Database.Add(liaison);
        await using (var db = Rosters.Database.CreateDbContext()) await db.Units().Where(u => u.Id == Unit.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LiaisonId, liaison.Id), Stop);
        Rosters.Database.Add(new ReplyRules { MeetingId = Meeting.Id, Deadline = new(2026, 11, 20, 10, 0, 0), Ways = ways });
        return (await Services.GetRequiredService<MeetingCalendar>().ReadAsync(2026, Stop))!;
    }

    async Task<(ReplyLetters Letters, ReplyRow Row, ReplyLink Link)> LettersAsync(ReplyWays ways)
    {
        var meeting = await PrepareAsync(ways);
        var link = (await InviteAsync()).Single(one => one.UnitId == Unit.Id);
        var row = (await Services.GetRequiredService<ReplyTracking>().ReadAsync(meeting, Stop)).Rows.Single(one => one.UnitId == Unit.Id);
        return (new(meeting, await Services.GetRequiredService<ReplyRulesSheet>().ReadAsync(meeting, Stop), Site, Services.GetRequiredService<IStringLocalizer<TrackingTexts>>()), row, link);
    }

    [Fact]
    public async Task Every_letter_names_the_liaison_with_the_phone_and_where_units_reply_by_link_it_bears_the_link()
    {
        var (letters, row, link) = await LettersAsync(ReplyWays.Link | ReplyWays.Xlsx);
        foreach (var letter in (string[])[letters.Invitation(row, link), letters.Chase(row, link), letters.Proof(row, link, [])])
        {
            Assert.Contains("联系：小松 15400009001", letter);
            Assert.Contains($"{Site}reply/{link.ReplyId}#{link.Token}", letter);
            Assert.DoesNotContain("Excel", letter);
        }
        Assert.Contains("不要发到群里", letters.Invitation(row, link));
        Assert.Equal(["诚邀参加 金属新材料年会", "2026-11-23 – 11-24", "名额 2 人。", "请在 11-20 18:00 前扫码回执", "联系：小松 15400009001"], letters.Card(row));
        Assert.DoesNotContain(letters.CardOf(letters.Chase(row, link), link), line => line.Contains(link.Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReplyWays.Xlsx, true, false), InlineData(ReplyWays.Survey, false, true), InlineData(ReplyWays.Xlsx | ReplyWays.Survey, true, true)]
    public async Task Where_units_do_not_reply_by_link_no_letter_speaks_of_one(ReplyWays ways, bool file, bool survey)
    {
        var (letters, row, link) = await LettersAsync(ways);
        Assert.True(letters.CanWrite(null));
        foreach (var letter in (string[])[letters.Invitation(row, link), letters.Chase(row, link), letters.ChaseOf("小松", [(row, link)]), letters.Proof(row, link, [])])
        {
            Assert.DoesNotContain("链接", letter);
            Assert.DoesNotContain(Site, letter);
            Assert.DoesNotContain("手机上打开", letter);
        }
        Assert.Equal((file, survey), (letters.Invitation(row, null).Contains("Excel"), letters.Chase(row, null).Contains("问卷")));
    }

    [Fact]
    public async Task A_request_to_confirm_lists_the_names_and_posts()
    {
        var (letters, row, link) = await LettersAsync(ReplyWays.Link);
        Assert.Contains("· 王刚 院长\n· 李娜\n", letters.Proof(row, link, [new(1, 1, "王刚", "院长", AttendeeCategory.Delegate), new(2, 2, "李娜", null, AttendeeCategory.Delegate)]));
    }

    [Fact]
    public async Task A_liaison_gets_each_units_invitation_and_whom_to_ring_until_when()
    {
        var (letters, row, link) = await LettersAsync(ReplyWays.Link);
        var (invitations, chase) = (letters.InvitationsOf("小松", [(row, link), (row, link)]), letters.ChaseOf("小松", [(row, link)]));
        Assert.Equal(2, invitations.Split(letters.Invitation(row, link)).Length - 1);
        Assert.Contains("请在 11-20 18:00 前回执", chase);
        Assert.Contains(link.Token, chase);
    }

    [Fact]
    public async Task A_link_that_a_colleague_renews_is_the_one_shown_at_once()
    {
        await PrepareAsync(ReplyWays.Link);
        var page = Open<RepliesPage>($"/2026/replies?unit={Unit.Id}");
        page.WaitForAssertion(() => Assert.DoesNotContain("代填", page.Markup));
        var link = (await InviteAsync()).Single(one => one.UnitId == Unit.Id);
        page.WaitForAssertion(() => Assert.Contains(link.Token, page.Find(".list-table").InnerHtml));
        var renewed = await Services.GetRequiredService<RenewReplyLink>().RunAsync(Meeting.Id, link.ReplyId, "大树", Stop);
        page.WaitForAssertion(() => Assert.Contains(renewed!.Token, page.Find(".list-table").InnerHtml));
        Assert.DoesNotContain(link.Token, page.Markup);
    }

    [Fact]
    public async Task The_drawer_shows_the_whole_reply_with_the_contacts_number_behind_a_logged_click()
    {
        await PrepareAsync(ReplyWays.Link);
        await InviteAsync();
        Rosters.Add("王刚", change: a => (a.Post, a.Phone, a.SaidRoles, a.Stay) = ("总工", "15400001234", StageRoles.Speaks, new() { Needed = true, Room = RoomKind.Twin, Roommate = "李娜", Meals = Meals.Lunch }));
        Change(r => (r.RepliedAt, r.HalalPortions, r.Need, r.ContactName, r.ContactPhone) = (r.MadeAt, 2, "焊接工艺", "李娜", "15400009999"));
        var page = Open<RepliesPage>($"/2026/replies?unit={Unit.Id}");
        page.WaitForAssertion(() => Assert.Contains("焊接工艺", page.Markup));
        foreach (var said in (string[])["清真（份）", "李娜", "标间合住", "午餐", "要发言", "154****1234", "154****9999"]) Assert.Contains(said, page.Markup);
        Assert.DoesNotContain("15400009999", page.Markup);
        Press(page, "显示号码");
        page.WaitForAssertion(() => Assert.Contains("15400009999", page.Markup));
        Assert.DoesNotContain("15400001234", page.Markup);
    }

    [Fact]
    public async Task A_unit_whose_people_were_imported_is_counted_as_replied_from_the_drawer_and_its_own_pages_are_there()
    {
        await PrepareAsync(ReplyWays.Survey);
        Rosters.Add("王刚", change: a => a.Source = AttendeeSource.Import);
        var page = Open<RepliesPage>($"/2026/replies?unit={Unit.Id}");
        page.WaitForAssertion(() => Assert.Contains("记为已回执", page.Markup));
        Press(page, "记为已回执");
        page.WaitForAssertion(() => Assert.Contains("每位的个人页（1 人）", page.Markup));
        Assert.DoesNotContain("记为已回执", page.Markup);
        page.WaitForAssertion(() => Assert.Contains("· 王刚", page.Markup));
    }

    [Fact]
    public async Task An_address_that_only_this_machine_opens_is_warned_of_where_links_go_out()
    {
        await PrepareAsync(ReplyWays.Link);
        var page = Open<RepliesPage>("/2026/replies");
        page.WaitForAssertion(() => Assert.Contains("发出去的链接别人打不开", page.Markup));
        using (var db = Rosters.Database.CreateDbContext()) db.Set<ReplyRules>().ExecuteUpdate(set => set.SetProperty(r => r.Ways, ReplyWays.Xlsx));
        Tell();
        page.WaitForAssertion(() => Assert.DoesNotContain("发出去的链接别人打不开", page.Markup));
    }

    [Fact]
    public async Task Portions_and_needs_are_summed_for_the_kitchen_and_for_matching()
    {
        await InviteAsync();
        var page = Open<ReplyWishesPage>("/2026/replies/wishes");
        page.WaitForAssertion(() => Assert.Contains("还没有单位填份数", page.Markup));
        Change(r => (r.RepliedAt, r.HalalPortions, r.VegetarianPortions, r.Achievement) = (r.MadeAt, 2, 1, "热处理工艺"));
        Tell();
        page.WaitForAssertion(() => Assert.Contains("清真 2 份，素食 1 份", page.Markup));
        Assert.Contains("热处理工艺", page.FindAll(".list-table")[1].TextContent);
    }
}
