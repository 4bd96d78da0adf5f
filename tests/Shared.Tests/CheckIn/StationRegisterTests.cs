using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.CheckIn;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn;

public sealed class StationRegisterTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => rosters.Dispose();

    async Task<RegisteredStation> ReadAsync() => (await new StationRegister(rosters.Database, clock).ReadAsync(rosters.Meeting.Id, TestContext.Current.CancellationToken)).Single();

    [Fact]
    public async Task A_station_waits_for_its_code_is_paired_and_taken_away()
    {
        var audit = new AuditTrail(rosters.Database, clock);
        var open = await new OpenPairing(rosters.Database, audit, clock).RunAsync(rosters.Meeting.Id, new() { Name = "2号台" }, "小松", TestContext.Current.CancellationToken);
        Assert.Equal((Pairing.Open, open.EndsAt), ((await ReadAsync()).State, (await ReadAsync()).PairingEndsAt));
        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(Pairing.None, (await ReadAsync()).State);
        var again = await new OpenPairing(rosters.Database, audit, clock).RunAsync(rosters.Meeting.Id, new() { Id = open.StationId, Name = "2号台" }, "小松", TestContext.Current.CancellationToken);
        await new EnrolStation(rosters.Database, clock).RunAsync(again.Code, TestContext.Current.CancellationToken);
        Assert.Equal(Pairing.Paired, (await ReadAsync()).State);
        await new RevokeStation(rosters.Database, audit, clock).RunAsync(rosters.Meeting.Id, open.StationId, "小松", TestContext.Current.CancellationToken);
        Assert.Equal(Pairing.Revoked, (await ReadAsync()).State);
    }

    [Fact]
    public async Task Scans_of_a_station_are_counted_without_those_recorded_along()
    {
        var door = new Checkpoint { MeetingId = rosters.Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn };
        var desk = new Station { MeetingId = rosters.Meeting.Id, Name = "1号台", Kind = StationKind.Desk, Checkpoints = [] };
        rosters.Database.Add(door, desk);
        foreach (var source in (ScanSource[])[ScanSource.Badge, ScanSource.Search, ScanSource.Implied, ScanSource.Undo])
            rosters.Database.Add(new Scan { MeetingId = rosters.Meeting.Id, CheckpointId = door.Id, StationId = desk.Id, Outcome = ScanOutcome.Welcome, Source = source });
        rosters.Database.Add(new StationCheckpoint { StationId = desk.Id, CheckpointId = door.Id });
        var station = await ReadAsync();
        Assert.Equal((2, "报到", Pairing.None), (station.Scans, station.CheckpointNames.Single(), station.State));
    }
}
