using Bunit;
using EventApp.CheckIn.Closing;
using Microsoft.AspNetCore.Components;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.Tests.CheckIn.Closing;

public sealed class ClosingPageTests : PaperPageTest
{
    IRenderedComponent<IComponent> OpenClosing(string query = "")
    {
        if (ReportIn.Id == 0) AddReportIn();
        var page = Open<ClosingPage>("/2026/closing" + query);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".key-numbers")));
        return page;
    }

    void Arrive(Attendee who) => Rosters.Database.Add(new Presence { CheckpointId = ReportIn.Id, AttendeeId = who.Id, Inside = true, FirstAt = DateTime.UtcNow, LastAt = DateTime.UtcNow });

    void AddFour()
    {
        AddReportIn();
        Arrive(Rosters.Add("到场", Rosters.Foundry));
        Rosters.Add("未到");
        Rosters.Add("取消", change: a => a.State = AttendeeState.Cancelled);
        Arrive(Rosters.Add("补录", Rosters.University, a => a.Source = AttendeeSource.WalkIn));
    }

    [Fact]
    public void The_four_groups_the_total_and_the_units_stand_on_top()
    {
        AddFour();
        var page = OpenClosing();
        Assert.Equal(["1", "1", "1", "1", "2", "2/2", "0.0%"], page.FindAll(".key-numbers b").Select(b => b.TextContent));
        Assert.Equal(4, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public void A_number_leads_to_those_it_counts()
    {
        AddFour();
        var page = OpenClosing("?group=came-unregistered");
        Assert.Equal($"/2026/closing?checkpoint={ReportIn.Id}&group=missed", page.FindAll(".key-numbers a")[1].GetAttribute("href"));
        Assert.Equal("补录", page.Find("tbody .row-link").TextContent);
    }

    [Fact]
    public void A_note_is_written_beside_the_person_and_can_be_changed()
    {
        AddFour();
        var page = OpenClosing("?group=missed");
        Press(page, "写说明");
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll("textarea")));
        Dialogs.Find("textarea").Change("电话确认不来");
        Press(Dialogs, "保存");
        page.WaitForAssertion(() => Assert.Contains("电话确认不来", page.Find("tbody").TextContent));
        Press(page, "电话确认不来");
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll("textarea")));
        Dialogs.Find("textarea").Change("改为线上参会");
        Press(Dialogs, "保存");
        page.WaitForAssertion(() => Assert.Contains("改为线上参会", page.Find("tbody").TextContent));
        Assert.Equal("改为线上参会", Read(db => db.AttendeeNotes().Single().Text));
    }

    [Fact]
    public void Printing_records_the_report_and_opens_it()
    {
        AddFour();
        var page = OpenClosing();
        Press(page, "打印对账表");
        page.WaitForAssertion(() => Assert.EndsWith("/2026/closing/print/1", Navigation.Uri));
    }

    [Fact]
    public void Without_checkpoints_the_page_says_what_to_do()
    {
        var page = Open<ClosingPage>("/2026/closing");
        page.WaitForAssertion(() => Assert.Contains("还没有签到点", page.Markup));
    }
}
