using System.Net;
using System.Text.RegularExpressions;

namespace EventApp.Tests.Access;

public sealed partial class SignInTests
{
    [Fact]
    public async Task A_page_leads_whoever_is_not_signed_in_to_sign_in()
    {
        await using var app = new RunningApp();
        using var client = app.Anonymous();
        using var answer = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_sign_in_page_speaks_chinese_first_and_english_on_request()
    {
        await using var app = new RunningApp();
        using var client = app.Anonymous();
        Assert.Contains("用户名", await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken));
        (await client.GetAsync("/language/en?to=/sign-in", TestContext.Current.CancellationToken)).Dispose();
        var english = await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        Assert.Contains("User name", english);
        Assert.Contains("lang=\"en\"", english);
    }

    [Theory]
    [InlineData("//evil.example"), InlineData("https://evil.example"), InlineData("/\\evil.example")]
    public async Task The_language_switch_never_leads_to_another_host(string to)
    {
        await using var app = new RunningApp();
        using var client = app.Anonymous();
        using var answer = await client.GetAsync("/language/en?to=" + Uri.EscapeDataString(to), TestContext.Current.CancellationToken);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_console_token_makes_no_organiser()
    {
        await using var app = new RunningApp();
        using var client = app.Anonymous();
        var page = await client.GetStringAsync("/first-organiser", TestContext.Current.CancellationToken);
        var form = new Dictionary<string, string>
        {
            ["_handler"] = "first-organiser", ["__RequestVerificationToken"] = Antiforgery().Match(page).Groups[1].Value,
            ["Form.Token"] = "0", ["Form.Name"] = "小松", ["Form.User"] = "xs", ["Form.Password"] = RunningApp.Password,
        };
        using var answer = await client.PostAsync("/first-organiser", new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
        Assert.Contains("口令不对", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
