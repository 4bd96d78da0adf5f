using System.Net;
using System.Security.Claims;
using EventApp.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shared.Access;
using Shared.Data;

namespace EventApp.Tests.Access;

public sealed class SessionsTests : IAsyncDisposable
{
    readonly RunningApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    T Read<T>(Func<EventDb, T> read)
    {
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        return read(db);
    }

    async Task<T> WithAsync<TCommand, T>(Func<TCommand, Task<T>> run) where TCommand : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TCommand>());
    }

    static ClaimsPrincipal Chief(params string[] grants) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "chief"), new Claim(Operator.NameClaim, "小松"), .. grants.Select(grant => new Claim(Grant.ClaimType, grant))], "test"));

    static async Task<HttpStatusCode> OpensAsync(HttpClient client, string path = "/meetings")
    {
        using var answer = await client.GetAsync(path, Stop);
        return answer.StatusCode;
    }

    Task<bool> EndAsync(int id, params string[] grants) => WithAsync<EndSession, bool>(end => end.RunAsync(id, Chief(grants)));

    [Fact]
    public async Task An_ended_session_opens_nothing_more_and_the_others_of_the_same_person_go_on()
    {
        using var desk = await app.SignedInAsync("dashu", Roles.Organiser);
        using var phone = app.Anonymous();
        phone.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0 Chrome/120");
        await phone.SignInAsync("dashu", RunningApp.Password);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await OpensAsync(desk), await OpensAsync(phone)));
        var session = Read(db => db.Sessions().Single(s => s.Device == "微信 · Android"));
        Assert.True(await EndAsync(session.Id, Roles.Organiser));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (await OpensAsync(desk), await OpensAsync(phone)));
        Assert.False(await EndAsync(session.Id, Roles.Organiser));
        Assert.Equal("dashu", Read(db => db.AuditEntries().Single(e => e.What == "session-ended").SubjectId));
    }

    [Fact]
    public async Task Who_signs_in_over_an_open_session_is_its_owner_and_nobody_elses_end_reaches_it()
    {
        using var client = await app.SignedInAsync("dashu", Roles.Organiser);
        using (await app.SignedInAsync("xiaosong", Roles.Organiser)) { }
        Read(db => db.Sessions().Where(s => db.Users.Any(u => u.Id == s.UserId && u.UserName == "xiaosong")).ExecuteDelete());
        Assert.Equal("/", await client.SignInAsync("xiaosong", RunningApp.Password));
        var session = Read(db => db.Sessions().Single());
        Assert.Equal("xiaosong", Read(db => db.Users.Single(u => u.Id == session.UserId).UserName));
    }

    [Fact]
    public async Task A_changed_security_stamp_leads_to_the_sign_in_and_to_no_error()
    {
        app.Get<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;
        using var client = await app.SignedInAsync("dashu", Roles.Organiser);
        await WithAsync<UserManager<IdentityUser>, IdentityResult>(async users => await users.UpdateSecurityStampAsync((await users.FindByNameAsync("dashu"))!));
        Assert.Equal(HttpStatusCode.Found, await OpensAsync(client));
        Assert.Equal("/", await client.SignInAsync("dashu", RunningApp.Password));
    }

    [Fact]
    public async Task Who_is_no_organiser_wherever_the_person_reaches_ends_nothing()
    {
        using var client = await app.SignedInAsync("dashu", Roles.Organiser);
        var id = Read(db => db.Sessions().Single().Id);
        Assert.False(await EndAsync(id, "organiser@1"));
        Assert.False(await EndAsync(id, Roles.Viewer));
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
    }

    [Fact]
    public async Task A_disabled_account_a_new_password_and_signing_out_leave_no_session()
    {
        var (third, cookies) = await app.SignedInWithCookiesAsync("third", Roles.Viewer);
        using (var signedOut = await third.PostFormAsync("/account", null, [], "/sign-out")) Assert.Equal(HttpStatusCode.Found, signedOut.StatusCode);
        Assert.Equal((HttpStatusCode.Found, 0), (await OpensAsync(third), Read(db => db.Sessions().Count())));
        third.Dispose();
        // Whoever has kept the cookie itself has nothing.
        using var thief = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Address) };
        thief.DefaultRequestHeaders.Add("Cookie", cookies);
        Assert.Equal(HttpStatusCode.Found, await OpensAsync(thief));
        using var first = await app.SignedInAsync("first", Roles.Organiser);
        using var second = await app.SignedInAsync("second", Roles.Organiser);
        var id = Read(db => db.Users.Single(u => u.UserName == "second").Id);
        Assert.Equal(DisableAccountResult.Done, await WithAsync<DisableAccount, DisableAccountResult>(disable => disable.RunAsync(id, true, Chief(Roles.Organiser))));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (await OpensAsync(first), await OpensAsync(second)));
        Assert.Equal("first", Read(db => db.Users.Single(u => u.Id == db.Sessions().Single().UserId).UserName));
        Assert.NotNull(await WithAsync<IssueAccount, string?>(issue => issue.RunAsync(Read(db => db.Sessions().Single().UserId), Chief(Roles.Organiser))));
        Assert.Equal((HttpStatusCode.Found, 0), (await OpensAsync(first), Read(db => db.Sessions().Count())));
    }

    [Fact]
    public async Task A_session_ends_when_its_day_is_over_however_much_it_was_used()
    {
        app.Get<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;
        using var client = await app.SignedInAsync("dashu", Roles.Organiser);
        var ends = Read(db => db.Sessions().Single().ExpiresAt);
        // Cookies keep whole seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.5), Stop);
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
        using (await client.PostFormAsync("/account", "start-authenticator", [])) { }
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
        Assert.InRange(Read(db => db.Sessions().Single().ExpiresAt), ends.AddSeconds(-1.5), ends.AddSeconds(1));
    }

    [Fact]
    public async Task A_principal_made_anew_keeps_its_session_and_the_database_holds_no_key()
    {
        using var client = await app.SignedInAsync("dashu", Roles.Organiser);
        app.Get<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
        var stored = Read(db => db.Sessions().Single());
        Assert.Equal(32, stored.KeyHash.Length);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<SessionTickets>().RetrieveAsync(System.Buffers.Text.Base64Url.EncodeToString(stored.KeyHash)));
        Assert.True(await EndAsync(stored.Id, Roles.Organiser));
        Assert.Equal(HttpStatusCode.Found, await OpensAsync(client));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120 Safari/537.36 Edg/120", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604", "Safari · iPhone")]
    [InlineData("<script>alert(1)</script>", "–"), InlineData(null, "–")]
    public void A_device_is_called_what_people_call_it(string? userAgent, string name) => Assert.Equal(name, DeviceName.Of(userAgent));
}
