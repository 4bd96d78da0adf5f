using EventApp.Access.Auditing;
using EventApp.Access.Joining;
using EventApp.Access.Proving;
using EventApp.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;

namespace EventApp.Access;

static class AccessEndpoints
{
    public static void MapAccess(this WebApplication app)
    {
        app.MapPost("/sign-out", async (HttpContext http, SignInManager<IdentityUser> signIn) =>
        {
            if (!http.IsOurs()) return Results.BadRequest();
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in?out=yes");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute());

        app.MapGet("/language/{name}", (string name, string? to, HttpContext context) =>
        {
            if (Array.Find(WebRules.Languages, language => language.Name == name) is not { } chosen) return Results.NotFound();
            context.Response.Cookies.Append(WebRules.CookieName(WebRules.LanguageCookie, context.Request.IsHttps),
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps, IsEssential = true });
            return Results.LocalRedirect(IsLocal(to) ? to! : "/");
        }).AllowAnonymous().WithMetadata(new OverPlainHttpAttribute());

        IdleLock.Map(app);
        JoinEndpoints.Map(app);
        PasskeyEndpoints.Map(app);
        app.MapAudit();
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().WithMetadata(new OverPlainHttpAttribute());
    }

    /// <summary>A path on this site, never another host.</summary>
    public static bool IsLocal(string? path) => path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);
}
