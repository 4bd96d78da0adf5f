using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Registration.Replies.Files;

namespace Shared.Tests.Registration.Replies.Files;

public sealed class TakingFilesTests : IDisposable
{
    const string Gang = "王刚|院长|15400001234|本地|否";

    readonly FileHall files = new();
    ReplyHall Hall => files.Hall;

    async Task<FileReply> ReadAsync(params string[] rows) => await files.ReadOneAsync(await files.FilledAsync(FileHall.Must, rows));

    async Task<TakenFile> TakeAsync(params string[] rows) => Assert.Single(await files.TakeAsync(await ReadAsync(rows)));

    [Fact]
    public async Task A_file_that_says_all_is_in_the_list_and_the_unit_has_replied()
    {
        Assert.Equal(TakenAs.Sent, (await TakeAsync(Gang, "李娜|总工|15400005678|本地|是")).As);
        Assert.Equal(["王刚 15400001234", "李娜 15400005678"], Hall.People().Select(p => $"{p.Name} {p.Phone}"));
        Assert.Equal(ReplyState.Replied, (await Hall.RowAsync()).State);
        var kept = Assert.Single(files.Kept());
        Assert.Equal(("回执.xlsx", FileHall.Organiser, true), (kept.Name, kept.TakenBy, kept.IsSent));
        using var db = Hall.Rosters.Database.CreateDbContext();
        Assert.Contains(db.AuditEntries(), entry => entry.What == "reply-file-taken" && entry.Who == FileHall.Organiser);
    }

    [Fact]
    public async Task A_file_that_lacks_something_stays_in_the_form_and_what_is_lacking_is_known_beforehand()
    {
        var read = await ReadAsync("王刚||15400001234|本地|否");
        Assert.Equal(["王刚 post Missing"], read.Lacks.Select(lack => $"{lack.Name} {lack.Field} {lack.Problem}"));
        var taken = Assert.Single(await files.TakeAsync(read));
        Assert.Equal((TakenAs.Kept, 1), (taken.As, taken.Lacks.Count));
        Assert.Empty(Hall.People());
        Assert.Equal("王刚", (await Hall.ViewAsync()).People[0].Answers[ReplyFields.Name]);
        Assert.False(Assert.Single(files.Kept()).IsSent);
    }

    [Fact]
    public async Task People_are_changed_by_name_nobody_is_removed_by_being_left_out_and_empty_cells_change_nothing()
    {
        await TakeAsync(Gang, "李娜|总工|15400005678|本地|是");
        var read = await ReadAsync("王刚|校长||火车|");
        Assert.Equal("王刚.post: 院长 > 校长\n王刚.arrivalMode: local > train", FileHall.Changes(read));
        Assert.Equal(("李娜", 2), (Assert.Single(read.NotNamed), read.Emptied));
        Assert.Equal("SecondFile", FileHall.Reasons(read));
        await files.TakeAsync(read);
        Assert.Equal(["王刚 校长 Confirmed", "李娜 总工 Confirmed"], Hall.People().Select(p => $"{p.Name} {p.Post} {p.State}"));
    }

    [Fact]
    public async Task People_in_the_file_of_a_unit_that_declined_are_a_question_and_come_with_it_once_it_is_answered()
    {
        await Hall.TypeAsync("", ReplyFields.Declined, ReplyFields.Yes);
        await Hall.TypeAsync("", ReplyFields.DeclineReason, "与校庆冲突");
        await Hall.SendAsync();
        var file = new ReturnedFile("回执.xlsx", await files.FilledAsync(FileHall.Must, Gang));
        Assert.Contains("StillDeclined", FileHall.Reasons(await files.ReadOneAsync(file)));
        var comes = await files.ReadOneAsync(file with { Comes = true });
        Assert.DoesNotContain("StillDeclined", FileHall.Reasons(comes));
        Assert.Equal(TakenAs.Sent, Assert.Single(await files.TakeAsync(comes)).As);
        Assert.Equal(("王刚", AttendeeState.Confirmed), (Assert.Single(Hall.People()).Name, Hall.People()[0].State));
        Assert.Equal(ReplyState.Replied, (await Hall.RowAsync()).State);
    }

    [Fact]
    public async Task Who_is_said_not_to_come_is_cancelled()
    {
        await TakeAsync(Gang, "李娜|总工|15400005678|本地|是");
        await files.TakeAsync(await files.ReadOneAsync(await files.FilledAsync("姓名|不来了", "李娜|是")));
        Assert.Equal(["王刚 Confirmed", "李娜 Cancelled"], Hall.People().Select(p => $"{p.Name} {p.State}"));
    }

    [Fact]
    public async Task The_same_file_again_is_unchanged_even_after_a_colleague_changed_the_list()
    {
        var file = await files.FilledAsync(FileHall.Must, Gang);
        await files.TakeAsync(await files.ReadOneAsync(file));
        using (var db = Hall.Rosters.Database.CreateDbContext())
            await db.Attendees().Where(a => a.UnitId == Hall.Rosters.University.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Post, "校长"), TestContext.Current.CancellationToken);
        var again = await files.ReadOneAsync(file, "副本.xlsx");
        Assert.Equal((FileReplyState.Unchanged, "TakenBefore"), (again.State, FileHall.Reasons(again)));
        Assert.Empty(await files.TakeAsync(again));
        Assert.Equal("校长", Assert.Single(Hall.People()).Post);
    }

    [Fact]
    public async Task A_second_file_of_the_unit_shows_what_it_changes_and_is_not_taken_unasked()
    {
        await TakeAsync(Gang);
        var second = await ReadAsync("王刚|校长|15400001234|本地|否");
        Assert.Equal((FileReplyState.Look, "SecondFile", "王刚.post: 院长 > 校长"), (second.State, FileHall.Reasons(second), FileHall.Changes(second)));
        Assert.Equal(TakenAs.Sent, Assert.Single(await files.TakeAsync(second)).As);
        Assert.Equal(2, files.Kept().Count);
    }

    [Fact]
    public async Task Two_files_of_one_unit_in_a_drop_are_shown_against_each_other_and_a_copy_is_no_second()
    {
        var (one, two) = (await files.FilledAsync(FileHall.Must, Gang), await files.FilledAsync(FileHall.Must, "王刚|校长|15400001234|本地|否"));
        var read = await files.ReadAsync(new("甲.xlsx", one), new("乙.xlsx", two), new("甲 (1).xlsx", one));
        Assert.Equal(["TwoInDrop", "TwoInDrop", "SameInDrop"], read.Select(FileHall.Reasons));
        Assert.Equal(["院长 > 校长"], read[1].AgainstOther.Select(change => $"{change.Before} > {change.After}"));
        Assert.Equal(["校长 > 院长"], read[0].AgainstOther.Select(change => $"{change.Before} > {change.After}"));
    }

    [Fact]
    public async Task What_a_colleague_typed_since_the_file_was_looked_at_is_not_overwritten()
    {
        await TakeAsync(Gang);
        var read = await ReadAsync("王刚|校长|15400001234|火车|否");
        await Hall.TypeAsync((await Hall.ViewAsync()).People[0].Key, ReplyFields.Post, "书记", "院长");
        var taken = Assert.Single(await files.TakeAsync(read));
        Assert.Equal((TakenAs.Kept, "书记 > 校长"), (taken.As, string.Join(' ', taken.NotTaken.Select(change => $"{change.Before} > {change.After}"))));
        Assert.Equal("院长", Assert.Single(Hall.People()).Post);
        Assert.Equal("书记", (await Hall.ViewAsync()).People[0].Answers[ReplyFields.Post]);
    }

    [Fact]
    public async Task A_file_of_which_something_was_not_taken_shows_what_is_left_when_it_is_dropped_again()
    {
        await TakeAsync(Gang);
        var file = await files.FilledAsync(FileHall.Must, "王刚|校长|15400001234|火车|否");
        var read = await files.ReadOneAsync(file);
        await Hall.TypeAsync((await Hall.ViewAsync()).People[0].Key, ReplyFields.Post, "书记", "院长");
        await files.TakeAsync(read);
        var again = await files.ReadOneAsync(file);
        Assert.Equal((FileReplyState.Look, "Overwrites SecondFile", "王刚.post: 书记 > 校长"), (again.State, FileHall.Reasons(again), FileHall.Changes(again)));
        Assert.Equal(TakenAs.Sent, Assert.Single(await files.TakeAsync(again)).As);
        Assert.Equal("校长", Assert.Single(Hall.People()).Post);
    }

    [Fact]
    public async Task A_file_beside_answers_that_nobody_sent_is_looked_at_first()
    {
        await Hall.TypeAsync("", ReplyFields.Need, "焊接工艺");
        await Hall.TypeAsync("", ReplyFields.ContactName, "王刚");
        var read = await ReadAsync(Gang);
        Assert.Equal((FileReplyState.Look, "Beside Overwrites", "1 1"), (read.State, FileHall.Reasons(read), string.Join(' ', read.Remarks.Select(remark => remark.Args[0]))));
        await files.TakeAsync(read);
        using var db = Hall.Rosters.Database.CreateDbContext();
        Assert.Equal(("焊接工艺", "李娜"), (db.Replies().Single().Need, db.Replies().Single().ContactName));
    }

    [Fact]
    public async Task A_file_beside_changes_that_wait_for_the_organiser_is_looked_at_first()
    {
        await TakeAsync(Gang);
        Hall.PassDeadline();
        await Hall.TypeAsync((await Hall.ViewAsync()).People[0].Key, ReplyFields.Remark, "晚到");
        Assert.IsType<SendReplyResult.Asked>(await Hall.SendAsync());
        var read = await ReadAsync("王刚|校长|15400001234|本地|否");
        Assert.Equal((FileReplyState.Look, "Beside SecondFile"), (read.State, FileHall.Reasons(read)));
    }

    [Fact]
    public async Task Another_name_beside_a_known_number_is_a_new_person_until_somebody_says_otherwise()
    {
        await TakeAsync(Gang);
        var file = new ReturnedFile("回执.xlsx", await files.FilledAsync(FileHall.Must, "王钢|院长|15400001234|本地|否"));
        var read = await files.ReadOneAsync(file);
        Assert.Equal((FileReplyState.Look, "PhoneOfKnown SecondFile"), (read.State, FileHall.Reasons(read)));
        Assert.Equal(new("王钢", "院长", "15400001234", "王刚", Hall.People()[0].Id), Assert.Single(read.Bearers));
        await files.TakeAsync(await files.ReadOneAsync(file with { Rename = true }));
        Assert.Equal("王钢", Assert.Single(Hall.People()).Name);
    }

    [Fact]
    public async Task A_unit_that_does_not_come_says_so_in_its_file()
    {
        var file = new Data.Sheets.TestXlsx().Sheet("单位").Row("单位", "哈理工").Row("本单位不参加", "是").Row("不参加的原因", "出差").ToArray();
        Assert.Equal(TakenAs.Declined, Assert.Single(await files.TakeAsync(await files.ReadOneAsync(file))).As);
        Assert.Equal("出差", (await Hall.RowAsync()).DeclineReason);
    }

    [Fact]
    public async Task After_the_deadline_the_organiser_still_takes_files_into_the_list()
    {
        Hall.PassDeadline();
        Assert.Equal(TakenAs.Sent, (await TakeAsync(Gang)).As);
    }

    [Fact]
    public async Task A_file_of_another_meeting_is_not_taken_by_naming_it_here()
    {
        var read = await ReadAsync(Gang);
        Assert.Empty(await new TakeReplyFiles(Hall.Rosters.Database, new(Hall.Rosters.Database, Hall.Live, Hall.Clock), Hall.Sender, Hall.Audit)
            .RunAsync(Hall.View with { Id = Hall.View.Id + 1 }, [read], FileHall.Organiser, stop: TestContext.Current.CancellationToken));
    }

    public void Dispose() => files.Dispose();
}
