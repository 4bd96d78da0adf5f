using Microsoft.JSInterop;

namespace EventApp.Components;

/// <summary>
/// One script of a component, for as long as the component is drawn. Whoever leaves a page before its script has come over the network
/// has taken its elements away: nothing is called then, since a call that fails would stand as an error on the next page.
/// </summary>
/// <param name="file">As the page's assets name it.</param>
sealed class PageScript(IJSRuntime script, string file) : IAsyncDisposable
{
    IJSObjectReference? module;
    bool left;

    /// <summary>Whether it has come.</summary>
    public bool IsThere => module is not null;

    /// <summary>The default where the page was left meanwhile.</summary>
    public async Task<T?> CallAsync<T>(string function, params object?[] args)
    {
        try
        {
            var come = module ?? await script.InvokeAsync<IJSObjectReference>("import", $"./{file}");
            if (left) await come.LetGoAsync();
            return left ? default : await (module = come).InvokeAsync<T>(function, args);
        }
        catch (JSDisconnectedException)
        {
            return default;
        }
    }

    public ValueTask DisposeAsync()
    {
        left = true;
        return module.LetGoAsync();
    }
}
