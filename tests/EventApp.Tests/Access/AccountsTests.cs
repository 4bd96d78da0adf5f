using System.Net;
using System.Security.Claims;
using EventApp.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Tests.Access;

public sealed class AccountsTests : IAsyncDisposable
{
    readonly RunningApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task<T> WithAsync<TCommand, T>(Func<TCommand, Task<T>> run) where TCommand : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TCommand>());
    }

    static ClaimsPrincipal Somebody(string userId, params string[] grants) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId), new Claim(Operator.NameClaim, "小松"), .. grants.Select(grant => new Claim(Grant.ClaimType, grant))], "test"));

    static readonly ClaimsPrincipal Chief = Somebody("somebody", Roles.Organiser);

    Task<IssueAccountResult> IssueAsync(string user, string role, int? meetingId = null, ClaimsPrincipal? by = null) =>
        WithAsync<IssueAccount, IssueAccountResult>(issue => issue.RunAsync(new AccountOrder(user, "大树", [new(role, meetingId)]), by ?? Chief));

    Task<ChangeGrantsResult> GrantAsync(string userId, int meetingId, ClaimsPrincipal by, params string[] roles) =>
        WithAsync<ChangeGrants, ChangeGrantsResult>(change => change.RunAsync(userId, meetingId, roles, by));

    async Task<HttpStatusCode> OpensAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    async Task<string> UserIdAsync(string user)
    {
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Users.Where(u => u.UserName == user).Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken);
    }

    async Task<int> AddMeetingAsync(int year)
    {
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var meeting = new Meeting { Year = year, Name = "年会", FirstDay = new(year, 11, 23), LastDay = new(year, 11, 24) };
        db.Add(meeting);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return meeting.Id;
    }

    [Fact]
    public async Task A_one_time_password_leads_to_a_page_that_replaces_it_and_reaches_nothing_else()
    {
        var issued = await IssueAsync("dashu", Roles.Organiser);
        await AddMeetingAsync(2026);
        using var client = app.Anonymous();
        Assert.Equal("/new-password?to=%2F", await client.SignInAsync("dashu", issued.Password!));
        using (var refused = await client.GetAsync("/2026/accounts", TestContext.Current.CancellationToken))
            Assert.Equal("/new-password?to=%2F2026%2Faccounts", refused.Headers.Location!.OriginalString);
        using (var replaced = await client.PostFormAsync("/new-password", "new-password", new() { ["Form.Password"] = "seven quiet lanterns", ["Form.Again"] = "seven quiet lanterns" }))
            Assert.Equal("/", replaced.Headers.Location!.AbsolutePath);
        using var page = await client.GetAsync("/2026/accounts", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var again = await client.PostFormAsync("/new-password", "new-password", new() { ["Form.Password"] = "another password", ["Form.Again"] = "another password" });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Two_different_passwords_or_the_same_as_before_are_not_taken()
    {
        var issued = await IssueAsync("dashu", Roles.Desk);
        using var client = app.Anonymous();
        await client.SignInAsync("dashu", issued.Password!);
        foreach (var (password, again, sentence) in new[] { ("my own password", "another password", "两遍不一样"), (issued.Password!, issued.Password!, "要和原来的不同"), ("short", "short", "密码太短"), ("password123", "password123", "容易被猜到"), ("1234567890", "1234567890", "容易被猜到"), ("dashu12345", "dashu12345", "容易被猜到") })
        {
            using var answer = await client.PostFormAsync("/new-password", "new-password", new() { ["Form.Password"] = password, ["Form.Again"] = again });
            Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public async Task A_user_name_in_use_is_refused()
    {
        await IssueAsync("dashu", Roles.Desk);
        Assert.Equal(new(null, "DuplicateUserName"), await IssueAsync("dashu", Roles.Desk));
    }

    [Fact]
    public async Task An_account_of_one_meeting_reaches_no_other()
    {
        var (own, _) = (await AddMeetingAsync(2026), await AddMeetingAsync(2025));
        using var client = await app.SignedInAsync("dashu", $"organiser@{own}");
        using var allowed = await client.GetAsync("/2026/accounts", TestContext.Current.CancellationToken);
        using var other = await client.GetAsync("/2025/accounts", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (allowed.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task The_last_organiser_and_ones_own_account_stay()
    {
        using var first = await app.SignedInAsync("first", Roles.Organiser);
        var id = await UserIdAsync("first");
        Task<DisableAccountResult> Disable(string user, string own) => WithAsync<DisableAccount, DisableAccountResult>(disable => disable.RunAsync(user, true, Somebody(own, Roles.Organiser)));
        Assert.Equal(DisableAccountResult.OwnAccount, await Disable(id, id));
        Assert.Equal(DisableAccountResult.LastOrganiser, await Disable(id, "somebody"));
        await IssueAsync("second", Roles.Organiser);
        Assert.Equal(DisableAccountResult.Done, await Disable(id, "somebody"));
        using var client = app.Anonymous();
        Assert.Null(await client.SignInAsync("first", RunningApp.Password));
    }

    [Fact]
    public async Task A_reset_ends_the_old_password()
    {
        using var old = await app.SignedInAsync("dashu", Roles.Desk);
        var id = await UserIdAsync("dashu");
        var password = await WithAsync<IssueAccount, string?>(issue => issue.RunAsync(id, Chief));
        using var client = app.Anonymous();
        Assert.Null(await client.SignInAsync("dashu", RunningApp.Password));
        Assert.StartsWith("/new-password", await client.SignInAsync("dashu", password!));
    }

    [Fact]
    public async Task The_list_shows_the_meetings_own_accounts_and_those_for_all()
    {
        var (own, other) = (await AddMeetingAsync(2026), await AddMeetingAsync(2025));
        await IssueAsync("all", Roles.Organiser);
        await IssueAsync("own", Roles.Desk, own);
        await IssueAsync("other", Roles.Desk, other);
        var list = await WithAsync<AccountList, IReadOnlyList<AccountView>>(query => query.ReadAsync(own, TestContext.Current.CancellationToken));
        Assert.Equal(["all organiser True", "own desk True"], list.Select(a => $"{a.UserName} {a.Grants.Single().Role} {a.OneTimePassword}"));
    }

    [Fact]
    public async Task An_organiser_of_one_meeting_grants_there_alone_and_touches_nobody_who_reaches_further()
    {
        var (own, other) = (await AddMeetingAsync(2026), await AddMeetingAsync(2025));
        var local = Somebody("local", $"organiser@{own}");
        Assert.Equal("NotYours", (await IssueAsync("spy", Roles.Organiser, null, local)).Refusal);
        Assert.Equal("NotYours", (await IssueAsync("spy", Roles.Viewer, other, local)).Refusal);
        Assert.NotNull((await IssueAsync("helper", Roles.Desk, own, local)).Password);
        await IssueAsync("chief", Roles.Organiser);
        var (helper, chief) = (await UserIdAsync("helper"), await UserIdAsync("chief"));
        Assert.Equal(ChangeGrantsResult.NotYours, await GrantAsync(helper, other, local, Roles.Desk));
        Assert.Null(await WithAsync<IssueAccount, string?>(issue => issue.RunAsync(chief, local)));
        Assert.Equal(DisableAccountResult.NotYours, await WithAsync<DisableAccount, DisableAccountResult>(disable => disable.RunAsync(chief, true, local)));
        Assert.Equal(ChangeGrantsResult.Done, await GrantAsync(helper, own, local, Roles.Liaison, Roles.Catering));
        var list = await WithAsync<AccountList, IReadOnlyList<AccountView>>(query => query.ReadAsync(own, TestContext.Current.CancellationToken));
        Assert.Equal([$"liaison@{own}", $"catering@{own}"], list.Single(a => a.UserId == helper).Grants.Select(grant => grant.ToString()));
    }

    [Fact]
    public async Task An_account_is_tied_to_nobody_of_another_meetings_staff()
    {
        var (own, other) = (await AddMeetingAsync(2026), await AddMeetingAsync(2025));
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var (here, there) = (new StaffMember { MeetingId = own, Name = "宋小松" }, new StaffMember { MeetingId = other, Name = "李大树" });
        db.AddRange(here, there);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await IssueAsync("liaison", Roles.Liaison, own);
        var id = await UserIdAsync("liaison");
        Task<bool> Tie(int staff) => WithAsync<TieToStaff, bool>(tie => tie.RunAsync(id, own, staff, Chief));
        Assert.Equal((true, false), (await Tie(here.Id), await Tie(there.Id)));
        Assert.Equal([(here.Id, id), (there.Id, null)], (await db.Staff().AsNoTracking().OrderBy(s => s.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(s => (s.Id, s.UserId)));
    }

    [Fact]
    public async Task A_changed_role_reaches_a_cookie_that_was_given_before()
    {
        var own = await AddMeetingAsync(2026);
        using var client = await app.SignedInAsync("dashu", $"desk@{own}");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await OpensAsync(client, "/2026/arrivals"), await OpensAsync(client, "/2026/accounts")));
        Assert.Equal(ChangeGrantsResult.Done, await GrantAsync(await UserIdAsync("dashu"), own, Chief, Roles.Viewer));
        app.Get<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (await OpensAsync(client, "/2026/arrivals"), await OpensAsync(client, "/2026/dashboard")));
    }

    [Fact]
    public async Task Nobody_takes_the_right_to_grant_from_themselves()
    {
        var own = await AddMeetingAsync(2026);
        await IssueAsync("local", Roles.Organiser, own);
        var id = await UserIdAsync("local");
        Assert.Equal(ChangeGrantsResult.LastOrganiser, await GrantAsync(id, own, Somebody(id, $"organiser@{own}"), Roles.Desk));
        Assert.Equal(ChangeGrantsResult.Done, await GrantAsync(id, own, Chief, Roles.Desk));
    }
}
