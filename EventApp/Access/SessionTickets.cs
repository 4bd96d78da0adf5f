using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>Keeps the tickets of cookies in the database, so that one can be seen and ended from elsewhere; a cookie holds its key alone.</summary>
sealed class SessionTickets(IDbContextFactory<EventDb> dbs, TimeProvider clock, IHttpContextAccessor requests, IdleLock idle) : ITicketStore
{
    /// <summary>Borne by whoever is signed in: the row of their session.</summary>
    public const string Claim = "session";

    const int KeyBytes = 32;
    static readonly TimeSpan SeenAgain = TimeSpan.FromMinutes(1);

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        await using var db = await dbs.CreateDbContextAsync();
        await db.Sessions().Where(s => s.ExpiresAt <= Now).ExecuteDeleteAsync();
        db.Add(new Session
        {
            UserId = ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, KeyHash = Hash(key), Ticket = TicketSerializer.Default.Serialize(ticket), CreatedAt = Now, SeenAt = Now, ActiveAt = Now,
            ExpiresAt = Ends(ticket), Device = DeviceName.Of(requests.HttpContext?.Request.Headers.UserAgent.ToString()),
        });
        await db.SaveChangesAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (hash, bytes, ends) = (Hash(key), TicketSerializer.Default.Serialize(ticket), Ends(ticket));
        var owner = ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!;
        await using var db = await dbs.CreateDbContextAsync();
        // Somebody else signed in over an open session: it is theirs from now on, for whoever lists or ends it.
        await db.Sessions().Where(s => s.KeyHash == hash && s.UserId != owner).ExecuteUpdateAsync(set => set.SetProperty(s => s.UserId, owner).SetProperty(s => s.CreatedAt, Now).SetProperty(s => s.ActiveAt, Now));
        await db.Sessions().Where(s => s.KeyHash == hash).ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, bytes).SetProperty(s => s.ExpiresAt, ends));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var hash = Hash(key);
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Sessions().AsNoTracking().SingleOrDefaultAsync(s => s.KeyHash == hash) is not { } found || found.ExpiresAt <= Now) return null;
        if (Now - found.SeenAt >= SeenAgain) await db.Sessions().Where(s => s.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, Now));
        var ticket = TicketSerializer.Default.Deserialize(found.Ticket);
        if (ticket is not null && idle.Locks(ticket.Principal, found.ActiveAt)) return null;
        Mark(ticket?.Principal, found.Id.ToString(CultureInfo.InvariantCulture));
        return ticket;
    }

    public async Task RemoveAsync(string key)
    {
        var hash = Hash(key);
        await using var db = await dbs.CreateDbContextAsync();
        await db.Sessions().Where(s => s.KeyHash == hash).ExecuteDeleteAsync();
    }

    /// <summary>The row of somebody's session; 0 for who has none.</summary>
    public static int IdOf(ClaimsPrincipal user) => int.TryParse(user.FindFirstValue(Claim), CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Gives a principal that was made anew the session of the one before.</summary>
    public static void Pass(ClaimsPrincipal? from, ClaimsPrincipal? to)
    {
        if (from?.FindFirstValue(Claim) is { } id) Mark(to, id);
    }

    static void Mark(ClaimsPrincipal? user, string id)
    {
        if (user?.Identity is not ClaimsIdentity identity) return;
        foreach (var old in identity.FindAll(Claim).ToList()) identity.RemoveClaim(old);
        identity.AddClaim(new Claim(Claim, id));
    }

    DateTime Ends(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc?.UtcDateTime ?? Now + SignIn.Lasts;

    static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
