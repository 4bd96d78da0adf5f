using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>A one-time token printed at the console while there is no account; whoever holds it makes the first organiser. There is no default password.</summary>
sealed class FirstOrganiserToken(IDbContextFactory<EventDb> dbs)
{
    string? token;

    /// <summary>The token, made anew at each start while there is no account; null once there is one.</summary>
    public async Task<string?> OfferAsync()
    {
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Accounts().AnyAsync()) return token = null;
        return token ??= Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    }

    /// <summary>Takes the token, so that of two who hold it at one moment one makes an organiser; null where it is another one, or taken.</summary>
    public string? Take(string? offered) =>
        token is { } wanted && offered is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(wanted), Encoding.UTF8.GetBytes(offered.Trim().ToUpperInvariant()))
        && Interlocked.CompareExchange(ref token, null, wanted) == wanted ? wanted : null;

    /// <summary>No account was made with it: it holds again.</summary>
    public void GiveBack(string taken) => token = taken;
}
