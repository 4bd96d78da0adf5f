using System.Net;
using System.Text.RegularExpressions;

namespace Bench.Circuits;

/// <summary>A person signed in through the sign-in page, as a browser does it.</summary>
sealed partial class SignedIn : IDisposable
{
    readonly HttpClient http;

    SignedIn(HttpClient http, CookieContainer cookies) => (this.http, Cookies) = (http, cookies);

    public CookieContainer Cookies { get; }

    public static async Task<SignedIn> EnterAsync(Uri address, string user, string password)
    {
        var cookies = new CookieContainer();
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        var form = await http.GetStringAsync("/sign-in");
        using var reply = await http.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["Form.User"] = user, ["Form.Password"] = password,
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(form).Groups[1].Value),
        }));
        return reply.StatusCode == HttpStatusCode.Redirect ? new SignedIn(http, cookies)
            : throw new CannotMeasure($"Signing in failed with {(int)reply.StatusCode}.");
    }

    public Task<string> PageAsync(string path) => http.GetStringAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? body) => http.PostAsync(path, body);

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
