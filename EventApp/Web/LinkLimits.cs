using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace EventApp.Web;

/// <summary>Tokens of secret links that worked since the start: whoever bears one is told apart from people who guess, also behind one address.</summary>
sealed class KnownLinks
{
    const int Most = 10_000;
    readonly ConcurrentDictionary<(int, string), bool> known = [];

    public bool Has(int id, string? token) => token is not null && known.ContainsKey((id, token));

    public void Note(int id, string? token, bool works)
    {
        if (token is null) return;
        if (!works) known.TryRemove((id, token), out _);
        else if (known.Count < Most) known[(id, token)] = true;
    }
}

/// <summary>How often a secret link may ask: by the link where its token is known to work, by the address otherwise.</summary>
static class LinkLimits
{
    /// <param name="name">Of the policy, and of the kind of link.</param>
    /// <param name="token">Reads what the browser remembers of the link.</param>
    public static void AddLinkPolicy(this RateLimiterOptions limits, string name, Func<HttpContext, string?> token) => limits.AddPolicy(name, http =>
    {
        var settings = http.RequestServices.GetRequiredService<IOptions<LimitSettings>>().Value;
        var id = int.TryParse(http.GetRouteValue("id") as string, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var known = http.RequestServices.GetRequiredService<KnownLinks>().Has(id, token(http));
        var (key, perSecond, burst) = known ? ($"{name}:{id}", settings.ReplyPerSecond, settings.ReplyBurst) : ($"{name}@{http.Connection.RemoteIpAddress}", settings.AddressPerSecond, settings.AddressPerSecond);
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions { TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
    });
}
