using Microsoft.AspNetCore.Antiforgery;

namespace EventApp.Web;

/// <summary>Whether a request comes from a page of this program.</summary>
static class OwnForms
{
    /// <summary>The middleware only notes a missing token: an endpoint that binds no form has to ask for it here.</summary>
    public static bool IsOurs(this HttpContext http) => http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };
}
