using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EventApp.Trust;
using EventApp.Web.Certificates;

namespace EventApp.Tests.Trust;

public sealed partial class TrustTests
{
    const string IPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static X509Certificate2 MakeAuthority(RunningApp app) =>
        Assert.IsType<MakeCertificateResult.Made>(new MakeCertificate(new OwnCertificates(app.Data), TimeProvider.System).Run([ServedName.Parse("hui.example.com")!])).Authority;

    static async Task<string> ReadAsync(RunningApp app, string? userAgent = null, string? language = null)
    {
        using var client = app.Anonymous();
        if (userAgent is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        if (language is not null) await client.GetAsync("/language/" + language, Stop);
        return WebUtility.HtmlDecode(await client.GetStringAsync("/trust", Stop));
    }

    [Theory]
    [InlineData(IPhone, "Apple"), InlineData(IPhone + " MicroMessenger/8.0.50", "WeChat"), InlineData("Mozilla/5.0 (Linux; Android 15; V2309A) Chrome/130.0 Mobile Safari/537.36", "Android")]
    [InlineData("Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1", "Android"), InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/130.0", "Windows"), InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1", "Mac")]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X)", "Apple"), InlineData("Mozilla/5.0 (X11; Linux x86_64)", null), InlineData("", null)]
    public void A_visitors_kind_is_told_by_what_the_browser_says(string userAgent, string? kind) => Assert.Equal(kind, VisitorDevice.Of(userAgent)?.ToString());

    [Fact]
    public async Task Before_there_is_a_certificate_the_page_says_what_to_run_and_offers_nothing()
    {
        await using var app = new RunningApp();
        var page = await ReadAsync(app);
        Assert.Contains("还没有做过证书", page);
        Assert.Contains("EventApp certificate --for ", page);
        Assert.DoesNotContain("/trust/ca", page);
        using var client = app.Anonymous();
        foreach (var file in (string[])[TrustEndpoints.Certificate, TrustEndpoints.AppleProfile])
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(file, Stop)).StatusCode);
    }

    [Fact]
    public async Task The_visitors_own_steps_stand_open_and_the_others_are_folded()
    {
        await using var app = new RunningApp();
        using var authority = MakeAuthority(app);
        var page = await ReadAsync(app, IPhone);
        Assert.Equal(OwnAuthority.Fingerprint(authority), string.Join(':', Fingerprint().Matches(page).Select(part => part.Groups[1].Value)));
        var (mine, folded) = (page.IndexOf("证书信任设置", StringComparison.Ordinal), page.IndexOf("<details", StringComparison.Ordinal));
        Assert.InRange(mine, 1, folded);
        Assert.Equal(4, page.Split("<details").Length - 1);
        Assert.Equal(5, (await ReadAsync(app, language: "en")).Split("<details").Length - 1);
        Assert.All(TrustSteps.Steps, kind => Assert.All(Enumerable.Range(1, kind.Value), step => Assert.DoesNotContain($"{kind.Key}{step}", page)));
    }

    [Fact]
    public async Task The_authority_is_handed_out_without_its_key_and_as_a_profile()
    {
        await using var app = new RunningApp();
        using var authority = MakeAuthority(app);
        using var client = app.Anonymous();
        using var answer = await client.GetAsync(TrustEndpoints.Certificate, Stop);
        Assert.Equal("application/x-x509-ca-cert", answer.Content.Headers.ContentType?.MediaType);
        using var given = X509CertificateLoader.LoadCertificate(await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal((authority.Thumbprint, false), (given.Thumbprint, given.HasPrivateKey));
        using var profile = await client.GetAsync(TrustEndpoints.AppleProfile, Stop);
        Assert.Equal("application/x-apple-aspen-config", profile.Content.Headers.ContentType?.MediaType);
        using var reader = System.Xml.XmlReader.Create(await profile.Content.ReadAsStreamAsync(Stop), new() { DtdProcessing = System.Xml.DtdProcessing.Ignore });
        var read = XDocument.Load(reader);
        Assert.Equal(authority.RawData, Convert.FromBase64String(read.Descendants("data").Single().Value));
        Assert.Contains("com.apple.security.root", read.Descendants("string").Select(element => element.Value));
    }

    [GeneratedRegex("<span>([0-9A-F]{2}(?::[0-9A-F]{2}){3})</span>")]
    private static partial Regex Fingerprint();
}
