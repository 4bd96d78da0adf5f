using System.Net;
using EventApp.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace EventApp.Tests.Web;

public sealed class KnownHostsTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<HttpResponseMessage> AskAsync(RunningApp app, string? host, string path = "/health/live", params (string Name, string Value)[] headers)
    {
        using var client = app.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (host is not null) request.Headers.Host = host;
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await client.SendAsync(request, Stop);
    }

    [Theory]
    [InlineData("evil.example"), InlineData("evil.example:5280"), InlineData("localhost.evil.example"), InlineData("127.0.0.1.evil.example"), InlineData("203.0.113.9"), InlineData("[2001:db8::1]"), InlineData("127.1")]
    public async Task A_forged_host_is_refused_with_what_to_do_on_every_kind_of_address(string host)
    {
        await using var app = new RunningApp();
        foreach (var path in (string[])["/health/live", "/sign-in", "/station", "/api/v1/stations/me", "/app.css", "/no-such-page"])
        {
            using var answer = await AskAsync(app, host, path);
            var said = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains(Addresses.HostsSetting, said);
            Assert.DoesNotContain("evil", said);
        }
    }

    [Fact]
    public async Task This_machine_is_answered_by_its_own_names_and_by_those_that_are_named()
    {
        await using var app = new RunningApp("AllowedHosts=hui.example.com; 203.0.113.9");
        foreach (var host in (string?[])[null, "localhost", "127.0.0.1:1", "LOCALHOST", "[::1]", Dns.GetHostName(), Dns.GetHostName() + ".local", "hui.example.com", "HUI.example.com.", "203.0.113.9:443"])
        {
            using var answer = await AskAsync(app, host);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, host);
        }
        using var other = await AskAsync(app, "www.hui.example.com");
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    [Theory]
    [InlineData(""), InlineData("127.0.0.0/8, ::1")]
    public async Task A_forwarded_host_is_never_read_not_even_from_a_named_proxy(string proxies)
    {
        await using var app = new RunningApp("Proxies=" + proxies);
        using var answer = await AskAsync(app, null, "/2026/settings", ("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example"), ("X-Original-Host", "evil.example"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("evil", answer.Headers.Location!.OriginalString);
        Assert.StartsWith(app.Address, new Uri(new Uri(app.Address), answer.Headers.Location).ToString());
    }

    [Theory]
    [InlineData("*"), InlineData("hui.example.com, https://hui.example.com"), InlineData("*.example.com")]
    public void What_is_no_host_name_ends_the_start_with_a_sentence(string setting)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Data"] = Directory.CreateTempSubdirectory("event-hosts-").FullName;
        builder.Configuration[Addresses.HostsSetting] = setting;
        Assert.Contains("is no host name", Start.Explain(Assert.Throws<OptionsValidationException>(builder.AddAddresses)));
    }
}
