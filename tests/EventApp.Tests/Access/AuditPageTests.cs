using Bunit;
using EventApp.Access.Auditing;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Registration;
using TestContext = Xunit.TestContext;

namespace EventApp.Tests.Access;

public sealed class AuditPageTests : PageTest
{
    static readonly DateTime Morning = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public AuditPageTests() => Services.AddScoped<AuditWords>().AddScoped<AuditDetails>();

    async Task<long> AddAsync(string what, string? subject = null, string? details = null, bool ofNone = false, string who = "小松", int day = 0)
    {
        await using var db = Rosters.Database.CreateDbContext();
        await AuditTrail.AddAsync(db, Morning.AddDays(day), who, what, subject, ofNone ? null : Meeting.Id, details, Stop);
        return await db.AuditEntries().MaxAsync(e => e.Id, Stop);
    }

    async Task RunAsync(string sql)
    {
        await using var db = Rosters.Database.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync(sql, Stop);
    }

    void SignInHere() => SignIn($"{Roles.Organiser}@{Meeting.Id}");

    IRenderedComponent<IComponent> Open(string query = "")
    {
        var page = Open<AuditPage>($"/2026/audit{query}");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#audit-what")));
        return page;
    }

    static List<string> Cells(IRenderedComponent<IComponent> page, int column) => [.. page.FindAll("tbody tr").Select(row => row.Children[column].TextContent.Trim())];

    [Fact]
    public async Task Rows_say_in_words_who_did_what_to_whom_the_newest_first()
    {
        var id = Rosters.Add("王刚").Id;
        await AddAsync("role-granted", "desk1", "desk");
        await AddAsync("consent-recorded", RegistrationSets.Subject(id), "PublicScreen: Yes, OwnPage", who: RegistrationSets.Subject(id));
        await AddAsync("reply-sent", null, null, who: "回执 重型铸造");
        await AddAsync("set-up-step-skipped", "step:Units");
        var page = Open();
        Assert.Equal(["跳过建会步骤", "提交回执", "登记同意情况", "授予角色"], page.FindAll("tbody .row-link").Select(link => link.TextContent));
        Assert.Equal(["单位", "", "王刚", "desk1"], Cells(page, 3));
        Assert.Equal(["小松", "回执 重型铸造", "王刚（本人）", "小松"], Cells(page, 1));
        Assert.Equal("2026-11-23 09:00:00", Cells(page, 0)[0]);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task What_belongs_to_no_meeting_is_seen_by_an_organiser_of_all_alone(bool ofThis)
    {
        await AddAsync("print");
        var signIn = await AddAsync("sign-in", ofNone: true);
        if (ofThis) SignInHere();
        var page = Open($"?entry={signIn}");
        Assert.Equal(ofThis ? ["打印或出文件"] : ["登录", "打印或出文件"], page.FindAll("tbody .row-link").Select(link => link.TextContent));
        page.WaitForAssertion(() => Assert.Contains(ofThis ? "没有这条记录" : "没有更多内容", page.Find(".drawer").TextContent));
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_a_thing_is_followed_by_a_click()
    {
        var id = Rosters.Add("王刚").Id;
        await AddAsync("phone-revealed", RegistrationSets.Subject(id), "call");
        await AddAsync("note-changed", RegistrationSets.Subject(id), day: 1);
        await AddAsync("print", "print:7", day: 2);
        var page = Open();
        page.Find("#audit-what").Change("people");
        page.WaitForAssertion(() => Assert.Equal(["修改备注"], page.FindAll("tbody .row-link").Select(link => link.TextContent)));
        Assert.EndsWith("/2026/audit?what=people", Navigation.Uri);
        page.Find("#audit-what").Change("");
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count));
        page.Find("#audit-to").Change("2026-11-24");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Navigation.NavigateTo(page.FindAll("tbody td a.plain-link")[^1].GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal("只看：王刚", page.Find(".chip").TextContent));
        Assert.Contains($"subject=attendee%3A{id}", Navigation.Uri);
        page.Find("#audit-who").Change("0");
        page.Find("#audit-from").Change("2027-01-01");
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的记录", page.Markup));
    }

    [Theory]
    [InlineData("attendee-changed", """[{"Field":"Stay.Room","From":"Single","To":"Twin"}]""", "房型：单间 → 标间合住")]
    [InlineData("role-taken", "organiser", "组织者"), InlineData("print", "badge, 4 items, about , reason: 补印", "打印胸卡|4 份|原因：补印"), InlineData("export", "audit-csv, 12 items", "审计记录（CSV）|12 份")]
    [InlineData("roster-imported", "名单 1.xlsx 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef +12 ~3", "名单 1.xlsx|新增 12|修改 3"), InlineData("staff-imported", "+2 ~0", "新增 2|修改 0")]
    [InlineData("carried-over", "units 3, staff 2", "单位 3 家|工作人员 2 人"), InlineData("proof-read", "First, 王: 重型铸造, 沈阳所", "一校：王|重型铸造, 沈阳所"), InlineData("proof-taken-back", "Second, 王", "二校：王")]
    [InlineData("reply-rules-changed", "2026-11-01 18:00 3/2/1", "截止 2026-11-01 18:00|名额 3/2/1"), InlineData("reply-counted", "4", "4 人"), InlineData("liaison-assigned", "2 units: 1 2", "2 家单位")]
    [InlineData("phone-revealed", "call", "打电话"), InlineData("consent-recorded", "PublicScreen: Yes, Paper", "大屏显示: 同意 (书面)"), InlineData("note-changed", "旧 → 新", "旧 → 新"), InlineData("meeting-changed", null, "")]
    public async Task Details_are_read_when_they_are_opened_and_stand_in_words(string what, string? details, string lines)
    {
        var id = await AddAsync(what, null, details);
        var page = Open();
        Assert.Empty(page.FindAll(".drawer"));
        Assert.Contains($"entry={id}", page.Find("tbody .row-link").GetAttribute("href"));
        Navigation.NavigateTo(page.Find("tbody .row-link").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".drawer .facts")));
        Assert.Equal(lines, string.Join('|', page.FindAll(".audit-lines li").Select(line => line.TextContent)));
        if (lines.Length == 0) Assert.Contains("没有更多内容", page.Find(".drawer").TextContent);
    }

    [Fact]
    public async Task Where_details_were_removed_row_drawer_and_head_say_so()
    {
        var id = await AddAsync("note-changed", null, "a → b");
        await AddAsync("print", null, "roster, 1 items");
        await RunAsync($"UPDATE AuditDetail SET Salt = NULL, Details = NULL WHERE EntryId = {id}");
        var page = Open($"?entry={id}");
        Assert.Contains("详情已清除", page.FindAll("tbody tr")[1].TextContent);
        Assert.DoesNotContain("详情已清除", page.FindAll("tbody tr")[0].TextContent);
        page.WaitForAssertion(() => Assert.Contains("记录本身完整保留", page.Find(".removed").TextContent));
        page.WaitForAssertion(() => Assert.Contains("记录完整：2 条", page.Find(".audit-chain").TextContent));
        Assert.Contains("其中 1 条的详情已按规定清除", page.Find(".audit-chain").TextContent);
    }

    [Theory]
    [InlineData(false, "（2026-11-23 09:00:00，授予角色）"), InlineData(true, "（2026-11-23 09:00:00）")]
    public async Task The_head_names_the_first_broken_entry_and_checks_again_when_asked(bool ofThis, string named)
    {
        if (ofThis) SignInHere();
        await AddAsync("sign-in");
        var second = await AddAsync("role-granted", "desk1", "desk");
        var page = Open();
        page.WaitForAssertion(() => Assert.Contains("记录完整：2 条", page.Find(".audit-chain").TextContent));
        await RunAsync($"UPDATE AuditEntry SET SubjectId = 'desk2' WHERE Id = {second}");
        Press(page, "重新核对");
        page.WaitForAssertion(() => Assert.Contains($"从第 {second} 条{named}起对不上", page.Find(".audit-chain").TextContent));
    }

    [Fact]
    public void Without_any_entry_the_page_says_what_will_stand_there()
    {
        var page = Open();
        Assert.Contains("还没有记录", page.Markup);
        Assert.Empty(page.FindAll("a[download]"));
    }
}
