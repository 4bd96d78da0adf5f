using EventApp.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access.Proving;

/// <summary>What a browser asks for before it asks its owner for a passkey, and what it sends afterwards. The framework keeps the challenge in a cookie of its own between the two.</summary>
static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var token = new RequireAntiforgeryTokenAttribute();
        app.MapPost("/passkeys/request", RequestAsync).AllowAnonymous().RequireRateLimiting(Limits.Address).WithMetadata(token);
        app.MapPost("/passkeys/sign-in", SignInAsync).AllowAnonymous().RequireRateLimiting(Limits.Address).WithMetadata(token);
        app.MapPost("/passkeys/creation", CreationAsync).WithMetadata(token);
        app.MapPost("/passkeys/add", AddAsync).WithMetadata(token);
    }

    static async Task<IResult> RequestAsync(HttpContext http, SignInManager<IdentityUser> signIn) =>
        http.IsOurs() ? Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json") : Results.BadRequest();

    static async Task<IResult> SignInAsync(HttpContext http, SignInManager<IdentityUser> signIn, RecordSignIn record, SignInTries tries)
    {
        if (!http.IsOurs()) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var to = form["to"].ToString() is { Length: > 0 } said && AccessEndpoints.IsLocal(said) ? said : "/";
        var proved = await ProveAsync(signIn, form["credential"].ToString());
        if (proved is not { Succeeded: true } || !await signIn.CanSignInAsync(proved.User))
        {
            // Past the tries of its address it is refused without a row: nobody fills the trail.
            if (tries.OfAddress(http) is null) await record.RefusedAsync(proved?.User, WrongProof.Passkey);
            return Results.LocalRedirect($"/sign-in?passkey=wrong&to={Uri.EscapeDataString(to)}");
        }
        await signIn.UserManager.AddOrUpdatePasskeyAsync(proved.User, proved.Passkey);
        await signIn.SignInAsync(proved.User, isPersistent: false);
        await record.RunAsync(proved.User);
        return Results.LocalRedirect(to);
    }

    // Whoever answers after the challenge has ended, or was never given one, is refused as with a wrong answer; the framework throws.
    static async Task<PasskeyAssertionResult<IdentityUser>?> ProveAsync(SignInManager<IdentityUser> signIn, string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static async Task<IResult> CreationAsync(HttpContext http, SignInManager<IdentityUser> signIn, EventDb db)
    {
        if (await signIn.UserManager.GetUserAsync(http.User) is not { } user) return Results.Forbid();
        if (!http.IsOurs()) return Results.BadRequest();
        var name = await db.Accounts().Where(a => a.UserId == user.Id).Select(a => a.DisplayName).SingleAsync(http.RequestAborted);
        return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = user.Id, Name = user.UserName!, DisplayName = name }), "application/json");
    }

    static async Task<IResult> AddAsync(HttpContext http, KeepPasskey keep)
    {
        if (!http.IsOurs()) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var result = await keep.RunAsync(http.User, form["credential"].ToString(), form["name"].ToString(), form["password"].ToString());
        return Results.LocalRedirect($"/account?passkey={result}#passkeys");
    }
}
