using EventApp.Components;
using EventApp.Web;
using Microsoft.Extensions.Localization;
using Shared.Dashboard;

namespace EventApp.Dashboard;

/// <summary>What the projector's page asks for: once the link's cookie, then the numbers again and again.</summary>
static class ScreenEndpoints
{
    public const int LongestToken = 64;

    public static void MapScreen(this WebApplication app)
    {
        app.MapPost("/screen/open", OpenAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Limits.Address);
        app.MapGet("/screen/state", StateAsync).AllowAnonymous().RequireRateLimiting(Limits.Address);
    }

    // The cookie goes to this path alone, so it cannot bear the __Host- prefix.
    static string CookieName(HttpContext http) => http.Request.IsHttps ? "__Secure-screen" : "screen";

    // With a body of its own, so that the answer is not turned into the page for people.
    static IResult Closed() => Results.Problem(statusCode: StatusCodes.Status401Unauthorized);

    static async Task<IResult> OpenAsync(OpenScreen body, HttpContext http, PublicScreen screen)
    {
        if (body.Token is not { Length: > 0 and <= LongestToken } token || !await screen.AdmitsAsync(token, http.RequestAborted)) return Closed();
        http.Response.Cookies.Append(CookieName(http), token, new CookieOptions
        {
            Path = "/screen", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(7), IsEssential = true,
        });
        return Results.NoContent();
    }

    static async Task<IResult> StateAsync(HttpContext http, PublicScreen screen, IStringLocalizer<DashboardTexts> t)
    {
        if (http.Request.Cookies[CookieName(http)] is not { Length: > 0 and <= LongestToken } token) return Closed();
        if (await screen.ReadAsync(token, http.RequestAborted) is { } view) return Results.Json(Face(view, t));
        return await screen.AdmitsAsync(token, http.RequestAborted) ? Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable) : Closed();
    }

    static ScreenFace Face(ScreenView view, IStringLocalizer<DashboardTexts> t) => new(
        InLanguage.Pick(view.Meeting, view.MeetingEn), InLanguage.Pick(view.Checkpoint, view.CheckpointEn), view.IsSample ? t["ScreenSample"].Value : null,
        view.Expected, view.Arrived, view.Members, view.MembersPresent, view.UnitsPresent, view.Welcomes,
        t["AsOf", view.AsOfLocal.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)]);

    internal sealed record OpenScreen(string? Token);

    sealed record ScreenFace(string Meeting, string Checkpoint, string? Sample, int Expected, int Arrived, int Members, int MembersPresent,
        IReadOnlyList<string> UnitsPresent, IReadOnlyList<PublicWelcome> Welcomes, string AsOf);
}
