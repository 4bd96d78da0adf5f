using System.Globalization;

namespace EventApp.Access.Joining;

/// <summary>What a phone that joins holds, in two cookies of this page alone: the code it scanned, and, once it has asked, what it is let in by.</summary>
sealed record JoinCookie(int Id, string Secret)
{
    public const string Path = "/join", Code = "join-code", Phone = "join-phone";

    static readonly TimeSpan Lives = TimeSpan.FromHours(12);

    public static JoinCookie? Read(HttpContext http, string name) =>
        http.Request.Cookies[Name(http, name)]?.Split('.') is [var id, { Length: > 0 and < 64 } secret] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number, secret) : null;

    public void Write(HttpContext http, string name) => http.Response.Cookies.Append(Name(http, name), string.Create(CultureInfo.InvariantCulture, $"{Id}.{Secret}"), Options(http, Lives));

    public static void Forget(HttpContext http, string name) => http.Response.Cookies.Delete(Name(http, name), Options(http, null));

    // It goes to this path alone, so it cannot bear the __Host- prefix.
    static string Name(HttpContext http, string name) => http.Request.IsHttps ? "__Secure-" + name : name;

    static CookieOptions Options(HttpContext http, TimeSpan? lives) => new() { Path = Path, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = lives, IsEssential = true };
}
