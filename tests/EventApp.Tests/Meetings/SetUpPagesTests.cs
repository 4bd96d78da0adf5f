using Bunit;
using EventApp.CheckIn;
using EventApp.Dashboard;
using EventApp.Layout;
using EventApp.Meetings;
using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn;
using Shared.CheckIn.SettingUp;
using Shared.Live;
using Shared.Meetings;

namespace EventApp.Tests.Meetings;

public sealed class SetUpPagesTests : PageTest
{
    // Days far ahead: the bar is silent once the meeting has begun.
    MeetingView Ahead => Meeting with { FirstDay = new(2099, 1, 1), LastDay = new(2099, 1, 2) };

    IRenderedComponent<SetUpBar> BarAt(string path)
    {
        SetRendererInfo(new("Server", true));
        Navigation.NavigateTo(path);
        return Render<SetUpBar>(bar => bar.Add(b => b.Meeting, Ahead));
    }

    [Fact]
    public void The_list_names_each_step_with_its_state_and_leads_to_the_first_open_one()
    {
        var page = Open<SetUpPage>("/2026/set-up");
        Assert.Equal(10, page.FindAll(".steps li").Count);
        Assert.Contains("已完成", page.FindAll(".steps li")[2].TextContent);
        Assert.Equal("/2026/meeting?setup=2", page.Find("a[aria-current=step]").GetAttribute("href"));
    }

    [Fact]
    public void The_bar_says_which_step_a_page_is_and_skipping_leads_to_the_next_open_one()
    {
        var bar = BarAt("/2026/badges?setup=7");
        Assert.Contains("建会 7/10", bar.Markup);
        bar.InvokeAsync(() => bar.Find("button").Click());
        bar.WaitForAssertion(() => Assert.EndsWith("/2026/checkpoints?setup=8", Navigation.Uri));
        bar.Render();
        bar.WaitForAssertion(() =>
        {
            using var db = Rosters.Database.CreateDbContext();
            Assert.Equal(SetUpStep.Badges, db.Set<SkippedStep>().Single().Step);
        });
    }

    [Fact]
    public void The_bar_says_on_the_home_page_how_much_is_left_and_nothing_on_pages_of_the_day()
    {
        Assert.Contains("还差 8 步", BarAt("/2026").Markup);
        Assert.DoesNotContain("section", BarAt("/2026/dashboard").Markup);
    }

    [Fact]
    public void A_step_that_a_page_with_unsaved_text_kept_one_on_is_not_skipped()
    {
        var bar = BarAt("/2026/meeting?setup=2");
        var guard = Navigation.RegisterLocationChangingHandler(leaving =>
        {
            leaving.PreventNavigation();
            return ValueTask.CompletedTask;
        });
        bar.InvokeAsync(() => bar.Find("button").Click());
        Assert.EndsWith("/2026/meeting?setup=2", Navigation.Uri);
        using (var db = Rosters.Database.CreateDbContext()) Assert.Empty(db.Set<SkippedStep>());
        guard.Dispose();
        bar.InvokeAsync(() => bar.Find("button").Click());
        bar.Render();
        bar.WaitForAssertion(() =>
        {
            using var db = Rosters.Database.CreateDbContext();
            Assert.Equal(SetUpStep.Days, db.Set<SkippedStep>().Single().Step);
        });
    }

    [Fact]
    public void After_the_last_step_the_bar_says_that_all_is_there_and_leads_home()
    {
        Rosters.Database.Add([.. Enum.GetValues<SetUpStep>().Select(step => new SkippedStep { MeetingId = Meeting.Id, Step = step })]);
        var bar = BarAt("/2026/backups?setup=10");
        Assert.Contains("都齐了", bar.Markup);
        Assert.Equal("/2026", bar.Find(".set-up-next").GetAttribute("href"));
        Assert.DoesNotContain("section", BarAt("/2026/backups").Markup);
    }

    [Fact]
    public void An_empty_page_names_the_step_that_is_missing()
    {
        var page = Open<StationsPage>("/2026/stations");
        Assert.Contains("先完成第 4 步：工作人员和联络员", page.Find(".missing-step").TextContent);
        Assert.Equal("/2026/staff/import?setup=4", page.Find(".missing-step a").GetAttribute("href"));
    }

    [Fact]
    public void What_is_there_is_not_named_as_missing() =>
        Assert.Equal("/2026/checkpoints?setup=8", Open<ScreensPage>("/2026/screens").Find(".missing-step a").GetAttribute("href"));

    [Fact]
    public void The_stations_page_shows_at_once_what_a_device_read()
    {
        var page = Open<StationsPage>("/2026/stations");
        Assert.Contains("还没有设备读到码", page.Find(".station-proof").TextContent);
        var (desk, place) = (new Station { MeetingId = Meeting.Id, Name = "2号台" }, new Checkpoint { MeetingId = Meeting.Id, Name = "报到" });
        var spare = new Badge { MeetingId = Meeting.Id, Number = "S001", Secret = [1], CodeHash = [1] };
        Rosters.Database.Add(desk, place, spare);
        Rosters.Database.Add(new Scan { MeetingId = Meeting.Id, CheckpointId = place.Id, StationId = desk.Id, BadgeId = spare.Id, Outcome = ScanOutcome.UnboundBadge, Source = ScanSource.Badge });
        Services.GetRequiredService<LiveUpdates>().Tell(CheckInSets.Arrivals(Meeting.Id));
        page.WaitForAssertion(() => Assert.Contains("读到备用胸卡 S001", page.Find(".station-proof").TextContent), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Ticked_units_get_one_liaison_at_once()
    {
        Rosters.Database.Add(new StaffMember { MeetingId = Meeting.Id, Name = "宋小松", Nickname = "小松" });
        var page = Open<UnitsPage>("/2026/units?lack=liaison");
        page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent.Contains("勾选接下来")).Click());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tr.row-on").Count));
        page.InvokeAsync(() => page.Find("#bulk-liaison").Change("1"));
        Press(page, "指定给 2 家");
        page.WaitForAssertion(() => Assert.Contains("现在共 2 家", page.Markup));
        using var db = Rosters.Database.CreateDbContext();
        Assert.All(db.Units(), unit => Assert.NotNull(unit.LiaisonId));
    }

    [Fact]
    public void Everything_a_filter_shows_gets_a_liaison_only_when_asked_and_loses_it_again()
    {
        var liaison = new StaffMember { MeetingId = Meeting.Id, Name = "宋小松" };
        Rosters.Database.Add(liaison);
        var page = Open<UnitsPage>("/2026/units?lack=liaison");
        page.InvokeAsync(() => page.Find("#bulk-liaison").Change("1"));
        Press(page, "指定给 2 家");
        Dialogs.WaitForAssertion(() => Assert.Contains("指定给列表里的全部 2 家？", Dialogs.Markup));
        using (var db = Rosters.Database.CreateDbContext()) Assert.All(db.Units(), unit => Assert.Null(unit.LiaisonId));
        Press(Dialogs, "指定给 2 家");
        page.WaitForAssertion(() => Assert.Contains("现在共 2 家", page.Markup));
        Navigation.NavigateTo("/2026/units?q=重型");
        page.InvokeAsync(() => page.Find("#bulk-liaison").Change("2"));
        Press(page, "取消 1 家的联络员");
        Dialogs.WaitForAssertion(() => Assert.Contains("其中 1 家现在的联络员会被换掉", Dialogs.Markup));
        Press(Dialogs, "取消 1 家的联络员");
        page.WaitForAssertion(() => Assert.Contains("已取消 1 家的联络员", page.Markup));
        using var after = Rosters.Database.CreateDbContext();
        Assert.Equal(liaison.Id, after.Units().Single(unit => unit.LiaisonId != null).LiaisonId);
    }

    [Fact]
    public void Ticks_go_with_the_filter_they_were_set_under_and_the_step_stays_in_the_address()
    {
        Rosters.Database.Add(new StaffMember { MeetingId = Meeting.Id, Name = "宋小松" });
        var page = Open<UnitsPage>("/2026/units?setup=4&lack=liaison");
        page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent.Contains("勾选接下来")).Click());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tr.row-on").Count));
        page.InvokeAsync(() => page.Find("#unit-search").Change("重型"));
        Assert.Contains("setup=4", Navigation.Uri);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tr.row-on")));
    }
}
