using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;

namespace Shared.Tests.CheckIn;

public sealed class StationPairingTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Hall hall = new();

    Task<OpenPairingResult> OpenAsync(StationDraft draft) => new OpenPairing(hall.Database, hall.Audit, hall.Clock).RunAsync(hall.MeetingId, draft, "组长", Stop);

    Task<EnrolStationResult?> EnrolAsync(string code) => new EnrolStation(hall.Database, hall.Clock).RunAsync(code, Stop);

    Station Stored(int id)
    {
        using var db = hall.Database.CreateDbContext();
        return db.Stations().Include(s => s.Checkpoints).Single(s => s.Id == id);
    }

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task A_pairing_code_is_traded_once_for_a_token_of_which_only_the_hash_is_kept()
    {
        var opened = await OpenAsync(new() { Name = "2号台", OperatorId = hall.Liaison.Id, CheckpointIds = [hall.ReportIn.Id] });
        var enrolled = await EnrolAsync(opened.Code.ToLowerInvariant().Insert(3, "-"));
        Assert.Equal((opened.StationId, "2号台", StationKind.Desk), (enrolled!.StationId, enrolled.Name, enrolled.Kind));
        var stored = Stored(opened.StationId);
        Assert.Equal(StationToken.Hash(enrolled.Token), stored.TokenHash);
        Assert.Equal((null, hall.Liaison.Id, hall.ReportIn.Id), (stored.PairingHash, stored.OperatorId, Assert.Single(stored.Checkpoints).CheckpointId));
        Assert.Null(await EnrolAsync(opened.Code));
    }

    [Fact]
    public async Task A_pairing_code_is_worth_nothing_after_ten_minutes()
    {
        var opened = await OpenAsync(new() { Name = "2号台" });
        hall.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await EnrolAsync(opened.Code));
    }

    [Fact]
    public async Task A_new_device_takes_the_place_of_the_old_one()
    {
        var first = await OpenAsync(new() { Name = "2号台" });
        var old = await EnrolAsync(first.Code);
        var again = await OpenAsync(new() { Id = first.StationId, Name = "2号台" });
        Assert.Equal(StationToken.Hash(old!.Token), Stored(first.StationId).TokenHash);
        var young = await EnrolAsync(again.Code);
        Assert.Equal(StationToken.Hash(young!.Token), Stored(first.StationId).TokenHash);
    }

    [Fact]
    public async Task Another_name_and_other_checkpoints_leave_device_operator_and_kind_as_they_are()
    {
        var first = await OpenAsync(new() { Name = "2号台", OperatorId = hall.Liaison.Id });
        var token = (await EnrolAsync(first.Code))!.Token;
        await OpenAsync(new() { Name = "3号台" });
        Assert.Null(await SaveAsync(new() { Id = first.StationId, Name = " 东门 ", Kind = StationKind.Kiosk, CheckpointIds = [hall.ReportIn.Id] }));
        var stored = Stored(first.StationId);
        Assert.Equal(("东门", StationKind.Desk, hall.Liaison.Id, hall.ReportIn.Id), (stored.Name, stored.Kind, stored.OperatorId, Assert.Single(stored.Checkpoints).CheckpointId));
        Assert.Equal(StationToken.Hash(token), stored.TokenHash);
        Assert.Equal((StationProblem.NameTaken, StationProblem.NoName), (await SaveAsync(new() { Id = first.StationId, Name = "3号台" }), await SaveAsync(new() { Id = first.StationId })));
        Assert.Equal((StationProblem.UnknownCheckpoint, StationProblem.NoSuchStation), (await SaveAsync(new() { Id = first.StationId, Name = "4号台", CheckpointIds = [77] }), await SaveAsync(new() { Id = 77, Name = "4号台" })));
        using var db = hall.Database.CreateDbContext();
        Assert.Equal("2号台 → 东门", db.Set<AuditDetail>().Single(d => d.EntryId == db.AuditEntries().Single(e => e.What == "station-changed").Id).Details);
    }

    Task<StationProblem?> SaveAsync(StationDraft draft) => new SaveStation(hall.Database, hall.Audit).RunAsync(hall.MeetingId, draft, "组长", Stop);

    [Fact]
    public async Task Revoking_takes_token_and_open_code_away()
    {
        var opened = await OpenAsync(new() { Name = "2号台" });
        await EnrolAsync(opened.Code);
        var again = await OpenAsync(new() { Id = opened.StationId, Name = "2号台" });
        Assert.True(await new RevokeStation(hall.Database, hall.Audit, hall.Clock).RunAsync(hall.MeetingId, opened.StationId, "组长", Stop));
        Assert.Null(Stored(opened.StationId).TokenHash);
        Assert.NotNull(Stored(opened.StationId).RevokedAt);
        Assert.Null(await EnrolAsync(again.Code));
        Assert.False(await new RevokeStation(hall.Database, hall.Audit, hall.Clock).RunAsync(hall.MeetingId + 1, opened.StationId, "组长", Stop));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_its_reason()
    {
        await OpenAsync(new() { Name = "2号台" });
        Assert.Equal(StationProblem.NoName, (await OpenAsync(new())).Problem);
        Assert.Equal(StationProblem.NameTaken, (await OpenAsync(new() { Name = "2号台" })).Problem);
        Assert.Equal(StationProblem.UnknownOperator, (await OpenAsync(new() { Name = "3号台", OperatorId = 77 })).Problem);
        Assert.Equal(StationProblem.KioskHasNoOperator, (await OpenAsync(new() { Name = "自助", Kind = StationKind.Kiosk, OperatorId = hall.Liaison.Id })).Problem);
        Assert.Equal(StationProblem.UnknownCheckpoint, (await OpenAsync(new() { Name = "3号台", CheckpointIds = [77] })).Problem);
        Assert.Equal(StationProblem.BadPin, (await OpenAsync(new() { Name = "自助", Kind = StationKind.Kiosk, Pin = "12a4" })).Problem);
        Assert.Equal(StationProblem.NoSuchStation, (await OpenAsync(new() { Id = 77, Name = "3号台" })).Problem);
    }

    [Fact]
    public async Task A_kiosks_pin_is_kept_as_a_slow_hash()
    {
        var opened = await OpenAsync(new() { Name = "自助", Kind = StationKind.Kiosk, Pin = "4711" });
        var hash = Stored(opened.StationId).PinHash;
        Assert.DoesNotContain("4711", hash);
        Assert.StartsWith("100000.", hash);
        Assert.True(Pin.Fits(hash, "4711"));
        Assert.False(Pin.Fits(hash, "4712"));
        Assert.False(Pin.Fits(null, "4711"));
    }
}
