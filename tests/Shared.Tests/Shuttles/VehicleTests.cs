using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Live;
using Shared.Meetings;
using Shared.Shuttles;
using Shared.Tests.Registration;

namespace Shared.Tests.Shuttles;

public sealed class VehicleTests : IDisposable
{
    readonly Rosters rosters = new(2025);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => rosters.Dispose();

    async Task<SaveVehicleResult> SaveAsync(VehicleEntry entry, int? meeting = null) =>
        await new SaveVehicle(rosters.Database, new AuditTrail(rosters.Database, TimeProvider.System), new LiveUpdates()).RunAsync(meeting ?? rosters.Meeting.Id, entry, "小松", Stop);

    async Task<string> WrongAsync(VehicleEntry entry, int? meeting = null) => string.Join(' ', (await SaveAsync(entry, meeting)).Problems.Select(p => $"{p.Field}:{p.Problem}"));

    Task<IReadOnlyList<VehicleEntry>> FleetAsync(int meeting) => new Fleet(rosters.Database).ReadAsync(meeting, Stop);

    static VehicleEntry Van(string? plate = null) => new() { Model = "商务车", Seats = 7, PlateNo = plate };

    [Theory]
    [InlineData(5, 3), InlineData(7, 5), InlineData(9, 7), InlineData(12, 10), InlineData(14, 12), InlineData(19, 15), InlineData(33, 28), InlineData(45, 40), InlineData(53, 48), InlineData(17, 12), InlineData(23, 15), InlineData(2, 1), InlineData(80, 48)]
    public void Luggage_takes_the_seats_that_rental_firms_count_for_it(int seats, int people) => Assert.Equal(people, Vehicle.WithLuggage(seats));

    [Fact]
    public async Task What_is_typed_is_kept_tidily_and_its_own_capacity_goes_before_the_table()
    {
        await SaveAsync(new() { Model = " 考斯特 ", Seats = 19, Capacity = 17, PlateNo = "黑b·d0005 ", Driver = "崔 师傅", DriverPhone = "154 0000 9105" });
        await SaveAsync(Van());
        var fleet = await FleetAsync(rosters.Meeting.Id);
        Assert.Equal(["商务车 5", "考斯特 17"], fleet.Select(v => $"{v.Model} {v.People}"));
        Assert.Equal(("黑BD0005", "15400009105"), (fleet[1].PlateNo, fleet[1].DriverPhone));
    }

    [Fact]
    public async Task What_cannot_be_is_named_field_by_field_and_nothing_is_written()
    {
        Assert.Equal("Model:Missing Seats:Seats Capacity:Capacity DriverPhone:NotAPhone", await WrongAsync(new() { Model = " ", Seats = 0, Capacity = 0, DriverPhone = "abc" }));
        Assert.Equal("Capacity:Capacity", await WrongAsync(Van() with { Capacity = 7 }));
        Assert.Equal("Model:TooLong", await WrongAsync(Van() with { Model = new string('车', Vehicle.ModelLength + 1) }));
        Assert.Empty(await FleetAsync(rosters.Meeting.Id));
    }

    [Fact]
    public async Task One_plate_stands_once_however_it_is_written()
    {
        await SaveAsync(Van("黑BD0003"));
        Assert.Equal("PlateNo:PlateInUse", await WrongAsync(Van("黑b·d0003")));
        Assert.Equal("", await WrongAsync(Van()));
        Assert.Equal("", await WrongAsync(Van()));
    }

    [Fact]
    public async Task A_vehicle_of_another_meeting_is_none()
    {
        var id = (await SaveAsync(Van())).Id;
        var other = new Meeting { Year = 2026, Name = "年会", FirstDay = new(2026, 8, 22), LastDay = new(2026, 8, 23) };
        rosters.Database.Add(other);
        Assert.Equal("Id:NoSuchVehicle", await WrongAsync(Van("黑BD0001") with { Id = id }, other.Id));
        Assert.Null((await FleetAsync(rosters.Meeting.Id)).Single().PlateNo);
        Assert.Empty(await FleetAsync(other.Id));
    }

    [Fact]
    public async Task Vehicles_in_use_come_along_once_and_of_those_alike_each()
    {
        foreach (var entry in (VehicleEntry[])[Van("黑BD0003"), Van(), Van(), Van("黑BD0009") with { Retired = true }]) await SaveAsync(entry);
        var next = new Meeting { Year = 2026, Name = "年会", FirstDay = new(2026, 8, 22), LastDay = new(2026, 8, 23) };
        rosters.Database.Add(next);
        await SaveAsync(Van(), next.Id);
        await using var db = rosters.Database.CreateDbContext();
        var kind = new CarriedVehicles();
        Assert.Equal(3, await kind.CountAsync(db, rosters.Meeting, Stop));
        Assert.Equal(2, (await kind.CopyAsync(db, rosters.Meeting, next, Stop)).Copied);
        Assert.Equal(0, (await kind.CopyAsync(db, rosters.Meeting, next, Stop)).Copied);
        Assert.Equal(["", "", "黑BD0003"], (await FleetAsync(next.Id)).Select(v => v.PlateNo ?? "").Order(StringComparer.Ordinal));
    }
}
