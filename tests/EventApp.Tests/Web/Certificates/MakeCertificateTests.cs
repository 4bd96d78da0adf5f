using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EventApp.Web.Certificates;
using Microsoft.Extensions.Time.Testing;
using Shared.Data;

namespace EventApp.Tests.Web.Certificates;

/// <summary>The own authority and what it signs, judged by the framework's chain and by OpenSSL.</summary>
public sealed class MakeCertificateTests : IDisposable
{
    readonly DataDirectory data = DataDirectory.Open(Directory.CreateTempSubdirectory("event-certificate-").FullName);
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 8, 22, 8, 0, 0, TimeSpan.Zero));

    OwnCertificates Own => new(data);

    static IReadOnlyList<ServedName> Names(params string[] typed) => [.. typed.Select(name => ServedName.Parse(name)!)];

    MakeCertificateResult Run(string[] names, int? years = null, bool anew = false) => new MakeCertificate(Own, clock).Run(Names(names), years, anew);

    MakeCertificateResult.Made Make(params string[] names) => Assert.IsType<MakeCertificateResult.Made>(Run(names));

    // What a device does that trusts the authority: the names in the certificate, then the chain.
    bool IsTrusted(X509Certificate2 server, X509Certificate2 authority, string host)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = clock.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        return server.MatchesHostname(host, allowWildcards: false, allowCommonName: false) && chain.Build(server);
    }

    async Task<(int Code, string Said)> OpenSslAsync(X509Certificate2 server, X509Certificate2 authority, params string[] more)
    {
        var (root, leaf) = (data.In("root.pem"), data.In("leaf.pem"));
        await File.WriteAllTextAsync(root, authority.ExportCertificatePem());
        await File.WriteAllTextAsync(leaf, server.ExportCertificatePem());
        string[] words = ["verify", "-x509_strict", "-purpose", "sslserver", "-attime", $"{clock.GetUtcNow().ToUnixTimeSeconds()}", "-CAfile", root, .. more, leaf];
        using var run = Process.Start(new ProcessStartInfo("openssl", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await run.StandardOutput.ReadToEndAsync() + await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, said);
    }

    [Theory]
    [InlineData("hui.example.com", "-verify_hostname"), InlineData("pc01", "-verify_hostname"), InlineData("192.168.1.20", "-verify_ip"), InlineData("203.0.113.7", "-verify_ip"), InlineData("fd00::2", "-verify_ip")]
    public async Task A_device_that_trusts_the_authority_trusts_the_server_under_each_of_its_names(string name, string asks)
    {
        var made = Make("hui.example.com", "pc01", "192.168.1.20", "203.0.113.7", "fd00::2");
        Assert.True(IsTrusted(made.Server, made.Authority, name));
        var (code, said) = await OpenSslAsync(made.Server, made.Authority, asks, name);
        Assert.True(code == 0, said);
        Assert.NotEqual(0, (await OpenSslAsync(made.Server, made.Authority, "-verify_hostname", "elsewhere.example")).Code);
    }

    [Theory]
    [InlineData("bank.example.com", false), InlineData("203.0.113.8", false), InlineData("com", false), InlineData("evilhui.example.com", false)]
    [InlineData("desk.hui.example.com", true), InlineData("10.20.30.40", true), InlineData("pc02.local", true)]
    public async Task A_stolen_authority_makes_devices_believe_in_no_other_name(string name, bool believed)
    {
        var made = Make("hui.example.com", "203.0.113.7");
        using var stolen = Own.ReadAuthorityWithKey()!;
        using var forged = OwnAuthority.Sign(stolen, Names(name), clock.GetUtcNow());
        Assert.Equal(believed, IsTrusted(forged, made.Authority, name));
        Assert.Equal(believed, (await OpenSslAsync(forged, made.Authority)).Code == 0);
        Assert.Equal(believed, NameConstraints.Of(made.Authority).Permits(ServedName.Parse(name)!));
    }

    [Fact]
    public void What_it_signed_signs_nothing_further()
    {
        var made = Make("hui.example.com");
        var (authority, server) = (Extension<X509BasicConstraintsExtension>(made.Authority), Extension<X509BasicConstraintsExtension>(made.Server));
        Assert.Equal((true, true, true, 0), (authority.Critical, authority.CertificateAuthority, authority.HasPathLengthConstraint, authority.PathLengthConstraint));
        Assert.False(server.CertificateAuthority);
        Assert.Equal(X509KeyUsageFlags.DigitalSignature, Extension<X509KeyUsageExtension>(made.Server).KeyUsages);
        Assert.Equal(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, Extension<X509KeyUsageExtension>(made.Authority).KeyUsages);
    }

    static T Extension<T>(X509Certificate2 certificate) where T : X509Extension => certificate.Extensions.OfType<T>().Single();

    [Fact]
    public void A_certificate_lasts_no_longer_than_browsers_accept_nor_than_its_authority()
    {
        var made = Make("hui.example.com");
        Assert.InRange(made.Server.NotAfter - made.Server.NotBefore, TimeSpan.FromDays(390), TimeSpan.FromDays(397));
        Assert.True(made.Server.NotBefore.ToUniversalTime() < clock.GetUtcNow().UtcDateTime);
        Assert.Equal(2029, made.Authority.NotAfter.Year);
        clock.Advance(TimeSpan.FromDays(3 * 365 - 30));
        var late = Make("hui.example.com");
        Assert.Equal(made.Authority.NotAfter, late.Server.NotAfter);
        clock.Advance(TimeSpan.FromDays(60));
        Assert.IsType<MakeCertificateResult.AuthorityEnded>(Run(["hui.example.com"]));
        Assert.True(Assert.IsType<MakeCertificateResult.Made>(Run(["hui.example.com"], anew: true)).NewAuthority);
    }

    [Fact]
    public void Made_again_it_is_signed_by_the_authority_that_devices_know_already()
    {
        var first = Make("hui.example.com", "192.168.1.20");
        var again = Make("192.168.7.9");
        Assert.Equal((true, false), (first.NewAuthority, again.NewAuthority));
        Assert.Equal(first.Authority.Thumbprint, again.Authority.Thumbprint);
        Assert.NotEqual(first.Server.SerialNumber, again.Server.SerialNumber);
        Assert.True(IsTrusted(again.Server, first.Authority, "192.168.7.9"));
        Assert.Equal(again.Server.Thumbprint, Own.ReadServer()!.Thumbprint);
        var outside = Assert.IsType<MakeCertificateResult.Outside>(Run(["192.168.7.9", "other.example.com"]));
        Assert.Equal(["other.example.com"], outside.Names.Select(name => name.Text));
        Assert.Equal(again.Server.Thumbprint, Own.ReadServer()!.Thumbprint);
        Assert.NotEqual(first.Authority.Thumbprint, Assert.IsType<MakeCertificateResult.Made>(Run(["other.example.com"], years: 1, anew: true)).Authority.Thumbprint);
        Assert.Equal(2027, Own.ReadAuthority()!.NotAfter.Year);
    }

    [Fact]
    public void Keys_are_readable_by_their_owner_alone_and_a_damaged_file_is_a_sentence()
    {
        Make("hui.example.com");
        if (!OperatingSystem.IsWindows())
        {
            foreach (var name in (string[])["authority.pem", "server.pem"]) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data.Certificates, name)));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data.Certificates));
        }
        Assert.False(Own.ReadAuthority()!.HasPrivateKey);
        Assert.DoesNotContain("PRIVATE", File.ReadAllText(Path.Combine(data.Certificates, "ca.crt")));
        File.WriteAllText(Path.Combine(data.Certificates, "authority.pem"), "nothing");
        Assert.Contains("--new-authority", Assert.Throws<CannotStart>(() => Run(["hui.example.com"])).Message);
    }

    public void Dispose() => Directory.Delete(data.Path, recursive: true);
}
