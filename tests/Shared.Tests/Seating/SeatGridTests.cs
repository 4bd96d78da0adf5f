using Shared.Access;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Importing;
using Shared.Seating.Placing;

namespace Shared.Tests.Seating;

public sealed class SeatGridTests : IDisposable
{
    readonly Halls halls = new();

    public void Dispose() => halls.Dispose();

    static Sheet Grid(string name, IReadOnlyList<MergedRange>? merges = null, params string[][] rows) =>
        new(name, [.. rows.Select((row, at) => new SheetRow(at + 1, [.. row.Select(SheetCell.OfText)], Hidden: false))], merges ?? []);

    static readonly string[] Heading = ["排", "1", "2", "3", "4"];

    async Task<string[]> ReadAsync(params Sheet[] sheets) => [.. SeatGrid.Read(sheets, await halls.MapAsync()).Problems.Select(p => $"{p.Kind} {p.Cell} {p.Text}".TrimEnd())];

    [Fact]
    public async Task A_grid_seats_everybody_in_it_unseats_the_others_and_goes_back_as_one_step()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 3, "1"));
        var (wang, li, sun) = (halls.Add("王刚"), halls.Add("李娜"), halls.Add("孙丽"));
        await halls.PutAsync(sun, 1, 1);
        await halls.PutAsync(wang, 2, 1);
        var grid = SeatGrid.Read([Grid("池座", null, Heading, ["1", "", "", "王 刚", "李娜"], ["2", "", "", "", ""])], await halls.MapAsync());
        Assert.Equal((0, 2, 1), (grid.Problems.Count, grid.Moves, grid.Unseats));
        var take = new TakeSeatGrid(halls.Rosters.Database, new AuditTrail(halls.Rosters.Database, TimeProvider.System), halls.Live);
        Assert.Equal(SeatOutcome.Done, (await take.RunAsync(halls.MeetingId, halls.Hall, grid.Places, grid.Stamp, Halls.Who, TestContext.Current.CancellationToken)).Outcome);
        Assert.Equal(["· 王刚 李娜", "· · ·"], await halls.PlanAsync());
        await halls.UndoAsync();
        Assert.Equal(["孙丽 · ·", "王刚 · ·"], await halls.PlanAsync());
        await halls.PutAsync(li, 2, 2);
        Assert.Equal(SeatOutcome.ChangedSince, (await take.RunAsync(halls.MeetingId, halls.Hall, grid.Places, grid.Stamp, Halls.Who, TestContext.Current.CancellationToken)).Outcome);
        Assert.Equal(["孙丽 · ·", "王刚 李娜 ·"], await halls.PlanAsync());
        halls.Change(li, a => a.State = AttendeeState.Cancelled);
        Assert.Equal(SeatOutcome.ChangedSince, (await take.RunAsync(halls.MeetingId, halls.Hall, grid.Places, grid.Stamp, Halls.Who, TestContext.Current.CancellationToken)).Outcome);
    }

    static readonly string[] Five = ["排", "1", "2", "3", "4", "5"];

    Task<IReadOnlyList<FieldProblem>> BuildAsync(params Sheet[] sheets) => new BuildFromGrid(halls.Rosters.Database, new AuditTrail(halls.Rosters.Database, TimeProvider.System), halls.Live)
        .RunAsync(halls.MeetingId, halls.Hall, HallGrid.Read(sheets).Zones, Halls.Who, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_grid_of_zones_that_are_not_there_builds_them_with_aisles_gaps_and_marks_and_its_names_sit_down_afterwards()
    {
        halls.Add("王刚");
        var sheets = new[] { Grid("楼座", null, Five, ["7", "王刚", "2号", "", "×", "♿"], ["8", "1号", "", "", "4号", "5号"], ["", ""], ["导出 小松"]), Grid("圆桌", null, ["桌", "1", "2"], ["1", "1号", "2号"]) };
        Assert.Empty(await BuildAsync(sheets));
        var map = await halls.MapAsync();
        Assert.Equal(["楼座 Rows 7 8 8", "圆桌 Tables 1 1 2"], map.Zones.Select(z => $"{z.Name} {z.Kind} {z.FirstRow} {z.Seats.Max(s => s.Row)} {z.Seats.Count}"));
        Assert.Equal(["7-1 Ordinary", "7-2 Ordinary", "7-4 Blocked", "7-5 Accessible", "8-1 Ordinary", "8-2 Blocked", "8-4 Ordinary", "8-5 Ordinary"], map.Zones[0].Seats.Select(s => $"{s.Row}-{s.Column} {s.State}"));
        var grid = SeatGrid.Read(sheets, map);
        Assert.Equal((0, 1), (grid.Problems.Count, grid.Moves));
    }

    [Fact]
    public async Task One_zone_that_cannot_be_leaves_the_hall_as_it_was()
    {
        await halls.AddZoneAsync(Halls.Rows(1, 3));
        Assert.Equal("池座.Name NameTaken", Assert.Single(await BuildAsync(Grid("楼座", null, Five, ["1", "1号"]), Grid("池座", null, Five, ["1", "1号"]))) is var wrong ? $"{wrong.Field} {wrong.Problem}" : "");
        Assert.Single((await halls.MapAsync()).Zones);
        Assert.Equal(GridProblemKind.RowsBroken, Assert.Single(HallGrid.Read([Grid("楼座", null, Five, ["1", "1号"], ["3", "1号"])]).Problems).Kind);
    }

    [Fact]
    public async Task Whatever_is_wrong_is_named_by_its_cell()
    {
        await halls.AddZoneAsync(Halls.Rows(1, 3, "1"));
        halls.Add("王刚");
        halls.Add("王伟");
        halls.Add("王伟", halls.Rosters.University);
        Assert.Equal(["UnknownZone 楼座"], await ReadAsync(Grid("楼座", null, Heading)));
        Assert.Equal(["Merged 池座!B2"], await ReadAsync(Grid("池座", [new(2, 3, 1, 2)], Heading)));
        Assert.Equal(["NoSeat 池座!C2 王刚", "UnknownName 池座!D2 没有此人", "SeveralOfName 池座!E2 王伟"], await ReadAsync(Grid("池座", null, Heading, ["1", "", "王刚", "没有此人", "王伟"])));
        halls.Add("李娜");
        Assert.Equal(["SeatTwice 池座!B3 李娜"], await ReadAsync(Grid("池座", null, Heading, ["1", "王刚"], ["1", "李娜"])));
        Assert.Equal(["Merged 池座!B2", "Merged 池座!B4"], await ReadAsync(Grid("池座", [new(2, 3, 1, 2), new(4, 4, 1, 3)], Heading)));
        Assert.Equal(["Twice 池座!D2 王刚"], await ReadAsync(Grid("池座", null, Heading, ["1", "王刚", "", "王刚", "王伟（哈理工）"])));
    }
}
