using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace EventApp.Web;

/// <summary>Whose word is taken for where a request came from: the proxies named in the setting, nobody else's.</summary>
static class Proxies
{
    public const string Setting = "Proxies";

    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var named = Named(builder.Configuration).Select(text => (Text: text, Network: Read(text))).ToList();
        if (named.Find(one => one.Network is null).Text is { } wrong)
            throw new OptionsValidationException(Setting, typeof(ForwardedHeadersOptions), [$"{Setting}: {wrong} is neither an address nor a network. Name proxies like 10.0.0.2, 10.1.0.0/24."]);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var (_, network) in named) options.KnownIPNetworks.Add(network!.Value);
        });
    }

    /// <summary>Without a named proxy the headers are not even read.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.IsBehindProxy()) app.UseForwardedHeaders();
    }

    /// <summary>Whether a proxy is named in the setting.</summary>
    public static bool IsBehindProxy(this WebApplication app) => Named(app.Configuration).Length > 0;

    static string[] Named(IConfiguration configuration) => (configuration[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static System.Net.IPNetwork? Read(string text) =>
        IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8) : System.Net.IPNetwork.TryParse(text, out var network) ? network : null;
}
