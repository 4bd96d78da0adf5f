using Shared.CheckIn;

namespace Shared.Tests.CheckIn;

public sealed class ScanListTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_comes_first_and_an_undone_scan_is_marked()
    {
        using var hall = new Hall();
        var station = hall.AddStation("2号台");
        var person = hall.Roster.Add("张三");
        var code = hall.AddBadge(person);
        var welcome = await hall.ScanAsync(station, hall.Ask(code));
        await hall.UndoScan.RunAsync(CallerAsk.Person(hall.MeetingId, "小松"), new UndoAsk(welcome.ScanId, "点错"));
        var log = await new ScanList(hall.Database).ReadAsync(hall.MeetingId, new(), stop: Stop);
        Assert.Equal([ScanSource.Undo, ScanSource.Badge], log.Rows.Select(row => row.Source));
        Assert.Equal((true, "张三", "重型铸造", "2号台", "小松"), (log.Rows[1].Undone, log.Rows[1].Name, log.Rows[1].Unit, log.Rows[1].By, log.Rows[1].Operator));
        Assert.Equal(("小松", "点错"), (log.Rows[0].By, log.Rows[0].Reason));
    }

    [Fact]
    public async Task A_reason_a_station_or_what_needs_a_look_narrow_the_log()
    {
        using var hall = new Hall();
        var (one, two) = (hall.AddStation("1号台"), hall.AddStation("2号台"));
        await hall.ScanAsync(one, hall.Ask("NOBODYKNOWSTHIS"));
        await hall.ScanAsync(two, hall.Ask(hall.AddBadge(hall.Roster.Add("张三"))) with { Offline = true, ScannedAt = Hall.Morning.AddYears(1) });
        var list = new ScanList(hall.Database);
        var unknown = Assert.Single((await list.ReadAsync(hall.MeetingId, new() { Outcome = ScanOutcome.UnknownBadge }, stop: Stop)).Rows);
        Assert.Equal((null, "1号台"), (unknown.Name, unknown.By));
        var toCheck = Assert.Single((await list.ReadAsync(hall.MeetingId, new() { ToCheck = true }, stop: Stop)).Rows);
        Assert.Equal(("张三", true), (toCheck.Name, toCheck.Clamped));
        Assert.Single((await list.ReadAsync(hall.MeetingId, new() { StationId = hall.Read(db => db.Stations().First(s => s.Name == "2号台").Id) }, stop: Stop)).Rows);
        Assert.Equal(0, (await list.ReadAsync(hall.MeetingId + 1, new(), stop: Stop)).Total);
    }

    [Fact]
    public async Task Attempts_of_the_last_minutes_are_people_who_stood_there_neither_implied_nor_undone_rows()
    {
        using var hall = new Hall();
        var station = hall.AddStation("2号台");
        var welcome = await hall.ScanAsync(station, hall.Ask(hall.AddBadge(hall.Roster.Add("张三"))));
        await hall.UndoScan.RunAsync(CallerAsk.Person(hall.MeetingId, "小松"), new UndoAsk(welcome.ScanId, "点错"));
        var list = new ScanList(hall.Database);
        Assert.Equal(welcome.ScanId, Assert.Single((await list.ReadAsync(hall.MeetingId, new() { Since = Hall.Morning.AddMinutes(-5) }, stop: Stop)).Rows).Id);
        Assert.Empty((await list.ReadAsync(hall.MeetingId, new() { Since = Hall.Morning.AddHours(1) }, stop: Stop)).Rows);
    }
}
