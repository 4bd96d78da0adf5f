using System.Globalization;
using System.Threading.RateLimiting;
using EventApp.Web;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace EventApp.CheckIn;

/// <summary>How often a station or an address may ask. A station is told by its token, everyone else by address.</summary>
static class StationLimits
{
    public const string Station = "station";
    public const string Search = "search";
    public const string Pairing = "pairing";

    public static void AddTo(RateLimiterOptions limits)
    {
        limits.AddPolicy(Station, http => Partition(http, Station, settings => (settings.StationPerSecond, settings.StationBurst)));
        limits.AddPolicy(Search, http => Partition(http, Search, settings => (settings.SearchPerSecond, settings.SearchPerSecond)));
        limits.AddPolicy(Limits.Address, http => Bucket(Address(http, Limits.Address), () => (Settings(http).AddressPerSecond, Settings(http).AddressPerSecond)));
        limits.AddPolicy(Pairing, http => RateLimitPartition.GetFixedWindowLimiter(Address(http, Pairing), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = Settings(http).PairingPerMinute, Window = TimeSpan.FromMinutes(1),
        }));
        limits.OnRejected = RejectAsync;
    }

    static RateLimitPartition<string> Partition(HttpContext http, string kind, Func<LimitSettings, (int PerSecond, int Burst)> allowed)
    {
        var known = StationBearer.Of(http) is { } bearer && http.RequestServices.GetRequiredService<KnownTokens>().Has(bearer, http.Connection.RemoteIpAddress) ? bearer.Token : null;
        if (known is not null) return Bucket(kind + known, () => allowed(Settings(http)));
        return Bucket(Address(http, "unknown"), () => (Settings(http).AddressPerSecond, Settings(http).AddressPerSecond));
    }

    static RateLimitPartition<string> Bucket(string key, Func<(int PerSecond, int Burst)> allowed) => RateLimitPartition.GetTokenBucketLimiter(key, _ =>
    {
        var (perSecond, burst) = allowed();
        return new TokenBucketRateLimiterOptions { TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) };
    });

    static string Address(HttpContext http, string kind) => $"{kind}@{http.Connection.RemoteIpAddress}";

    static LimitSettings Settings(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<LimitSettings>>().Value;

    static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken stop)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var http = rejected.HttpContext;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await ApiProblem.Answer(http, StatusCodes.Status429TooManyRequests, "TooMany").ExecuteAsync(http);
    }
}
