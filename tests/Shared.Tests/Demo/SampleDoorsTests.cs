using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Demo;
using Shared.Registration;

namespace Shared.Tests.Demo;

public sealed class SampleDoorsTests(SampleHall hall) : IClassFixture<SampleHall>
{
    [Fact]
    public void Report_in_comes_first_and_every_door_is_open_until_the_last_day_ends()
    {
        Assert.Equal([CheckpointKind.ReportIn, CheckpointKind.Session, CheckpointKind.Meal, CheckpointKind.Handout, CheckpointKind.Session], hall.Checkpoints.Select(c => c.Kind));
        Assert.All(hall.Checkpoints, c => Assert.Equal(new DateTime(2026, 11, 24, 16, 0, 0), c.ClosesAt));
        Assert.All(hall.Checkpoints.SkipLast(1), c => Assert.True(c.OpensAt <= hall.Clock.GetUtcNow().UtcDateTime));
        Assert.Equal(new DateTime(2026, 11, 23, 16, 0, 0), hall.Checkpoints[^1].OpensAt);
    }

    [Fact]
    public void The_first_session_records_report_in_too()
    {
        Assert.Equal(hall.Checkpoints[0].Id, Assert.Single(hall.Checkpoints.SelectMany(c => c.Implies)).ImpliedId);
        Assert.Single(hall.Checkpoints[1].Implies);
    }

    [Fact]
    public void Report_in_and_the_material_pack_hand_things_over()
    {
        Assert.Equal(["资料袋 1", "餐券 3", "房卡 1"], hall.Checkpoints[0].Items.OrderBy(i => i.Position).Select(i => $"{i.Name} {i.Count}"));
        Assert.Equal(2, hall.Checkpoints.Single(c => c.Kind == CheckpointKind.Handout).Items.Count);
    }

    [Fact]
    public async Task Each_start_gives_two_desks_and_a_kiosk_new_tokens_and_kills_the_old_ones()
    {
        var renew = new RenewSampleStations(hall.Database, hall.Clock);
        var first = await renew.RunAsync(hall.MeetingId, TestContext.Current.CancellationToken);
        var second = await renew.RunAsync(hall.MeetingId, TestContext.Current.CancellationToken);
        await using var db = hall.Database.CreateDbContext();
        var stations = await db.Stations().Where(s => s.RevokedAt == null && s.Name != "3号台").OrderBy(s => s.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([StationKind.Desk, StationKind.Desk, StationKind.Kiosk], stations.Select(s => s.Kind));
        Assert.Equal([true, true, false], stations.Select(s => s.OperatorId is not null));
        Assert.Equal(second.Select(s => StationToken.Hash(s.Token)), stations.Select(s => s.TokenHash!));
        Assert.Empty(first.Select(s => s.Token).Intersect(second.Select(s => s.Token)));
        Assert.True(Pin.Fits(stations[2].PinHash, second[2].Pin!));
    }

    [Fact]
    public async Task A_station_that_an_organiser_added_loses_its_token_too()
    {
        hall.Database.Add(new Station { MeetingId = hall.MeetingId, Name = "3号台", Kind = StationKind.Desk, TokenHash = [1] });
        await new RenewSampleStations(hall.Database, hall.Clock).RunAsync(hall.MeetingId, TestContext.Current.CancellationToken);
        await using var db = hall.Database.CreateDbContext();
        Assert.Null((await db.Stations().SingleAsync(s => s.Name == "3号台", TestContext.Current.CancellationToken)).TokenHash);
    }

    [Fact]
    public async Task The_keys_name_every_badge_with_a_code_that_the_database_knows()
    {
        var keys = await new SampleKeys(hall.Database, hall.Key).ReadAsync(hall.MeetingId, TestContext.Current.CancellationToken);
        await using var db = hall.Database.CreateDbContext();
        var known = await db.Badges().Where(b => b.AttendeeId != null).ToDictionaryAsync(b => b.AttendeeId!.Value, b => b.CodeHash, TestContext.Current.CancellationToken);
        Assert.Equal(hall.Attendees.Select(a => a.Name), keys.Badges.Select(b => b.Name));
        Assert.All(keys.Badges, b => Assert.Equal(known[b.AttendeeId], BadgeKey.Hash(b.Code)));
        Assert.Equal(CheckpointKind.ReportIn, keys.Checkpoints[0].Kind);
    }

    [Fact]
    public async Task Another_making_gives_the_same_people()
    {
        var other = new SampleHall();
        await other.InitializeAsync();
        static string Line(Attendee a) => $"{a.Name} {a.Gender} {a.Post} {a.Phone} {a.Roles} {a.Lodging} {a.Consents.Count} {string.Join(' ', a.Journeys.Select(j => $"{j.ServiceNo} {j.At:O}"))}";
        Assert.Equal(hall.Attendees.Select(Line), other.Attendees.Select(Line));
        Assert.Equal(hall.Staff.Select(s => s.Name), other.Staff.Select(s => s.Name));
        await other.DisposeAsync();
    }
}
