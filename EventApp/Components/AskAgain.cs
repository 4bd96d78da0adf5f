using System.Globalization;
using Microsoft.AspNetCore.Components;
using Shared.Live;

namespace EventApp.Components;

/// <summary>Draws nothing; asks its page to query again when the topic is told. Bursts are gathered, the page keeps its language, and nothing is left when the page goes.</summary>
public sealed class AskAgain : ComponentBase, IDisposable
{
    readonly CultureInfo culture = CultureInfo.CurrentCulture;
    readonly CultureInfo language = CultureInfo.CurrentUICulture;
    IDisposable? hearing, beating;
    GatheredSignal? gathered;

    [Inject] LiveUpdates Live { get; set; } = default!;
    [Inject] TimeProvider Clock { get; set; } = default!;

    [Parameter, EditorRequired] public LiveTopic Topic { get; set; }

    /// <summary>The least time between two questions: 500 ms on dashboards, 100 ms on the seat map and the stage console.</summary>
    [Parameter] public TimeSpan Spacing { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks so often even where nothing is told, so that the page sees that it is still in touch; null where only a change matters.</summary>
    [Parameter] public TimeSpan? Beat { get; set; }
    [Parameter, EditorRequired] public EventCallback Changed { get; set; }

    protected override void OnInitialized()
    {
        if (!RendererInfo.IsInteractive) return;
        gathered = new GatheredSignal(() => InvokeAsync(AskAsync), Spacing, Clock);
        hearing = Live.Hear(Topic, gathered.Signal);
        if (Beat is { } every) beating = Clock.CreateTimer(_ => gathered.Signal(), null, every, every);
    }

    // The signal comes from another person's request: its language must not become this page's.
    async Task AskAsync()
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = language;
        await Changed.InvokeAsync();
    }

    public void Dispose()
    {
        hearing?.Dispose();
        beating?.Dispose();
        gathered?.Dispose();
    }
}
