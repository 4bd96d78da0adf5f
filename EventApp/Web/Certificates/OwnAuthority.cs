using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EventApp.Web.Certificates;

/// <summary>An own certificate authority for a venue without a public name: it signs this program's server certificate, and devices are told once to trust it.</summary>
static class OwnAuthority
{
    /// <summary>How long an authority holds, in years.</summary>
    public const int UsualYears = 3, MostYears = 10;

    /// <summary>Days that browsers accept a server certificate for; Apple's take 398 at most.</summary>
    public const int ServerDays = 397;

    const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    const string Organisation = "Annual Meeting";

    // A device whose clock is slow must not find the certificate to be of tomorrow.
    static readonly TimeSpan Slow = TimeSpan.FromDays(1);

    /// <returns>With its private key.</returns>
    public static X509Certificate2 Make(NameConstraints may, int years, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Two authorities on one device are told apart by their day.
        var request = Request($"Annual Meeting CA {now:yyyy-MM-dd HHmm}", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(may.Encode());
        return request.CreateSelfSigned(now - Slow, now.AddYears(years));
    }

    /// <summary>A server certificate for these names; it never outlives its authority.</summary>
    /// <param name="authority">With its private key.</param>
    /// <returns>With its private key.</returns>
    public static X509Certificate2 Sign(X509Certificate2 authority, IEnumerable<ServedName> names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // No name stands in the subject: there some programs would take an address for a host name.
        var request = Request("Annual Meeting server", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var also = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
            if (name.Address is { } address) also.AddIpAddress(address);
            else also.AddDnsName(name.Text);
        request.CertificateExtensions.Add(also.Build());
        var (from, to) = (now - Slow, now - Slow + TimeSpan.FromDays(ServerDays));
        var begins = new DateTimeOffset(authority.NotBefore.ToUniversalTime());
        var ends = new DateTimeOffset(authority.NotAfter.ToUniversalTime());
        using var signed = request.Create(authority, from < begins ? begins : from, to > ends ? ends : to, Serial());
        return signed.CopyWithPrivateKey(key);
    }

    /// <summary>The names in a certificate, addresses after names.</summary>
    public static IReadOnlyList<ServedName> NamesOf(X509Certificate2 certificate)
    {
        var also = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToList();
        return [.. also.SelectMany(names => names.EnumerateDnsNames()).Select(name => new ServedName(name, null)), .. also.SelectMany(names => names.EnumerateIPAddresses()).Select(ServedName.Of)];
    }

    /// <summary>SHA-256 of the certificate, as devices show it: pairs of hexadecimal digits with colons between.</summary>
    public static string Fingerprint(X509Certificate2 certificate) => string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(octet => octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));

    static CertificateRequest Request(string commonName, ECDsa key) => new($"CN={commonName}, O={Organisation}", key, HashAlgorithmName.SHA256);

    // Positive, and as unlikely to come twice as browsers ask for.
    static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)(serial[0] & 0x7F | 0x40);
        return serial;
    }
}
