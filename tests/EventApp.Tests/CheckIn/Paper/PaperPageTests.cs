using Bunit;
using EventApp.CheckIn.Paper;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.CheckIn.Paper;
using Shared.Meetings;

namespace EventApp.Tests.CheckIn.Paper;

public sealed class PaperPageTests : PaperPageTest
{
    IRenderedComponent<IComponent> OpenPaper()
    {
        AddReportIn();
        var page = Open<PaperPage>("/2026/paper");
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#who")));
        return page;
    }

    static void Enter(IRenderedComponent<IComponent> page, string typed)
    {
        page.Find("#who").Input(typed);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=option]")));
        page.Find("#who").KeyDown(new KeyboardEventArgs { Key = "Enter" });
    }

    [Fact]
    public void Without_checkpoints_the_page_leads_to_them()
    {
        var page = Open<PaperPage>("/2026/paper");
        page.WaitForAssertion(() => Assert.Contains("还没有签到点", page.Markup));
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == "/2026/checkpoints");
    }

    [Fact]
    public void A_number_and_enter_record_one_line_and_empty_the_field()
    {
        var who = Rosters.Add("王刚");
        var page = OpenPaper();
        Enter(page, "1");
        page.WaitForAssertion(() => Assert.Contains("已记录", page.Find(".marks").TextContent));
        Assert.Equal((who.Id, ScanSource.Paper, "小松"), Read(db => db.Scans().Select(s => new ValueTuple<int?, ScanSource, string?>(s.AttendeeId, s.Source, s.EnteredBy)).Single()));
    }

    [Fact]
    public void Lines_entered_faster_than_they_are_recorded_are_all_recorded_in_their_order()
    {
        Rosters.Add("王刚");
        Rosters.Add("李娜");
        Rosters.Add("赵云");
        var page = OpenPaper();
        foreach (var typed in (string[])["1", "2", "77", "3"])
        {
            page.Find("#who").Input(typed);
            page.Find("#who").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        }
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".marks li").Count), TimeSpan.FromSeconds(20));
        Assert.Equal(["赵云", "77", "李娜", "王刚"], page.FindAll(".marks li strong").Select(name => name.TextContent));
        Assert.Equal(3, Read(db => db.Presences().Count()));
    }

    [Fact]
    public void Who_is_in_already_is_shown_with_the_first_time()
    {
        Rosters.Add("王刚");
        var page = OpenPaper();
        Enter(page, "1");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".marks li")));
        Enter(page, "wg");
        page.WaitForAssertion(() => Assert.Contains("已在（首次", page.FindAll(".marks li")[0].TextContent));
        Assert.Equal(1, Read(db => db.Presences().Count()));
    }

    [Fact]
    public void A_line_entered_by_mistake_is_taken_back()
    {
        Rosters.Add("王刚");
        var page = OpenPaper();
        Enter(page, "1");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".marks li")));
        Press(page, "撤销");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".marks li")));
        Assert.Equal(0, Read(db => db.Presences().Count()));
    }

    [Fact]
    public void A_time_to_come_is_refused_beside_its_field()
    {
        Rosters.Add("王刚");
        var page = OpenPaper();
        page.Find("#signed-at").Change("2099-01-01T08:00");
        Enter(page, "1");
        page.WaitForAssertion(() => Assert.Contains("时间不对", page.Find("#signed-at-note").TextContent));
        Assert.Equal(0, Read(db => db.Scans().Count()));
    }

    [Fact]
    public void The_arrow_keys_choose_among_those_that_fit()
    {
        Rosters.Add("王刚");
        var second = Rosters.Add("王光");
        var page = OpenPaper();
        page.Find("#who").Input("wg");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[role=option]").Count));
        page.Find("#who").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });
        page.Find("#who").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        page.WaitForAssertion(() => Assert.Equal(second.Id, Read(db => db.Presences().Select(p => p.AttendeeId).SingleOrDefault())));
    }

    [Fact]
    public void A_sheet_is_recorded_and_opened()
    {
        Rosters.Add("王刚");
        var page = OpenPaper();
        Press(page, "打印「报到」签到表");
        page.WaitForAssertion(() => Assert.EndsWith("/2026/paper/print/1", Navigation.Uri));
        Assert.Equal((PrintKinds.SignInSheet, ReportIn.Id), Read(db => db.Printouts().Select(p => new ValueTuple<string, long?>(p.Kind, p.AboutId)).Single()));
    }

    [Fact]
    public void The_roster_takes_the_ticked_checkpoints()
    {
        Rosters.Add("王刚");
        var page = OpenPaper();
        page.Find(".paper-choice input").Change(false);
        Press(page, "打印核对名单");
        page.WaitForAssertion(() => Assert.EndsWith("/2026/paper/print/1", Navigation.Uri));
        Assert.DoesNotContain(PaperCheckpoint.Subject, Read(db => db.Set<PrintoutItem>().Select(i => i.Subject).ToList()));
    }
}
