using EventApp.Web;
using Shared.Access;
using Shared.Shuttles;

namespace EventApp.Shuttles;

/// <summary>The way to a driver's page: once the link's cookie, then the page itself, made by the server.</summary>
static class DriverEndpoints
{
    public const string Limit = "driver";

    static readonly TimeSpan CookieLives = TimeSpan.FromDays(180);

    public static void AddShuttlePages(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(limits => limits.AddLinkPolicy(Limit, Token));

    public static void MapShuttles(this WebApplication app) =>
        app.MapPost("/driver/{id:int}/open", OpenAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Limits.Address);

    // The cookie goes to this link's path alone, so it cannot bear the __Host- prefix.
    static string CookieName(HttpContext http) => http.Request.IsHttps ? "__Secure-driver" : "driver";

    public static string? Token(HttpContext http) => http.Request.Cookies[CookieName(http)] is { Length: LinkKey.TokenLength } token ? token : null;

    static async Task<IResult> OpenAsync(int id, OpenDriver body, HttpContext http, OpenDriverLink open, KnownLinks known)
    {
        // With a body of its own, so that the answer is not turned into the page for people.
        if (body.Token is not { Length: LinkKey.TokenLength } token || !await open.RunAsync(id, token, http.RequestAborted)) return Results.Problem(statusCode: StatusCodes.Status401Unauthorized);
        known.Note(id, token, works: true);
        http.Response.Cookies.Append(CookieName(http), token, new CookieOptions
        {
            Path = DriverLink.Path(id), HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = CookieLives, IsEssential = true,
        });
        return Results.NoContent();
    }

    internal sealed record OpenDriver(string? Token);
}
