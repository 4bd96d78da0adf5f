using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using EventApp.Access;
using EventApp.Access.Joining;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.Joining;

namespace EventApp.Tests.Access;

public sealed class JoiningTests : IAsyncDisposable
{
    const string Right = "284913";
    readonly RunningApp app = new("Limits:AddressPerSecond=1000");
    readonly Meeting here, elsewhere;
    readonly StaffMember person;

    public JoiningTests()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        here = Add(new Meeting { Year = 2026, Name = "年会", FirstDay = today, LastDay = today.AddDays(1) });
        elsewhere = Add(new Meeting { Year = 2025, Name = "去年", FirstDay = today.AddYears(-1), LastDay = today.AddYears(-1) });
        person = Add(new StaffMember { MeetingId = here.Id, Name = "宋小松", Nickname = "小松", Phone = "15400001234" });
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    ClaimsPrincipal Chief => new(new ClaimsIdentity([new Claim(Operator.NameClaim, "大树"), new Claim(Grant.ClaimType, $"organiser@{here.Id}")], "test"));

    T Add<T>(T row) where T : class
    {
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        db.Add(row);
        db.SaveChanges();
        return row;
    }

    async Task<T> WithAsync<TCommand, T>(Func<TCommand, Task<T>> run) where TCommand : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TCommand>());
    }

    Task<JoiningView> BoardAsync() => WithAsync<JoiningBoard, JoiningView>(board => board.ReadAsync(here.Id));

    async Task<string> OpenAsync()
    {
        Assert.True(await WithAsync<InviteStaff, bool>(invite => invite.RunAsync(here.Id, Chief)));
        return (await BoardAsync()).Token!;
    }

    static async Task<HttpStatusCode> ScanAsync(HttpClient phone, int meeting, string token)
    {
        using var answer = await phone.PostAsJsonAsync("/join/open", new { meeting, token }, Stop);
        return answer.StatusCode;
    }

    Task<HttpResponseMessage> SendPinAsync(HttpClient phone, string pin, string? again = null) =>
        phone.PostFormAsync($"/join?who={person.Id}", "join", new() { ["Form.Pin"] = pin, ["Form.Again"] = again ?? pin });

    static async Task<string?> StateAsync(HttpClient phone)
    {
        using var answer = await phone.GetAsync("/join/state", Stop);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>(Stop))!["state"] : null;
    }

    static async Task<Uri?> EnterAsync(HttpClient phone)
    {
        using var answer = await phone.PostFormAsync("/join", null, [], "/join/enter");
        return answer.Headers.Location;
    }

    static async Task<HttpStatusCode> OpensAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Stop);
        return answer.StatusCode;
    }

    async Task<HttpClient> JoinedAsync()
    {
        var phone = app.Anonymous();
        Assert.Equal(HttpStatusCode.NoContent, await ScanAsync(phone, here.Id, await OpenAsync()));
        using (await SendPinAsync(phone, Right)) { }
        var request = (await BoardAsync()).Staff.Single().Requests.Single();
        Assert.Equal(AnswerJoinerResult.Done, await WithAsync<AnswerJoiner, AnswerJoinerResult>(answer => answer.AcceptAsync(here.Id, request.Id, [Roles.Desk], Chief)));
        Assert.Equal("/", (await EnterAsync(phone))!.OriginalString);
        return phone;
    }

    [Fact]
    public async Task A_phone_that_scanned_the_code_waits_until_an_organiser_accepts_and_then_has_the_roles_said()
    {
        using var phone = app.Anonymous();
        Assert.Equal(HttpStatusCode.NoContent, await ScanAsync(phone, here.Id, await OpenAsync()));
        using (var sent = await SendPinAsync(phone, Right)) Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Equal("Waiting", await StateAsync(phone));
        Assert.Equal("/join", (await EnterAsync(phone))!.OriginalString);
        Assert.Equal(HttpStatusCode.Found, await OpensAsync(phone, "/2026/arrivals"));
        var request = (await BoardAsync()).Staff.Single().Requests.Single();
        Assert.Equal(AnswerJoinerResult.Done, await WithAsync<AnswerJoiner, AnswerJoinerResult>(answer => answer.AcceptAsync(here.Id, request.Id, [Roles.Desk], Chief)));
        Assert.Equal("Accepted", await StateAsync(phone));
        Assert.Equal("/", (await EnterAsync(phone))!.OriginalString);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await OpensAsync(phone, "/2026/arrivals"), await OpensAsync(phone, "/2026/attendees")));
        Assert.Null(await StateAsync(phone));
    }

    [Fact]
    public async Task A_code_opens_nothing_after_a_quarter_of_an_hour()
    {
        Assert.Equal(TimeSpan.FromMinutes(15), JoinInvitation.Lasts);
        using var phone = app.Anonymous();
        var token = await OpenAsync();
        Assert.Equal(HttpStatusCode.NoContent, await ScanAsync(phone, here.Id, token));
        await PassAsync(JoinInvitation.Lasts - TimeSpan.FromMinutes(1));
        Assert.Contains("小松", await phone.GetStringAsync("/join", Stop));
        await PassAsync(TimeSpan.FromMinutes(2));
        Assert.DoesNotContain("小松", await phone.GetStringAsync("/join", Stop));
        Assert.Equal(HttpStatusCode.Unauthorized, await ScanAsync(app.Anonymous(), here.Id, token));
        Assert.Null((await BoardAsync()).Token);
    }

    // So much time is taken from the code instead of waiting for it.
    async Task PassAsync(TimeSpan time)
    {
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        var invitation = await db.Set<JoinInvitation>().SingleAsync(Stop);
        invitation.EndsAt -= time;
        await db.SaveChangesAsync(Stop);
    }

    [Fact]
    public async Task A_code_that_was_renewed_closed_guessed_or_is_another_meetings_opens_nothing()
    {
        using var phone = app.Anonymous();
        var first = await OpenAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await ScanAsync(phone, elsewhere.Id, first));
        Assert.Equal(HttpStatusCode.Unauthorized, await ScanAsync(phone, here.Id, new string('A', LinkKey.TokenLength)));
        Assert.Equal(HttpStatusCode.NoContent, await ScanAsync(phone, here.Id, first));
        Assert.Contains("小松", await phone.GetStringAsync("/join", Stop));
        var second = await OpenAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await ScanAsync(app.Anonymous(), here.Id, first));
        Assert.DoesNotContain("小松", await phone.GetStringAsync("/join", Stop));
        Assert.True(await WithAsync<InviteStaff, bool>(invite => invite.RunAsync(here.Id, Chief, open: false)));
        Assert.Equal(HttpStatusCode.Unauthorized, await ScanAsync(phone, here.Id, second));
    }

    [Fact]
    public async Task A_refused_phone_and_every_other_that_asked_for_the_name_stay_outside()
    {
        var token = await OpenAsync();
        var phones = new[] { app.Anonymous(), app.Anonymous() };
        foreach (var phone in phones)
        {
            await ScanAsync(phone, here.Id, token);
            using (await SendPinAsync(phone, Right)) { }
        }
        var requests = (await BoardAsync()).Staff.Single().Requests;
        Assert.Equal(2, requests.Count);
        Assert.Equal(AnswerJoinerResult.Done, await WithAsync<AnswerJoiner, AnswerJoinerResult>(answer => answer.AcceptAsync(here.Id, requests[1].Id, [Roles.Desk], Chief)));
        Assert.Equal(("Refused", "Accepted"), (await StateAsync(phones[0]), await StateAsync(phones[1])));
        Assert.Null(await EnterAsync(phones[0]));
        Assert.Equal(AnswerJoinerResult.Gone, await WithAsync<AnswerJoiner, AnswerJoinerResult>(answer => answer.AcceptAsync(here.Id, requests[0].Id, [Roles.Desk], Chief)));
    }

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("111111", "111111")]
    [InlineData("001234", "001234")]
    [InlineData("284913", "284914")]
    public async Task A_PIN_that_is_short_guessable_or_typed_twice_differently_asks_for_nothing(string pin, string again)
    {
        using var phone = app.Anonymous();
        await ScanAsync(phone, here.Id, await OpenAsync());
        using var sent = await SendPinAsync(phone, pin, again);
        Assert.Contains("form-error", await sent.Content.ReadAsStringAsync(Stop));
        Assert.Empty((await BoardAsync()).Staff.Single().Requests);
    }

    [Fact]
    public async Task Who_is_no_organiser_here_invites_accepts_and_takes_back_nothing_and_nobody_is_made_one()
    {
        using var phone = app.Anonymous();
        await ScanAsync(phone, here.Id, await OpenAsync());
        using (await SendPinAsync(phone, Right)) { }
        var request = (await BoardAsync()).Staff.Single().Requests.Single();
        var other = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Grant.ClaimType, $"organiser@{elsewhere.Id}"), new Claim(Grant.ClaimType, $"desk@{here.Id}")], "test"));
        Assert.False(await WithAsync<InviteStaff, bool>(invite => invite.RunAsync(here.Id, other)));
        Assert.Equal(AnswerJoinerResult.NotYours, await WithAsync<AnswerJoiner, AnswerJoinerResult>(answer => answer.AcceptAsync(here.Id, request.Id, [Roles.Desk], other)));
        Assert.Equal(AnswerJoinerResult.Gone, await WithAsync<AnswerJoiner, AnswerJoinerResult>(answer => answer.AcceptAsync(elsewhere.Id, request.Id, [Roles.Desk], other)));
        Assert.Equal(AnswerJoinerResult.NotYours, await WithAsync<AnswerJoiner, AnswerJoinerResult>(answer => answer.RefuseAsync(here.Id, request.Id, other)));
        Assert.Equal(AnswerJoinerResult.NotYours, await WithAsync<AnswerJoiner, AnswerJoinerResult>(answer => answer.AcceptAsync(here.Id, request.Id, [Roles.Organiser], Chief)));
        Assert.False(await WithAsync<ForgetPin, bool>(forget => forget.RunAsync(here.Id, person.Id, other)));
    }

    [Fact]
    public async Task Another_phone_of_who_joined_needs_the_PIN_alone_and_one_taken_back_ends_every_phone()
    {
        using var phone = await JoinedAsync();
        using var second = app.Anonymous();
        await ScanAsync(second, here.Id, await OpenAsync());
        using (var wrong = await SendPinAsync(second, "739104")) Assert.Contains("form-error", await wrong.Content.ReadAsStringAsync(Stop));
        using (var right = await SendPinAsync(second, Right)) Assert.Equal(HttpStatusCode.Found, right.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await OpensAsync(phone, "/2026/arrivals"), await OpensAsync(second, "/2026/arrivals")));
        Assert.True(await WithAsync<ForgetPin, bool>(forget => forget.RunAsync(here.Id, person.Id, Chief)));
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (await OpensAsync(phone, "/2026/arrivals"), await OpensAsync(second, "/2026/arrivals")));
        Assert.Equal(JoinState.Missing, (await BoardAsync()).Staff.Single().State);
    }

    [Fact]
    public async Task The_day_after_the_meeting_who_joined_has_no_role_and_cannot_come_in()
    {
        using var phone = await JoinedAsync();
        var yesterday = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-2));
        await using (var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop))
            await db.Meetings().Where(m => m.Id == here.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.FirstDay, yesterday).SetProperty(m => m.LastDay, yesterday), Stop);
        var user = await WithAsync<UserManager<IdentityUser>, IdentityUser>(async users => await users.Users.SingleAsync(u => u.UserName!.StartsWith("staff-"), Stop));
        var principal = await WithAsync<IUserClaimsPrincipalFactory<IdentityUser>, ClaimsPrincipal>(factory => factory.CreateAsync(user));
        Assert.Empty(Grants.Of(principal));
        Assert.False(await WithAsync<EnterJoined, bool>(async enter =>
        {
            app.Get<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = app.Services };
            return await enter.SignInAsync(person.Id);
        }));
    }
}
