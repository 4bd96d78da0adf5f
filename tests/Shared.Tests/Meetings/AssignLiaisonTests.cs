using Shared.Access;
using Shared.Live;
using Shared.Meetings;
using Shared.Tests.Registration;

namespace Shared.Tests.Meetings;

public sealed class AssignLiaisonTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly StaffMember liaison;

    public AssignLiaisonTests() => rosters.Database.Add(liaison = new StaffMember { MeetingId = rosters.Meeting.Id, Name = "宋小松" });

    public void Dispose() => rosters.Dispose();

    Task<AssignLiaisonResult> RunAsync(int? staff, params int[] units) => new AssignLiaison(rosters.Database, new AuditTrail(rosters.Database, TimeProvider.System), new LiveUpdates())
        .RunAsync(rosters.Meeting.Id, units, staff, "小松", TestContext.Current.CancellationToken);

    [Fact]
    public async Task Several_units_get_one_liaison_at_once_and_lose_it_again()
    {
        Assert.Equal(new AssignLiaisonResult.Assigned(1, 1), await RunAsync(liaison.Id, rosters.Foundry.Id));
        Assert.Equal(new AssignLiaisonResult.Assigned(1, 2), await RunAsync(liaison.Id, rosters.University.Id));
        Assert.Equal(new AssignLiaisonResult.Assigned(2, 0), await RunAsync(null, rosters.Foundry.Id, rosters.University.Id));
    }

    [Fact]
    public async Task Neither_another_meetings_units_nor_its_staff_are_touched()
    {
        var other = new Meeting { Year = 2027, Name = "明年", FirstDay = new(2027, 11, 23), LastDay = new(2027, 11, 24) };
        rosters.Database.Add(other);
        var theirs = new Unit { MeetingId = other.Id, OrganisationId = rosters.Foundry.OrganisationId };
        var stranger = new StaffMember { MeetingId = other.Id, Name = "外人" };
        rosters.Database.Add(theirs, stranger);
        Assert.Equal(new AssignLiaisonResult.Assigned(0, 0), await RunAsync(liaison.Id, theirs.Id));
        Assert.IsType<AssignLiaisonResult.UnknownStaff>(await RunAsync(stranger.Id, rosters.Foundry.Id));
    }
}
