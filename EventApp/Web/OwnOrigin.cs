namespace EventApp.Web;

/// <summary>Browsers let any site open a socket anywhere and send cookies along; they name the site in Origin, and only our own pages may open a circuit.</summary>
static class OwnOrigin
{
    /// <summary>Refuses a circuit to a page of another site. What sends no Origin is no browser's socket and has to bring its cookie itself.</summary>
    public static void UseOwnOrigin(this WebApplication app)
    {
        var behindProxy = app.IsBehindProxy();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/_blazor"), circuits => circuits.Use((http, next) =>
        {
            if (http.Request.Headers.Origin is not [var origin, ..] || IsOwn(origin, http.Request, behindProxy)) return next(http);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }));
    }

    /// <param name="behindProxy">A named proxy may answer at another port, and its pages may be https where it asks us by http.</param>
    internal static bool IsOwn(string? origin, HttpRequest request, bool behindProxy)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var page) || !page.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)) return false;
        if (behindProxy) return true;
        // An address without a port leaves out that of its own scheme; a page over plain http reaches nothing that is served by https.
        var port = request.Host.Port is { } asked ? page.Port == asked : page.IsDefaultPort;
        return port && (page.Scheme == Uri.UriSchemeHttps || !request.IsHttps);
    }
}
