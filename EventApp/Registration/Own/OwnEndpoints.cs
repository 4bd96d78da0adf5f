using EventApp.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.RateLimiting;
using Shared.Access;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.Registration.Own;

/// <summary>What a person's own page asks for: once the link's cookie, then what to show, then to write an answer.</summary>
static class OwnEndpoints
{
    static readonly TimeSpan CookieLives = TimeSpan.FromDays(180);

    const string Limit = "own";

    public static void Map(IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/me/{id:int}").AllowAnonymous();
        own.MapPost("/open", OpenAsync).DisableAntiforgery().RequireRateLimiting(Limits.Address);
        own.MapGet("/state", StateAsync).RequireRateLimiting(Limit);
        own.MapPost("/consents", AnswerAsync).WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireRateLimiting(Limit);
    }

    public static void AddLimitTo(RateLimiterOptions limits) => limits.AddLinkPolicy(Limit, Token);

    // The cookie goes to this link's path alone, so it cannot bear the __Host- prefix.
    static string CookieName(HttpContext http) => http.Request.IsHttps ? "__Secure-own" : "own";

    static string? Token(HttpContext http) => http.Request.Cookies[CookieName(http)] is { Length: LinkKey.TokenLength } token ? token : null;

    // With a body of its own, so that the answer is not turned into the page for people.
    static IResult Refuse(int status) => Results.Problem(statusCode: status);

    static async Task<IResult> OpenAsync(int id, OpenOwn body, HttpContext http, OpenAttendeeLink open, KnownLinks known)
    {
        if (body.Token is not { Length: LinkKey.TokenLength } token || !await open.RunAsync(id, token, http.RequestAborted)) return Refuse(StatusCodes.Status401Unauthorized);
        known.Note(id, token, works: true);
        http.Response.Cookies.Append(CookieName(http), token, new CookieOptions
        {
            Path = AttendeeLink.Path(id), HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = CookieLives, IsEssential = true,
        });
        return Results.NoContent();
    }

    static async Task<IResult> StateAsync(int id, HttpContext http, OwnCard card, OwnWords words)
    {
        var view = await card.ReadAsync(id, Token(http), http.RequestAborted);
        http.RequestServices.GetRequiredService<KnownLinks>().Note(id, Token(http), works: view is not null);
        if (view is null) return Refuse(StatusCodes.Status401Unauthorized);
        // With what is shown and not with the page: the page may come from the phone's own store, older than the cookie.
        var form = view.Person is null ? null : http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken;
        return Results.Json(words.Face(view, form));
    }

    static async Task<IResult> AnswerAsync(int id, AnswerOwn body, HttpContext http, AttendeeByLink byLink, AnswerByLink answer)
    {
        var token = Token(http);
        if (await byLink.ReadAsync(id, token, http.RequestAborted) is null) return Refuse(StatusCodes.Status401Unauthorized);
        if (!http.IsOurs()) return Refuse(StatusCodes.Status400BadRequest);
        if (!Enum.TryParse<ConsentPurpose>(body.Purpose, out var purpose) || !Enum.TryParse<ConsentState>(body.State, out var state)) return Refuse(StatusCodes.Status400BadRequest);
        return await answer.RunAsync(id, token, purpose, state, http.RequestAborted) switch
        {
            AnswerByLinkResult.Recorded => Results.NoContent(),
            AnswerByLinkResult.NotAsked => Refuse(StatusCodes.Status400BadRequest),
            _ => Refuse(StatusCodes.Status401Unauthorized),
        };
    }

    internal sealed record OpenOwn(string? Token);

    internal sealed record AnswerOwn(string? Purpose, string? State);
}
