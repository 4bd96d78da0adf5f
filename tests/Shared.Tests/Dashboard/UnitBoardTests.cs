using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Meetings;
using Shared.Registration;
using Shared.Tests.CheckIn;

namespace Shared.Tests.Dashboard;

public sealed class UnitBoardTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_member_unit_is_in_one_state_and_those_nobody_came_from_stand_first()
    {
        using var morning = new Morning();
        var (all, some, none, nobody, guest) = (morning.AddUnit(), morning.AddUnit(), morning.AddUnit(), morning.AddUnit(), morning.AddUnit(rank: null));
        morning.Arrive(morning.AddPerson(all));
        morning.AddPerson(all, AttendeeState.OnLeave);
        morning.Arrive(morning.AddPerson(some));
        morning.AddPerson(some);
        morning.AddPerson(none);
        morning.AddPerson(nobody, AttendeeState.OnLeave);
        morning.Arrive(morning.AddPerson(guest));
        var board = new UnitBoard(morning.Database, new CheckpointStatus(morning.Database, morning.Clock));
        var page = await board.ReadAsync(morning.Meeting.Id, morning.ReportIn.Id, null, stop: Stop);
        Assert.Equal([(none.Id, UnitState.None), (some.Id, UnitState.Some), (all.Id, UnitState.All), (nobody.Id, UnitState.Nobody)], page!.Rows.Select(r => (r.Unit.Id, r.State)));
        Assert.Equal(none.Id, Assert.Single((await board.ReadAsync(morning.Meeting.Id, morning.ReportIn.Id, UnitState.None, stop: Stop))!.Rows).Unit.Id);
        Assert.Null(await board.ReadAsync(morning.Meeting.Id, 999, null, stop: Stop));
    }

    [Fact]
    public async Task A_unit_brings_its_liaisons_nickname_and_phone()
    {
        using var morning = new Morning();
        var liaison = morning.Add(new StaffMember { MeetingId = morning.Meeting.Id, Name = "刘松", Nickname = "小松", Phone = "15400000001" });
        var body = morning.Add(new Organisation { FullName = $"演示研究院{morning.Meeting.Year}", Kind = OrganisationKind.Institute });
        morning.Add(new Unit { MeetingId = morning.Meeting.Id, OrganisationId = body.Id, CouncilRank = CouncilRank.Chair, LiaisonId = liaison.Id });
        var board = new UnitBoard(morning.Database, new CheckpointStatus(morning.Database, morning.Clock));
        var row = Assert.Single((await board.ReadAsync(morning.Meeting.Id, morning.ReportIn.Id, null, stop: Stop))!.Rows);
        Assert.Equal(("小松", "15400000001"), (row.Liaison, row.LiaisonPhone));
    }
}
