using System.Net;
using EventApp.Web.Certificates;

namespace EventApp.Web;

/// <summary>
/// The host names that are answered, so that no link is made with a name that somebody else put into a request: this machine's own, those of the certificate,
/// those listened at, those of the setting. Addresses change with the network, so the one that a request came to is known too.
/// </summary>
sealed class KnownHosts(IReadOnlyList<ServedName> named)
{
    readonly HashSet<ServedName> known = [.. named, .. MachineNames.Names(), new ServedName("localhost", null)];

    /// <param name="host">Of the request, without its port.</param>
    /// <param name="local">The address of this machine to which it came.</param>
    public bool Has(string host, IPAddress? local) => ServedName.Parse(host) is { } asked
        && (known.Contains(asked) || asked.Address is { } address && (IPAddress.IsLoopback(address) || local is not null && asked == ServedName.Of(local)));
}

static class HostRules
{
    const string Sentence = """
        这里不用这个名称应答。请用会务组给您的地址打开；由您运行本程序的话，把这个名称写进设置 AllowedHosts。
        This program does not answer to that name. Open it by the address you were given; if you run it, add the name to the setting AllowedHosts.
        """;

    /// <summary>Refuses what was asked for under a name that is none of this program's. A forwarded name is never read.</summary>
    public static void UseKnownHosts(this WebApplication app)
    {
        var known = app.Services.GetRequiredService<KnownHosts>();
        app.Use((http, next) => known.Has(http.Request.Host.Host, http.Connection.LocalIpAddress) ? next(http) : RefuseAsync(http));
    }

    static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(Sentence, http.RequestAborted);
    }
}
