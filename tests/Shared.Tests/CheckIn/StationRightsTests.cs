using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Meetings;

namespace Shared.Tests.CheckIn;

public sealed class StationRightsTests : IDisposable
{
    readonly Hall hall = new();

    public void Dispose() => hall.Dispose();

    async Task<DeskRefusal?> RefusalAsync(CallerAsk station, ScanAsk ask) => (await hall.ScanBadge.RunAsync(station, ask, TestContext.Current.CancellationToken)).Refusal;

    [Fact]
    public async Task A_revoked_station_is_out_with_its_next_scan()
    {
        var (desk, code) = (hall.AddStation("1号台"), hall.AddBadge(hall.Roster.Add("王刚")));
        Assert.Null(await RefusalAsync(desk, hall.Ask(code)));
        var id = hall.Read(db => db.Stations().Single().Id);
        await new RevokeStation(hall.Database, hall.Audit, hall.Clock).RunAsync(hall.MeetingId, id, "组长", TestContext.Current.CancellationToken);
        Assert.Equal(DeskRefusal.UnknownStation, await RefusalAsync(desk, hall.Ask(code)));
        Assert.Equal(DeskRefusal.UnknownStation, await RefusalAsync(CallerAsk.Station(new byte[32]), hall.Ask(code)));
        Assert.Single(hall.Read(db => db.Scans().ToList()));
    }

    [Fact]
    public async Task A_station_scans_only_where_it_is_allowed()
    {
        var session = hall.AddCheckpoint("开幕式");
        var retired = hall.AddCheckpoint("作废", c => c.Retired = true);
        var other = new Meeting { Year = 2027, Name = "下一届" };
        hall.Database.Add(other);
        var foreign = hall.AddCheckpoint("别处", c => c.MeetingId = other.Id);
        var desk = hall.AddStation("1号台", change: s => s.Checkpoints = [new() { CheckpointId = session.Id }]);
        var everywhere = hall.AddStation("2号台");
        var person = hall.Roster.Add("王刚");
        Assert.Equal(DeskRefusal.NotThisCheckpoint, await RefusalAsync(desk, hall.Ask(person)));
        Assert.Null(await RefusalAsync(desk, hall.Ask(person, session)));
        Assert.Null(await RefusalAsync(everywhere, hall.Ask(person)));
        Assert.Equal(DeskRefusal.NotThisCheckpoint, await RefusalAsync(everywhere, hall.Ask(person, retired)));
        Assert.Equal(DeskRefusal.NotThisCheckpoint, await RefusalAsync(everywhere, hall.Ask(person) with { CheckpointId = 4711 }));
        Assert.Equal(DeskRefusal.NotThisCheckpoint, await RefusalAsync(everywhere, hall.Ask(person, foreign)));
    }

    [Fact]
    public async Task What_needs_a_person_at_the_desk_needs_an_operator_and_is_nothing_for_a_kiosk()
    {
        var person = hall.Roster.Add("王刚");
        var code = hall.AddBadge(person);
        var (kiosk, unstaffed) = (hall.AddStation("自助", StationKind.Kiosk), hall.AddStation("1号台", change: s => s.OperatorId = null));
        Assert.Equal(DeskRefusal.CodesOnly, await RefusalAsync(kiosk, hall.Ask(person)));
        Assert.Equal(DeskRefusal.CodesOnly, await RefusalAsync(kiosk, hall.Ask(code) with { Override = "请进" }));
        Assert.Equal(DeskRefusal.NoOperator, await RefusalAsync(unstaffed, hall.Ask(person)));
        var scan = await hall.ScanAsync(unstaffed, hall.Ask(code));
        Assert.Equal(DeskRefusal.NoOperator, (await hall.UndoScan.RunAsync(unstaffed, new(scan.ScanId, null, Guid.NewGuid()))).Refusal);
        Assert.Equal(DeskRefusal.CodesOnly, (await hall.UndoScan.RunAsync(kiosk, new(scan.ScanId, null, Guid.NewGuid()))).Refusal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_before_it_is_decided()
    {
        var desk = hall.AddStation("1号台");
        var sound = hall.Ask("4Q9");
        foreach (var wrong in (ScanAsk[])[sound with { AttendeeId = 1 }, sound with { Code = null }, sound with { Code = " - " }, sound with { Code = new('A', 65) },
            sound with { Nonce = null }, sound with { Offline = true }, sound with { Override = " " }, sound with { Direction = (ScanDirection)9 }])
            Assert.Equal(DeskRefusal.Malformed, await RefusalAsync(desk, wrong));
        Assert.Empty(hall.Read(db => db.Scans().ToList()));
    }

    [Fact]
    public async Task A_stations_last_sign_of_life_is_written_at_most_every_few_seconds()
    {
        var desk = hall.AddStation("1号台");
        DateTime? Seen() => hall.Read(db => db.Stations().AsNoTracking().Single().LastSeenAt);
        await hall.ScanAsync(desk, hall.Ask("4Q9"));
        hall.Clock.Advance(TimeSpan.FromSeconds(4));
        await hall.ScanAsync(desk, hall.Ask("4Q9"));
        Assert.Equal(Hall.Morning, Seen());
        hall.Clock.Advance(TimeSpan.FromSeconds(1));
        await hall.ScanAsync(desk, hall.Ask("4Q9"));
        Assert.Equal(Hall.Morning.AddSeconds(5), Seen());
    }
}
