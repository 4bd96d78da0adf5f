using System.Net;
using Microsoft.AspNetCore.StaticAssets;

namespace EventApp.Web;

/// <summary>On a page or an endpoint: answers over plain http on a network too, where https is served beside it. It asks for no sign-in and no cookie.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class OverPlainHttpAttribute : Attribute;

/// <summary>
/// Over plain http on a network anybody reads along, and there are no bound cookies. Where https is served, everything but what a device needs before it
/// trusts the certificate, and the station with its own token, answers there with the https address. On this machine itself everything is open.
/// </summary>
static class PlainHttp
{
    /// <summary>Stands behind the routing: what is open is told by the endpoint, and what is new is closed.</summary>
    public static void UsePlainHttp(this WebApplication app)
    {
        if (!WebRules.IsSecure(app.Configuration)) return;
        app.Use((http, next) =>
        {
            if (http.Request.IsHttps || IsOnThisMachine(http.Connection.LocalIpAddress) || IsOpen(http.GetEndpoint())) return next(http);
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            http.Response.Headers.Upgrade = "TLS/1.2, HTTP/1.1";
            return Task.CompletedTask;
        });
    }

    static bool IsOnThisMachine(IPAddress? local) => local is null || IPAddress.IsLoopback(local);

    static bool IsOpen(Endpoint? endpoint) => endpoint?.Metadata is { } about && (about.GetMetadata<OverPlainHttpAttribute>() is not null || about.GetMetadata<StaticAssetDescriptor>() is not null);
}
