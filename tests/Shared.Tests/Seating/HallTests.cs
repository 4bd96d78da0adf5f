using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Meetings;
using Shared.Seating;
using Shared.Seating.Placing;

namespace Shared.Tests.Seating;

public sealed class HallTests : IDisposable
{
    readonly Halls halls = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => halls.Dispose();

    async Task<string> RowAsync(int row) => string.Join(' ', (await halls.MapAsync()).Seats.Where(s => s.Row == row).Select(s => $"{s.Column}:{s.Number}"));

    [Fact]
    public async Task Rows_are_laid_from_the_left_as_the_audience_sees_it_with_gaps_for_aisles()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 5, "2，4") with { FirstRow = 4 });
        Assert.Equal("1:1 2:2 4:3 5:4 7:5", await RowAsync(4));
        Assert.Equal([4, 5], (await halls.MapAsync()).Seats.Select(s => s.Row).Distinct());
    }

    [Theory]
    [InlineData(6, "1:5 2:3 3:1 5:2 6:4 7:6"), InlineData(5, "1:5 2:3 3:1 5:2 6:4")]
    public async Task Odd_numbers_lie_on_the_left_and_even_ones_on_the_right_of_the_middle(int perRow, string expected)
    {
        await halls.AddZoneAsync(Halls.Rows(1, perRow, "3") with { Numbering = SeatNumbering.OddEven });
        Assert.Equal(expected, await RowAsync(1));
    }

    [Fact]
    public async Task What_cannot_be_built_is_named_field_by_field_and_nothing_is_written()
    {
        Assert.Equal("Name:Missing Rows:Between PerRow:Between FirstRow:Between FrontRows:FrontRows Aisles:Aisles", await halls.WrongAsync(new() { Name = " ", Rows = 0, PerRow = 121, FirstRow = 0, FrontRows = 1, Aisles = "x" }));
        Assert.Equal("Aisles:Aisles", await halls.WrongAsync(Halls.Rows(1, 5, "5")));
        Assert.Equal("Purpose:Banquet", await halls.WrongAsync(new() { Name = "宴会厅", Kind = ZoneKind.Tables, Rows = 2, PerRow = 10, Purpose = TablePurpose.Banquet }));
        Assert.Equal("", await halls.WrongAsync(Halls.Rows(90, 100)));
        Assert.Equal("Name:NameTaken Rows:TooManySeats", await halls.WrongAsync(Halls.Rows(11, 100)));
        Assert.Equal(9000, halls.Read(db => db.Set<Seat>().Count()));
    }

    [Fact]
    public async Task Two_seats_of_a_row_never_bear_one_number()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 3));
        Assert.Equal(MarkSeatResult.NumberTaken, await MarkAsync(halls.Seat(1, 1), SeatState.Ordinary, 2));
        Assert.Equal(MarkSeatResult.NumberWrong, await MarkAsync(halls.Seat(1, 1), SeatState.Ordinary, 0));
        Assert.Equal(MarkSeatResult.Marked, await MarkAsync(halls.Seat(1, 1), SeatState.Accessible, 8));
        Assert.Throws<DbUpdateException>(() => halls.Read(db =>
        {
            db.Add(new Seat { ZoneId = db.Set<Zone>().Single().Id, Row = 1, Column = 9, Number = 8 });
            return db.SaveChanges();
        }));
    }

    Task<MarkSeatResult> MarkAsync(int seat, SeatState state, int number) => new MarkSeat(halls.Rosters.Database, new AuditTrail(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(halls.MeetingId, seat, state, number, Halls.Who, Stop);

    [Fact]
    public async Task A_seat_on_which_somebody_sits_is_not_blocked()
    {
        await halls.AddZoneAsync(Halls.Rows(1, 3));
        await halls.PutAsync(halls.Add("王刚"), 1, 2);
        Assert.Equal(MarkSeatResult.SeatTaken, await MarkAsync(halls.Seat(1, 2), SeatState.Blocked, 2));
    }

    [Fact]
    public async Task A_zone_that_is_built_anew_keeps_its_people_and_refuses_to_lose_one()
    {
        var zone = await halls.AddZoneAsync(Halls.Rows(3, 4));
        await halls.PutAsync(halls.Add("王刚"), 2, 4);
        Assert.Equal("Rows:SeatsTaken", await halls.WrongAsync(Halls.Rows(1, 4) with { Id = zone }));
        Assert.Equal("Rows:SeatsTaken", await halls.WrongAsync(Halls.Rows(3, 3) with { Id = zone }));
        Assert.Equal(["· · · ·", "· · · 王刚", "· · · ·"], await halls.PlanAsync());
        Assert.Equal("", await halls.WrongAsync(Halls.Rows(2, 5, "2") with { Id = zone, FirstRow = 7, Numbering = SeatNumbering.OddEven }));
        Assert.Equal(["· · · · ·", "· · · 王刚 ·"], await halls.PlanAsync());
        Assert.Equal("1:5 2:3 4:1 5:2 6:4", await RowAsync(8));
    }

    [Fact]
    public async Task A_hall_of_another_meeting_is_none()
    {
        var other = new Meeting { Year = 2027, Name = "年会", FirstDay = new(2027, 8, 22), LastDay = new(2027, 8, 23) };
        halls.Rosters.Database.Add(other);
        Assert.Equal(["Id"], (await halls.SaveZoneAsync(Halls.Rows(1, 1), meeting: other.Id)).Problems.Select(p => p.Field));
        Assert.Null(await new HallShape(halls.Rosters.Database).ReadAsync(other.Id, halls.Hall, Stop));
        Assert.Empty((await new HallList(halls.Rosters.Database).ReadAsync(other.Id, Stop)).Halls);
    }

    [Fact]
    public async Task A_hall_comes_along_once_with_its_blocked_seats_and_without_its_people()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 3, "1", front: 1));
        await MarkAsync(halls.Seat(2, 3), SeatState.Blocked, 3);
        await halls.PutAsync(halls.Add("王刚"), 1, 1);
        var next = new Meeting { Year = 2027, Name = "年会", FirstDay = new(2027, 8, 22), LastDay = new(2027, 8, 23) };
        halls.Rosters.Database.Add(next);
        await using var db = halls.Rosters.Database.CreateDbContext();
        Assert.Equal(1, (await new CarriedHalls().CopyAsync(db, halls.Rosters.Meeting, next, Stop)).Copied);
        Assert.Equal(0, (await new CarriedHalls().CopyAsync(db, halls.Rosters.Meeting, next, Stop)).Copied);
        var made = Assert.Single((await new HallList(halls.Rosters.Database).ReadAsync(next.Id, Stop)).Halls);
        Assert.Equal((5, 0), (made.Seats, made.Seated));
        Assert.NotNull(await new SeatMap(halls.Rosters.Database).ReadAsync(next.Id, made.Id, Halls.Who, null, Stop));
    }
}
