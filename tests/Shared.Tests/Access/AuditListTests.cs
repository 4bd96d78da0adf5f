using Microsoft.EntityFrameworkCore;
using Shared.Access;

namespace Shared.Tests.Access;

public sealed class AuditListTests : IDisposable
{
    const int Here = 1, Elsewhere = 2;
    static readonly AuditScope OneMeeting = new(Here, OfNone: false), All = new(Here, OfNone: true);
    static readonly DateTime Morning = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
    readonly TestDatabase database = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    async Task AddAsync(string who, string what, string? subject = null, int? meeting = Here, string? details = null, int minute = 0)
    {
        await using var db = database.CreateDbContext();
        await AuditTrail.AddAsync(db, Morning.AddMinutes(minute), who, what, subject, meeting, details, Stop);
    }

    async Task<string> WhatsAsync(AuditScope scope, AuditFilter filter) => string.Join(' ', (await new AuditList(database).ReadAsync(scope, filter, stop: Stop)).Rows.Select(row => row.What));

    [Fact]
    public async Task An_organiser_of_one_meeting_sees_its_entries_alone_and_one_of_all_those_of_none_too()
    {
        await AddAsync("小松", "print");
        await AddAsync("小松", "sign-in", meeting: null);
        await AddAsync("别人", "export", meeting: Elsewhere);
        Assert.Equal("print", await WhatsAsync(OneMeeting, new()));
        Assert.Equal("sign-in print", await WhatsAsync(All, new()));
        Assert.Equal(["小松"], await new AuditedPeople(database).ReadAsync(All, Stop));
        Assert.Equal(2, (await new AuditExtract(database).ReadAsync(All, new(), Stop)).Count);
        Assert.Null(await new AuditCard(database).ReadAsync(OneMeeting, 2, Stop));
        Assert.Null(await new AuditCard(database).ReadAsync(All, 3, Stop));
        Assert.Equal("sign-in", (await new AuditCard(database).ReadAsync(All, 2, Stop))!.What);
    }

    [Fact]
    public async Task Each_filter_leaves_what_it_says()
    {
        await AddAsync("小松", "print", "print:1");
        await AddAsync("attendee:5", "consent-recorded", "attendee:5", minute: 1);
        await AddAsync("attendee:7", "consent-recorded", "attendee:7", minute: 2);
        await AddAsync("小林", "note-changed", "attendee:5", minute: 3);
        Assert.Equal("print", await WhatsAsync(All, new() { Who = "小松" }));
        Assert.Equal("consent-recorded consent-recorded", await WhatsAsync(All, new() { Who = "attendee:" }));
        Assert.Equal("note-changed print", await WhatsAsync(All, new() { Whats = ["print", "note-changed"] }));
        Assert.Equal("note-changed consent-recorded", await WhatsAsync(All, new() { Subject = "attendee:5" }));
        Assert.Equal("consent-recorded consent-recorded", await WhatsAsync(All, new() { From = Morning.AddMinutes(1), Before = Morning.AddMinutes(3) }));
    }

    [Fact]
    public async Task Pages_and_a_file_stay_with_what_the_first_page_showed()
    {
        for (var one = 0; one < AuditList.PageSize + 3; one++) await AddAsync("小松", "print");
        var first = await new AuditList(database).ReadAsync(All, new(), stop: Stop);
        await AddAsync("小松", "export");
        var second = await new AuditList(database).ReadAsync(All, new() { UpTo = first.UpTo }, 2, Stop);
        Assert.Equal((AuditList.PageSize, 3, 2, first.Total), (first.Rows.Count, second.Rows.Count, second.Pages, second.Total));
        Assert.Empty(first.Rows.Select(row => row.Id).Intersect(second.Rows.Select(row => row.Id)));
        Assert.Equal(first.Total, (await new AuditExtract(database).ReadAsync(All, new() { UpTo = first.UpTo }, Stop)).Count);
    }

    [Fact]
    public async Task Whether_details_are_kept_were_never_there_or_were_removed_is_told_apart()
    {
        await AddAsync("小松", "print", details: "badge");
        await AddAsync("小松", "print");
        await AddAsync("小松", "print", details: "roster");
        await using (var db = database.CreateDbContext()) await db.Database.ExecuteSqlRawAsync("UPDATE AuditDetail SET Salt = NULL, Details = NULL WHERE EntryId = 3", Stop);
        Assert.Equal([AuditDetailState.Removed, AuditDetailState.None, AuditDetailState.Kept], (await new AuditList(database).ReadAsync(All, new(), stop: Stop)).Rows.Select(row => row.Detail));
        Assert.Equal([(true, (string?)null), (false, null), (false, "badge")], (await new AuditExtract(database).ReadAsync(All, new(), Stop)).Select(entry => (entry.Removed, entry.Details)));
    }

    [Theory]
    [InlineData("电话15400001234，晚到", "电话154****1234，晚到"), InlineData("154 0000 1234", "154****1234"), InlineData("+86 154-0000-1234。", "86154****1234。"), InlineData("１５４００００１２３４", "１５４****１２３４")]
    [InlineData("Tel15400001234", "Tel154****1234"), InlineData("2026-11-23 09:00", "2026-11-23 09:00"), InlineData("154000012345", "154000012345"), InlineData("0ab15400001234f", "0ab15400001234f"), InlineData(null, null)]
    public async Task A_number_typed_into_details_is_masked_and_nothing_else_is(string? text, string? kept)
    {
        await AddAsync("小松", "note-changed", details: text);
        Assert.Equal(kept, (await new AuditExtract(database).ReadAsync(All, new(), Stop)).Single().Details);
        Assert.Null((await new AuditChain(database).ReadAsync(stop: Stop)).Broken);
    }
}
