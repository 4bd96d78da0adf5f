using Microsoft.Playwright;

namespace Browser.Tests.Station;

/// <summary>The module that tells a scanner from a person, fed with keys and times.</summary>
public sealed class KeyBufferTests(Chromium chromium, StationModules modules) : IClassFixture<StationModules>, IAsyncLifetime
{
    const string Code = "4Q9X7ZK2M0B8VN5TGHR3WPEA1C";

    IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        page = await modules.OpenAsync(chromium);
        await page.EvaluateAsync("""
            async () => {
              const { KeyBuffer } = await import("/station/keys.js");
              const stroke = c => ({ code: /\d/.test(c) ? "Digit" + c : /[a-z]/i.test(c) ? "Key" + c.toUpperCase() : { "-": "Minus", "/": "Slash", ":": "Semicolon", ".": "Period" }[c], key: c });
              // Feeds text with a gap in ms, then perhaps a named key; answers what came out: scans, keys, swallowed.
              window.feed = (text, { gap = 8, stutterAfter = -1, stutter = 300, end = null, inField = false, buffer = new KeyBuffer(), at = 1000 } = {}) => {
                const out = [];
                for (const [i, c] of [...text].entries()) {
                  if (buffer.due(at)) out.push(buffer.rest(at));
                  out.push(buffer.press(stroke(c), at, inField));
                  at += i === stutterAfter ? stutter : gap;
                }
                for (const code of [end].flat()) out.push(code ? buffer.press({ code }, at += 5, inField) : buffer.rest(at + 1000));
                return out.filter(Boolean).map(o => o.scan ?? (o.key ? "key " + o.key : "swallowed"));
              };
            }
            """);
    }

    [Theory]
    [InlineData("Enter"), InlineData("NumpadEnter"), InlineData("Tab"), InlineData(null)]
    public async Task A_burst_is_a_scan_whatever_ends_it(string? end) =>
        Assert.Equal([Code], await FeedAsync(Code, new { end }));

    [Fact]
    public async Task Case_does_not_matter() =>
        Assert.Equal([Code], await FeedAsync(Code.ToLowerInvariant(), new { end = "Enter" }));

    [Fact]
    public async Task The_second_key_of_a_double_suffix_is_swallowed() =>
        Assert.Equal([Code, "swallowed"], await FeedAsync(Code, new { end = new[] { "Enter", "Enter" } }));

    [Fact]
    public async Task An_enter_of_a_person_passes_on() => Assert.Empty(await FeedAsync("", new { end = "Enter" }));

    [Fact]
    public async Task A_single_key_is_that_key() => Assert.Equal(["key Z"], await FeedAsync("z"));

    [Fact]
    public async Task Slow_typing_is_keys_and_no_scan() =>
        Assert.Equal(["key W", "key A", "key N", "key G"], await FeedAsync("wang", new { gap = 180 }));

    [Theory]
    [InlineData(3), InlineData(20)]
    public async Task A_stutter_of_the_scanner_does_not_tear_the_code(int after) =>
        Assert.Equal([Code], await FeedAsync(Code, new { stutterAfter = after, end = "Enter" }));

    [Theory]
    [InlineData(0, "key 4"), InlineData(4, null), InlineData(19, "4Q9X7ZK2M0B8VN5TGHR3")]
    public async Task A_code_torn_by_a_longer_pause_is_put_together_with_its_rest(int after, string? before)
    {
        foreach (var end in new[] { "Enter", null })
        {
            string[] expected = before is null ? [Code] : [before, Code];
            Assert.Equal(expected, await FeedAsync(Code, new { stutterAfter = after, stutter = 900, end }));
        }
    }

    [Fact]
    public async Task A_code_whose_rest_comes_too_late_is_not_put_together() =>
        Assert.Equal(["key 4", Code[1..]], await FeedAsync(Code, new { stutterAfter = 0, stutter = 1600, end = "Enter" }));

    [Fact]
    public async Task What_is_no_badge_is_scanned_too() =>
        Assert.Equal(["HTTPS;//EXAMPLE.COM"], await FeedAsync("https://example.com", new { end = "Enter" }));

    [Theory]
    [InlineData("wangxiaoming"), InlineData("heilongjiangshengjinshuxincailiao"), InlineData("15400001234")]
    public async Task Fast_typing_into_a_field_is_no_scan(string typed) =>
        Assert.Empty(await FeedAsync(typed, new { inField = true, gap = 40, end = "Enter" }));

    [Fact]
    public async Task The_slash_that_leads_to_the_search_is_a_key_like_others() => Assert.Equal(["key /"], await FeedAsync("/"));

    [Theory]
    [InlineData("Enter"), InlineData("Tab"), InlineData(null)]
    public async Task A_badge_scanned_into_a_field_is_a_scan(string? end) =>
        Assert.Equal([Code], await FeedAsync(Code, new { inField = true, end }));

    [Theory]
    [InlineData(" 4q9x-7zk2-mOb8-vn5t-ghr3-wpea-Ic ", "4Q9X7ZK2M0B8VN5TGHR3WPEA1C"), InlineData("４Ｑ９Ｘ", "4Q9X")]
    public async Task A_typed_code_is_read_as_it_was_meant(string typed, string code) =>
        Assert.Equal(code, await page.EvaluateAsync<string>("async typed => (await import('/station/keys.js')).asCode(typed)", typed));

    Task<string[]> FeedAsync(string text, object? how = null) =>
        page.EvaluateAsync<string[]>("([text, how]) => feed(text, how ?? {})", new object?[] { text, how });

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
