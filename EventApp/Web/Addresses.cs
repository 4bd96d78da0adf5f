using System.Security.Cryptography.X509Certificates;
using EventApp.Web.Certificates;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using Shared.Data;

namespace EventApp.Web;

/// <summary>Under which addresses this program is served: the certificate for https, and the host names that are answered.</summary>
static class Addresses
{
    public const string HostsSetting = "AllowedHosts";

    public static void AddAddresses(this WebApplicationBuilder builder)
    {
        var own = new OwnCertificates(builder.DataDirectory());
        var certificate = InUse(builder.Configuration, own);
        IReadOnlyList<ServedName> named = certificate is null ? [] : OwnAuthority.NamesOf(certificate);
        if (certificate is not null) builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        builder.Services.AddSingleton(own);
        var known = new KnownHosts([.. named, .. Allowed(builder.Configuration), .. Listening(builder.Configuration)]);
        builder.Services.AddSingleton(known);
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<ServedAddresses>(services, new CertifiedNames(certificate, named)));
        // The framework's own filter knows no address of the machine and refuses without a word; this program's stands in its place.
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
    }

    // The own one, where https is served and nobody named another.
    static X509Certificate2? InUse(IConfiguration configuration, OwnCertificates own)
    {
        if (!WebRules.IsSecure(configuration) || configuration.GetSection("Kestrel:Certificates:Default").GetChildren().Any() || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any()) return null;
        return own.ReadServer() ?? throw new CannotStart(
            $"An https address needs a certificate. Make one with: EventApp certificate {(MachineNames.Proposal() is { } names ? "--for " + names : "")} — or name your own with --Kestrel:Certificates:Default:Path=FILE.pfx (and …:Password), or listen at an http address.");
    }

    static IEnumerable<ServedName> Allowed(IConfiguration configuration)
    {
        var typed = (configuration[HostsSetting] ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(typed, name => ServedName.Parse(name) is null) is { } wrong)
            throw new OptionsValidationException(HostsSetting, typeof(KnownHosts), [$"{HostsSetting}: {wrong} is no host name. Name those under which people reach this program, like hui.example.com, 192.168.1.20; this machine's own need not be named."]);
        return typed.Select(ServedName.Parse).OfType<ServedName>();
    }

    static IEnumerable<ServedName> Listening(IConfiguration configuration) =>
        Start.Urls(configuration).Where(url => Uri.IsWellFormedUriString(url, UriKind.Absolute)).Select(url => ServedName.Parse(new Uri(url).IdnHost)).OfType<ServedName>();
}
