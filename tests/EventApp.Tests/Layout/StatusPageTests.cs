using System.Net;
using Shared.Access;

namespace EventApp.Tests.Layout;

public sealed class StatusPageTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<(HttpStatusCode Status, string Text)> ReadAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task Each_refusal_keeps_its_status_and_says_what_it_is()
    {
        await using var app = new RunningApp();
        using var desk = await app.SignedInAsync("desk", Roles.Desk);
        var (status, text) = await ReadAsync(desk.GetAsync("/2026/settings", Stop));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("您的账号不能打开这一页", text);
        Assert.DoesNotContain("没有这个页面", text);
        (status, text) = await ReadAsync(desk.PostAsync("/sign-out", null, Stop));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("这一步没有办成", text);
        Assert.DoesNotContain("没有这个页面", text);
        (status, text) = await ReadAsync(desk.GetAsync("/no-such-page", Stop));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("没有这个页面", text);
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_it_in_the_frame_that_needs_no_component_library()
    {
        await using var app = new RunningApp();
        using var client = app.Anonymous();
        var (status, text) = await ReadAsync(client.GetAsync("/language/fr", Stop));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("没有这个页面", text);
        Assert.Contains("static-bar", text);
        Assert.DoesNotContain("mud-", text);
    }
}
