using Bunit;
using TestContext = Xunit.TestContext;
using EventApp.Registration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.Tests.Registration;

public sealed class AttendeeDrawerTests : PageTest
{
    IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> OpenPerson(int id, string more = "")
    {
        var page = Open<AttendeesPage>($"/2026/attendees?person={id}{more}");
        page.WaitForElement(more == "" ? ".facts" : ".form-grid");
        return page;
    }

    Attendee Stored(int id)
    {
        using var db = Rosters.Database.CreateDbContext();
        return db.Attendees().Single(a => a.Id == id);
    }

    [Fact]
    public void A_phone_is_shown_in_full_only_after_a_logged_click()
    {
        var page = OpenPerson(Rosters.Add("张三", change: a => a.Phone = "15400001234").Id);
        Assert.DoesNotContain("15400001234", page.Markup);
        Press(page, "显示完整号码");
        page.WaitForAssertion(() => Assert.Contains("15400001234", page.Markup));
        using var db = Rosters.Database.CreateDbContext();
        Assert.Equal("phone-revealed", db.AuditEntries().Single().What);
    }

    [Fact]
    public void What_the_units_reply_says_of_a_person_is_among_the_facts()
    {
        var page = OpenPerson(Rosters.Add("张三", change: a =>
        {
            (a.SaidRoles, a.Stay) = (StageRoles.Receives, new() { Needed = true, Room = RoomKind.Single, From = new(2026, 11, 22), Meals = Meals.Lunch });
            a.Journeys = [new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Undecided, AskAgainOn = new(2026, 11, 10) }, new() { Direction = JourneyDirection.Departure, Mode = TravelMode.Train, ServiceNo = "D6902", ServiceAlias = "D6903", At = new(2026, 11, 23, 16, 0, 0), DayOnly = true }];
        }).Id);
        var facts = page.Find(".facts").TextContent;
        foreach (var said in (string[])["要住宿 单间 2026-11-22 – ", "午餐", "单位报的任务", "领奖", "11-10 再问", "11-24 D6902/D6903"]) Assert.Contains(said, facts);
        Assert.DoesNotContain("00:00", facts);
    }

    [Fact]
    public void Cancelling_asks_for_a_reason_and_then_again_where_the_person_has_arrived()
    {
        var id = Rosters.Add("张三").Id;
        var door = new Checkpoint { MeetingId = Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn };
        Rosters.Database.Add(door);
        Rosters.Database.Add(new Presence { CheckpointId = door.Id, AttendeeId = id, Inside = true });
        var page = OpenPerson(id);
        Press(page, "取消参会");
        Dialogs.WaitForElement("#dialog-reason").Change("临时有会");
        Press(Dialogs, "取消参会");
        Dialogs.WaitForAssertion(() => Assert.Contains("张三 已经报到或签到", Dialogs.Markup));
        Assert.Equal(AttendeeState.Confirmed, Stored(id).State);
        Press(Dialogs, "取消参会");
        page.WaitForAssertion(() => Assert.Equal((AttendeeState.Cancelled, "临时有会"), (Stored(id).State, Stored(id).StateReason)));
    }

    [Fact]
    public void A_wrong_field_says_so_beside_itself_and_keeps_what_was_typed()
    {
        var page = OpenPerson(Rosters.Add("张三").Id, "&edit=yes");
        page.Find("#phone").Change("123");
        page.Find("#post").Change("厂长");
        Press(page, "保存");
        page.WaitForAssertion(() => Assert.Contains("不是手机号", page.Find("#phone-note").TextContent));
        Assert.Equal(("123", "厂长"), (page.Find("#phone").GetAttribute("value"), page.Find("#post").GetAttribute("value")));
    }

    [Fact]
    public async Task Whoever_saves_second_sees_the_others_change_and_keeps_their_own()
    {
        var id = Rosters.Add("张三").Id;
        var page = OpenPerson(id, "&edit=yes");
        page.Find("#post").Change("厂长");
        await Services.GetRequiredService<SaveAttendee>().RunAsync(Meeting.Id, new() { Id = id, Name = "张三丰", Unit = "重型铸造", Post = "工人" }, "大树", TestContext.Current.CancellationToken);
        Press(page, "保存");
        page.WaitForAssertion(() => Assert.Contains("这些栏两边都改了", page.Markup));
        Assert.Equal(("张三丰", "厂长"), (page.Find("#name").GetAttribute("value"), page.Find("#post").GetAttribute("value")));
        Press(page, "保存");
        page.WaitForAssertion(() => Assert.Equal(("张三丰", "厂长"), (Stored(id).Name, Stored(id).Post)));
    }

    [Fact]
    public void Unsaved_text_is_not_left_without_asking()
    {
        var page = OpenPerson(Rosters.Add("张三").Id, "&edit=yes");
        page.Find("#post").Change("厂长");
        Press(page, "返回");
        Dialogs.WaitForAssertion(() => Assert.Contains("有未保存的修改", Dialogs.Markup));
        Press(Dialogs, "留在这里");
        Assert.Equal("厂长", page.Find("#post").GetAttribute("value"));
    }

    [Fact]
    public void Of_the_diet_no_more_is_shown_than_that_it_is_set()
    {
        var id = Rosters.Add("张三").Id;
        Rosters.Database.Add(new Diet { AttendeeId = id, Kind = DietKind.Halal, Note = "不吃牛肉" });
        var page = OpenPerson(id);
        Assert.Contains("已填（仅食宿组可见）", page.Markup);
        Assert.DoesNotContain("清真", page.Markup);
        Assert.DoesNotContain("牛肉", page.Markup);
    }

    [Fact]
    public void A_persons_own_link_is_made_shown_as_a_code_renewed_and_ended_from_the_drawer()
    {
        var person = Rosters.Add("张三");
        OwnLink? Link() => new OwnLinkCard(Rosters.Database, new LinkKey(Rosters.Database.Data)).ReadAsync(Meeting.Id, person.Id).GetAwaiter().GetResult();
        var page = OpenPerson(person.Id);
        Press(page, "生成链接");
        page.WaitForAssertion(() => Assert.Contains("还没有打开过", page.Markup));
        var first = Link()!.Address!;
        Assert.DoesNotContain(first.Split('#')[1], page.Markup);
        Press(page, "显示二维码");
        page.WaitForElement("[aria-label='张三 的本人页链接二维码'] svg");
        Press(page, "换新链接");
        Dialogs.WaitForAssertion(() => Assert.Contains("以前发出的链接立即失效", Dialogs.Markup));
        Press(Dialogs, "换新链接");
        page.WaitForAssertion(() => Assert.NotEqual(first, Link()!.Address));
        Press(page, "停用链接");
        Dialogs.WaitForAssertion(() => Assert.Contains("停用 张三 的链接", Dialogs.Markup));
        Press(Dialogs, "停用链接");
        page.WaitForAssertion(() => Assert.DoesNotContain("复制链接", page.Markup));
        Assert.Null(Link()!.Address);
    }

    [Fact]
    public async Task Nobody_but_the_person_answers_as_on_their_own_page_and_the_history_calls_them_so()
    {
        var id = Rosters.Add("张三").Id;
        var record = new RecordConsent(Rosters.Database, new AuditTrail(Rosters.Database, TimeProvider.System), new());
        await record.RunAsync(Meeting.Id, id, ConsentPurpose.Photograph, ConsentState.No, ConsentSource.OwnPage, RegistrationSets.Subject(id), TestContext.Current.CancellationToken);
        var page = OpenPerson(id);
        Assert.Contains("登记同意情况 · 本人", page.Find(".timeline").TextContent);
        page.Find("[aria-label='更改 拍照使用']").Click();
        Assert.Equal(["当面", "电话", "书面"], page.FindAll("#consent-source option").Select(option => option.TextContent.Trim()));
    }
}
