using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A browser's context until its program ends; if the journey failed, it says what each page showed at the end.</summary>
sealed class Witness(IBrowserContext context) : IAsyncDisposable
{
    const int Most = 600;

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current is { TestState.Result: TestResult.Failed, TestOutputHelper: { } output })
        {
            foreach (var page in context.Pages) output.WriteLine(await SeenAsync(page));
        }
        await context.DisposeAsync();
    }

    static async Task<string> SeenAsync(IPage page)
    {
        try
        {
            await page.PictureAsync($"failed-{TestContext.Current.TestMethod?.MethodName}-{Guid.NewGuid():N}");
            var text = await page.Locator("body").InnerTextAsync(new() { Timeout = 1000 });
            return $"The page {page.Url} showed: {text[..Math.Min(Most, text.Length)].ReplaceLineEndings(" | ")}";
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return $"The page {page.Url} showed nothing that could be read: {e.Message}";
        }
    }
}
