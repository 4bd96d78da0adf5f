using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Tests.Registration.Replies;

public sealed class TrackingRepliesTests : IDisposable
{
    readonly ReplyHall hall = new();

    public void Dispose() => hall.Dispose();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Rosters Rosters => hall.Rosters;
    int MeetingId => Rosters.Meeting.Id;

    Task ChaseAsync(params int[] units) => new NoteChase(Rosters.Database, hall.Live, hall.Clock).RunAsync(MeetingId, units, Stop);

    CountAsReplied Counter => new(Rosters.Database, hall.Audit, hall.Live, new(Rosters.Database, hall.Key, hall.Audit, hall.Live));

    async Task<ReplyRow> RowAsync(Unit unit) => (await hall.BoardAsync()).Rows.Single(row => row.UnitId == unit.Id);

    void Change(Unit unit, Action<Reply> change)
    {
        using var db = Rosters.Database.CreateDbContext();
        if (db.Replies().SingleOrDefault(r => r.UnitId == unit.Id) is not { } reply) db.Add(reply = new() { MeetingId = MeetingId, UnitId = unit.Id, Nonce = LinkKey.NewNonce() });
        change(reply);
        db.SaveChanges();
    }

    [Fact]
    public async Task A_unit_that_is_chased_counts_as_invited_and_keeps_when_it_was_first_invited()
    {
        Change(Rosters.Foundry, _ => { });
        var invited = hall.Clock.GetUtcNow().UtcDateTime;
        hall.Clock.Advance(TimeSpan.FromHours(1));
        await ChaseAsync(Rosters.Foundry.Id);
        Assert.Equal((ReplyState.Sent, hall.View.Local(invited.AddHours(1))), ((await RowAsync(Rosters.Foundry)).State, (await RowAsync(Rosters.Foundry)).ChasedAt));
        Assert.Null((await hall.RowAsync()).ChasedAt);
        await ChaseAsync(Rosters.Foundry.Id, Rosters.University.Id);
        Assert.NotNull((await hall.RowAsync()).ChasedAt);
        using var db = Rosters.Database.CreateDbContext();
        Assert.Equal(invited, db.Replies().Single(r => r.UnitId == Rosters.University.Id).SentAt);
    }

    [Fact]
    public async Task After_the_deadline_who_was_never_asked_is_not_late_and_who_was_is()
    {
        Change(Rosters.Foundry, _ => { });
        hall.PassDeadline();
        Assert.Equal([ReplyState.NotSent, ReplyState.Overdue], (await hall.BoardAsync()).Rows.Select(row => row.State));
    }

    [Fact]
    public async Task The_home_counts_as_overdue_whom_the_list_shows_as_overdue()
    {
        var at = hall.Clock.GetUtcNow().UtcDateTime;
        Action<Reply>[] kinds = [r => r.OpenedAt = at, r => r.FilledAt = at, r => (r.SentAt, r.DeclinedAt) = (at, at), r => (r.SentAt, r.EndedAt) = (at, at), r => (r.SentAt, r.RepliedAt) = (at, at), _ => { }];
        foreach (var (kind, i) in kinds.Select((kind, i) => (kind, i))) Change(Rosters.AddUnit($"演示第{i}铸造"), kind);
        hall.PassDeadline();
        var matters = await new OpenMatters(Rosters.Database, new(Rosters.Database.Data, hall.Clock), new Shared.Privacy.RetentionBoard(Rosters.Database, hall.Clock), hall.Clock).ReadAsync(hall.View, Stop);
        Assert.Equal(4, (await hall.BoardAsync()).Count(ReplyState.Overdue));
        Assert.Equal(4, matters.Single(matter => matter.Matter == Matter.ReplyOverdue).Count);
    }

    [Fact]
    public async Task Seventy_four_units_are_paged_narrowed_by_state_and_liaison_and_summed()
    {
        Rosters.Database.Add(new StaffMember { MeetingId = MeetingId, Name = "李松", Nickname = "小松", Phone = "15400009001" });
        for (var i = 2; i < 74; i++)
        {
            var unit = Rosters.AddUnit($"演示第{i:00}铸造");
            if (i < 10) Change(unit, r => r.RepliedAt = r.MadeAt);
            if (i < 5) Rosters.Add($"王{(char)('一' + i)}", unit, a => a.Phone = i == 2 ? "15400001234" : null);
            if (i == 73) SetLiaison(unit);
        }
        Rosters.Add("李四", Rosters.Foundry, a => a.State = AttendeeState.Cancelled);
        var board = await hall.BoardAsync();
        Assert.Equal((74, 8, 3), (board.Rows.Count, board.Count(ReplyState.Replied), board.People));
        Assert.Equal(2, board.Lacks.Single(sum => sum.Point == OpenPoint.Phone).People);
        Assert.Equal([(0, null), (1, "小松")], board.Liaisons);
        Assert.Equal(("15400009001", 73), (Assert.Single(board.Of(null, 1)).LiaisonPhone, board.Of(null, ReplyBoard.NoLiaison).Count));
        Assert.Equal((8, 0, 65), (board.Of(ReplyState.Replied, 0).Count, board.Of(ReplyState.Replied, 1).Count, board.Of(ReplyState.NotSent, null).Count));
        var (first, last) = (ReplyBoard.Page(board.Rows, 1), ReplyBoard.Page(board.Rows, 99));
        Assert.Equal((50, 24, 2, 2), (first.Rows.Count(), last.Rows.Count(), last.Page, last.Pages));
        Assert.Equal(74, first.Rows.Concat(last.Rows).Select(row => row.UnitId).Distinct().Count());
    }

    void SetLiaison(Unit unit)
    {
        using var db = Rosters.Database.CreateDbContext();
        db.Units().Where(u => u.Id == unit.Id).ExecuteUpdate(set => set.SetProperty(u => u.LiaisonId, 1));
    }

    [Fact]
    public async Task A_unit_whose_people_came_by_a_survey_is_counted_as_replied_once_and_its_people_get_their_pages()
    {
        Assert.False(await Counter.RunAsync(MeetingId, Rosters.Foundry.Id, "小松", Stop));
        Rosters.Add("王刚", change: a => a.Source = AttendeeSource.Import);
        Assert.False(await Counter.RunAsync(MeetingId + 1, Rosters.Foundry.Id, "小松", Stop));
        Assert.True(await Counter.RunAsync(MeetingId, Rosters.Foundry.Id, "小松", Stop));
        var row = await RowAsync(Rosters.Foundry);
        Assert.Equal((ReplyState.Replied, false), (row.State, row.IsAwaited));
        Assert.Equal("王刚", Assert.Single(await new UnitLinks(Rosters.Database, hall.Key).ReadAsync(row.ReplyId!.Value, Stop)).Name);
        Assert.NotNull((await hall.Form.ReadAsync(row.ReplyId.Value, Stop))!.Proof);
        await Counter.RunAsync(MeetingId, Rosters.Foundry.Id, "大树", Stop);
        using var db = Rosters.Database.CreateDbContext();
        Assert.Equal("小松", Assert.Single(db.AuditEntries().Where(entry => entry.What == "reply-counted")).Who);
    }

    [Fact]
    public async Task A_unit_that_does_not_come_is_not_counted_as_replied()
    {
        Rosters.Add("王刚", Rosters.University);
        Change(Rosters.University, r => r.DeclinedAt = r.MadeAt);
        Assert.False(await Counter.RunAsync(MeetingId, Rosters.University.Id, "小松", Stop));
        Assert.Equal(ReplyState.Declined, (await hall.RowAsync()).State);
    }

    [Fact]
    public async Task The_links_that_are_shown_are_those_that_work_now()
    {
        var list = new ReplyLinkList(Rosters.Database, hall.Key);
        Assert.Equal(hall.Link, Assert.Single(await list.ReadAsync(MeetingId, Stop)).Value);
        var renewed = await new RenewReplyLink(Rosters.Database, hall.Key, hall.Audit, hall.Live).RunAsync(MeetingId, hall.Link.ReplyId, "小松", Stop);
        Assert.Equal(renewed, (await list.ReadAsync(MeetingId, Stop))[Rosters.University.Id]);
        await new EndReplyLink(Rosters.Database, hall.Audit, hall.Live).RunAsync(MeetingId, hall.Link.ReplyId, "小松", Stop);
        Assert.Empty(await list.ReadAsync(MeetingId, Stop));
    }

    [Fact]
    public async Task Portions_and_needs_of_the_units_that_come_are_gathered_without_a_name()
    {
        Change(Rosters.Foundry, r => (r.RepliedAt, r.HalalPortions, r.Need, r.ContactName) = (r.MadeAt, 2, "焊接工艺", "李娜"));
        Change(Rosters.University, r => (r.RepliedAt, r.DeclinedAt, r.VegetarianPortions) = (r.MadeAt, r.MadeAt, 5));
        Change(Rosters.AddUnit("演示第1铸造"), r => r.VegetarianPortions = 1);
        Assert.Equal(new(Rosters.Foundry.Id, "重型铸造", 2, 0, "焊接工艺", null, null), Assert.Single(await new UnitWishes(Rosters.Database).ReadAsync(MeetingId, Stop)));
    }

    [Fact]
    public async Task The_contacts_number_is_shown_and_the_trail_says_to_whom()
    {
        var reveal = new RevealContact(Rosters.Database, hall.Audit);
        Assert.Null(await reveal.RunAsync(MeetingId, hall.Link.ReplyId, "小松", Stop));
        Change(Rosters.University, r => r.ContactPhone = "15400009999");
        Assert.Null(await reveal.RunAsync(MeetingId + 1, hall.Link.ReplyId, "小松", Stop));
        Assert.Equal("15400009999", await reveal.RunAsync(MeetingId, hall.Link.ReplyId, "小松", Stop));
        using var db = Rosters.Database.CreateDbContext();
        Assert.Equal("小松", Assert.Single(db.AuditEntries().Where(entry => entry.What == "phone-revealed")).Who);
    }
}
