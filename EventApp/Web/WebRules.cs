using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Shared.Data;

namespace EventApp.Web;

/// <summary>Rules for every request: headers, language, cookies, keys.</summary>
static class WebRules
{
    public static readonly CultureInfo[] Languages = [new("zh-CN"), new("en")];
    public const string LanguageCookie = "language";

    const string Policy = "default-src 'self'; script-src 'self'{0}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self' blob:; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'";

    static readonly string PagePolicy = string.Format(CultureInfo.InvariantCulture, Policy, "");
    static readonly string StationPolicy = string.Format(CultureInfo.InvariantCulture, Policy, " 'wasm-unsafe-eval'");

    public static void AddWebRules(this WebApplicationBuilder builder)
    {
        // Only the development environment does this by itself; run from the repository, the packages' files lie elsewhere.
        builder.WebHost.UseStaticWebAssets();
        var secure = IsSecure(builder.Configuration);
        // Chinese goes out as itself, not as numbered entities eight times its size.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddDataProtection().SetApplicationName("event-app")
            .PersistKeysToFileSystem(Directory.CreateDirectory(builder.DataDirectory().ProtectionKeys));
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = TimeSpan.FromSeconds(8);
            // What runs beside the desks, backups or the command socket, never closes them; its failure is in the log.
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        builder.Services.AddLocalization();
        builder.Services.AddProblemDetails();
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<KnownLinks>();
        builder.Services.AddRequestLocalization(options =>
        {
            options.SetDefaultCulture(Languages[0].Name);
            options.SupportedCultures = Languages;
            options.SupportedUICultures = Languages;
            options.RequestCultureProviders = [.. ((bool[])[true, false]).Select(bound => new CookieRequestCultureProvider { CookieName = CookieName(LanguageCookie, bound) })];
        });
        builder.Services.AddAntiforgery(options => options.Cookie = new FormsCookie(secure));
    }

    /// <summary>True where an https address is served: then organisers use it and cookies are bound to it.</summary>
    public static bool IsSecure(IConfiguration configuration) =>
        Start.Urls(configuration).Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "")).Any(url => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    public static string CookieName(string name, bool secure) => secure ? "__Host-" + name : name;

    public static void UseWebRules(this WebApplication app)
    {
        app.UseProxies();
        app.UseKnownHosts();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(AskForStatusPage);
        app.Use(WriteHeaders);
        app.UseRequestLocalization();
        // A phone's form alone: nothing secret in it stays the same from one answer to the next.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/reply") && HttpMethods.IsGet(http.Request.Method), form => form.UseResponseCompression());
        app.UseRouting();
        app.UsePlainHttp();
        app.UseOwnOrigin();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    // Of a refused POST only the page that says so is wanted, without the form whose token was at fault.
    static Task AskForStatusPage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    static Task WriteHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/station") ? StationPolicy : PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        context.Response.OnStarting(static state =>
        {
            var response = ((HttpContext)state).Response;
            if (string.IsNullOrEmpty(response.Headers.CacheControl)) response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    // Bound to https where https is served. On this machine itself plain http stays open beside it and browsers keep bound cookies there too;
    // the framework's own policy for that would refuse to make any form.
    sealed class FormsCookie : CookieBuilder
    {
        readonly bool secure;

        public FormsCookie(bool secure)
        {
            this.secure = secure;
            (Name, HttpOnly, SameSite, Path, SecurePolicy) = (CookieName("forms", secure), true, SameSiteMode.Strict, "/", CookieSecurePolicy.SameAsRequest);
        }

        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var built = base.Build(context, expiresFrom);
            built.Secure |= secure;
            return built;
        }
    }
}
