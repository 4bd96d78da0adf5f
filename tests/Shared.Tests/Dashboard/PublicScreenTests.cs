using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shared.Access;
using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Live;
using Shared.Registration;
using Shared.Tests.CheckIn;

namespace Shared.Tests.Dashboard;

public sealed class PublicScreenTests : IDisposable
{
    readonly Morning morning = new();
    readonly DashboardFeed feed;
    readonly PublicScreen screen;
    readonly AuditTrail audit;

    public PublicScreenTests()
    {
        var (dbs, clock) = (morning.Database, morning.Clock);
        var overview = new LiveOverview(new(dbs, clock), new(new(dbs, clock), new(dbs, clock), new(dbs), new(dbs)), clock, NullLogger<LiveOverview>.Instance);
        feed = new(new LiveUpdates(), overview, clock, NullLogger<DashboardFeed>.Instance);
        screen = new(dbs, feed, new(dbs, clock));
        audit = new(dbs, clock);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task<(int Id, string Token)> MakeAsync()
    {
        var made = await new MakeDisplayLink(morning.Database, audit, morning.Clock).RunAsync(morning.Meeting.Id, "一楼大屏", null, "小松", Stop);
        return Assert.IsType<MakeDisplayLinkResult.Made>(made) is var link ? (link.Id, link.Token) : default;
    }

    void Welcome(Attendee person)
    {
        var scan = morning.Add(new Scan { MeetingId = morning.Meeting.Id, CheckpointId = morning.ReportIn.Id, AttendeeId = person.Id, Outcome = ScanOutcome.Welcome, Source = ScanSource.Badge, OccurredAt = Morning.Nine, RecordedAt = Morning.Nine });
        morning.Add(new Presence { CheckpointId = morning.ReportIn.Id, AttendeeId = person.Id, Inside = true, FirstScanId = scan.Id, FirstAt = Morning.Nine, LastAt = Morning.Nine });
    }

    [Theory]
    [InlineData(ConsentState.Yes, true), InlineData(ConsentState.No, false), InlineData(ConsentState.Unknown, false), InlineData(null, false)]
    public async Task A_person_is_named_only_with_consent_to_the_public_screen(ConsentState? consent, bool named)
    {
        var person = morning.AddPerson(morning.AddUnit());
        if (consent is { } state) morning.Add(new Consent { AttendeeId = person.Id, Purpose = ConsentPurpose.PublicScreen, State = state, Source = "form", GivenAt = Morning.Nine });
        morning.Add(new Consent { AttendeeId = person.Id, Purpose = ConsentPurpose.PublishedList, State = ConsentState.Yes, Source = "form", GivenAt = Morning.Nine });
        Welcome(person);
        var view = await screen.ReadAsync((await MakeAsync()).Token, Stop);
        Assert.Equal(named ? person.Name : null, Assert.Single(view!.Welcomes).Name);
        Assert.StartsWith("演示", view.Welcomes[0].Unit);
    }

    [Fact]
    public async Task Units_are_shown_once_present_and_nobody_absent_ever()
    {
        var here = morning.AddPerson(morning.AddUnit());
        morning.AddPerson(morning.AddUnit());
        Welcome(here);
        var view = await screen.ReadAsync((await MakeAsync()).Token, Stop);
        Assert.Equal((2, 1, 2, 1), (view!.Expected, view.Arrived, view.Members, view.MembersPresent));
        Assert.Single(view.UnitsPresent);
    }

    [Fact]
    public async Task A_welcome_taken_back_is_not_shown()
    {
        var person = morning.AddPerson(morning.AddUnit());
        morning.Add(new Scan { MeetingId = morning.Meeting.Id, CheckpointId = morning.ReportIn.Id, AttendeeId = person.Id, Outcome = ScanOutcome.Welcome, Source = ScanSource.Badge, OccurredAt = Morning.Nine, RecordedAt = Morning.Nine });
        var token = (await MakeAsync()).Token;
        Assert.Empty((await screen.ReadAsync(token, Stop))!.Welcomes);
        Welcome(person);
        morning.Clock.Advance(DashboardFeed.GlanceLasts);
        Assert.Single((await screen.ReadAsync(token, Stop))!.Welcomes);
    }

    [Fact]
    public async Task A_screen_whose_checkpoint_was_retired_shows_report_in()
    {
        var made = await new MakeDisplayLink(morning.Database, audit, morning.Clock).RunAsync(morning.Meeting.Id, "一楼大屏", morning.Session.Id, "小松", Stop);
        var token = Assert.IsType<MakeDisplayLinkResult.Made>(made).Token;
        Assert.Equal("开幕式", (await screen.ReadAsync(token, Stop))!.Checkpoint);
        await morning.Database.CreateDbContext().Checkpoints().Where(c => c.Id == morning.Session.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Retired, true), Stop);
        Assert.Equal("报到", (await screen.ReadAsync(token, Stop))?.Checkpoint);
    }

    [Fact]
    public async Task A_revoked_link_shows_nothing_from_then_on_and_others_stay()
    {
        var (id, token) = await MakeAsync();
        var (_, other) = await MakeAsync();
        var revoke = new RevokeDisplayLink(morning.Database, audit, morning.Clock);
        Assert.True(await screen.AdmitsAsync(token, Stop));
        Assert.False(await revoke.RunAsync(morning.Meeting.Id + 1, id, "小松", Stop));
        Assert.True(await revoke.RunAsync(morning.Meeting.Id, id, "小松", Stop));
        Assert.False(await revoke.RunAsync(morning.Meeting.Id, id, "小松", Stop));
        Assert.Null(await screen.ReadAsync(token, Stop));
        Assert.NotNull(await screen.ReadAsync(other, Stop));
    }

    [Fact]
    public async Task The_token_is_nowhere_in_the_database_and_the_list_knows_who_made_the_link()
    {
        var (_, token) = await MakeAsync();
        var row = Assert.Single(await new DisplayLinkList(morning.Database).ReadAsync(morning.Meeting.Id, Stop));
        Assert.Equal(("一楼大屏", "小松", null), (row.Name, row.MadeBy, row.RevokedAt));
        var stored = Directory.GetFiles(morning.Database.Data.Path).Select(file => new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), System.Text.Encoding.Latin1).ReadToEnd()).ToList();
        Assert.Contains(stored, text => text.Contains("display-link-made"));
        Assert.DoesNotContain(stored, text => text.Contains(token));
    }

    [Theory]
    [InlineData(""), InlineData("   "), InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public async Task A_link_needs_a_name_that_fits(string name) => Assert.IsType<MakeDisplayLinkResult.NameMissing>(
        await new MakeDisplayLink(morning.Database, audit, morning.Clock).RunAsync(morning.Meeting.Id, name, null, "小松", Stop));

    [Fact]
    public async Task A_link_shows_no_other_meetings_checkpoint()
    {
        using var other = new Morning(morning.Database);
        Assert.IsType<MakeDisplayLinkResult.NoSuchCheckpoint>(
            await new MakeDisplayLink(morning.Database, audit, morning.Clock).RunAsync(morning.Meeting.Id, "大屏", other.ReportIn.Id, "小松", Stop));
    }

    public void Dispose()
    {
        feed.Dispose();
        morning.Dispose();
    }
}
