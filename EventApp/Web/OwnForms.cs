using Microsoft.AspNetCore.Antiforgery;

namespace EventApp.Web;

/// <summary>Whether a request comes from a page of this program.</summary>
static class OwnForms
{
    /// <summary>The middleware only notes a missing token: an endpoint that binds no form has to ask for it here.</summary>
    public static bool IsOurs(this HttpContext http) => http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };

    /// <summary>Null for what is no form or comes from elsewhere.</summary>
    public static async Task<IFormCollection?> FormAsync(this HttpContext http) =>
        http.IsOurs() && http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
}
