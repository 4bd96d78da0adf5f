using Microsoft.EntityFrameworkCore;
using Shared.Meetings;
using Shared.Tests.CheckIn;

namespace Shared.Tests.Meetings;

public sealed class PrintoutTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly PrintedMeeting meeting = new();

    public void Dispose() => meeting.Dispose();

    static ShownItem Item(long id, string shown) => new("person", id, Fingerprint.Of(shown));

    Task<int> PrintAsync(string kind, params ShownItem[] items) => meeting.Record.RunAsync(new PrintOrder(meeting.Meeting.Id, kind, "小松"), items, Stop);

    Task<IReadOnlyDictionary<(string Subject, long Id), LastPrint>> LastAsync(params ShownItem[] now) =>
        new StalePrints(meeting.Database).ReadAsync(meeting.Meeting.Id, ["list"], now, Stop);

    [Fact]
    public async Task A_print_of_what_still_stands_is_not_stale_and_one_of_what_changed_is()
    {
        await PrintAsync("list", Item(1, "王刚"), Item(2, "李娜"));
        var last = await LastAsync(Item(1, "王刚"), Item(2, "李娜(改)"), Item(3, "赵云峰"));
        Assert.False(last[("person", 1)].Stale);
        Assert.True(last[("person", 2)].Stale);
        Assert.False(last.ContainsKey(("person", 3)));
    }

    [Fact]
    public async Task The_last_print_of_a_subject_decides()
    {
        await PrintAsync("list", Item(1, "王刚"));
        await PrintAsync("list", Item(1, "王钢"));
        await PrintAsync("other", Item(1, "王刚"));
        Assert.False((await LastAsync(Item(1, "王钢")))[("person", 1)].Stale);
        Assert.True((await LastAsync(Item(1, "王刚")))[("person", 1)].Stale);
    }

    [Fact]
    public async Task Prints_of_another_meeting_are_not_ours()
    {
        await PrintAsync("list", Item(1, "王刚"));
        Assert.Empty(await new StalePrints(meeting.Database).ReadAsync(meeting.Meeting.Id + 1, ["list"], [Item(1, "王刚")], Stop));
        Assert.Null(await new PrintoutLog(meeting.Database).ReadAsync(meeting.Meeting.Id + 1, 1, ["list"], Stop));
    }

    [Fact]
    public async Task Versions_count_the_prints_about_the_same_thing()
    {
        foreach (var about in (long?[])[7, 7, 8, null])
            await meeting.Record.RunAsync(new PrintOrder(meeting.Meeting.Id, "sheet", "小松", AboutId: about), [Item(1, "王刚")], Stop);
        var log = await new PrintoutLog(meeting.Database).ReadAsync(meeting.Meeting.Id, ["sheet"], Stop);
        Assert.Equal([(4, null, 1), (3, 8, 1), (2, 7, 2), (1, 7, 1)], log.Select(p => (p.Id, p.AboutId, p.Version)));
    }

    [Fact]
    public async Task A_print_keeps_the_order_of_its_items_and_leaves_an_audit_row()
    {
        var id = await PrintAsync("list", Item(9, "甲"), Item(2, "乙"), Item(5, "丙"));
        var read = await new PrintoutLog(meeting.Database).ReadAsync(meeting.Meeting.Id, id, ["list"], Stop);
        Assert.Equal([9L, 2, 5], read!.Value.Items.Select(i => i.SubjectId));
        using var db = meeting.Database.CreateDbContext();
        Assert.Equal(("小松", "print", $"print:{id}"), await db.Set<Shared.Access.AuditEntry>().Select(e => new ValueTuple<string, string, string?>(e.Who, e.What, e.SubjectId)).SingleAsync(Stop));
    }

    [Fact]
    public void Parts_of_a_fingerprint_do_not_run_together()
    {
        Assert.NotEqual(Fingerprint.Of("ab", "c"), Fingerprint.Of("a", "bc"));
        Assert.NotEqual(Fingerprint.Of("a", null), Fingerprint.Of("a", ""));
        Assert.Equal(Fingerprint.Of("a", "b"), Fingerprint.Of("a", "b"));
    }
}
