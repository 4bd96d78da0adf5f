using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.SettingUp;
using Shared.Data.Backups;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration.Replies;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn.SettingUp;

public sealed class SetUpProgressTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    TestDatabase Database => rosters.Database;
    int Id => rosters.Meeting.Id;

    public void Dispose() => rosters.Dispose();

    async Task<SetUpView> ReadAsync() =>
        await new SetUpProgress(Database, Database.Data, clock).ReadAsync((await new MeetingCalendar(Database).ReadAsync(2026, Stop))!, Stop);

    async Task<string> OpenAsync() => string.Join(' ', (await ReadAsync()).Steps.Where(step => step.State == StepState.Open).Select(step => step.Step));

    Task SkipAsync(SetUpStep step) => new SkipStep(Database, new AuditTrail(Database, clock), new LiveUpdates()).RunAsync(Id, step, "小松", Stop);

    void Change(Action<Meeting> change)
    {
        using var db = Database.CreateDbContext();
        change(db.Meetings().Single(m => m.Id == Id));
        db.SaveChanges();
    }

    [Fact]
    public async Task Each_step_is_done_once_its_data_are_there()
    {
        Assert.Equal("Days Staff Notice Replies Badges Checkpoints Station Backup", await OpenAsync());
        Change(m => (m.Venue, m.LegalBody, m.PrivacyNotice) = ("会展中心", "秘书处", "告知"));
        var liaison = new StaffMember { MeetingId = Id, Name = "宋小松" };
        var (desk, place) = (new Station { MeetingId = Id, Name = "1号台" }, new Checkpoint { MeetingId = Id, Name = "报到", Kind = CheckpointKind.ReportIn });
        Database.Add(liaison, desk, place);
        Assert.Equal((true, "Staff Replies Badges Station Backup"), ((await ReadAsync()).Of(SetUpStep.Staff).HalfDone, await OpenAsync()));
        rosters.AddUnit("沈阳铸造研究所");
        using (var db = Database.CreateDbContext())
        {
            db.Units().First().LiaisonId = liaison.Id;
            db.SaveChanges();
        }
        rosters.Add("张三");
        Database.Add(new ReplyRules { MeetingId = Id, Deadline = clock.GetUtcNow().UtcDateTime });
        Database.Add(new Printout { MeetingId = Id, Kind = PrintKinds.Badge, PrintedBy = "小松" });
        Database.Add(new Scan { MeetingId = Id, CheckpointId = place.Id, Outcome = ScanOutcome.Welcome, Source = ScanSource.List });
        Assert.Equal("Station Backup", await OpenAsync());
        Database.Add(new Scan { MeetingId = Id, CheckpointId = place.Id, StationId = desk.Id, Outcome = ScanOutcome.UnboundBadge, Source = ScanSource.Badge });
        BackupFolder.Write(Database.Data, Path.GetTempPath());
        var view = await ReadAsync();
        Assert.Equal((0, false), (view.Open, view.Shown));
    }

    [Theory]
    [InlineData("联系：（联系人和电话）。", false), InlineData("Contact: (contact and phone).", false), InlineData("联系：小松（会务组）0452-2791234。", true)]
    public async Task A_notice_that_still_holds_a_place_of_its_template_is_not_done(string notice, bool done)
    {
        Change(m => (m.LegalBody, m.PrivacyNotice) = ("秘书处", notice));
        Assert.Equal(done, (await ReadAsync()).Of(SetUpStep.Notice).State == StepState.Done);
        var matters = await new OpenMatters(Database, new BackupWatch(Database.Data, clock), new Shared.Privacy.RetentionBoard(Database, clock), clock).ReadAsync((await new MeetingCalendar(Database).ReadAsync(2026, Stop))!, Stop);
        Assert.Equal(!done, matters.Any(open => open.Matter == Matter.NoPrivacyNotice));
    }

    [Fact]
    public async Task Replies_are_set_up_by_a_deadline_not_by_rules_that_came_along_or_by_people()
    {
        rosters.Add("张三");
        Database.Add(new ReplyRules { MeetingId = Id });
        Assert.Equal(StepState.Open, (await ReadAsync()).Of(SetUpStep.Replies).State);
    }

    [Fact]
    public async Task A_backup_folder_that_is_gone_opens_its_step_again()
    {
        var folder = Directory.CreateTempSubdirectory("event-backup-");
        BackupFolder.Write(Database.Data, folder.FullName);
        Assert.Equal(StepState.Done, (await ReadAsync()).Of(SetUpStep.Backup).State);
        folder.Delete();
        Assert.Equal(StepState.Open, (await ReadAsync()).Of(SetUpStep.Backup).State);
    }

    [Fact]
    public async Task A_skipped_step_is_no_longer_open_and_counts_as_done_once_it_is()
    {
        await SkipAsync(SetUpStep.Days);
        await SkipAsync(SetUpStep.Days);
        var view = await ReadAsync();
        Assert.Equal((StepState.Skipped, SetUpStep.Staff), (view.Of(SetUpStep.Days).State, view.After(SetUpStep.Days)!.Step));
        Change(m => m.Venue = "会展中心");
        Assert.Equal(StepState.Done, (await ReadAsync()).Of(SetUpStep.Days).State);
        using var db = Database.CreateDbContext();
        Assert.Single(db.AuditEntries(), entry => entry.What == "set-up-step-skipped");
    }

    [Fact]
    public async Task A_step_of_another_meeting_changes_nothing_here()
    {
        var other = new Meeting { Year = 2027, Name = "明年", FirstDay = new(2027, 11, 23), LastDay = new(2027, 11, 24), Venue = "别处" };
        Database.Add(other);
        Database.Add(new Checkpoint { MeetingId = other.Id, Name = "报到" }, new SkippedStep { MeetingId = other.Id, Step = SetUpStep.Days });
        Assert.Equal("Days Staff Notice Replies Badges Checkpoints Station Backup", await OpenAsync());
    }

    [Fact]
    public async Task Nobody_is_reminded_once_the_meeting_has_begun_or_of_the_sample()
    {
        Assert.True((await ReadAsync()).Shown);
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 22, 15, 59, 0, TimeSpan.Zero));
        Assert.True((await ReadAsync()).Shown);
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 22, 16, 0, 0, TimeSpan.Zero));
        Assert.False((await ReadAsync()).Shown);
        clock.AdjustTime(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        Change(m => m.IsSample = true);
        Assert.False((await ReadAsync()).Shown);
    }

    [Fact]
    public async Task What_a_device_read_last_is_told_with_the_badge()
    {
        var last = new LastStationScan(Database);
        Assert.Null(await last.ReadAsync(Id, Stop));
        var (desk, place) = (new Station { MeetingId = Id, Name = "2号台" }, new Checkpoint { MeetingId = Id, Name = "报到" });
        var spare = new Badge { MeetingId = Id, Number = "S001", Secret = [1], CodeHash = [1] };
        Database.Add(desk, place, spare);
        Database.Add(new Scan { MeetingId = Id, CheckpointId = place.Id, StationId = desk.Id, BadgeId = spare.Id, Outcome = ScanOutcome.UnboundBadge, Source = ScanSource.Badge, RecordedAt = clock.GetUtcNow().UtcDateTime });
        Database.Add(new Scan { MeetingId = Id, CheckpointId = place.Id, Outcome = ScanOutcome.Welcome, Source = ScanSource.List });
        Assert.Equal(new LastStationScanView("2号台", ScanOutcome.UnboundBadge, "S001", clock.GetUtcNow().UtcDateTime), await last.ReadAsync(Id, Stop));
    }
}
