using Shared.Access;
using Shared.CheckIn;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn;

public sealed class CheckpointPlanTests : IDisposable
{
    readonly Rosters rosters = new();

    public void Dispose() => rosters.Dispose();

    async Task<IReadOnlyList<string>> ProposedAsync()
    {
        var meeting = await new MeetingCalendar(rosters.Database).ReadAsync(2026, TestContext.Current.CancellationToken);
        var proposed = await new ProposedCheckpoints(rosters.Database).ReadAsync(meeting!, TestContext.Current.CancellationToken);
        return [.. proposed.Select(p => $"{p.Kind} {meeting!.Local(p.OpensAt):M-d HH:mm}–{meeting.Local(p.ClosesAt):M-d HH:mm}")];
    }

    [Fact]
    public async Task A_new_meeting_is_proposed_what_its_days_need() => Assert.Equal(
        ["ReportIn 11-22 09:00–11-24 18:00", "Session 11-23 08:00–11-23 12:00", "Session 11-23 13:00–11-23 17:30", "Session 11-24 08:00–11-24 12:00", "Session 11-24 13:00–11-24 17:30", "Meal 11-23 11:30–11-24 13:30"],
        await ProposedAsync());

    [Fact]
    public async Task What_is_there_is_not_proposed_again_but_what_was_retired_is()
    {
        Add("报到", CheckpointKind.ReportIn, 0, 48);
        Add("开幕", CheckpointKind.Session, 24, 28);
        Add("午餐", CheckpointKind.Meal, 24, 28, retired: true);
        Assert.Equal(["Session 11-23 13:00–11-23 17:30", "Session 11-24 08:00–11-24 12:00", "Session 11-24 13:00–11-24 17:30", "Meal 11-23 11:30–11-24 13:30"], await ProposedAsync());
    }

    [Fact]
    public async Task The_plan_shows_each_checkpoint_with_what_depends_on_it()
    {
        var reportIn = Add("报到", CheckpointKind.ReportIn, 0, 48);
        var person = rosters.Add("张三");
        var save = new SaveCheckpoint(rosters.Database, new AuditTrail(rosters.Database, TimeProvider.System), new LiveUpdates());
        var draft = new CheckpointDraft
        {
            Name = "晚宴", Kind = CheckpointKind.Meal, OpensAt = reportIn.OpensAt, ClosesAt = reportIn.ClosesAt, Admits = Admission.List, GuestIds = [person.Id],
            ImpliedIds = [reportIn.Id], Items = [new(null, "餐券", 3)],
        };
        var saved = await save.RunAsync(rosters.Meeting.Id, draft, "组长", TestContext.Current.CancellationToken);
        rosters.Database.Add(new Presence { CheckpointId = saved.Id, AttendeeId = person.Id });
        var plan = await new CheckpointPlan(rosters.Database).ReadAsync(rosters.Meeting.Id, TestContext.Current.CancellationToken);
        var dinner = plan.Single(p => p.Draft.Id == saved.Id);
        Assert.Equal((1, "报到", "张三", "餐券", 3), (dinner.Recorded, dinner.Implied.Single(), dinner.Guests.Single().Name, dinner.Draft.Items[0].Name, dinner.Draft.Items[0].Count));
        var again = await save.RunAsync(rosters.Meeting.Id, dinner.Draft with { Name = "欢迎晚宴" }, "组长", TestContext.Current.CancellationToken);
        Assert.Null(again.Problem);
    }

    Checkpoint Add(string name, CheckpointKind kind, int from, int to, bool retired = false)
    {
        var start = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
        var checkpoint = new Checkpoint { MeetingId = rosters.Meeting.Id, Name = name, Kind = kind, OpensAt = start.AddHours(from), ClosesAt = start.AddHours(to), Retired = retired };
        rosters.Database.Add(checkpoint);
        return checkpoint;
    }
}
