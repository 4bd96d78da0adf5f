using System.Globalization;
using Bunit;
using EventApp.Dashboard;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Tests.Dashboard;

public sealed class DashboardPageTests : PageTest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    Checkpoint AddCheckpoint(string name = "报到", CheckpointKind kind = CheckpointKind.ReportIn)
    {
        var now = DateTime.UtcNow;
        var checkpoint = new Checkpoint { MeetingId = Meeting.Id, Name = name, NameEn = "Report-in", Kind = kind, OpensAt = now.AddHours(-1), ClosesAt = now.AddHours(8) };
        Rosters.Database.Add(checkpoint);
        return checkpoint;
    }

    void Arrive(Attendee person, Checkpoint at)
    {
        Rosters.Database.Add(new Presence { CheckpointId = at.Id, AttendeeId = person.Id, Inside = true, FirstAt = DateTime.UtcNow, LastAt = DateTime.UtcNow });
        Services.GetRequiredService<LiveUpdates>().Tell(CheckInSets.Arrivals(Meeting.Id));
    }

    static string Number(IRenderedComponent<IComponent> page, int place) => page.FindAll(".numbers b")[place].TextContent;

    [Fact]
    public void Without_a_checkpoint_it_says_what_to_do()
    {
        var page = Open<DashboardPage>("/2026/dashboard");
        page.WaitForAssertion(() => Assert.Contains("还没有签到点", page.Markup), Patience);
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == "/2026/checkpoints");
    }

    [Fact]
    public void With_an_empty_roster_each_tile_says_that_there_is_nothing_yet()
    {
        AddCheckpoint();
        var page = Open<DashboardPage>("/2026/dashboard");
        page.WaitForAssertion(() => Assert.Contains("还没有人到", page.Markup), Patience);
        Assert.All((string[])["名单还是空的", "没有未到的人", "没有被拒的", "还没有签到设备"], text => Assert.Contains(text, page.Markup));
    }

    [Fact]
    public void A_station_that_reads_many_unknown_codes_raises_an_alert()
    {
        var reportIn = AddCheckpoint();
        var station = new Station { MeetingId = Meeting.Id, Name = "2号台", EnrolledAt = DateTime.UtcNow };
        Rosters.Database.Add(station);
        for (byte i = 0; i < StationActivity.Burst; i++)
            Rosters.Database.Add(new Scan { MeetingId = Meeting.Id, CheckpointId = reportIn.Id, StationId = station.Id, Outcome = ScanOutcome.UnknownBadge, Source = ScanSource.Badge, UnknownCode = [i], OccurredAt = DateTime.UtcNow, RecordedAt = DateTime.UtcNow });
        var page = Open<DashboardPage>("/2026/dashboard");
        page.WaitForAssertion(() => Assert.Contains("2号台：5分钟内读到5个不认识的码", page.Find(".burst[role=alert]").TextContent), Patience);
    }

    [Fact]
    public void Every_number_leads_to_the_list_behind_it()
    {
        var reportIn = AddCheckpoint();
        Arrive(Rosters.Add("张三"), reportIn);
        Rosters.Add("李四", change: a => a.State = AttendeeState.OnLeave);
        Rosters.Add("王五", change: a => a.Roles = StageRoles.Speaks);
        var page = Open<DashboardPage>("/2026/dashboard");
        page.WaitForAssertion(() => Assert.Equal(["3", "1", "1", "1", "1/2", "0"], page.FindAll(".numbers b").Select(b => b.TextContent)), Patience);
        Assert.Equal(["&state=expected", "&state=arrived", "&state=on-leave", "&state=absent"],
            page.FindAll(".numbers a").Take(4).Select(a => a.GetAttribute("href")!.Replace($"/2026/arrivals?checkpoint={reportIn.Id}", "")));
        Assert.Contains("王五", page.Markup);
        Assert.Contains("发言", page.Markup);
    }

    [Theory]
    [InlineData(Shared.Access.Roles.Viewer, "dashboard", "154****0001", 0), InlineData(Shared.Access.Roles.Dispatcher, "dashboard", "15400000001", 1)]
    [InlineData(Shared.Access.Roles.Viewer, "unit-arrivals", "154****0001", 0), InlineData(Shared.Access.Roles.Dispatcher, "unit-arrivals", "15400000001", 1)]
    public void Who_only_looks_is_shown_no_whole_number_of_the_staff_and_who_has_a_task_rings_them(string role, string path, string shown, int dials)
    {
        AddCheckpoint();
        Rosters.Add("王五", change: a => a.Roles = StageRoles.Speaks);
        var liaison = new StaffMember { MeetingId = Meeting.Id, Name = "宋小松", Nickname = "小松", Phone = "15400000001" };
        Rosters.Database.Add(liaison);
        using (var db = Rosters.Database.CreateDbContext()) db.Units().ExecuteUpdate(set => set.SetProperty(u => u.LiaisonId, liaison.Id).SetProperty(u => u.CouncilRank, CouncilRank.Member));
        SignIn(role);
        var page = path == "dashboard" ? Open<DashboardPage>($"/2026/{path}") : Open<UnitArrivalsPage>($"/2026/{path}");
        page.WaitForAssertion(() => Assert.Contains("小松", page.Find("td.liaison").TextContent), Patience);
        var cells = page.FindAll("td.liaison").Where(cell => cell.TextContent.Contains("小松", StringComparison.Ordinal));
        Assert.All(cells, cell => Assert.Equal((true, dials), (cell.TextContent.Contains(shown, StringComparison.Ordinal), cell.QuerySelectorAll("a[href^='tel:']").Length)));
    }

    [Fact]
    public void A_category_shows_all_that_its_expected_people_divide_into_each_with_its_list()
    {
        var reportIn = AddCheckpoint();
        Arrive(Rosters.Add("张三"), reportIn);
        Rosters.Add("李四", change: a => a.State = AttendeeState.OnLeave);
        Rosters.Add("王五");
        var page = Open<DashboardPage>("/2026/dashboard");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".category-table tbody tr")), Patience);
        var links = page.FindAll(".category-table tbody a");
        Assert.Equal(["3", "1", "1", "1"], links.Select(a => a.TextContent));
        Assert.Equal(["expected", "arrived", "on-leave", "absent"],
            links.Select(a => a.GetAttribute("href")!.Replace($"/2026/arrivals?checkpoint={reportIn.Id}&state=", "").Replace("&category=delegate", "")));
    }

    [Fact]
    public void A_stations_number_leads_to_the_attempts_it_counts()
    {
        var reportIn = AddCheckpoint();
        var desk = new Station { MeetingId = Meeting.Id, Name = "1号台", Kind = StationKind.Desk };
        Rosters.Database.Add(desk);
        Rosters.Database.Add(new Scan { MeetingId = Meeting.Id, CheckpointId = reportIn.Id, StationId = desk.Id, Outcome = ScanOutcome.UnknownBadge, Source = ScanSource.Badge, OccurredAt = DateTime.UtcNow, RecordedAt = DateTime.UtcNow });
        var page = Open<DashboardPage>("/2026/dashboard");
        page.WaitForAssertion(() => Assert.Contains("1号台", page.Markup), Patience);
        Assert.Contains(page.FindAll("td a"), a => a.TextContent == "1" && a.GetAttribute("href") == $"/2026/scans?station={desk.Id}&since=5m");
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == "/2026/screens");
    }

    [Fact]
    public void A_change_is_shown_without_a_click_and_in_the_language_of_the_page()
    {
        var reportIn = AddCheckpoint();
        var person = Rosters.Add("张三");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
        var page = Open<DashboardPage>("/2026/dashboard");
        page.WaitForAssertion(() => Assert.Equal("0", Number(page, 1)), Patience);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("zh-CN");
        Arrive(person, reportIn);
        page.WaitForAssertion(() => Assert.Equal("1", Number(page, 1)), Patience);
        Assert.Contains("Expected", page.Find(".numbers").TextContent);
        Assert.Contains("Everyone is here", page.Find(".live-line").TextContent);
        Assert.Contains("All here", page.Find(".light-legend").TextContent);
    }

    [Fact]
    public void The_address_chooses_the_checkpoint_and_report_in_is_the_one_where_it_does_not()
    {
        var session = AddCheckpoint("开幕式", CheckpointKind.Session);
        AddCheckpoint();
        var page = Open<DashboardPage>("/2026/dashboard");
        page.WaitForAssertion(() => Assert.Equal("报到", page.Find("h1").TextContent), Patience);
        page.InvokeAsync(() => Navigation.NavigateTo($"/2026/dashboard?checkpoint={session.Id}"));
        page.WaitForAssertion(() => Assert.Equal("开幕式", page.Find("h1").TextContent), Patience);
        Assert.Contains("开幕式", page.Find(".chip-now").TextContent);
    }

    [Fact]
    public async Task Two_hundred_pages_opened_and_closed_leave_nobody_looking()
    {
        AddCheckpoint();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var pages = Enumerable.Range(0, 200).Select(_ => Render<CascadingValue<MeetingView>>(
            parameters => parameters.Add(c => c.Value, Meeting).AddChildContent<DashboardPage>(page => page.Add(p => p.Year, Meeting.Year)))).ToList();
        pages[^1].WaitForAssertion(() => Assert.NotEmpty(pages[^1].FindAll(".numbers")), Patience);
        Assert.Equal(200, Services.GetRequiredService<DashboardFeed>().WatcherCount);
        await DisposeComponentsAsync();
        Assert.Equal((0, 0), (Services.GetRequiredService<DashboardFeed>().WatcherCount, Services.GetRequiredService<LiveUpdates>().HearerCount));
    }
}
