using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using EventApp.Web;
using EventApp.Web.Certificates;

namespace EventApp.Trust;

/// <summary>The own authority as the files that devices install. It holds no secret: whoever connects is shown it.</summary>
static class TrustEndpoints
{
    public const string Certificate = "/trust/ca.crt", AppleProfile = "/trust/ca.mobileconfig";

    public static void MapTrust(this WebApplication app)
    {
        app.MapGet(Certificate, (OwnCertificates own) => Answer(own, "application/x-x509-ca-cert", authority => authority.RawData)).AllowAnonymous().WithMetadata(new OverPlainHttpAttribute());
        app.MapGet(AppleProfile, (OwnCertificates own) => Answer(own, "application/x-apple-aspen-config", Profile)).AllowAnonymous().WithMetadata(new OverPlainHttpAttribute());
    }

    static IResult Answer(OwnCertificates own, string type, Func<X509Certificate2, byte[]> file)
    {
        using var authority = own.ReadAuthority();
        return authority is null ? Results.NotFound() : Results.Bytes(file(authority), type);
    }

    // An unsigned profile with the one certificate; installed again it replaces itself.
    static byte[] Profile(X509Certificate2 authority)
    {
        var hash = authority.GetCertHash(HashAlgorithmName.SHA256);
        var (name, ours) = (authority.GetNameInfo(X509NameType.SimpleName, forIssuer: false), "event-app." + Convert.ToHexStringLower(hash.AsSpan(0, 8)));
        XElement[] content =
        [
            .. Pair("PayloadType", "com.apple.security.root"), .. Pair("PayloadVersion", 1), .. Pair("PayloadIdentifier", ours + ".root"), .. Pair("PayloadUUID", new Guid(hash.AsSpan(0, 16))),
            .. Pair("PayloadDisplayName", name), .. Pair("PayloadCertificateFileName", "ca.crt"), .. Pair("PayloadContent", authority.RawData),
        ];
        XElement[] profile =
        [
            .. Pair("PayloadType", "Configuration"), .. Pair("PayloadVersion", 1), .. Pair("PayloadIdentifier", ours), .. Pair("PayloadUUID", new Guid(hash.AsSpan(16, 16))),
            .. Pair("PayloadDisplayName", name), new("key", "PayloadContent"), new("array", new XElement("dict", content)),
        ];
        using var written = new MemoryStream();
        new XDocument(new XDocumentType("plist", "-//Apple//DTD PLIST 1.0//EN", "http://www.apple.com/DTDs/PropertyList-1.0.dtd", null), new XElement("plist", new XAttribute("version", "1.0"), new XElement("dict", profile))).Save(written);
        return written.ToArray();
    }

    static XElement[] Pair(string key, object value) => [new("key", key), value switch
    {
        int number => new XElement("integer", number),
        byte[] bytes => new XElement("data", Convert.ToBase64String(bytes)),
        _ => new XElement("string", value),
    }];
}
