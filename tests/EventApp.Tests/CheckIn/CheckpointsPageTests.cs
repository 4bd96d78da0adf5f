using Bunit;
using EventApp.CheckIn;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.CheckIn;
using Shared.Live;

namespace EventApp.Tests.CheckIn;

public sealed class CheckpointsPageTests : PageTest
{
    IReadOnlyList<Checkpoint> Stored()
    {
        using var db = Rosters.Database.CreateDbContext();
        return [.. db.Checkpoints().OrderBy(c => c.OpensAt)];
    }

    [Fact]
    public void Without_checkpoints_the_page_proposes_those_of_the_days()
    {
        var page = Open<CheckpointsPage>("/2026/checkpoints?edit=propose");
        page.WaitForAssertion(() => Assert.Contains("还没有签到点", page.Markup));
        Assert.Equal(6, page.FindAll(".drawer input[type=checkbox]").Count);
        page.FindAll(".drawer input[type=checkbox]")[^1].Change(false);
        Press(page, "添加 5 个");
        page.WaitForAssertion(() => Assert.Equal(5, Stored().Count));
        Assert.Equal(("报到", CheckpointKind.ReportIn), (Stored()[0].Name, Stored()[0].Kind));
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public void A_checkpoint_that_closes_before_it_opens_is_refused_beside_its_time()
    {
        var page = Open<CheckpointsPage>("/2026/checkpoints?edit=new");
        page.WaitForElement("#checkpoint-name").Change("开幕签到");
        page.Find("#checkpoint-opens").Change("2026-11-23T09:00");
        page.Find("#checkpoint-closes").Change("2026-11-23T08:00");
        Press(page, "保存");
        page.WaitForAssertion(() => Assert.Contains("结束要晚于开始", page.Find("#checkpoint-closes-note").TextContent));
        Assert.Equal("开幕签到", page.Find("#checkpoint-name").GetAttribute("value"));
        page.Find("#checkpoint-closes").Change("2026-11-23T12:00");
        Press(page, "保存");
        page.WaitForAssertion(() => Assert.Equal(new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc), Stored().Single().OpensAt));
    }

    [Fact]
    public void A_saved_checkpoint_is_in_the_audit_trail_and_open_pages_hear_of_it()
    {
        var told = 0;
        using var hearing = Services.GetRequiredService<LiveUpdates>().Hear(CheckInSets.Arrivals(Meeting.Id), () => told++);
        var page = Open<CheckpointsPage>("/2026/checkpoints?edit=new");
        page.WaitForElement("#checkpoint-name").Change("开幕签到");
        Press(page, "保存");
        page.WaitForAssertion(() =>
        {
            using var db = Rosters.Database.CreateDbContext();
            Assert.Equal(("小松", "checkpoint-saved", $"checkpoint:{Stored().Single().Id}"), db.AuditEntries().Select(e => new ValueTuple<string, string, string?>(e.Who, e.What, e.SubjectId)).Single());
        });
        Assert.Equal(1, told);
    }

    [Fact]
    public void A_list_of_people_is_put_together_by_search()
    {
        Rosters.Add("王刚");
        Rosters.Add("李娜");
        var page = Open<CheckpointsPage>("/2026/checkpoints?edit=new");
        page.WaitForElement("#checkpoint-name").Change("晚宴");
        page.Find("#checkpoint-admits").Change("2");
        page.Find("#guest-search").Input("wg");
        page.WaitForElement(".pick-list button").Click();
        Press(page, "保存");
        page.WaitForAssertion(() =>
        {
            using var db = Rosters.Database.CreateDbContext();
            Assert.Equal(1, db.Set<CheckpointGuest>().Single().AttendeeId);
        });
    }

    [Fact]
    public void A_checkpoint_of_another_meeting_is_said_to_be_none()
    {
        Rosters.Database.Add(new Checkpoint { MeetingId = Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn });
        var page = Open<CheckpointsPage>("/2026/checkpoints?edit=99");
        page.WaitForAssertion(() => Assert.Contains("没有这个签到点", page.Markup));
    }
}
