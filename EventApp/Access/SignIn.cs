using System.Security.Claims;
using EventApp.Access.Auditing;
using EventApp.Access.Joining;
using EventApp.Access.Proving;
using EventApp.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

static class SignIn
{
    public const int ShortestPassword = 10;

    /// <summary>Of PBKDF2 with SHA-512, as OWASP advises in 2025.</summary>
    const int HashRounds = 210_000;

    /// <summary>How long a browser stays signed in: a long day.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(16);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var secure = WebRules.IsSecure(builder.Configuration);
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);
        builder.Services.AddIdentityCore<IdentityUser>(Rules).AddEntityFrameworkStores<EventDb>().AddUserStore<HashedCodes>()
            .AddPasswordValidator<RefuseGuessable>().AddUserValidator<RefusePhone>().AddSignInManager().AddDefaultTokenProviders().AddClaimsPrincipalFactory<NamedPrincipal>();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            Bind(cookie.Cookie, "organiser", SameSiteMode.Lax, secure);
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Lasts, false);
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "to";
            cookie.Events.OnRedirectToLogin = RedirectPagesOnly(StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = Deny;
            cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        }).AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            // Between a right password and the second step, and between a passkey's challenge and its answer.
            Bind(cookie.Cookie, "second-step", SameSiteMode.Strict, secure);
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        })
        // No browser is remembered, but the framework signs out of this one too when a security stamp has changed.
        .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, cookie => Bind(cookie.Cookie, "second-step-kept", SameSiteMode.Strict, secure));
        builder.AddSessions();
        builder.AddPolicies();
        builder.AddAuditPages();
        builder.Services.AddAccounts().AddJoining().AddProving();
        builder.Services.AddScoped<AuthenticationStateProvider, RevalidateAccount>();
        builder.Services.AddHostedService<AnnounceFirstOrganiser>();
    }

    static void Bind(CookieBuilder cookie, string name, SameSiteMode site, bool secure)
    {
        (cookie.Name, cookie.HttpOnly, cookie.SameSite, cookie.Path) = (WebRules.CookieName(name, secure), true, site, "/");
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddScoped<Standing>().AddSingleton<FirstOrganiserToken>().AddSingleton<SignInTries>().AddScoped<RecordSignIn>()
        .AddScoped<CreateAccount>().AddScoped<ReplacePassword>().AddScoped<IssueAccount>().AddScoped<DisableAccount>().AddScoped<ChangeGrants>().AddScoped<EndSession>().AddScoped<EndOtherSessions>().AddScoped<TieToStaff>();

    static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            stamp.ValidationInterval = TimeSpan.FromSeconds(30);
            stamp.OnRefreshingPrincipal = refreshed => { SessionTickets.Pass(refreshed.CurrentPrincipal, refreshed.NewPrincipal); return Task.CompletedTask; };
        });
        builder.Services.AddSingleton<SessionTickets>().AddSingleton<IdleLock>();
        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionTickets>((cookie, tickets) => cookie.SessionStore = tickets);
    }

    static void AddPolicies(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IAuthorizationHandler, JudgeMeetingRole>();
        var policies = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Installation, policy => policy.RequireClaim(Grant.ClaimType, new Grant(Roles.Organiser).ToString()));
        foreach (var (name, roles) in Policies.ByRole) policies.AddPolicy(name, policy => policy.AddRequirements(new MeetingRole(roles)));
    }

    static void Rules(IdentityOptions identity)
    {
        identity.Password = new PasswordOptions { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        // SignInTries holds up known and unknown names alike; the framework's lockout would tell which exist.
        // Asks NotDisabled before every sign-in.
        identity.SignIn.RequireConfirmedAccount = true;
        identity.Lockout = new LockoutOptions { AllowedForNewUsers = false };
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.AllowedUserNameCharacters = "";
    }

    /// <summary>Where somebody must go before they have any role: to replace a one-time password, to set up the second step; null where nothing is asked of them.</summary>
    public static string? FirstOf(ClaimsPrincipal user, string to) =>
        user.HasClaim(claim => claim.Type == Operator.OneTimeClaim) ? "/new-password?to=" + Uri.EscapeDataString(to)
        : user.HasClaim(claim => claim.Type == Operator.NoSecondStepClaim) ? "/account" : null;

    static Task Deny(RedirectContext<CookieAuthenticationOptions> denied)
    {
        denied.HttpContext.RequestServices.GetRequiredService<ILogger<SessionTickets>>().LogWarning("{User} was refused {Endpoint}", denied.HttpContext.User.Identity?.Name, denied.HttpContext.GetEndpoint()?.DisplayName);
        if (HttpMethods.IsGet(denied.Request.Method) && FirstOf(denied.HttpContext.User, denied.Request.Path) is { } first) denied.Response.Redirect(first);
        else denied.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    static Func<RedirectContext<CookieAuthenticationOptions>, Task> RedirectPagesOnly(int status) => context =>
    {
        if (context.Request.Path.StartsWithSegments("/api")) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    };
}
