using System.Diagnostics;
using EventApp.Tests.CheckIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Registration;

namespace Browser.Tests;

/// <summary>The phone of one person who has been sent the link to their own page.</summary>
sealed class OwnPhone : IAsyncDisposable
{
    readonly ApiHall hall;

    OwnPhone(ApiHall hall, IPage page, MadeLink link) => (this.hall, Page, Link) = (hall, page, link);

    public IPage Page { get; private set; }
    public MadeLink Link { get; }

    /// <summary>A tap on the link as it was sent.</summary>
    public static async Task<OwnPhone> OpenAsync(ApiHall hall, IBrowser browser, Attendee person, string language = "zh-CN", int width = Pages.Phone, bool workers = true)
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        var link = (await scope.ServiceProvider.GetRequiredService<MakeAttendeeLinks>().RunAsync(hall.Meeting.Id, [person.Id], "小松"))[0];
        var page = await browser.OpenAsync(hall.App, "/health/live", language, width);
        // Over plain http in a hall's own network a browser has neither of them.
        if (!workers) await page.AddInitScriptAsync("Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }); delete window.caches;");
        await page.GotoAsync(link.Address);
        return new OwnPhone(hall, page, link);
    }

    public Task SeeAsync(string state) => Assertions.Expect(Page.Locator("#own")).ToHaveAttributeAsync("data-state", state);

    /// <summary>Waits until the page would open again without network.</summary>
    public Task PageKeptAsync() => Page.Locator("#own[data-page-kept]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>The tab is closed and the page opened anew from the phone's history.</summary>
    public async Task ReopenAsync()
    {
        var context = Page.Context;
        await Page.CloseAsync();
        Page = await context.NewPageAsync();
        await Page.GotoAsync(AttendeeLink.Path(Link.LinkId));
    }

    public async Task EndLinkAsync()
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EndAttendeeLink>().RunAsync(hall.Meeting.Id, Link.AttendeeId, "小松");
    }

    /// <summary>Waits until the phone itself keeps so many pages and last states.</summary>
    /// <param name="what">As "1 pages, 1 states".</param>
    public async Task KeepsAsync(string what)
    {
        var clock = Stopwatch.StartNew();
        string kept;
        do
            kept = await KeptAsync();
        while (kept != what && clock.Elapsed < Chromium.Patience);
        Assert.Equal(what, kept);
    }

    // Asked anew each time: Playwright's wait takes a promise for a yes.
    Task<string> KeptAsync() => Page.EvaluateAsync<string>("""
        async () => {
          const pages = (await (await caches.open("own-page/v1")).keys()).filter(kept => /\/me\/\d+$/.test(new URL(kept.url).pathname));
          const db = await new Promise(done => { const asked = indexedDB.open("own-page", 1); asked.onsuccess = () => done(asked.result); });
          const states = await new Promise(done => { const asked = db.transaction("kept").objectStore("kept").count(); asked.onsuccess = () => done(asked.result); });
          db.close();
          return `${pages.length} pages, ${states} states`;
        }
        """);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
