using Microsoft.Playwright;

namespace Browser.Tests.Station;

/// <summary>The modules behind a scan: repeats on the client, one nonce per attempt, the phone number of a form.</summary>
public sealed class AttemptsTests(Chromium chromium, StationModules modules) : IClassFixture<StationModules>, IAsyncLifetime
{
    IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        page = await modules.OpenAsync(chromium);
        await page.EvaluateAsync("""
            async () => {
              const { Attempts } = await import("/station/attempts.js");
              const { makeNonce } = await import("/station/nonce.js");
              window.sent = [];
              window.time = 10000;
              window.answers = [];
              window.attempts = new Attempts({ now: () => time, makeNonce, send: async body => (sent.push(body), answers.shift() ?? { kind: "answer" }) });
            }
            """);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task The_same_code_within_two_and_a_half_seconds_counts_once_and_a_camera_prolongs_it(bool prolong)
    {
        var seen = await page.EvaluateAsync<bool[]>("""
            prolong => [0, 2000, 4000, 6600].map(at => { time = 10000 + at; return attempts.isRepeat("A", { prolong }); })
            """, prolong);
        Assert.Equal(prolong ? new[] { false, true, true, false } : new[] { false, true, false, false }, seen);
    }

    [Fact]
    public async Task Another_code_in_between_is_its_own_scan_and_changes_nothing() =>
        Assert.Equal(new[] { false, false, true, true }, await page.EvaluateAsync<bool[]>("['A', 'B', 'A', 'B'].map(code => attempts.isRepeat(code))"));

    [Fact]
    public async Task A_lost_attempt_stays_open_and_is_sent_again_with_its_nonce()
    {
        var (open, nonces) = (await page.EvaluateAsync<int[]>("""
            async () => {
              answers.push({ kind: "lost" }, { kind: "answer" });
              const attempt = attempts.start({ code: "A" });
              const open = [];
              for (let i = 0; i < 2; i++) { await attempts.settle(attempt); open.push(attempts.open.length); }
              return open;
            }
            """), await page.EvaluateAsync<string[]>("sent.map(body => body.nonce)"));
        Assert.Equal([1, 0], open);
        Assert.Equal(2, nonces.Length);
        Assert.Equal(nonces[0], nonces[1]);
        Assert.True(Guid.TryParse(nonces[0], out _));
    }

    [Fact]
    public async Task A_form_sent_again_unchanged_bears_the_same_nonce_and_changed_another()
    {
        var nonces = await page.EvaluateAsync<string[]>("""
            async () => {
              const { FormNonce } = await import("/station/nonce.js");
              const form = new FormNonce();
              return [form.for({ a: 1 }), form.for({ a: 1 }), form.for({ a: 2 })];
            }
            """);
        Assert.Equal(nonces[0], nonces[1]);
        Assert.NotEqual(nonces[1], nonces[2]);
    }

    [Fact]
    public async Task A_phone_number_is_eleven_digits_or_bears_its_country()
    {
        // The module speaks the page's language, and so needs the page.
        await page.GotoAsync("/station");
        var right = await page.EvaluateAsync<string[]>("async typed => { const { isPhone } = await import('/station/forms.js'); return typed.filter(isPhone); }",
            (string[])["15400001234", "+86 154 0000 1234", "１５４００００１２３４", "+7 914 123-45-67", "1540000123", "25400001234", "", "+86 123"]);
        Assert.Equal(["15400001234", "+86 154 0000 1234", "１５４００００１２３４", "+7 914 123-45-67"], right);
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
