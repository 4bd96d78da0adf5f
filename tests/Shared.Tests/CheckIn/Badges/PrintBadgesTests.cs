using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn.Badges;

public sealed class PrintBadgesTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly BadgeDesk desk = new();

    public void Dispose() => desk.Dispose();

    Task<PrintBadgesResult> PrintAsync(string? reason = null, params Attendee[] who) =>
        desk.Print.RunAsync(desk.View, new BadgeOrder(new BadgeChoice([.. who.Select(a => a.Id)], []), "小松", reason), Stop);

    async Task<int> PrintedAsync(params Attendee[] who) => Assert.IsType<PrintBadgesResult.Recorded>(await PrintAsync(null, who)).PrintoutId;

    Task<BadgeListView> ListAsync(BadgeFilter? filter = null) => desk.List.ReadAsync(desk.View, filter ?? new(), Stop);

    void Change(Action<global::Shared.Data.EventDb> change)
    {
        using var db = desk.Printed.Database.CreateDbContext();
        change(db);
        db.SaveChanges();
    }

    [Fact]
    public async Task A_print_issues_what_is_missing_and_shows_the_code_of_each_badge()
    {
        var (one, other) = (desk.Printed.Register("王刚", 1), desk.Printed.Register("李娜", 2));
        var sheet = await desk.Sheet.ReadAsync(desk.View, await PrintedAsync(other, one), Stop);
        Assert.Equal(["王刚", "李娜"], sheet!.Badges.Select(b => b.Face.Name));
        Assert.Equal(desk.All().Select(b => desk.Key.Code(b.Secret)), sheet.Badges.Select(b => b.Code));
        Assert.Equal((1, 0, "小松"), (sheet.Print.Version, sheet.Outdated, sheet.Print.By));
    }

    [Fact]
    public async Task A_second_copy_needs_a_reason()
    {
        var (one, other) = (desk.Printed.Register("王刚", 1), desk.Printed.Register("李娜", 2));
        await PrintedAsync(one);
        Assert.Equal(1, Assert.IsType<PrintBadgesResult.ReasonMissing>(await PrintAsync(" ", one, other)).Already);
        var again = Assert.IsType<PrintBadgesResult.Recorded>(await PrintAsync("卡纸", one, other));
        Assert.Equal("卡纸", (await desk.Sheet.ReadAsync(desk.View, again.PrintoutId, Stop))!.Print.Reason);
    }

    [Fact]
    public async Task A_badge_that_changed_since_is_found_and_printed_without_a_reason()
    {
        var one = desk.Printed.Register("王刚", 1);
        desk.Printed.Register("李娜", 2);
        await PrintedAsync(one);
        Change(db => db.Attendees().Single(a => a.Id == one.Id).Post = "总工程师");
        var changed = await ListAsync(new BadgeFilter(BadgeShow.Changed));
        Assert.Equal("王刚", Assert.Single(changed.Rows).Face.Name);
        Assert.Equal((2, 1, 1, 0), (changed.Counts[BadgeShow.All], changed.Counts[BadgeShow.Unprinted], changed.Counts[BadgeShow.Changed], changed.Counts[BadgeShow.Printed]));
        await PrintedAsync(one);
        Assert.Equal(1, (await ListAsync()).Counts[BadgeShow.Printed]);
    }

    [Fact]
    public async Task A_new_liaison_or_agenda_makes_the_back_of_the_badge_stale()
    {
        var one = desk.Printed.Register("王刚", 1);
        await PrintedAsync(one);
        desk.Printed.Database.Add(new Checkpoint { MeetingId = desk.View.Id, Name = "开幕", Kind = CheckpointKind.Session, OpensAt = PrintedMeeting.Morning, ClosesAt = PrintedMeeting.Morning });
        Assert.Equal(1, (await ListAsync()).Counts[BadgeShow.Changed]);
        await PrintedAsync(one);
        var liaison = new StaffMember { MeetingId = desk.View.Id, Name = "演示松", Nickname = "小松", Phone = "15400000001" };
        desk.Printed.Database.Add(liaison);
        Change(db => db.Units().Single().LiaisonId = liaison.Id);
        Assert.Equal("小松", Assert.Single((await ListAsync(new BadgeFilter(BadgeShow.Changed))).Rows).Face.Liaison);
    }

    [Fact]
    public async Task A_sheet_opened_after_a_change_leaves_out_what_it_no_longer_says()
    {
        var (one, other) = (desk.Printed.Register("王刚", 1), desk.Printed.Register("李娜", 2));
        var print = await PrintedAsync(one, other);
        Change(db => db.Attendees().Single(a => a.Id == one.Id).Name = "王钢");
        var sheet = await desk.Sheet.ReadAsync(desk.View, print, Stop);
        Assert.Equal(("李娜", 1), (Assert.Single(sheet!.Badges).Face.Name, sheet.Outdated));
    }

    [Fact]
    public async Task A_reissued_badge_counts_as_not_printed()
    {
        var one = desk.Printed.Register("王刚", 1);
        await PrintedAsync(one);
        await desk.Reissue.RunAsync(desk.View.Id, one.Id, "遗失", "小松", Stop);
        Assert.Equal(1, (await ListAsync()).Counts[BadgeShow.Unprinted]);
    }

    [Fact]
    public async Task Spares_are_printed_by_their_number()
    {
        var spares = await desk.Spares.RunAsync(desk.View.Id, 3, "小松", Stop);
        var printed = Assert.IsType<PrintBadgesResult.Recorded>(await desk.Print.RunAsync(desk.View, new BadgeOrder(new BadgeChoice([], spares), "小松"), Stop));
        Assert.Equal(["S001", "S002", "S003"], (await desk.Sheet.ReadAsync(desk.View, printed.PrintoutId, Stop))!.Badges.Select(b => b.Face.Number));
        Assert.Equal(3, (await ListAsync(new BadgeFilter(BadgeShow.Spares))).Total);
    }

    [Fact]
    public async Task The_file_for_a_print_shop_counts_as_printed()
    {
        var one = desk.Printed.Register("王刚", 1);
        Assert.IsType<PrintBadgesResult.Recorded>(await desk.Print.RunAsync(desk.View, new BadgeOrder(new BadgeChoice([one.Id], []), "小松", ForPrintShop: true), Stop));
        Assert.IsType<PrintBadgesResult.ReasonMissing>(await PrintAsync(null, one));
    }

    [Fact]
    public async Task The_list_narrows_by_category_unit_name_and_number()
    {
        var other = desk.Printed.NewUnit("演示第02铸造有限公司");
        desk.Printed.Register("王刚", 1, AttendeeCategory.Guest);
        var inOther = desk.Printed.Register("李娜", 2, change: a => a.UnitId = other.Id);
        await desk.Issue.RunAsync(desk.View.Id, stop: Stop);
        async Task<string?> OnlyAsync(BadgeFilter filter) => Assert.Single((await ListAsync(filter)).Rows).Face.Name;
        Assert.Equal("王刚", await OnlyAsync(new BadgeFilter(Category: AttendeeCategory.Guest)));
        Assert.Equal("李娜", await OnlyAsync(new BadgeFilter(UnitId: other.Id)));
        Assert.Equal("李娜", await OnlyAsync(new BadgeFilter(Text: " b001 ")));
        Assert.Equal([inOther.Id], (await ListAsync(new BadgeFilter(UnitId: other.Id))).Chosen.AttendeeIds);
    }

    [Fact]
    public async Task Another_meeting_sees_neither_the_people_nor_the_print()
    {
        var one = desk.Printed.Register("王刚", 1);
        var print = await PrintedAsync(one);
        var elsewhere = desk.View with { Id = desk.View.Id + 1 };
        Assert.Null(await desk.Sheet.ReadAsync(elsewhere, print, Stop));
        Assert.IsType<PrintBadgesResult.NobodyToPrint>(await desk.Print.RunAsync(elsewhere, new BadgeOrder(new BadgeChoice([one.Id], []), "小松"), Stop));
    }
}
