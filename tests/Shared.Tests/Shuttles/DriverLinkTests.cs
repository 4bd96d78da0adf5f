using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Shuttles;
using Shared.Tests.Registration;

namespace Shared.Tests.Shuttles;

public sealed class DriverLinkTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Rosters rosters = new();
    readonly FakeTimeProvider clock;
    readonly AuditTrail audit;
    readonly LinkKey key;
    readonly LiveUpdates live = new();

    public DriverLinkTests()
    {
        clock = new(new DateTimeOffset(rosters.Meeting.FirstDay, new(0, 0), TimeSpan.Zero));
        (audit, key) = (new(rosters.Database, clock), new(rosters.Database.Data));
    }

    public void Dispose() => rosters.Dispose();

    DriverCard Card => new(rosters.Database, key, clock);
    OpenDriverLink Open => new(rosters.Database, Card, live, clock);
    DriverLinkCard Shown => new(rosters.Database, key);

    Task<MadeDriverLink?> MakeAsync(int vehicle, int? meeting = null) => new MakeDriverLink(rosters.Database, key, audit, live).RunAsync(meeting ?? rosters.Meeting.Id, vehicle, "小郑", Stop);

    Task<MadeDriverLink?> RenewAsync(int vehicle, int? meeting = null) => new RenewDriverLink(rosters.Database, key, audit, live).RunAsync(meeting ?? rosters.Meeting.Id, vehicle, "小郑", Stop);

    Task<bool> EndAsync(int vehicle, int? meeting = null) => new EndDriverLink(rosters.Database, audit, live).RunAsync(meeting ?? rosters.Meeting.Id, vehicle, "小郑", Stop);

    async Task<bool> OpensAsync(MadeDriverLink link) => await Card.ReadAsync(link.LinkId, link.Token, Stop) is not null;

    Vehicle AddVehicle(string? plate = null, bool retired = false) => Add(new Vehicle { MeetingId = rosters.Meeting.Id, Model = "商务车", PlateNo = plate, Seats = 7, Driver = "周师傅", DriverPhone = "15400009105", Retired = retired });

    T Add<T>(T row) where T : class
    {
        rosters.Database.Add(row);
        return row;
    }

    T Read<T>(Func<EventDb, T> read)
    {
        using var db = rosters.Database.CreateDbContext();
        return read(db);
    }

    void AddStaff(string name, string? phone, bool left = false, bool disabled = false, params string[] grants)
    {
        var user = new IdentityUser(name);
        Add(user);
        Add(new Account { UserId = user.Id, DisplayName = name, DisabledAt = disabled ? clock.GetUtcNow().UtcDateTime : null });
        foreach (var grant in grants) Add(new IdentityUserClaim<string> { UserId = user.Id, ClaimType = Grant.ClaimType, ClaimValue = grant });
        Add(new StaffMember { MeetingId = rosters.Meeting.Id, Name = name, Phone = phone, Left = left, UserId = user.Id });
    }

    [Fact]
    public async Task A_link_is_made_once_and_opens_its_own_vehicle_alone()
    {
        var (first, second) = ((await MakeAsync(AddVehicle("黑BD0001").Id))!, (await MakeAsync(AddVehicle("黑BD0002").Id))!);
        Assert.Equal(first, await MakeAsync(first.VehicleId));
        Assert.Equal($"/driver/{first.LinkId}#{first.Token}", first.Address);
        var card = (await Card.ReadAsync(first.LinkId, first.Token, Stop))!;
        Assert.Equal(("黑BD0001", "商务车", 7, 5, "周师傅", rosters.Meeting.Id), (card.PlateNo, card.Model, card.Seats, card.People, card.Driver, card.Meeting.Id));
        Assert.Null(await Card.ReadAsync(first.LinkId, second.Token, Stop));
        Assert.Null(await Card.ReadAsync(first.LinkId + 99, first.Token, Stop));
        Assert.Null(await Card.ReadAsync(first.LinkId, null, Stop));
    }

    [Fact]
    public async Task No_link_is_made_for_another_meetings_vehicle_or_one_no_longer_used()
    {
        var vehicle = AddVehicle();
        Assert.Null(await MakeAsync(vehicle.Id, rosters.Meeting.Id + 1));
        Assert.Null(await MakeAsync(AddVehicle(retired: true).Id));
        Assert.Null(await MakeAsync(99));
        Assert.Null(await RenewAsync(vehicle.Id));
        Assert.Empty(Read(db => db.DriverLinks().ToList()));
        var link = (await MakeAsync(vehicle.Id))!;
        Assert.Null(await RenewAsync(vehicle.Id, rosters.Meeting.Id + 1));
        Assert.False(await EndAsync(vehicle.Id, rosters.Meeting.Id + 1));
        Assert.Null(await Shown.ReadAsync(rosters.Meeting.Id + 1, vehicle.Id, Stop));
        Assert.True(await OpensAsync(link));
    }

    [Fact]
    public async Task An_ended_link_opens_nothing_until_a_new_one_is_made_and_the_old_token_never_again()
    {
        var link = (await MakeAsync(AddVehicle().Id))!;
        Assert.True(await EndAsync(link.VehicleId));
        Assert.False(await EndAsync(link.VehicleId));
        Assert.False(await OpensAsync(link));
        Assert.Null(await MakeAsync(link.VehicleId));
        Assert.Null((await Shown.ReadAsync(rosters.Meeting.Id, link.VehicleId, Stop))!.Address);
        var renewed = (await RenewAsync(link.VehicleId))!;
        Assert.True(await OpensAsync(renewed));
        Assert.False(await OpensAsync(link));
        Assert.Equal(renewed.Address, (await Shown.ReadAsync(rosters.Meeting.Id, link.VehicleId, Stop))!.Address);
    }

    [Fact]
    public async Task It_opens_until_the_day_after_the_meeting_is_over_and_not_while_the_vehicle_is_not_used()
    {
        var link = (await MakeAsync(AddVehicle().Id))!;
        // The venue's midnight, eight hours before that of the clock.
        var end = new DateTimeOffset(rosters.Meeting.LastDay.AddDays(2), new(0, 0), TimeSpan.FromHours(8));
        clock.SetUtcNow(end.AddMinutes(-1));
        Assert.True(await OpensAsync(link));
        Read(db => db.Vehicles().ExecuteUpdate(set => set.SetProperty(v => v.Retired, true)));
        Assert.False(await OpensAsync(link));
        Read(db => db.Vehicles().ExecuteUpdate(set => set.SetProperty(v => v.Retired, false)));
        Assert.True(await OpensAsync(link));
        clock.SetUtcNow(end);
        Assert.False(await OpensAsync(link));
    }

    [Fact]
    public async Task It_names_dispatchers_with_a_phone_and_nobody_else()
    {
        var here = $"{Roles.Dispatcher}@{rosters.Meeting.Id}";
        AddStaff("小郑", "15400001111", grants: here);
        AddStaff("老何", "15400002222", grants: [Roles.Viewer, Roles.Dispatcher]);
        AddStaff("无号", null, grants: here);
        AddStaff("走了", "15400003333", left: true, grants: here);
        AddStaff("停用", "15400004444", disabled: true, grants: here);
        AddStaff("别届", "15400005555", grants: $"{Roles.Dispatcher}@{rosters.Meeting.Id}0");
        AddStaff("小方", "15400006666", grants: Roles.Desk);
        var link = (await MakeAsync(AddVehicle().Id))!;
        Assert.Equal([new("小郑", "15400001111"), new DispatcherNote("老何", "15400002222")], (await Card.ReadAsync(link.LinkId, link.Token, Stop))!.Dispatchers);
    }

    [Fact]
    public async Task Neither_the_database_nor_the_trail_holds_a_token_and_the_trail_names_the_vehicle()
    {
        var link = (await MakeAsync(AddVehicle().Id))!;
        await RenewAsync(link.VehicleId);
        await EndAsync(link.VehicleId);
        Assert.All(Read(db => db.Set<AuditDetail>().ToList()), detail => Assert.Null(detail.Details));
        Assert.Equal(["driver-link-made", "driver-link-renewed", "driver-link-ended"], Read(db => db.AuditEntries().Where(e => e.SubjectId == $"vehicle:{link.VehicleId}").OrderBy(e => e.Id).Select(e => e.What).ToList()));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.DoesNotContain(link.Token, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(rosters.Database.Data.Database, Stop)));
    }

    [Fact]
    public async Task A_dispatcher_sees_when_a_link_was_first_opened()
    {
        var link = (await MakeAsync(AddVehicle().Id))!;
        Assert.False(await Open.RunAsync(link.LinkId, "wrong", Stop));
        Assert.Null((await Shown.ReadAsync(rosters.Meeting.Id, link.VehicleId, Stop))!.OpenedAt);
        Assert.True(await Open.RunAsync(link.LinkId, link.Token, Stop));
        var first = clock.GetUtcNow().UtcDateTime;
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await Open.RunAsync(link.LinkId, link.Token, Stop));
        Assert.Equal(new(link.Address, first, first, null), await Shown.ReadAsync(rosters.Meeting.Id, link.VehicleId, Stop));
    }
}
