using System.Globalization;
using System.Threading.RateLimiting;
using EventApp.Web;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace EventApp.Access;

/// <summary>How often a password or token may be tried: by one address so many times a minute, for one account name so many times before it has to wait, each time longer. A name that nobody has waits like any other.</summary>
sealed class SignInTries : IDisposable
{
    /// <summary>A hall behind one address signs in at the same time.</summary>
    public const int AccountsOfAddress = 4;
    public static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1), LongestWait = TimeSpan.FromMinutes(8), Forgotten = TimeSpan.FromHours(1);
    const int MostNames = 10_000, LongestName = 64;

    readonly Lock gate = new();
    readonly Dictionary<string, Tries> names = [];
    readonly PartitionedRateLimiter<string> addresses;
    readonly int perMinute;
    readonly TimeProvider clock;

    sealed class Tries
    {
        public int Count, Lockouts;
        public DateTimeOffset Since, Until;
    }

    public SignInTries(IOptions<LimitSettings> limits, TimeProvider clock)
    {
        (perMinute, this.clock) = (limits.Value.SignInPerMinute, clock);
        addresses = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = perMinute * AccountsOfAddress, Window = TimeSpan.FromMinutes(1),
        }));
    }

    /// <summary>Counts one try; how long to wait, or null where it may be made.</summary>
    public TimeSpan? OfAddress(HttpContext http)
    {
        using var lease = addresses.AttemptAcquire($"{http.Connection.RemoteIpAddress}");
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : ShortestWait;
    }

    /// <summary>Counts one try before the password is looked at, so that tries at the same moment count as well; how long to wait, or null where it may be made.</summary>
    public TimeSpan? OfName(string? name)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (names.Count >= MostNames) Prune(now);
            if (!names.TryGetValue(Key(name), out var tries)) names[Key(name)] = tries = new Tries { Since = now };
            if (now < tries.Until) return tries.Until - now;
            if (now - tries.Since >= Forgotten) tries.Lockouts = 0;
            if (now - tries.Since >= ShortestWait) (tries.Since, tries.Count) = (now, 0);
            if (++tries.Count <= perMinute) return null;
            var wait = ShortestWait * Math.Pow(2, tries.Lockouts);
            (tries.Until, tries.Lockouts, tries.Count) = (now + wait, wait < LongestWait ? tries.Lockouts + 1 : tries.Lockouts, 0);
            return wait;
        }
    }

    /// <summary>Whoever signed in, or was given a new password, starts anew.</summary>
    public void Forget(string? name)
    {
        lock (gate) names.Remove(Key(name));
    }

    /// <summary>Marks the answer as refused for so long and gives the sentence for its page.</summary>
    public static string Refuse(HttpContext http, TimeSpan wait, IStringLocalizer<AccessTexts> texts)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds < 60 ? texts["WaitSeconds", seconds] : texts["WaitMinutes", (seconds + 59) / 60];
    }

    // Past so many names the waits of those long forgotten go first, then all: memory is not for strangers to fill.
    void Prune(DateTimeOffset now)
    {
        foreach (var (name, tries) in names)
            if (now - tries.Since >= ShortestWait && now >= tries.Until) names.Remove(name);
        if (names.Count >= MostNames) names.Clear();
    }

    static string Key(string? name)
    {
        var known = (name ?? "").Normalize().ToUpperInvariant();
        return known.Length > LongestName ? known[..LongestName] : known;
    }

    public void Dispose() => addresses.Dispose();
}
