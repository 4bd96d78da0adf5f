using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using EventApp.Access;
using EventApp.Access.Proving;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shared.Access;
using Shared.Data;

namespace EventApp.Tests.Access;

public sealed partial class SecondStepTests : IAsyncDisposable
{
    const string User = "dashu";
    readonly RunningApp app = new("Limits:AddressPerSecond=1000");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task<(string Key, IReadOnlyList<string> Recovery)> SetUpAsync(HttpClient signedIn)
    {
        var key = await KeyAsync(signedIn);
        using var answer = await signedIn.PostFormAsync("/account", "confirm-authenticator", new() { ["Form.Code"] = Totp.Code(key), ["Form.Password"] = RunningApp.Password });
        var codes = Recovery().Matches(await answer.Content.ReadAsStringAsync(Stop)).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(AuthenticatorApp.RecoveryCodes, codes.Count);
        return (key, codes);
    }

    static async Task<string> KeyAsync(HttpClient signedIn)
    {
        if (Key().Match(await signedIn.GetStringAsync("/account", Stop)) is { Success: true } begun) return begun.Groups[1].Value;
        using var started = await signedIn.PostFormAsync("/account", "start-authenticator", []);
        return Key().Match(await started.Content.ReadAsStringAsync(Stop)).Groups[1].Value;
    }

    async Task<HttpClient> HalfWayAsync()
    {
        var client = app.Anonymous();
        Assert.StartsWith("/sign-in/code", await client.SignInAsync(User, RunningApp.Password));
        Assert.Equal(HttpStatusCode.Found, await OpensAsync(client));
        return client;
    }

    static async Task<string?> SendAsync(HttpClient client, string code, string to = "")
    {
        using var answer = await client.PostFormAsync("/sign-in/code" + to, "second-step", new() { ["Form.Code"] = code });
        return answer.Headers.Location is { } led ? new Uri(client.BaseAddress!, led) is var there && there.Authority == client.BaseAddress!.Authority ? there.PathAndQuery : there.OriginalString : null;
    }

    static async Task<HttpStatusCode> OpensAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/meetings", Stop);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_right_password_alone_opens_nothing_and_a_code_of_the_app_opens_once()
    {
        using var first = await app.SignedInAsync(User, Roles.Organiser);
        var (key, _) = await SetUpAsync(first);
        using var second = await HalfWayAsync();
        Assert.Null(await SendAsync(second, "000000"));
        var code = Totp.Code(key, later: 1);
        Assert.Equal("/", await SendAsync(second, $"{code[..3]} {code[3..]}"));
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(second));
        using var third = await HalfWayAsync();
        Assert.Null(await SendAsync(third, code));
        Assert.Equal("/", await SendAsync(third, Totp.Code(key, later: 2)));
        using var fourth = await HalfWayAsync();
        Assert.Null(await SendAsync(fourth, code));
        Assert.Equal(HttpStatusCode.Found, await OpensAsync(fourth));
    }

    [Fact]
    public async Task Of_two_who_send_the_same_code_at_one_moment_one_comes_in()
    {
        using var first = await app.SignedInAsync(User, Roles.Organiser);
        var (key, _) = await SetUpAsync(first);
        var clients = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => HalfWayAsync()));
        var code = Totp.Code(key, later: 1);
        var answers = await Task.WhenAll(clients.Select(client => SendAsync(client, code)));
        Assert.Equal(1, answers.Count(to => to == "/"));
    }

    [Theory]
    [InlineData("123 456", "123456"), InlineData("１２３４５６", "123456"), InlineData("23B45-C6D7F", ""), InlineData(null, "")]
    public void A_recovery_code_with_six_digits_in_it_is_not_taken_for_a_code_of_the_app(string? typed, string digits) => Assert.Equal(digits, AuthenticatorApp.Digits(typed));

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        using var first = await app.SignedInAsync(User, Roles.Organiser);
        var (_, recovery) = await SetUpAsync(first);
        using var second = await HalfWayAsync();
        Assert.Equal("/", await SendAsync(second, recovery[0], to: "?to=%2F%2Fevil.example"));
        using var third = await HalfWayAsync();
        Assert.Null(await SendAsync(third, recovery[0]));
        Assert.Equal("/", await SendAsync(third, recovery[1]));
    }

    [Fact]
    public async Task Recovery_codes_lie_in_the_database_as_hashes_alone()
    {
        using var first = await app.SignedInAsync(User, Roles.Organiser);
        var (_, recovery) = await SetUpAsync(first);
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        var kept = (await db.UserTokens.SingleAsync(token => token.Name == "RecoveryCodes", Stop)).Value!.Split(';');
        Assert.Equal(recovery.Count, kept.Distinct().Count());
        Assert.All(kept, one => Assert.DoesNotContain(recovery, code => one.Contains(code, StringComparison.OrdinalIgnoreCase)));
        // What was read in the database opens nothing.
        using var second = await HalfWayAsync();
        Assert.Null(await SendAsync(second, kept[0]));
        Assert.Equal("/", await SendAsync(second, recovery[0]));
        Assert.Equal(kept[1..], (await db.UserTokens.AsNoTracking().SingleAsync(token => token.Name == "RecoveryCodes", Stop)).Value!.Split(';'));
    }

    [Fact]
    public async Task A_wrong_password_and_a_wrong_code_stand_in_the_trail()
    {
        using var first = await app.SignedInAsync(User, "organiser@1");
        await SetUpAsync(first);
        using var second = app.Anonymous();
        await second.SignInAsync(User, "not the password");
        await second.SignInAsync("nobody", "not the password");
        await second.SignInAsync(User, RunningApp.Password);
        Assert.Null(await SendAsync(second, "000000"));
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        var refused = await db.AuditEntries().Where(e => e.What.EndsWith("-refused")).OrderBy(e => e.Id).ToListAsync(Stop);
        // A name that nobody has leaves its row too, so that the answer takes as long.
        Assert.Equal([$"sign-in-refused {User} 1", "sign-in-refused  ", $"second-step-refused {User} 1"], refused.Select(e => $"{e.What} {e.SubjectId} {e.MeetingId}"));
    }

    [Fact]
    public async Task Where_the_installation_asks_for_it_an_organiser_sets_up_the_second_step_before_anything_else()
    {
        await using var strict = new RunningApp("SignIn:OrganisersNeedSecondStep=true", "Limits:AddressPerSecond=1000");
        using var organiser = await strict.SignedInAsync(User, Roles.Organiser);
        using var desk = await strict.SignedInAsync("xiaofang", "desk@1");
        using (var refused = await organiser.GetAsync("/meetings", Stop))
            Assert.EndsWith("/account", refused.Headers.Location!.OriginalString);
        Assert.Contains("id=\"second-step-needed\"", await organiser.GetStringAsync("/account", Stop));
        Assert.DoesNotContain("id=\"second-step-needed\"", await desk.GetStringAsync("/account", Stop));
        await SetUpAsync(organiser);
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(organiser));
        Assert.DoesNotContain("id=\"second-step-needed\"", await organiser.GetStringAsync("/account", Stop));
    }

    [Fact]
    public async Task Tries_of_the_code_are_counted_as_those_of_a_password()
    {
        await using var strict = new RunningApp("Limits:SignInPerMinute=5", "Limits:AddressPerSecond=1000");
        using var first = await strict.SignedInAsync(User, Roles.Organiser);
        var key = await KeyAsync(first);
        using (await first.PostFormAsync("/account", "confirm-authenticator", new() { ["Form.Code"] = Totp.Code(key), ["Form.Password"] = RunningApp.Password })) { }
        using var second = strict.Anonymous();
        await second.SignInAsync(User, RunningApp.Password);
        for (var i = 0; i < 5; i++) Assert.Null(await SendAsync(second, "000000"));
        using var waits = await second.PostFormAsync("/sign-in/code", "second-step", new() { ["Form.Code"] = Totp.Code(key, later: 1) });
        Assert.Equal(HttpStatusCode.TooManyRequests, waits.StatusCode);
    }

    [Fact]
    public async Task Without_the_password_nothing_is_turned_on_or_off()
    {
        using var client = await app.SignedInAsync(User, Roles.Organiser);
        var key = await KeyAsync(client);
        using (var refused = await client.PostFormAsync("/account", "confirm-authenticator", new() { ["Form.Code"] = Totp.Code(key), ["Form.Password"] = "wrong password" }))
            Assert.DoesNotContain("recovery-codes", await refused.Content.ReadAsStringAsync(Stop));
        await SetUpAsync(client);
        using (await client.PostFormAsync("/account", "drop-authenticator", new() { ["Form.Password"] = "wrong password" })) { }
        Assert.True(await OnAsync());
        using (await client.PostFormAsync("/account", "drop-authenticator", new() { ["Form.Password"] = RunningApp.Password })) { }
        Assert.False(await OnAsync());
    }

    [Fact]
    public async Task Whoever_opens_their_account_or_turns_the_second_step_on_and_off_stays_signed_in_there()
    {
        app.Get<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;
        using var client = await app.SignedInAsync(User, Roles.Organiser);
        using (await client.GetAsync("/account", Stop)) { }
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
        await SetUpAsync(client);
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
        using (await client.PostFormAsync("/account", "drop-authenticator", new() { ["Form.Password"] = RunningApp.Password })) { }
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
    }

    [Fact]
    public async Task A_password_that_an_organiser_resets_takes_the_second_step_along()
    {
        using var client = await app.SignedInAsync(User, Roles.Organiser);
        await SetUpAsync(client);
        await using var scope = app.Services.CreateAsyncScope();
        var id = (await scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>().FindByNameAsync(User))!.Id;
        var chief = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Operator.NameClaim, "小松"), new Claim(Grant.ClaimType, Roles.Organiser)], "test"));
        var password = await scope.ServiceProvider.GetRequiredService<IssueAccount>().RunAsync(id, chief);
        using var fresh = app.Anonymous();
        Assert.StartsWith("/new-password", await fresh.SignInAsync(User, password!));
    }

    [Fact]
    public async Task A_new_password_ends_the_sign_ins_made_with_the_old_one_elsewhere()
    {
        using var here = await app.SignedInAsync(User, Roles.Organiser);
        using var elsewhere = app.Anonymous();
        await elsewhere.SignInAsync(User, RunningApp.Password);
        const string Fresh = "another horse battery staple";
        using (var changed = await here.PostFormAsync("/account", "change-password", new() { ["Form.Current"] = RunningApp.Password, ["Form.New"] = Fresh, ["Form.Again"] = Fresh }))
            Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (await OpensAsync(here), await OpensAsync(elsewhere)));
        using var again = app.Anonymous();
        Assert.Null(await again.SignInAsync(User, RunningApp.Password));
        Assert.Equal("/", await again.SignInAsync(User, Fresh));
    }

    async Task<bool> OnAsync()
    {
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        return await db.Users.Where(user => user.UserName == User).Select(user => user.TwoFactorEnabled).SingleAsync(Stop);
    }

    [GeneratedRegex("<code>([A-Z2-7 ]{16,})</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex Recovery();
}
