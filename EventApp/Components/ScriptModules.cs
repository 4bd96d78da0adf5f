using Microsoft.JSInterop;

namespace EventApp.Components;

static class ScriptModules
{
    /// <summary>Calls one function of a module and lets go of it. The default where the page was left meanwhile.</summary>
    /// <param name="file">As the page's assets name it.</param>
    public static async Task<T?> CallAsync<T>(this IJSRuntime script, string file, string function, params object?[] args)
    {
        try
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>("import", $"./{file}");
            return await module.InvokeAsync<T>(function, args);
        }
        catch (JSDisconnectedException)
        {
            return default;
        }
    }

    /// <summary>Where the page was left, its scripts went with it.</summary>
    public static async ValueTask LetGoAsync(this IJSObjectReference? module)
    {
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
