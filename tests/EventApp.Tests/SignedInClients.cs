using System.Text.RegularExpressions;
using EventApp.Access;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;

namespace EventApp.Tests;

static partial class SignedInClients
{
    /// <summary>A client with the cookie of an account made for it; it follows no redirects.</summary>
    /// <param name="roles">Held in all meetings, or in one: <c>desk@3</c>.</param>
    public static async Task<HttpClient> SignedInAsync(this RunningApp app, string user, params string[] roles)
    {
        await app.MakeAccountAsync(user, roles);
        var client = app.Anonymous();
        Assert.NotNull(await client.SignInAsync(user, RunningApp.Password));
        return client;
    }

    /// <summary>The same, and the cookies it bears, for a request that is made by hand.</summary>
    public static async Task<(HttpClient Client, string Cookies)> SignedInWithCookiesAsync(this RunningApp app, string user, params string[] roles)
    {
        await app.MakeAccountAsync(user, roles);
        var jar = new System.Net.CookieContainer();
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = new Uri(app.Address) };
        Assert.NotNull(await client.SignInAsync(user, RunningApp.Password));
        return (client, jar.GetCookieHeader(client.BaseAddress));
    }

    static async Task MakeAccountAsync(this RunningApp app, string user, string[] roles)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(user, user, RunningApp.Password, roles.Select(role => Grant.Parse(role)!.Value));
    }

    /// <summary>Where the sign-in leads; null where it was refused.</summary>
    public static async Task<string?> SignInAsync(this HttpClient client, string user, string password)
    {
        using var answer = await client.PostFormAsync("/sign-in", "sign-in", new() { ["Form.User"] = user, ["Form.Password"] = password });
        return answer.Headers.Location?.OriginalString is { } to ? new Uri(new Uri("http://here"), to).PathAndQuery : null;
    }

    /// <summary>Sends a form of a static page as a browser would, with the token that the page holds.</summary>
    /// <param name="form">Its name; null for one that is no component's.</param>
    /// <param name="to">Where it is sent, if not to its own page.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string path, string? form, Dictionary<string, string> fields, string? to = null)
    {
        var page = await client.GetStringAsync(path, Xunit.TestContext.Current.CancellationToken);
        if (form is not null) fields["_handler"] = form;
        fields["__RequestVerificationToken"] = Antiforgery().Match(page).Groups[1].Value;
        return await client.PostAsync(to ?? path, new FormUrlEncodedContent(fields), Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>Posts to an address with the token that another page holds.</summary>
    public static async Task<HttpResponseMessage> PostFromAsync(this HttpClient client, string page, string target, params (string Name, string Value)[] fields)
    {
        var token = Antiforgery().Match(await client.GetStringAsync(page, Xunit.TestContext.Current.CancellationToken)).Groups[1].Value;
        return await client.PostAsync(target, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]), Xunit.TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
