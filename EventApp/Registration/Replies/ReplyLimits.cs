using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;
using EventApp.Web;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace EventApp.Registration.Replies;

/// <summary>Tokens that opened a form since the start: their forms are told apart from people who guess, also behind one address.</summary>
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

/// <summary>How often a form may ask.</summary>
static class ReplyLimits
{
    public const string Form = "reply";

    public static void AddTo(RateLimiterOptions limits) => limits.AddPolicy(Form, http =>
    {
        var settings = http.RequestServices.GetRequiredService<IOptions<LimitSettings>>().Value;
        var id = int.TryParse(http.GetRouteValue("id") as string, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var known = http.RequestServices.GetRequiredService<KnownLinks>().Has(id, ReplyEndpoints.Token(http));
        var (key, perSecond, burst) = known ? ($"reply:{id}", settings.ReplyPerSecond, settings.ReplyBurst) : ($"reply@{http.Connection.RemoteIpAddress}", settings.AddressPerSecond, settings.AddressPerSecond);
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions { TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
    });
}
