using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Live;
using Shared.Registration;

namespace Shared.Tests.Registration;

public sealed class ChangeAttendeeStateTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly ChangeAttendeeState change;
    readonly int person;

    public ChangeAttendeeStateTests()
    {
        var live = new LiveUpdates();
        change = new(rosters.Database, new AuditTrail(rosters.Database, TimeProvider.System), live, new ArrivalCheck());
        person = rosters.Add("王刚").Id;
    }

    public void Dispose() => rosters.Dispose();

    Task<ChangeStateResult> RunAsync(StateChange wanted, string? reason = "临时有会", bool evenIfArrived = false) =>
        change.RunAsync(rosters.Meeting.Id, person, wanted, reason, "小松", evenIfArrived, TestContext.Current.CancellationToken);

    Attendee Stored()
    {
        using var db = rosters.Database.CreateDbContext();
        return db.Attendees().Single(a => a.Id == person);
    }

    void Arrive()
    {
        var checkpoint = new Checkpoint { MeetingId = rosters.Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn };
        rosters.Database.Add(checkpoint);
        rosters.Database.Add(new Presence { CheckpointId = checkpoint.Id, AttendeeId = person, Inside = true });
    }

    [Theory]
    [InlineData(StateChange.Cancel, AttendeeState.Cancelled), InlineData(StateChange.GrantLeave, AttendeeState.OnLeave), InlineData(StateChange.NoteAbsence, AttendeeState.Confirmed)]
    public async Task A_change_keeps_its_reason_and_can_be_taken_back(StateChange wanted, AttendeeState state)
    {
        Assert.Equal(ChangeStateResult.Changed, await RunAsync(wanted));
        Assert.Equal((state, "临时有会", 1), (Stored().State, Stored().StateReason, Stored().Version));
        Assert.Equal(ChangeStateResult.Changed, await RunAsync(StateChange.Reinstate, null));
        Assert.Equal((AttendeeState.Confirmed, null), (Stored().State, Stored().StateReason));
    }

    [Fact]
    public async Task A_cancellation_needs_a_reason()
    {
        Assert.Equal(ChangeStateResult.ReasonMissing, await RunAsync(StateChange.Cancel, " "));
        Assert.Equal(ChangeStateResult.ReasonTooLong, await RunAsync(StateChange.Cancel, new string('长', 201)));
        Assert.Equal(AttendeeState.Confirmed, Stored().State);
    }

    [Fact]
    public async Task Cancelling_someone_who_arrived_asks_first_and_keeps_the_arrival()
    {
        Arrive();
        Assert.Equal(ChangeStateResult.AsksFirst, await RunAsync(StateChange.Cancel));
        Assert.Equal(AttendeeState.Confirmed, Stored().State);
        Assert.Equal(ChangeStateResult.Changed, await RunAsync(StateChange.Cancel, evenIfArrived: true));
        await using var db = rosters.Database.CreateDbContext();
        Assert.True(await db.Presences().AnyAsync(p => p.AttendeeId == person, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_was_replaced_stays_so_while_the_substitute_comes()
    {
        rosters.Database.Add(new Attendee { MeetingId = rosters.Meeting.Id, UnitId = rosters.Foundry.Id, Name = "李娜", SubstitutesForId = person });
        await RunAsync(StateChange.Cancel);
        Assert.Equal(ChangeStateResult.HasSubstitute, await RunAsync(StateChange.Reinstate, null));
    }

    [Fact]
    public async Task What_is_so_already_is_not_done_again()
    {
        await RunAsync(StateChange.Cancel);
        Assert.Equal(ChangeStateResult.NothingToDo, await RunAsync(StateChange.Cancel, "又一次"));
        Assert.Equal("临时有会", Stored().StateReason);
    }

    [Fact]
    public async Task A_revealed_phone_is_logged_with_its_purpose()
    {
        var known = rosters.Add("李娜", change: a => a.Phone = "15400001234").Id;
        var reveal = new RevealPhone(rosters.Database, new AuditTrail(rosters.Database, TimeProvider.System));
        var phones = await reveal.RunAsync(rosters.Meeting.Id, known, "小松", "call", TestContext.Current.CancellationToken);
        Assert.Equal("15400001234", phones!.Phone);
        await using var db = rosters.Database.CreateDbContext();
        var entry = await db.AuditEntries().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("小松", "phone-revealed", $"attendee:{known}"), (entry.Who, entry.What, entry.SubjectId));
        Assert.Equal("call", (await db.Set<AuditDetail>().SingleAsync(TestContext.Current.CancellationToken)).Details);
        Assert.Null(await reveal.RunAsync(rosters.Meeting.Id + 1, known, "小松", "call", TestContext.Current.CancellationToken));
    }
}
