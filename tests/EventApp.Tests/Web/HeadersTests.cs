namespace EventApp.Tests.Web;

public sealed class HeadersTests : IAsyncDisposable
{
    readonly RunningApp app = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static string Of(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    [Theory]
    [InlineData("/sign-in"), InlineData("/join"), InlineData("/station"), InlineData("/no-such-page"), InlineData("/health/live"), InlineData("/api/v1/stations/me")]
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string path)
    {
        using var client = app.Anonymous();
        using var answer = await client.GetAsync(path, Stop);
        var policy = Of(answer, "Content-Security-Policy");
        foreach (var part in (string[])["default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'"]) Assert.Contains(part, policy);
        Assert.DoesNotContain("'unsafe-inline'", policy.Split(';').Single(part => part.Trim().StartsWith("script-src", StringComparison.Ordinal)));
        Assert.Equal(path == "/station", policy.Contains("'wasm-unsafe-eval'", StringComparison.Ordinal));
        Assert.Equal(("nosniff", "no-referrer", "same-origin"), (Of(answer, "X-Content-Type-Options"), Of(answer, "Referrer-Policy"), Of(answer, "Cross-Origin-Opener-Policy")));
        Assert.Contains("camera=(self)", Of(answer, "Permissions-Policy"));
        Assert.Equal("no-store", Of(answer, "Cache-Control").Split(',')[0]);
    }

    [Fact]
    public async Task The_cookie_of_a_sign_in_is_out_of_scripts_reach_and_is_not_sent_along_from_other_sites()
    {
        using var client = await app.SignedInAsync("dashu", Shared.Access.Roles.Organiser);
        using var answer = await client.PostFormAsync("/sign-in", "sign-in", new() { ["Form.User"] = "dashu", ["Form.Password"] = RunningApp.Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("organiser=", StringComparison.Ordinal));
        foreach (var flag in (string[])["httponly", "samesite=lax", "path=/"]) Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("dashu", cookie);
    }
}
