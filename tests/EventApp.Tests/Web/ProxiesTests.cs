using System.Net;
using EventApp.Access;
using EventApp.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace EventApp.Tests.Web;

public sealed class ProxiesTests
{
    const int PerMinute = 1;

    static async Task<HttpResponseMessage> TryAsync(HttpClient client, int i, string forged)
    {
        client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forged);
        return await client.PostFormAsync("/sign-in", "sign-in", new() { ["Form.User"] = $"nobody{i}", ["Form.Password"] = "wrong password" });
    }

    static async Task<List<HttpStatusCode>> TriesAsync(params string[] settings)
    {
        await using var app = new RunningApp([.. settings, $"Limits:SignInPerMinute={PerMinute}"]);
        using var client = app.Anonymous();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= PerMinute * SignInTries.AccountsOfAddress; i++)
        {
            using var answer = await TryAsync(client, i, $"203.0.113.{i}");
            answers.Add(answer.StatusCode);
        }
        return answers;
    }

    [Fact]
    public async Task A_forged_header_does_not_make_another_address()
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TriesAsync()).Last());
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TriesAsync("Proxies=10.9.8.7")).Last());
    }

    [Fact]
    public async Task A_named_proxys_word_is_taken() => Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await TriesAsync("Proxies=127.0.0.0/8, ::1"));

    [Theory]
    [InlineData("Proxies=", false), InlineData("Proxies=10.9.8.7", false), InlineData("Proxies=127.0.0.1", true)]
    public async Task Only_a_named_proxy_says_that_a_request_came_by_https(string setting, bool secure)
    {
        await using var app = new RunningApp(setting);
        using var client = app.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await client.GetAsync("/language/en", TestContext.Current.CancellationToken);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.Contains("language=", StringComparison.Ordinal));
        Assert.Equal((secure, secure), (cookie.StartsWith("__Host-language=", StringComparison.Ordinal), cookie.Contains("secure", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void What_is_no_address_ends_the_start_with_a_sentence()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[Proxies.Setting] = "10.0.0.2, the-proxy";
        var sentence = Start.Explain(Assert.Throws<OptionsValidationException>(builder.AddProxies));
        Assert.Contains("the-proxy is neither an address nor a network", sentence);
    }
}
