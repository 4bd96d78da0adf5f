using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Live;
using Shared.Registration;

namespace Shared.Tests.Registration;

public sealed class SaveAttendeeTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly SaveAttendee save;

    public SaveAttendeeTests() => save = new(rosters.Database, new AuditTrail(rosters.Database, TimeProvider.System), new LiveUpdates(), TimeProvider.System);

    public void Dispose() => rosters.Dispose();

    Task<SaveAttendeeResult> RunAsync(AttendeeEntry entry) => save.RunAsync(rosters.Meeting.Id, entry, "小松", TestContext.Current.CancellationToken);

    Attendee Stored(int id)
    {
        using var db = rosters.Database.CreateDbContext();
        return db.Attendees().Include(a => a.Journeys).Single(a => a.Id == id);
    }

    [Fact]
    public async Task A_new_person_is_cleaned_sorted_and_found()
    {
        var saved = Assert.IsType<SaveAttendeeResult.Saved>(await RunAsync(new()
        {
            Name = "王　刚", Unit = "哈理工", Phone = "+86 154-0000-1234", Post = " 所长 ",
            Arrival = new(TravelMode.Train, "g1234", "齐齐哈尔南", new DateTime(2026, 11, 23, 6, 0, 0, DateTimeKind.Utc), true),
        }));
        var stored = Stored(saved.Id);
        Assert.Equal(("王刚", rosters.University.Id, "15400001234", "所长", 1), (stored.Name, stored.UnitId, stored.Phone, stored.Post, stored.ListNo));
        Assert.Equal(("G1234", true), (stored.Journeys[0].ServiceNo, stored.Journeys[0].NeedsRide));
        Assert.NotEmpty(stored.SurnameStrokeKey);
        await using var db = rosters.Database.CreateDbContext();
        Assert.Contains(db.AttendeeGrams(), g => g.AttendeeId == saved.Id && g.Gram == "1234");
    }

    [Fact]
    public async Task Every_wrong_field_is_named_and_nothing_is_written()
    {
        var refused = Assert.IsType<SaveAttendeeResult.Refused>(await RunAsync(new() { Name = " ", Unit = "不存在的单位", Phone = "1540000123", Companions = 21, Remark = new string('长', 501) }));
        Assert.Equal(["Name Missing", "Unit UnknownUnit", "Phone NotAMobile", "Companions OutOfRange", "Remark TooLong"], refused.Problems.Select(p => $"{p.Field} {p.Problem}"));
        await using var db = rosters.Database.CreateDbContext();
        Assert.False(await db.Attendees().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_alias_of_two_units_has_to_be_made_plain()
    {
        rosters.AddUnit("哈尔滨理想工具厂", "哈理工");
        var refused = Assert.IsType<SaveAttendeeResult.Refused>(await RunAsync(new() { Name = "王刚", Unit = "哈理工" }));
        Assert.Equal("AmbiguousUnit", refused.Problems[0].Problem);
        Assert.IsType<SaveAttendeeResult.Saved>(await RunAsync(new() { Name = "王刚", Unit = "哈尔滨理工大学" }));
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_and_overwrites_nothing()
    {
        var id = rosters.Add("王刚").Id;
        Assert.IsType<SaveAttendeeResult.Saved>(await RunAsync(new() { Id = id, Version = 0, Name = "王刚", Unit = "重型铸造", Post = "厂长" }));
        Assert.IsType<SaveAttendeeResult.ChangedMeanwhile>(await RunAsync(new() { Id = id, Version = 0, Name = "王刚", Unit = "重型铸造", Post = "工人" }));
        Assert.Equal(("厂长", 1), (Stored(id).Post, Stored(id).Version));
    }

    [Fact]
    public async Task A_change_is_kept_in_the_trail_with_phones_masked()
    {
        var id = rosters.Add("王刚", change: a => { a.Phone = "15400001234"; a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Car }); }).Id;
        await RunAsync(new() { Id = id, Name = "王刚", Unit = "哈理工", Phone = "15400009999" });
        await using var db = rosters.Database.CreateDbContext();
        var details = await db.Set<AuditDetail>().Select(d => d.Details).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [new("Phone", "154****1234", "154****9999"), new("UnitId", "重型铸造有限责任公司", "哈尔滨理工大学"), new FieldChange("Arrival.Mode", "Car", null)],
            FieldChange.Parse(details).OrderBy(c => c.Field == "Arrival.Mode"));
    }

    [Fact]
    public async Task A_form_that_changes_nothing_writes_nothing()
    {
        var id = rosters.Add("王刚").Id;
        await RunAsync(new() { Id = id, Name = "王刚", Unit = "重型铸造" });
        Assert.Equal(0, Stored(id).Version);
    }

    [Fact]
    public async Task A_person_of_another_meeting_is_not_changed()
    {
        var id = rosters.Add("王刚").Id;
        var result = await save.RunAsync(rosters.Meeting.Id + 1, new() { Id = id, Name = "李娜", Unit = "重型铸造" }, "小松", TestContext.Current.CancellationToken);
        Assert.IsType<SaveAttendeeResult.NoSuchPerson>(result);
        Assert.Equal("王刚", Stored(id).Name);
    }
}
