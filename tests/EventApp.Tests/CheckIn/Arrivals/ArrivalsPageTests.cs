using Bunit;
using EventApp.CheckIn.Arrivals;
using Shared.Access;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.Tests.CheckIn.Arrivals;

public sealed class ArrivalsPageTests : PageTest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    Checkpoint AddCheckpoint(Action<Checkpoint>? change = null)
    {
        var now = DateTime.UtcNow;
        var checkpoint = new Checkpoint { MeetingId = Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, OpensAt = now.AddHours(-1), ClosesAt = now.AddHours(8) };
        change?.Invoke(checkpoint);
        Rosters.Database.Add(checkpoint);
        return checkpoint;
    }

    int Presences()
    {
        using var db = Rosters.Database.CreateDbContext();
        return db.Presences().Count();
    }

    [Fact]
    public void Without_a_checkpoint_it_says_what_to_do()
    {
        var page = Open<ArrivalsPage>("/2026/arrivals");
        page.WaitForAssertion(() => Assert.Contains("还没有签到点", page.Markup), Patience);
    }

    [Fact]
    public void What_nobody_matches_offers_the_whole_list()
    {
        AddCheckpoint();
        Rosters.Add("张三");
        var page = Open<ArrivalsPage>("/2026/arrivals?state=arrived");
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的人员", page.Markup), Patience);
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == "/2026/arrivals");
    }

    [Fact]
    public void The_address_says_who_is_shown()
    {
        AddCheckpoint();
        Rosters.Add("张三", change: a => a.State = AttendeeState.OnLeave);
        Rosters.Add("李四", Rosters.University);
        var page = Open<ArrivalsPage>($"/2026/arrivals?state=absent&unit={Rosters.University.Id}");
        page.WaitForAssertion(() => Assert.Equal("李四", page.Find("tbody .row-link").TextContent), Patience);
        Assert.Single(page.FindAll("tbody tr"));
        Assert.Contains("未到", page.Find(".chip-on").TextContent);
    }

    [Fact]
    public void The_expected_are_a_list_of_their_own()
    {
        var checkpoint = AddCheckpoint();
        Rosters.Add("张三", change: a => a.State = AttendeeState.OnLeave);
        var walkIn = Rosters.Add("李四", change: a => a.Source = AttendeeSource.WalkIn);
        Rosters.Database.Add(new Presence { CheckpointId = checkpoint.Id, AttendeeId = walkIn.Id, FirstAt = DateTime.UtcNow, LastAt = DateTime.UtcNow });
        var page = Open<ArrivalsPage>("/2026/arrivals?state=expected");
        page.WaitForAssertion(() => Assert.Equal("张三", Assert.Single(page.FindAll("tbody .row-link")).TextContent), Patience);
        Assert.Equal("应到 1", page.Find(".chip-on").TextContent);
    }

    [Fact]
    public void A_whole_phone_number_is_searched_for_and_never_written_into_the_address()
    {
        AddCheckpoint();
        Rosters.Add("张三");
        Rosters.Add("李四", change: a => a.Phone = "15400000002");
        var page = Open<ArrivalsPage>("/2026/arrivals");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Patience);
        page.Find("#search").Input("15400000002");
        page.WaitForAssertion(() => Assert.NotEqual(2, page.FindAll("tbody tr").Count), Patience);
        Assert.DoesNotContain("154", Navigation.Uri);
        Assert.Equal("15400000002", page.Find("#search").GetAttribute("value"));
    }

    [Fact]
    public void One_key_checks_a_person_in_and_an_organiser_may_take_it_back_with_a_reason()
    {
        AddCheckpoint();
        Rosters.Add("张三");
        var page = Open<ArrivalsPage>("/2026/arrivals");
        page.WaitForAssertion(() => Assert.Contains("未到", page.Find("tbody").TextContent), Patience);
        Press(page, "签到");
        page.WaitForAssertion(() => Assert.Contains("已到", page.Find("tbody").TextContent), Patience);
        Assert.Equal(1, Presences());
        Press(page, "撤销");
        Dialogs.WaitForAssertion(() => Assert.Contains("撤销张三的签到", Dialogs.Markup), Patience);
        Dialogs.Find("#dialog-reason").Change("点错了");
        Press(Dialogs, "撤销签到");
        page.WaitForAssertion(() => Assert.Contains("未到", page.Find("tbody").TextContent), Patience);
        Assert.Equal(0, Presences());
    }

    [Fact]
    public void Who_is_not_entitled_comes_in_only_with_a_reason()
    {
        AddCheckpoint(c => (c.Admits, c.CategoryBits) = (Admission.Categories, Checkpoint.Bit(AttendeeCategory.Leader)));
        Rosters.Add("张三");
        var page = Open<ArrivalsPage>("/2026/arrivals?state=not-counted");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")), Patience);
        Press(page, "签到");
        Dialogs.WaitForAssertion(() => Assert.Contains("仍为张三签到", Dialogs.Markup), Patience);
        Assert.Equal(0, Presences());
        Dialogs.Find("#dialog-reason").Change("领导同意");
        Press(Dialogs, "仍然签到");
        page.WaitForAssertion(() => Assert.Equal(1, Presences()), Patience);
    }

    [Fact]
    public void A_desk_account_checks_in_but_takes_nothing_back()
    {
        SignIn(Roles.Desk);
        AddCheckpoint();
        Rosters.Add("张三");
        var page = Open<ArrivalsPage>("/2026/arrivals");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")), Patience);
        Press(page, "签到");
        page.WaitForAssertion(() => Assert.Contains("已到", page.Find("tbody").TextContent), Patience);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("撤销"));
    }
}
