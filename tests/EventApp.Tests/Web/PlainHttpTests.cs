using System.Net;
using EventApp.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace EventApp.Tests.Web;

/// <summary>Who is let through over plain http; what the whole program answers on a real network address is shown with a real process.</summary>
public sealed class PlainHttpTests
{
    const string Both = "http://*:5280;https://*:5281", OnlyHttp = "http://*:5280";

    static async Task<int> AskAsync(string urls, string? local, string scheme = "http", params object[] about)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = urls;
        await using var app = builder.Build();
        app.UsePlainHttp();
        app.Run(http => Task.CompletedTask);
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Request.Scheme = scheme;
        http.Connection.LocalIpAddress = local is null ? null : IPAddress.Parse(local);
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(about), "asked"));
        await ((IApplicationBuilder)app).Build()(http);
        return http.Response.StatusCode;
    }

    [Theory]
    [InlineData(Both, "192.168.1.20", "http", 426), InlineData(Both, "fd00::2", "http", 426), InlineData(Both, "::ffff:192.168.1.20", "http", 426)]
    [InlineData(Both, "192.168.1.20", "https", 200), InlineData(Both, "127.0.0.1", "http", 200), InlineData(Both, "::ffff:127.0.0.1", "http", 200), InlineData(Both, "::1", "http", 200), InlineData(Both, null, "http", 200)]
    [InlineData(OnlyHttp, "192.168.1.20", "http", 200)]
    public async Task What_is_not_marked_is_closed_over_plain_http_on_a_network_where_https_is_served(string urls, string? local, string scheme, int status) =>
        Assert.Equal(status, await AskAsync(urls, local, scheme));

    [Fact]
    public async Task What_is_marked_is_open_there() => Assert.Equal(200, await AskAsync(Both, "192.168.1.20", "http", new OverPlainHttpAttribute()));

    [Theory]
    [InlineData("Urls", "http://*:1;HTTPS://*:2", true), InlineData("Urls", "http://*:1", false), InlineData("Kestrel:Endpoints:Main:Url", "https://*:2", true), InlineData("Kestrel:Endpoints:Main:Url", "http://*:2", false)]
    public void Https_is_served_where_an_address_says_so(string key, string value, bool secure) =>
        Assert.Equal(secure, WebRules.IsSecure(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()));
}
