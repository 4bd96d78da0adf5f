using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using EventApp.Web;
using Shared.Data;

namespace Faults.Tests;

/// <summary>A server as it stands at a venue: plain http and https on every address of the machine, with a certificate of its own authority.</summary>
public sealed class VenueServer : IAsyncDisposable
{
    const string Both = "http://*:0;https://*:0";

    readonly ServerProcess process;

    VenueServer(ServerProcess process, string folder) => (this.process, Folder) = (process, folder);

    public string Folder { get; }

    /// <summary>An address of this machine at which others reach it; null where it has none.</summary>
    public static string? Reachable { get; } = MachineNames.Addresses().FirstOrDefault(address => address.Address!.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)?.Text;

    public int HttpPort => Port("http");
    public int HttpsPort => Port("https");

    public static async Task<VenueServer> StartAsync(string names, params string[] words)
    {
        var folder = ServerProcess.NewFolder();
        var (code, said) = await ServerProcess.EndAsync("certificate", "--for", names, "--data", folder);
        Assert.True(code == 0, said);
        var server = new VenueServer(await ServerProcess.StartAsync(folder, words, urls: Both), folder);
        await server.process.UntilItSaysAsync(Listening("https"));
        return server;
    }

    public Uri Http(string host) => new($"http://{host}:{HttpPort}");

    public Uri Https(string host) => new($"https://{host}:{HttpsPort}");

    public X509Certificate2 Authority() => X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(new DataDirectory(Folder).Certificates, "ca.crt")));

    /// <summary>A device that was told to trust the authority and nothing else; it follows no redirects.</summary>
    public HttpClient Trusting(Uri address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { Authority() }, RevocationMode = X509RevocationMode.NoCheck } },
    }) { BaseAddress = address };

    /// <summary>The address that the console names for making the first organiser, and the token beside it.</summary>
    public async Task<(string Address, string Token)> OfferAsync()
    {
        var offer = await process.UntilItSaysAsync(Offer());
        return (offer.Groups[1].Value, offer.Groups[2].Value);
    }

    static Regex Offer() => new(@"(http\S*)/first-organiser\s+token: ([0-9A-F]+)\s");

    int Port(string scheme) => int.Parse(Listening(scheme).Match(process.Said).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    static Regex Listening(string scheme) => new($"Now listening on: {scheme}://[^\"]*:([0-9]+)\"");

    public async ValueTask DisposeAsync() => await process.DisposeAsync();
}
