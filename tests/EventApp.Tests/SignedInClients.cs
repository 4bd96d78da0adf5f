using System.Text.RegularExpressions;
using EventApp.Access;
using Microsoft.Extensions.DependencyInjection;

namespace EventApp.Tests;

static partial class SignedInClients
{
    /// <summary>A client with the cookie of an account made for it; it follows no redirects.</summary>
    public static async Task<HttpClient> SignedInAsync(this RunningApp app, string user, params string[] roles)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(user, user, RunningApp.Password, roles);
        var client = app.Anonymous();
        var page = await client.GetStringAsync("/sign-in", Xunit.TestContext.Current.CancellationToken);
        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["__RequestVerificationToken"] = Antiforgery().Match(page).Groups[1].Value, ["Form.User"] = user, ["Form.Password"] = RunningApp.Password,
        }), Xunit.TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is 302 or 303, $"sign-in answered {answer.StatusCode}");
        return client;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
