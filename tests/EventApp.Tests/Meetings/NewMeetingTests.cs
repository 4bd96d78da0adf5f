using Bunit;
using EventApp.Meetings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;

namespace EventApp.Tests.Meetings;

public sealed class NewMeetingTests : PageTest
{
    [Fact]
    public void A_new_meeting_beside_the_sample_is_refused_with_the_line_for_a_fresh_start()
    {
        using (var db = Rosters.Database.CreateDbContext())
        {
            db.Meetings().Single().IsSample = true;
            db.SaveChanges();
        }
        var page = Open<NewMeetingPage>("/meetings/new");
        Assert.Empty(page.FindAll("#meeting-name"));
        Assert.Contains($"--data {Rosters.Database.Data.Path}-real", page.Find("code.command").TextContent);
    }

    [Fact]
    public void What_came_along_into_a_new_meeting_is_told()
    {
        var page = NewMeeting();
        Press(page, "建立");
        page.WaitForAssertion(() => Assert.Contains("单位 2 家", page.Find(".carried").TextContent));
        Press(page, "继续建会");
        Assert.EndsWith("/2027/set-up", Navigation.Uri);
    }

    [Fact]
    public void Where_nothing_could_come_along_the_meeting_is_there_and_the_next_page_tries_again()
    {
        Services.AddScoped<ICarriedOver, FailingKind>();
        var page = NewMeeting();
        Press(page, "建立");
        page.WaitForAssertion(() => Assert.Contains("但没有带过来", page.Markup));
        Assert.Empty(page.FindAll("#meeting-name"));
        Press(page, "再带一次");
        Assert.EndsWith("/2027/carry-over?setup=1", Navigation.Uri);
    }

    IRenderedComponent<IComponent> NewMeeting()
    {
        var page = Open<NewMeetingPage>("/meetings/new");
        foreach (var (field, text) in new[] { ("#year", "2027"), ("#meeting-name", "2027年年会"), ("#first-day", "2027-08-23"), ("#last-day", "2027-08-24") }) page.Find(field).Change(text);
        return page;
    }

    sealed class FailingKind : ICarriedOver
    {
        public string Word => "staff";
        public int Order => 99;

        public Task<int> CountAsync(Shared.Data.EventDb db, Meeting from, CancellationToken stop) => Task.FromResult(1);

        public Task<CarriedCount> CopyAsync(Shared.Data.EventDb db, Meeting from, Meeting to, CancellationToken stop) => throw new InvalidOperationException();
    }

    IRenderedComponent<NoticeField> NoticeOf(string? body, Action<string?> taken)
    {
        SetRendererInfo(new("Server", true));
        return Render<NoticeField>(f => f.Add(n => n.LegalBody, body).Add(n => n.Name, "2026年年会").Add(n => n.ValueChanged, taken));
    }

    [Fact]
    public void The_template_follows_body_and_contact_until_somebody_writes_in_it()
    {
        string? notice = null;
        var field = NoticeOf(null, text => notice = text);
        Press(field, "填入范本");
        field.WaitForAssertion(() => Assert.Equal(["（负责单位）", "（联系人和电话）"], NoticePlaces.LeftIn(notice)));
        field.Render(f => f.Add(n => n.Value, notice));
        Assert.Contains("（负责单位）、（联系人和电话）", field.Find("#notice-note").TextContent);
        field.Render(f => f.Add(n => n.LegalBody, "联盟秘书处"));
        field.WaitForAssertion(() => Assert.StartsWith("个人信息告知\n一、谁负责：2026年年会由联盟秘书处组织", notice));
        field.Render(f => f.Add(n => n.Value, notice + "\n七、补充。"));
        field.Find("#notice-contact").Change("小松 0452-2791234");
        field.WaitForAssertion(() => Assert.Contains("联系：小松 0452-2791234。", notice));
        Assert.EndsWith("七、补充。", notice);
        field.Render(f => f.Add(n => n.Value, notice));
        Assert.Empty(field.FindAll("#notice-contact"));
    }

    [Fact]
    public void What_looks_like_a_place_is_not_filled_once_it_stands_in_one() =>
        Assert.Equal("由（年会名称）为2026年年会，问（负责单位）", NoticePlaces.Chinese.Fill("由（负责单位）为（年会名称），问（联系人和电话）", "（年会名称）", "2026年年会", "（负责单位）"));

    [Fact]
    public void The_notice_is_filled_in_both_languages_with_who_is_responsible()
    {
        string? notice = null;
        var field = NoticeOf("联盟秘书处", text => notice = text);
        Press(field, "填入范本");
        field.WaitForAssertion(() => Assert.StartsWith("个人信息告知\n一、谁负责：2026年年会由联盟秘书处组织", notice));
        field.Render(f => f.Add(n => n.Value, notice));
        Press(field, "加英文范本");
        field.WaitForAssertion(() => Assert.Contains("\n\nPrivacy notice\n1. Who is responsible: 2026年年会 is organised by 联盟秘书处", notice));
        Assert.InRange(notice!.Length, 800, Shared.Meetings.Meeting.NoticeLength);
    }
}
