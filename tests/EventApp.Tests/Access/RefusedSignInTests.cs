using System.Net;
using EventApp.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Data;

namespace EventApp.Tests.Access;

/// <summary>What is refused at the door stands in the trail, opens nothing and leads nowhere else.</summary>
public sealed class RefusedSignInTests
{
    const string User = "dashu", Elsewhere = "//evil.example";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<List<string>> RefusedAsync(RunningApp app)
    {
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        return [.. (await db.AuditEntries().Where(e => e.What.EndsWith("-refused")).OrderBy(e => e.Id).ToListAsync(Stop)).Select(e => $"{e.What}: {e.Who} {e.SubjectId}".TrimEnd())];
    }

    static Dictionary<string, string> Organiser(string token, string user) => new() { ["Form.Token"] = token, ["Form.Name"] = "小松", ["Form.User"] = user, ["Form.Password"] = RunningApp.Password };

    [Fact]
    public async Task A_refused_passkey_console_token_and_password_asked_for_again_stand_in_the_trail()
    {
        await using var app = new RunningApp();
        using (var stranger = app.Anonymous())
        {
            using (await stranger.PostFormAsync("/first-organiser", "first-organiser", Organiser("0", "xs"))) { }
            using var refused = await stranger.PostFromAsync("/sign-in", "/passkeys/sign-in", ("credential", "{}"), ("to", "/"));
            Assert.Equal("/sign-in?passkey=wrong&to=%2F", refused.Headers.Location!.OriginalString);
        }
        using var client = await app.SignedInAsync(User, "organiser@1");
        using (await client.PostFormAsync("/account", "change-password", new() { ["Form.Current"] = "not the password", ["Form.New"] = "seven quiet lanterns", ["Form.Again"] = "seven quiet lanterns" })) { }
        using (var kept = await client.PostFromAsync("/account", "/passkeys/add", ("credential", "{}"), ("name", "手机"), ("password", RunningApp.Password)))
            Assert.StartsWith("/account?passkey=Refused", kept.Headers.Location!.OriginalString);
        Assert.Equal(["first-organiser-refused:", "passkey-refused:", $"proof-refused: {User} {User}"], await RefusedAsync(app));
    }

    [Fact]
    public async Task Refused_passkeys_fill_the_trail_no_further_than_the_tries_of_their_address()
    {
        await using var app = new RunningApp("Limits:SignInPerMinute=1", "Limits:AddressPerSecond=1000");
        using var stranger = app.Anonymous();
        for (var i = 0; i < 10; i++)
            using (await stranger.PostFromAsync("/sign-in", "/passkeys/sign-in", ("credential", "{}"))) { }
        Assert.Equal(SignInTries.AccountsOfAddress, (await RefusedAsync(app)).Count);
    }

    [Fact]
    public async Task Where_a_second_step_is_asked_for_the_password_alone_opens_no_account_whose_step_is_a_passkey()
    {
        await using var app = new RunningApp("SignIn:OrganisersNeedSecondStep=true");
        using (await app.SignedInAsync(User, Roles.Organiser)) await AddPasskeyAsync(app);
        using var client = app.Anonymous();
        using (var refused = await client.PostFormAsync("/sign-in", "sign-in", new() { ["Form.User"] = User, ["Form.Password"] = RunningApp.Password }))
        {
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
            Assert.Contains("请用下面的通行密钥登录", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop)));
        }
        foreach (var path in (string[])["/", "/account", "/meetings"])
        {
            using var answer = await client.GetAsync(path, Stop);
            Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString);
        }
        Assert.Null(await client.SignInAsync(User, "not the password"));
        Assert.Equal([$"second-step-refused: {User} {User}", $"sign-in-refused: {User} {User}"], await RefusedAsync(app));
    }

    static async Task AddPasskeyAsync(RunningApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var key = new UserPasskeyInfo([1, 2, 3], [4], DateTimeOffset.UtcNow, 0, null, true, false, false, [], []);
        Assert.True((await users.AddOrUpdatePasskeyAsync((await users.FindByNameAsync(User))!, key)).Succeeded);
    }

    [Fact]
    public async Task Of_two_who_hold_the_console_token_at_one_moment_one_makes_an_organiser()
    {
        await using var app = new RunningApp();
        var token = (await app.Get<FirstOrganiserToken>().OfferAsync())!;
        using var client = app.Anonymous();
        // Whoever gives a password that is refused has the token back.
        using (var refused = await client.PostFormAsync("/first-organiser", "first-organiser", new(Organiser(token, "first")) { ["Form.Password"] = "1234567890" }))
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var clients = Enumerable.Range(0, 4).Select(_ => app.Anonymous()).ToList();
        var answers = await Task.WhenAll(clients.Select((one, i) => one.PostFormAsync("/first-organiser", "first-organiser", Organiser(token, $"user{i}"))));
        Assert.Equal(1, answers.Count(answer => answer.Headers.Location?.OriginalString.EndsWith("/sign-in", StringComparison.Ordinal) == true));
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        Assert.Equal(1, await db.Users.CountAsync(Stop));
        foreach (var one in clients) one.Dispose();
    }

    [Fact]
    public async Task No_way_in_leads_to_another_host()
    {
        await using var app = new RunningApp();
        var evil = Uri.EscapeDataString(Elsewhere);
        using var client = await app.SignedInAsync(User, Roles.Organiser);
        using (var signedIn = await client.PostFormAsync($"/sign-in?to={evil}", "sign-in", new() { ["Form.User"] = User, ["Form.Password"] = RunningApp.Password }))
            Assert.Equal("/", new Uri(new Uri(app.Address), signedIn.Headers.Location!).PathAndQuery);
        using (var passkey = await client.PostFromAsync("/sign-in", "/passkeys/sign-in", ("credential", "{}"), ("to", Elsewhere)))
            Assert.Equal("/sign-in?passkey=wrong&to=%2F", passkey.Headers.Location!.OriginalString);
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        await db.Accounts().ExecuteUpdateAsync(set => set.SetProperty(a => a.OneTimePassword, true), Stop);
        using var replaced = await client.PostFormAsync($"/new-password?to={evil}", "new-password", new() { ["Form.Password"] = "seven quiet lanterns", ["Form.Again"] = "seven quiet lanterns" });
        Assert.Equal(new Uri(app.Address), new Uri(new Uri(app.Address), replaced.Headers.Location!));
    }
}
