using Microsoft.EntityFrameworkCore;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Tests.Registration.Replies;

public sealed class AskingAfterTheDeadlineTests : IDisposable
{
    const string New = "n4f00d";
    readonly ReplyHall hall = new();

    public void Dispose() => hall.Dispose();

    async Task<Attendee> RepliedAsync()
    {
        await hall.FillAsync(New, "王刚");
        await hall.SendAsync();
        return hall.People()[0];
    }

    [Fact]
    public async Task A_deadline_that_passes_while_typing_keeps_everything_as_requests()
    {
        await RepliedAsync();
        await hall.TypeAsync(New, ReplyFields.Post, "主任", "科研管理人员");
        hall.PassDeadline();
        await hall.TypeAsync(New, ReplyFields.Remark, "晚到");
        Assert.Equal(new SendReplyResult.Asked(2), await hall.SendAsync());
        Assert.Equal("科研管理人员", hall.People()[0].Post);
        var group = Assert.Single(await hall.RequestsAsync());
        Assert.Equal(("王刚", "主任", "科研管理人员"), (group.Name, group.Changes.Single(c => c.Field == ReplyFields.Post).After, group.Changes.Single(c => c.Field == ReplyFields.Post).Before));
        Assert.Equal(2, (await hall.RowAsync()).Asked);
        // What was asked is no longer unsent; what is typed over it is.
        Assert.Empty((await hall.ViewAsync()).People[0].Pending);
        await hall.TypeAsync(New, ReplyFields.Remark, "晚到一天", "晚到");
        var view = await hall.ViewAsync();
        Assert.Equal(2, view.Asked);
        Assert.Equal([ReplyFields.Remark], view.People[0].Pending);
    }

    [Fact]
    public async Task One_request_is_accepted_and_another_refused_and_the_form_shows_both()
    {
        await RepliedAsync();
        hall.PassDeadline();
        await hall.TypeAsync(New, ReplyFields.Post, "主任", "科研管理人员");
        await hall.TypeAsync(New, ReplyFields.Companions, "2");
        await hall.SendAsync();
        var changes = (await hall.RequestsAsync())[0].Changes;
        await hall.DecideAsync(true, changes.Single(c => c.Field == ReplyFields.Post).Id);
        await hall.DecideAsync(false, changes.Single(c => c.Field == ReplyFields.Companions).Id);
        Assert.Equal(("主任", 0), (hall.People()[0].Post, hall.People()[0].Companions));
        var view = await hall.ViewAsync();
        Assert.Equal((ReplyFields.Companions, "2", "房间已满"), (view.Refused[0].Field, view.Refused[0].After, view.Refused[0].Reason));
        Assert.Empty(view.People[0].Pending);
        Assert.Empty(await hall.RequestsAsync());
    }

    [Theory]
    [InlineData("15400005678", "154****1234", "154****5678"), InlineData("15411111234", "****0000****", "****1111****")]
    public async Task A_masked_phone_still_shows_what_changed(string phone, string before, string after)
    {
        await RepliedAsync();
        hall.PassDeadline();
        await hall.TypeAsync(New, ReplyFields.Phone, phone, "15400001234");
        await hall.SendAsync();
        var change = Assert.Single((await hall.RequestsAsync())[0].Changes);
        Assert.Equal((before, after), (change.Before, change.After));
    }

    [Fact]
    public async Task A_person_added_late_is_accepted_as_a_whole()
    {
        await RepliedAsync();
        hall.PassDeadline();
        await hall.FillAsync("n2b", "李娜", (ReplyFields.Phone, "15400004321"));
        await hall.SendAsync();
        var group = Assert.Single(await hall.RequestsAsync());
        Assert.True(group.IsNew);
        await hall.DecideAsync(true, group.Changes[0].Id);
        Assert.Equal(["王刚", "李娜"], hall.People().Select(p => p.Name));
        Assert.Equal("15400004321", hall.People()[1].Phone);
        Assert.Empty(await hall.RequestsAsync());
    }

    [Fact]
    public async Task What_is_accepted_is_what_was_asked_and_not_what_was_typed_since()
    {
        await RepliedAsync();
        hall.PassDeadline();
        await hall.TypeAsync(New, ReplyFields.Post, "主任", "科研管理人员");
        await hall.SendAsync();
        await hall.TypeAsync(New, ReplyFields.Post, "院长", "主任");
        await hall.DecideAsync(true, (await hall.RequestsAsync())[0].Changes[0].Id);
        Assert.Equal("主任", hall.People()[0].Post);
        Assert.Equal("院长", (await hall.ViewAsync()).People[0].Answers[ReplyFields.Post]);
    }

    [Fact]
    public async Task A_request_typed_back_is_taken_back()
    {
        await RepliedAsync();
        hall.PassDeadline();
        await hall.TypeAsync(New, ReplyFields.Post, "主任", "科研管理人员");
        await hall.SendAsync();
        await hall.TypeAsync(New, ReplyFields.Post, "科研管理人员", "主任");
        Assert.Equal(new SendReplyResult.Asked(0), await hall.SendAsync());
        Assert.Empty(await hall.RequestsAsync());
    }

    [Fact]
    public async Task Staff_who_fill_in_for_a_unit_need_nobodys_leave_after_the_deadline()
    {
        hall.PassDeadline();
        await hall.FillAsync(New, "王刚");
        Assert.IsType<SendReplyResult.Sent>(await hall.SendAsync(by: "小松"));
        Assert.Single(hall.People());
    }

    [Fact]
    public async Task A_request_is_decided_once_and_only_within_its_meeting()
    {
        await RepliedAsync();
        hall.PassDeadline();
        await hall.TypeAsync(New, ReplyFields.Post, "主任", "科研管理人员");
        await hall.SendAsync();
        var id = (await hall.RequestsAsync())[0].Changes[0].Id;
        Assert.Equal(0, await hall.Decider.RunAsync(hall.Rosters.Meeting.Id + 1, [id], true, null, "小松", TestContext.Current.CancellationToken));
        Assert.Equal(1, await hall.DecideAsync(true, id));
        Assert.Equal(0, await hall.DecideAsync(false, id));
        Assert.Equal("主任", hall.People()[0].Post);
    }

    [Fact]
    public async Task Of_a_late_unit_that_never_replied_the_state_is_overdue_until_it_does()
    {
        await hall.TypeAsync(New, ReplyFields.Name, "王刚");
        hall.PassDeadline();
        Assert.Equal((ReplyState.Overdue, 1), ((await hall.RowAsync()).State, (await hall.RowAsync()).Unsent));
        await hall.FillAsync(New, "王刚");
        await hall.SendAsync();
        Assert.Equal((ReplyState.Overdue, false), ((await hall.RowAsync()).State, (await hall.RowAsync()).IsAwaited));
        await hall.DecideAsync(false, [.. (await hall.RequestsAsync()).SelectMany(group => group.Changes).Select(change => change.Id)]);
        Assert.Equal((ReplyState.Overdue, true), ((await hall.RowAsync()).State, (await hall.RowAsync()).IsAwaited));
        Assert.Empty(hall.People());
    }

    [Fact]
    public async Task A_first_reply_that_is_accepted_late_counts_and_its_people_have_their_own_pages()
    {
        hall.PassDeadline();
        await hall.FillAsync(New, "王刚");
        await hall.SendAsync();
        await hall.DecideAsync(true, [.. (await hall.RequestsAsync()).SelectMany(group => group.Changes).Select(change => change.Id)]);
        Assert.Equal(ReplyState.Replied, (await hall.RowAsync()).State);
        Assert.Equal("王刚", Assert.Single(await new UnitLinks(hall.Rosters.Database, hall.Key).ReadAsync(hall.Link.ReplyId, TestContext.Current.CancellationToken)).Name);
    }

    [Fact]
    public async Task What_was_typed_of_somebody_who_left_the_list_meanwhile_is_asked_of_nobody()
    {
        var person = await RepliedAsync();
        hall.PassDeadline();
        await hall.TypeAsync(New, ReplyFields.Post, "主任", "科研管理人员");
        await hall.TypeAsync("", ReplyFields.Need, "高温合金");
        await using (var db = hall.Rosters.Database.CreateDbContext())
            await db.Attendees().Where(a => a.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AttendeeState.Cancelled), TestContext.Current.CancellationToken);
        await hall.FillAsync("n2b", "李娜", (ReplyFields.Phone, "15400004321"));
        await hall.SendAsync();
        Assert.DoesNotContain(await hall.RequestsAsync(), group => group.Person == New);
    }
}
