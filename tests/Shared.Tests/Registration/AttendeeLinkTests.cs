using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Registration;

namespace Shared.Tests.Registration;

public sealed class AttendeeLinkTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Rosters rosters = new();
    readonly FakeTimeProvider clock = new(new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));
    readonly AuditTrail audit;
    readonly LinkKey key;
    readonly LiveUpdates live = new();

    public AttendeeLinkTests() => (audit, key) = (new(rosters.Database, clock), new(rosters.Database.Data));

    public void Dispose() => rosters.Dispose();

    AttendeeByLink ByLink => new(rosters.Database, key);
    OpenAttendeeLink Open => new(rosters.Database, ByLink, live, clock);
    AnswerByLink Answer => new(ByLink, new(rosters.Database, audit, live));

    Task<IReadOnlyList<MadeLink>> MakeAsync(params int[] ids) => new MakeAttendeeLinks(rosters.Database, key, audit, live).RunAsync(rosters.Meeting.Id, ids, "小松", Stop);

    T Read<T>(Func<EventDb, T> read)
    {
        using var db = rosters.Database.CreateDbContext();
        return read(db);
    }

    [Fact]
    public async Task Links_are_made_once_and_open_their_own_person_alone()
    {
        var (wang, li) = (rosters.Add("王刚"), rosters.Add("李娜"));
        var made = await MakeAsync(wang.Id, li.Id, wang.Id);
        Assert.Equal([wang.Id, li.Id], made.Select(l => l.AttendeeId));
        Assert.Equal(made, await MakeAsync(wang.Id, li.Id));
        Assert.Equal($"/me/{made[0].LinkId}#{made[0].Token}", made[0].Address);
        Assert.Equal(new LinkOwner(rosters.Meeting.Id, wang.Id, AttendeeState.Confirmed), await ByLink.ReadAsync(made[0].LinkId, made[0].Token, Stop));
        Assert.Null(await ByLink.ReadAsync(made[0].LinkId, made[1].Token, Stop));
        Assert.Null(await ByLink.ReadAsync(made[0].LinkId, null, Stop));
        Assert.Null(await ByLink.ReadAsync(made[0].LinkId + 99, made[0].Token, Stop));
    }

    [Fact]
    public async Task Neither_the_database_nor_the_trail_holds_a_token()
    {
        var link = Assert.Single(await MakeAsync(rosters.Add("王刚").Id));
        await new RenewAttendeeLink(rosters.Database, key, audit, live).RunAsync(rosters.Meeting.Id, link.AttendeeId, "小松", Stop);
        Assert.All(Read(db => db.Set<AuditDetail>().ToList()), detail => Assert.Null(detail.Details));
        Assert.Equal(["own-link-made", "own-link-renewed"], Read(db => db.AuditEntries().OrderBy(e => e.Id).Select(e => e.What).ToList()));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.DoesNotContain(link.Token, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(rosters.Database.Data.Database, Stop)));
    }

    [Fact]
    public async Task Nobody_of_another_meeting_cancelled_or_replaced_gets_a_link()
    {
        var cancelled = rosters.Add("王刚", change: a => a.State = AttendeeState.Cancelled);
        var replaced = rosters.Add("李娜", change: a => a.State = AttendeeState.Replaced);
        Assert.Empty(await MakeAsync(cancelled.Id, replaced.Id, 99));
        Assert.Empty(await new MakeAttendeeLinks(rosters.Database, key, audit, live).RunAsync(rosters.Meeting.Id + 1, [rosters.Add("孙丽").Id], "小松", Stop));
    }

    [Fact]
    public async Task An_ended_link_opens_nothing_until_a_new_one_is_made_and_the_old_token_never_again()
    {
        var link = Assert.Single(await MakeAsync(rosters.Add("王刚").Id));
        var end = new EndAttendeeLink(rosters.Database, audit, live);
        Assert.False(await end.RunAsync(rosters.Meeting.Id + 1, link.AttendeeId, "小松", Stop));
        Assert.True(await end.RunAsync(rosters.Meeting.Id, link.AttendeeId, "小松", Stop));
        Assert.False(await end.RunAsync(rosters.Meeting.Id, link.AttendeeId, "小松", Stop));
        Assert.Null(await ByLink.ReadAsync(link.LinkId, link.Token, Stop));
        Assert.Empty(await MakeAsync(link.AttendeeId));
        Assert.Null((await new OwnLinkCard(rosters.Database, key).ReadAsync(rosters.Meeting.Id, link.AttendeeId, Stop))!.Address);
        var renew = new RenewAttendeeLink(rosters.Database, key, audit, live);
        Assert.Null(await renew.RunAsync(rosters.Meeting.Id + 1, link.AttendeeId, "小松", Stop));
        var renewed = (await renew.RunAsync(rosters.Meeting.Id, link.AttendeeId, "小松", Stop))!;
        Assert.NotNull(await ByLink.ReadAsync(renewed.LinkId, renewed.Token, Stop));
        Assert.Null(await ByLink.ReadAsync(link.LinkId, link.Token, Stop));
    }

    [Fact]
    public async Task An_organiser_sees_when_a_link_was_first_opened()
    {
        var link = Assert.Single(await MakeAsync(rosters.Add("王刚").Id));
        Assert.False(await Open.RunAsync(link.LinkId, "wrong", Stop));
        var card = new OwnLinkCard(rosters.Database, key);
        Assert.Null((await card.ReadAsync(rosters.Meeting.Id, link.AttendeeId, Stop))!.OpenedAt);
        Assert.True(await Open.RunAsync(link.LinkId, link.Token, Stop));
        var first = clock.GetUtcNow().UtcDateTime;
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await Open.RunAsync(link.LinkId, link.Token, Stop));
        Assert.Equal(new OwnLink(link.Address, first, first, null), await card.ReadAsync(rosters.Meeting.Id, link.AttendeeId, Stop));
        Assert.Null(await card.ReadAsync(rosters.Meeting.Id + 1, link.AttendeeId, Stop));
    }

    [Fact]
    public async Task A_person_answers_the_separate_consents_alone_and_the_trail_names_them_by_number()
    {
        var person = rosters.Add("王刚");
        var link = Assert.Single(await MakeAsync(person.Id));
        Assert.Equal(AnswerByLinkResult.Recorded, await Answer.RunAsync(link.LinkId, link.Token, ConsentPurpose.PublicScreen, ConsentState.No, Stop));
        Assert.Equal(AnswerByLinkResult.NotAsked, await Answer.RunAsync(link.LinkId, link.Token, ConsentPurpose.Notice, ConsentState.Yes, Stop));
        Assert.Equal(AnswerByLinkResult.NotAsked, await Answer.RunAsync(link.LinkId, link.Token, ConsentPurpose.Photograph, ConsentState.Unknown, Stop));
        Assert.Equal(AnswerByLinkResult.Closed, await Answer.RunAsync(link.LinkId, "wrong", ConsentPurpose.Photograph, ConsentState.Yes, Stop));
        var consent = Assert.Single(Read(db => db.Set<Consent>().ToList()));
        Assert.Equal((person.Id, ConsentPurpose.PublicScreen, ConsentState.No, "OwnPage"), (consent.AttendeeId, consent.Purpose, consent.State, consent.Source));
        var entry = Read(db => db.AuditEntries().Single(e => e.What == "consent-recorded"));
        Assert.True(RegistrationSets.IsSubject(entry.Who));
        Assert.Equal(RegistrationSets.Subject(person.Id), entry.Who);
        rosters.Database.CreateDbContext().Attendees().ExecuteUpdate(set => set.SetProperty(a => a.State, AttendeeState.Cancelled));
        Assert.Equal(AnswerByLinkResult.Closed, await Answer.RunAsync(link.LinkId, link.Token, ConsentPurpose.Photograph, ConsentState.Yes, Stop));
    }
}
