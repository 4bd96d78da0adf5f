using Shared.Access;
using Shared.Data.Sheets;
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
        Assert.Equal(SeatOutcome.Done, (await take.RunAsync(halls.MeetingId, halls.Hall, grid.Places, Halls.Who, TestContext.Current.CancellationToken)).Outcome);
        Assert.Equal(["· 王刚 李娜", "· · ·"], await halls.PlanAsync());
        await halls.UndoAsync();
        Assert.Equal(["孙丽 · ·", "王刚 · ·"], await halls.PlanAsync());
        halls.Change(li, a => a.State = AttendeeState.Cancelled);
        Assert.Equal(SeatOutcome.ChangedSince, (await take.RunAsync(halls.MeetingId, halls.Hall, grid.Places, Halls.Who, TestContext.Current.CancellationToken)).Outcome);
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
        Assert.Equal(["Twice 池座!D2 王刚"], await ReadAsync(Grid("池座", null, Heading, ["1", "王刚", "", "王刚", "王伟（哈理工）"])));
    }
}
