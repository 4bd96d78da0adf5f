using System.Net;
using System.Text.RegularExpressions;

namespace Faults.Tests;

/// <summary>A signed-in organiser of a server process, made as the first one is: with the token from the console.</summary>
sealed partial class Organiser : IDisposable
{
    const string Password = "correct horse battery";

    Organiser(Uri address) => Client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();
    public HttpClient Client { get; }

    public static async Task<Organiser> MakeAsync(ServerProcess server)
    {
        var organiser = new Organiser(server.Address);
        var token = (await server.UntilItSaysAsync(Token())).Groups[1].Value;
        await organiser.PostAsync("first-organiser", ("Token", token), ("Name", "小松"), ("User", "xs"), ("Password", Password));
        await organiser.PostAsync("sign-in", ("User", "xs"), ("Password", Password));
        return organiser;
    }

    async Task PostAsync(string page, params (string Field, string Value)[] fields)
    {
        var form = Antiforgery().Match(await Client.GetStringAsync("/" + page));
        var values = fields.ToDictionary(f => "Form." + f.Field, f => f.Value);
        values["_handler"] = page;
        values["__RequestVerificationToken"] = form.Groups[1].Value;
        using var answer = await Client.PostAsync("/" + page, new FormUrlEncodedContent(values));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("token: ([0-9A-F]{32})")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
