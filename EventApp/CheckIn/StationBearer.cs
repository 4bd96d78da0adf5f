using System.Collections.Concurrent;
using System.Net;
using System.Threading.RateLimiting;
using EventApp.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shared.CheckIn;
using Shared.Data;

namespace EventApp.CheckIn;

/// <summary>The token that a request bears, read and hashed once.</summary>
sealed record StationBearer(string Token, byte[] Hash)
{
    const string Scheme = "Bearer ";
    const int LongestToken = 128;
    static readonly object Key = new();

    public CallerAsk Caller => CallerAsk.Station(Hash);

    /// <summary>Null where there is none.</summary>
    public static StationBearer? Of(HttpContext http)
    {
        if (http.Items.TryGetValue(Key, out var found)) return (StationBearer?)found;
        var header = http.Request.Headers.Authorization.ToString();
        StationBearer? bearer = null;
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length - Scheme.Length is > 0 and <= LongestToken)
        {
            var token = header[Scheme.Length..].Trim();
            bearer = new(token, StationToken.Hash(token));
        }
        http.Items[Key] = bearer;
        return bearer;
    }
}

/// <summary>Tokens of enrolled stations, for the limits alone: who holds one is counted by it, everyone else by address. Whether it works still is asked of the database each time.</summary>
sealed class KnownTokens(IDbContextFactory<EventDb> dbs, IOptions<LimitSettings> limits) : IDisposable
{
    // A token that nobody knows costs a question to the database: an address asks so many, as many as it may make calls.
    readonly PartitionedRateLimiter<IPAddress> lookups = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = limits.Value.AddressPerSecond, TokensPerPeriod = limits.Value.AddressPerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    }));
    readonly ConcurrentDictionary<string, bool> tokens = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, Lazy<bool>> asking = new(StringComparer.Ordinal);

    // Asked before the first answer too: a station's first burst after a start must not be counted by its address.
    public bool Has(StationBearer bearer, IPAddress? address)
    {
        if (tokens.ContainsKey(bearer.Token)) return true;
        // A burst asks once: each call with a question of its own would use up the address's.
        var answer = asking.GetOrAdd(bearer.Token, _ => new(() => Ask(bearer, address)));
        try
        {
            return answer.Value;
        }
        finally
        {
            asking.TryRemove(KeyValuePair.Create(bearer.Token, answer));
        }
    }

    bool Ask(StationBearer bearer, IPAddress? address)
    {
        if (tokens.ContainsKey(bearer.Token)) return true;
        using var lease = lookups.AttemptAcquire(address ?? IPAddress.None);
        if (!lease.IsAcquired) return false;
        using var db = dbs.CreateDbContext();
        var enrolled = db.Stations().Any(s => s.TokenHash == bearer.Hash && s.RevokedAt == null);
        if (enrolled) Note(bearer.Token, works: true);
        return enrolled;
    }

    public void Note(string token, bool works)
    {
        if (!works) tokens.TryRemove(token, out _);
        else if (!tokens.ContainsKey(token)) tokens[token] = true;
    }

    public void Dispose() => lookups.Dispose();
}
