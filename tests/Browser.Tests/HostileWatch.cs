using EventApp.Tests;
using EventApp.Tests.Hostile;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Watches a page whose texts are hostile: nothing of them may become an element, run, open a dialog or ask another host.</summary>
sealed class HostileWatch
{
    // What a text did, if it did anything; and whether it was there as text, for a page without any shows nothing.
    const string Harm = """
        selector => {
          const found = [...document.querySelectorAll(selector)].map(e => `made ${e.outerHTML.slice(0, 120)}`);
          if ('__hit' in window) found.push('ran');
          for (const data of document.querySelectorAll('script[type*=json], script[type=importmap]'))
            try { JSON.parse(data.textContent); } catch { found.push(`broke ${data.outerHTML.slice(0, 200)}`); }
          return found;
        }
        """;

    // One that is still arriving has no title yet.
    const string Whole = "() => document.readyState === 'complete' && document.title && document.querySelectorAll('body').length === 1 && !document.querySelector('base')?.getAttribute('href').includes('elsewhere')";

    // A page that may not be read; a circuit whose page left before it stood.
    static readonly string[] Expected = ["403", "connection is established", "Failed to start the connection"];

    const string Bears = "/x-h>|__hit|SUM\\(1\\)|[=＝+＋]1\\+1/.test(document.body.innerText + [...document.querySelectorAll('input, textarea')].map(field => field.value).join())";

    readonly IPage page;
    readonly HashSet<string> wrong = [];
    string at = "";

    public HostileWatch(IPage page, RunningApp app)
    {
        this.page = page;
        page.Request += (_, request) => { if (!request.Url.StartsWith(app.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) Add($"asks {request.Url}"); };
        page.Console += (_, message) => { if (message.Type is "error" && !Expected.Any(text => message.Text.Contains(text, StringComparison.Ordinal))) Add($"says {message.Text}"); };
        page.PageError += (_, error) => Add($"fails: {error}");
        page.Dialog += async (_, dialog) =>
        {
            if (dialog.Type != "beforeunload") Add($"opens a dialog: {dialog.Message}");
            await dialog.AcceptAsync();
        };
    }

    /// <summary>How many looks showed a hostile text as what it is.</summary>
    public int Bearing { get; private set; }

    public IReadOnlyCollection<string> Wrong => wrong;

    public async Task LookAsync(string name)
    {
        at = name;
        await WholeAsync();
        foreach (var found in await AskAsync<string[]>(Harm, HostileTexts.Elements)) Add(found);
        if (await AskAsync<bool>(Bears)) Bearing++;
        else Bare.Add(name);
    }

    async Task WholeAsync()
    {
        try
        {
            await page.WaitForFunctionAsync(Whole);
        }
        catch (TimeoutException)
        {
            Add("broke the page");
        }
    }

    // A page may leave while it is asked, for a button can lead to a print by a whole load; then the one that comes is asked.
    async Task<T> AskAsync<T>(string question, object? about = null)
    {
        for (var left = 0; ; left++)
        {
            try
            {
                return await page.EvaluateAsync<T>(question, about);
            }
            catch (PlaywrightException leaving) when (left < 5 && leaving.Message.Contains("navigation", StringComparison.Ordinal))
            {
                await page.WaitForLoadStateAsync();
            }
        }
    }

    /// <summary>Where none stood.</summary>
    public List<string> Bare { get; } = [];

    public void At(string name) => at = name;

    void Add(string found) => wrong.Add($"{at} {found}");
}
