using System.Net;
using EventApp.Access;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;

namespace EventApp.Tests.Access;

public sealed class SignInLimitTests
{
    const int PerMinute = 2;
    const string Wait = "试得太多了";

    static RunningApp Start() => new($"Limits:SignInPerMinute={PerMinute}");

    static async Task<(HttpStatusCode Status, string Text)> TryAsync(HttpClient client, string user, string password)
    {
        using var answer = await client.PostFormAsync("/sign-in", "sign-in", new() { ["Form.User"] = user, ["Form.Password"] = password });
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    static async Task AddAsync(RunningApp app, string user)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(user, user, RunningApp.Password, [new Grant(Roles.Organiser)]);
    }

    [Theory]
    [InlineData("dashu"), InlineData("nobody")]
    public async Task An_account_name_known_or_not_has_to_wait_after_so_many_wrong_passwords(string user)
    {
        await using var app = Start();
        await AddAsync(app, "dashu");
        using var client = app.Anonymous();
        for (var i = 0; i < PerMinute; i++)
        {
            var (status, text) = await TryAsync(client, user, "wrong password");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.DoesNotContain(Wait, text);
        }
        var (refused, page) = await TryAsync(client, user.ToUpperInvariant(), RunningApp.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused);
        Assert.Contains(Wait + "，请等1分钟再试", page);
        Assert.Contains("id=\"password\"", page);
    }

    [Fact]
    public async Task Another_account_at_the_same_address_is_not_held_up()
    {
        await using var app = Start();
        await AddAsync(app, "dashu");
        using var client = app.Anonymous();
        for (var i = 0; i <= PerMinute; i++) await TryAsync(client, "nobody", "wrong password");
        Assert.Equal("/", await client.SignInAsync("dashu", RunningApp.Password));
    }

    [Fact]
    public async Task An_address_has_to_wait_whatever_the_names_and_on_the_page_of_the_console_token_too()
    {
        await using var app = Start();
        using var client = app.Anonymous();
        for (var i = 0; i < PerMinute * 4; i++) Assert.Equal(HttpStatusCode.OK, (await TryAsync(client, $"name{i}", "wrong password")).Status);
        var (status, text) = await TryAsync(client, "another", "wrong password");
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains(Wait, text);
        using var token = await client.PostFormAsync("/first-organiser", "first-organiser", new() { ["Form.Token"] = "0", ["Form.Name"] = "小松", ["Form.User"] = "xs", ["Form.Password"] = RunningApp.Password });
        Assert.Equal(HttpStatusCode.TooManyRequests, token.StatusCode);
        Assert.Contains(Wait, WebUtility.HtmlDecode(await token.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
