using Bunit;
using EventApp.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shared.Live;

namespace EventApp.Tests.Components;

public sealed class AskAgainTests : BunitContext
{
    readonly FakeTimeProvider clock = new();
    readonly SemaphoreSlim asked = new(0);

    [Fact]
    public async Task A_quiet_page_asks_by_the_beat_so_that_it_knows_it_is_in_touch_and_a_page_that_is_gone_asks_no_more()
    {
        Services.AddSingleton<TimeProvider>(clock).AddSingleton<LiveUpdates>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var beat = TimeSpan.FromSeconds(4);
        var shown = Render<AskAgain>(p => p.Add(a => a.Topic, new LiveTopic("roster", 1)).Add(a => a.Beat, beat).Add(a => a.Changed, EventCallback.Factory.Create(this, () => { asked.Release(); })));
        for (var i = 0; i < 2; i++)
        {
            clock.Advance(beat);
            Assert.True(await asked.WaitAsync(TimeSpan.FromSeconds(20), Xunit.TestContext.Current.CancellationToken));
        }
        shown.Instance.Dispose();
        clock.Advance(beat);
        Assert.Equal(0, asked.CurrentCount);
    }
}
