using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using EventApp.Tests.CheckIn;
using EventApp.Web;
using Microsoft.AspNetCore.Http;
using Shared.Access;

namespace EventApp.Tests.Web;

public sealed class OwnOriginTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<HttpResponseMessage> NegotiateAsync(HttpClient client, string? origin)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null) ask.Headers.Add("Origin", origin);
        return await client.SendAsync(ask, Stop);
    }

    // The status of the answer to a handshake: 101 where the socket is open.
    static async Task<HttpStatusCode> ShakeAsync(RunningApp app, string cookie, string connection, string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(new UriBuilder(app.Address) { Scheme = "ws", Path = "/_blazor", Query = $"id={Uri.EscapeDataString(connection)}" }.Uri, Stop);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }
        return socket.HttpStatusCode;
    }

    [Fact]
    public async Task A_page_of_another_site_opens_no_circuit_and_our_own_does()
    {
        await using var app = new RunningApp();
        var (client, cookies) = await app.SignedInWithCookiesAsync("dashu", Roles.Organiser);
        using var gone = client;
        var own = app.Address.TrimEnd('/');
        foreach (var origin in (string[])["https://evil.example", "http://evil.example", $"http://evil.example:{new Uri(own).Port}", "http://127.0.0.1:1", "null", ""])
        {
            using var refused = await NegotiateAsync(client, origin);
            Assert.True(refused.StatusCode == HttpStatusCode.Forbidden, $"{origin}: {refused.StatusCode}");
        }
        using (var bare = await NegotiateAsync(client, null)) Assert.Equal(HttpStatusCode.OK, bare.StatusCode);
        using var answer = await NegotiateAsync(client, own);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var connection = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Stop)).Text("connectionToken")!;
        Assert.Equal(HttpStatusCode.Forbidden, await ShakeAsync(app, cookies, connection, "https://evil.example"));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ShakeAsync(app, cookies, connection, own));
    }

    [Theory]
    [InlineData("https", "hui.local:5281", "https://hui.local:5281", true), InlineData("https", "HUI.local", "https://hui.local", true), InlineData("https", "[::1]:5281", "https://[::1]:5281", true)]
    [InlineData("http", "hui.local", "https://hui.local", true)]
    [InlineData("https", "hui.local:5281", "http://hui.local:5281", false), InlineData("https", "hui.local:5281", "https://hui.local", false), InlineData("http", "hui.local", "http://hui.local:8080", false)]
    public void A_page_of_ours_has_our_name_and_port_and_is_never_less_safe(string scheme, string host, string origin, bool own) => Assert.Equal(own, Judge(scheme, host, origin, behindProxy: false));

    [Theory]
    [InlineData("https://hui.example", true), InlineData("https://hui.example:8443", true), InlineData("https://hui.example.evil.example", false), InlineData("https://evil.example", false)]
    public void Behind_a_named_proxy_scheme_and_port_may_differ_and_the_name_never(string origin, bool own) => Assert.Equal(own, Judge("http", "hui.example", origin, behindProxy: true));

    static bool Judge(string scheme, string host, string origin, bool behindProxy)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = (scheme, new HostString(host));
        return OwnOrigin.IsOwn(origin, request, behindProxy);
    }
}
