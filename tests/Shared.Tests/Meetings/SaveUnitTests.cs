using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Tests.Registration;

namespace Shared.Tests.Meetings;

public sealed class SaveUnitTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly AuditTrail audit;
    readonly SaveUnit save;

    public SaveUnitTests()
    {
        audit = new(rosters.Database, TimeProvider.System);
        save = new(rosters.Database, audit, new LiveUpdates());
    }

    public void Dispose() => rosters.Dispose();

    Task<SaveUnitResult> RunAsync(UnitEntry entry, int? meetingId = null) => save.RunAsync(meetingId ?? rosters.Meeting.Id, entry, "小松", TestContext.Current.CancellationToken);

    static string Problems(SaveUnitResult result) => string.Join(", ", result.Problems.Select(p => $"{p.Field} {p.Problem}"));

    [Fact]
    public async Task A_unit_is_added_with_its_aliases_and_changed()
    {
        var added = await RunAsync(new() { FullName = " 沈阳铸造研究所 ", ShortName = "沈铸所", Aliases = ["沈阳铸造所", "沈阳铸造所"], Kind = OrganisationKind.Institute, Rank = CouncilRank.Director });
        Assert.Equal("", Problems(added));
        var changed = await RunAsync(new() { Id = added.Id, FullName = "沈阳铸造研究所", Aliases = ["沈铸"], Kind = OrganisationKind.Institute, LeftOn = new(2026, 1, 1) });
        Assert.Equal("", Problems(changed));
        var roll = await RollAsync(new() { Typed = "沈铸" });
        Assert.Equal(("沈阳铸造研究所", false, "沈铸"), (roll.Rows.Single().Entry.FullName, roll.Rows.Single().IsMember, roll.Rows.Single().Entry.Aliases.Single()));
    }

    [Fact]
    public async Task One_name_never_means_two_units()
    {
        Assert.Equal("FullName NameTaken", Problems(await RunAsync(new() { FullName = "重型铸造" })));
        Assert.Equal("ShortName NameTaken, Aliases NameTaken", Problems(await RunAsync(new() { FullName = "哈尔滨理想工具厂", ShortName = "哈理工", Aliases = ["理工大"] })));
    }

    [Fact]
    public async Task Another_year_takes_up_the_same_organisation()
    {
        var next = new Meeting { Year = 2027, Name = "年会", FirstDay = new(2027, 11, 23), LastDay = new(2027, 11, 24) };
        rosters.Database.Add(next);
        Assert.Equal("", Problems(await RunAsync(new() { FullName = "哈尔滨理工大学", ShortName = "哈理工" }, next.Id)));
        await using var db = rosters.Database.CreateDbContext();
        Assert.Equal(2, await db.Organisations().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal("NoSuchUnit", (await RunAsync(new() { Id = rosters.Foundry.Id, FullName = "别的" }, next.Id)).Problems[0].Problem);
    }

    [Fact]
    public async Task A_unit_with_people_is_not_removed()
    {
        rosters.Add("张三", rosters.Foundry);
        var remove = new RemoveUnit(rosters.Database, audit, new LiveUpdates());
        Assert.Equal(RemoveUnitResult.HasPeople, await remove.RunAsync(rosters.Meeting.Id, rosters.Foundry.Id, "小松", TestContext.Current.CancellationToken));
        Assert.Equal(RemoveUnitResult.Removed, await remove.RunAsync(rosters.Meeting.Id, rosters.University.Id, "小松", TestContext.Current.CancellationToken));
        Assert.Equal(RemoveUnitResult.NoSuchUnit, await remove.RunAsync(rosters.Meeting.Id, rosters.University.Id, "小松", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_roll_counts_members_and_says_what_units_lack()
    {
        rosters.Add("张三", rosters.Foundry);
        await RunAsync(new() { FullName = "省科技部门", Kind = OrganisationKind.Government });
        var roll = await RollAsync(new() { Lack = UnitLack.People });
        Assert.Equal((2, "哈尔滨理工大学"), (roll.Members, roll.Rows.Single().Entry.FullName));
        Assert.Equal("省科技部门", (await RollAsync(new() { Standing = UnitStanding.Guest })).Rows.Single().Entry.FullName);
        Assert.Equal(3, (await RollAsync(new() { Lack = UnitLack.Liaison })).Total);
        Assert.Equal("重型铸造有限责任公司", (await RollAsync(new() { Typed = "zxzz" })).Rows.Single().Entry.FullName);
    }

    [Fact]
    public async Task A_member_of_the_staff_is_saved_and_counted_with_its_units()
    {
        var staff = new SaveStaffMember(rosters.Database, audit);
        var saved = await staff.RunAsync(rosters.Meeting.Id, new() { Name = "权 晓飞", Nickname = "晓飞", Phone = "0452-2791234" }, "小松", TestContext.Current.CancellationToken);
        await RunAsync(new() { Id = rosters.Foundry.Id, FullName = "重型铸造有限责任公司", ShortName = "重型铸造", Rank = CouncilRank.Member, LiaisonId = saved.Id });
        var row = (await new StaffList(rosters.Database).ReadAsync(rosters.Meeting.Id, TestContext.Current.CancellationToken)).Single();
        Assert.Equal(("权晓飞", "0452-2791234", 1), (row.Entry.Name, row.Entry.Phone, row.Units));
        var refused = await staff.RunAsync(rosters.Meeting.Id, new() { Phone = "12" }, "小松", TestContext.Current.CancellationToken);
        Assert.Equal(["Name Missing", "Phone NotAPhone"], refused.Problems.Select(p => $"{p.Field} {p.Problem}"));
    }

    async Task<UnitPage> RollAsync(UnitFilter filter)
    {
        var meeting = await new MeetingCalendar(rosters.Database).ReadAsync(2026, TestContext.Current.CancellationToken);
        return await new UnitRoll(rosters.Database).ReadAsync(meeting!, filter, 1, TestContext.Current.CancellationToken);
    }
}
