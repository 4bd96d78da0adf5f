using System.Security.Claims;
using EventApp.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>An organiser's page that nobody has touched for a while asks for the password again, on every tab and device of that sign-in. The server judges by what pages told it; stations bear no session and are never locked.</summary>
sealed class IdleLock(IDbContextFactory<EventDb> dbs, IOptions<LockSettings> settings, TimeProvider clock)
{
    // A page tells of a touch at most so often, and locks itself by the last one.
    static readonly TimeSpan Told = TimeSpan.FromSeconds(30);

    public TimeSpan After => TimeSpan.FromMinutes(settings.Value.AfterMinutes);

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public bool Locks(ClaimsPrincipal user, DateTime activeAt) => user.HoldsAnywhere(Roles.Organiser) && Now - activeAt >= After + Told;

    /// <summary>Whether the session of an open page is there and not locked.</summary>
    public async Task<bool> StandsAsync(ClaimsPrincipal user, CancellationToken stop)
    {
        var id = SessionTickets.IdOf(user);
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Sessions().Where(s => s.Id == id).Select(s => (DateTime?)s.ActiveAt).SingleOrDefaultAsync(stop) is { } active && !Locks(user, active);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var token = new RequireAntiforgeryTokenAttribute();
        app.MapPost("/session/active", (HttpContext http, IdleLock idle) => idle.MarkAsync(http, idle.Now)).WithMetadata(token);
        app.MapPost("/session/lock", (HttpContext http, IdleLock idle) => idle.MarkAsync(http, DateTime.UnixEpoch)).WithMetadata(token);
    }

    async Task<IResult> MarkAsync(HttpContext http, DateTime at)
    {
        if (!http.IsOurs()) return Results.BadRequest();
        var id = SessionTickets.IdOf(http.User);
        await using var db = await dbs.CreateDbContextAsync(http.RequestAborted);
        await db.Sessions().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ActiveAt, at), http.RequestAborted);
        return Results.NoContent();
    }
}
