using System.Security.Cryptography.X509Certificates;
using EventApp.Web.Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace EventApp.Web;

/// <summary>The own certificate that is served, and its names; without one, none.</summary>
sealed record CertifiedNames(X509Certificate2? Certificate, IReadOnlyList<ServedName> Names);

/// <summary>Addresses to tell people: made of where the program listens and of the names in its certificate, never of what a request says.</summary>
sealed class ServedAddresses(IServer server, IConfiguration configuration, CertifiedNames certified)
{
    /// <summary>Whether an https address is served; then organisers use it and nothing else.</summary>
    public bool HasHttps { get; } = WebRules.IsSecure(configuration);

    /// <summary>When the own certificate ends (UTC); null where none is served.</summary>
    public DateTime? Ends => certified.Certificate?.NotAfter.ToUniversalTime();

    /// <summary>Those of the own certificate, as the command takes them.</summary>
    public string Names => string.Join(',', certified.Names.Select(name => name.Text));

    /// <summary>Where devices open it, without a slash at the end; null where that is not served to other machines.</summary>
    /// <param name="preferred">A host that passed <see cref="KnownHosts"/>: taken where the certificate names it, or where there is no own certificate to ask.</param>
    public string? Of(string scheme, string preferred)
    {
        if (Listening(scheme) is not { } listening) return null;
        var asked = ServedName.Parse(preferred);
        var name = asked is not null && (certified.Names.Contains(asked) || certified.Names.Count == 0) ? asked : certified.Names.FirstOrDefault();
        var port = listening.Port is var given && given == (scheme == "https" ? 443 : 80) ? "" : $":{given}";
        return name is null ? null : $"{scheme}://{name.InUrl}{port}";
    }

    /// <summary>An address that means "all of this machine" is nothing one can open: here it is the machine itself.</summary>
    public static string ToOpen(string? bound) => AllOfIt.Aggregate(bound ?? "", (address, all) => address.Replace("//" + all, "//localhost", StringComparison.Ordinal));

    static readonly string[] AllOfIt = ["0.0.0.0", "[::]", "+", "*"];

    // One that other machines reach comes before one that only this machine does.
    BindingAddress? Listening(string scheme) => (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(BindingAddress.Parse)
        .Where(address => address.Scheme == scheme).OrderBy(address => ServedName.Parse(address.Host)?.Address is { } ip && System.Net.IPAddress.IsLoopback(ip) || address.Host == "localhost").FirstOrDefault();
}
