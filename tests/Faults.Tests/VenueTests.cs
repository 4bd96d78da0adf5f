using System.Net;
using System.Security.Authentication;

namespace Faults.Tests;

/// <summary>https and plain http side by side on the machine's own network address.</summary>
public sealed class VenueTests(VenueTests.Venue venue) : IClassFixture<VenueTests.Venue>
{
    const string Name = "hui.example.com";

    public sealed class Venue : IAsyncLifetime
    {
        public VenueServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await VenueServer.StartAsync($"{Name},127.0.0.1{(VenueServer.Reachable is { } own ? "," + own : "")}");

        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static string Own
    {
        get
        {
            Assert.SkipWhen(VenueServer.Reachable is null, "This machine has no address but its own.");
            return VenueServer.Reachable!;
        }
    }

    static HttpClient Client(Uri address) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    static async Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string? host = null, string method = "GET")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = host;
        return await client.SendAsync(request, Stop);
    }

    [Fact]
    public async Task A_device_that_trusts_the_authority_connects_and_another_does_not()
    {
        using var trusting = venue.Server.Trusting(venue.Server.Https("127.0.0.1"));
        Assert.Equal("live", await trusting.GetStringAsync("/health/live", Stop));
        using var other = Client(venue.Server.Https("127.0.0.1"));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => other.GetStringAsync("/health/live", Stop));
        Assert.IsType<AuthenticationException>(refused.InnerException);
        // Its name is not in the certificate.
        using var misnamed = venue.Server.Trusting(venue.Server.Https("localhost"));
        await Assert.ThrowsAsync<HttpRequestException>(() => misnamed.GetStringAsync("/health/live", Stop));
    }

    [Theory]
    [InlineData("/"), InlineData("/sign-in"), InlineData("/first-organiser"), InlineData("/2026/settings"), InlineData("/reply/1"), InlineData("/me/1"), InlineData("/screen"), InlineData("/api-reference"), InlineData("/_blazor/negotiate"), InlineData("/no-such-page")]
    public async Task Over_plain_http_on_the_network_a_page_answers_with_its_https_address_alone(string path)
    {
        using var client = Client(venue.Server.Http(Own));
        foreach (var method in (string[])["GET", "POST"])
        {
            using var answer = await AskAsync(client, path + "?a=1", method: method);
            Assert.Equal(HttpStatusCode.UpgradeRequired, answer.StatusCode);
            Assert.Contains($"https://{Own}:{venue.Server.HttpsPort}{path}?a=1", await answer.Content.ReadAsStringAsync(Stop));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("/station", 200), InlineData("/trust", 200), InlineData("/trust/ca.crt", 200), InlineData("/health/live", 200), InlineData("/health/ready", 200), InlineData("/station/main.js", 200), InlineData("/app.css", 200), InlineData("/keep.js", 200)]
    [InlineData("/api/v1/stations/me", 401), InlineData("/language/en?to=/station", 302)]
    public async Task What_a_device_needs_before_it_trusts_and_the_station_answer_there(string path, int status)
    {
        using var client = Client(venue.Server.Http(Own));
        using var answer = await AskAsync(client, path);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task On_the_machine_itself_plain_http_stays_open_and_its_forms_work()
    {
        using var client = Client(venue.Server.Http("127.0.0.1"));
        using var answer = await AskAsync(client, "/sign-in");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("__RequestVerificationToken", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-forms=", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_address_that_the_console_names_is_one_that_a_browser_opens() =>
        Assert.Contains((await venue.Server.OfferAsync()).Address, (string[])[$"http://localhost:{venue.Server.HttpPort}", $"https://localhost:{venue.Server.HttpsPort}"]);

    [Theory]
    [InlineData("evil.example"), InlineData("evil.example:80")]
    public async Task A_forged_host_never_reaches_a_page(string host)
    {
        using var client = Client(venue.Server.Http(Own));
        foreach (var path in (string[])["/trust", "/sign-in", "/station"])
        {
            using var answer = await AskAsync(client, path, host);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync(Stop));
        }
    }

    [Fact]
    public async Task Under_a_name_that_is_not_in_the_certificate_people_are_sent_to_one_that_is()
    {
        using var client = Client(venue.Server.Http(Own));
        using var answer = await AskAsync(client, "/sign-in", Dns.GetHostName());
        Assert.Contains($"https://{Name}:{venue.Server.HttpsPort}/sign-in", await answer.Content.ReadAsStringAsync(Stop));
        using var named = await AskAsync(client, "/sign-in", Name);
        Assert.Contains($"https://{Name}:{venue.Server.HttpsPort}/sign-in", await named.Content.ReadAsStringAsync(Stop));
    }
}
