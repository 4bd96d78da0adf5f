using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.CheckIn;
using Shared.Live;
using Shared.Registration;

namespace Shared.Tests.Registration;

public sealed class RosterChangesTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => rosters.Dispose();

    [Fact]
    public async Task What_others_did_since_the_last_look_is_counted_by_people()
    {
        var (audit, live, stop) = (new AuditTrail(rosters.Database, clock), new LiveUpdates(), TestContext.Current.CancellationToken);
        var save = new SaveAttendee(rosters.Database, audit, live, clock);
        await save.RunAsync(rosters.Meeting.Id, new() { Name = "张三", Unit = "重型铸造" }, "小松", stop);
        clock.Advance(TimeSpan.FromHours(1));
        var seen = clock.GetUtcNow().UtcDateTime;
        clock.Advance(TimeSpan.FromHours(1));
        var saved = (SaveAttendeeResult.Saved)await save.RunAsync(rosters.Meeting.Id, new() { Name = "李四", Unit = "重型铸造" }, "小松", stop);
        await save.RunAsync(rosters.Meeting.Id, new() { Id = saved.Id, Version = 1, Name = "李四", Unit = "哈理工" }, "小松", stop);
        await new ChangeAttendeeState(rosters.Database, audit, live, new ArrivalCheck()).RunAsync(rosters.Meeting.Id, saved.Id, StateChange.Cancel, "有事", "小松", stop: stop);
        var (replaced, merged) = (rosters.Add("王五"), rosters.Add("赵六"));
        foreach (var (what, one) in new[] { ("attendee-replaced", replaced), ("attendee-merged", merged), ("attendee-merged-away", replaced) })
            await audit.AddAsync("小松", what, RegistrationSets.Subject(one.Id), rosters.Meeting.Id, stop: stop);
        Assert.Equal(new(0, 1, 1, 1, 0, 0, 1, 1), await new RosterChanges(rosters.Database).ReadAsync(rosters.Meeting.Id, seen, stop));
    }
}
