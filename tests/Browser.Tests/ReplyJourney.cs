using System.Text.RegularExpressions;
using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Registration;
using Shared.Registration.Replies;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>A unit with a reply link, opened on a phone.</summary>
public abstract partial class ReplyJourney(Chromium chromium) : IAsyncLifetime
{
    private protected ApiHall Hall { get; } = new();
    private protected ReplyLink Link { get; private set; } = null!;

    private protected string Address => $"/reply/{Link.ReplyId}#{Link.Token}";

    public async ValueTask InitializeAsync()
    {
        await using var scope = Hall.App.Services.CreateAsyncScope();
        Link = (await scope.ServiceProvider.GetRequiredService<InviteUnits>().RunAsync(Hall.Meeting.Id, [Hall.Unit.Id], sent: true, "小松"))[0];
    }

    /// <summary>The form in a browser of its own, ready to be typed in.</summary>
    /// <param name="script">Makes the browser another one before it opens the form.</param>
    protected async Task<IPage> OpenAsync(string language = "zh-CN", int width = Pages.Phone, string? script = null)
    {
        // The form reloads itself once it has taken the token out of the address: it is opened once only.
        var page = await chromium.Browser.OpenAsync(Hall.App, "/health/live", language, width);
        if (script is not null) await page.AddInitScriptAsync(script);
        await page.GotoAsync(Address);
        await ReadyAsync(page);
        return page;
    }

    /// <summary>The address with another token, opened by somebody new.</summary>
    protected Task<IPage> OpenAtAsync(string token) => chromium.Browser.OpenAsync(Hall.App, $"/reply/{Link.ReplyId}#{token}", width: Pages.Phone);

    /// <summary>A page of the organiser's at a desk.</summary>
    protected async Task<IPage> OrganiserAsync(string path, string language = "zh-CN")
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(Hall.App, path, language);
        await page.SettleAsync();
        return page;
    }

    protected static Task ReadyAsync(IPage page) => Expect(page.Locator("#reply[data-ready]")).ToBeVisibleAsync();

    protected static ILocator Card(IPage page, int number = 1) => page.Locator(".reply-card").Nth(number - 1);

    /// <summary>The input of one question of a card.</summary>
    protected static ILocator Ask(ILocator within, string field) => within.Locator($"[data-field={field}]");

    /// <summary>Fills in what must be answered of a person.</summary>
    protected static async Task FillAsync(ILocator card, string name, string phone = "15400001234")
    {
        await Ask(card, "name").FillAsync(name);
        await Ask(card, "post").FillAsync("技术人员");
        await Ask(card, "phone").FillAsync(phone);
        await Ask(card, "arrivalMode").SelectOptionAsync("local");
        await card.Locator("summary").ClickAsync();
        await Ask(card, "lodging").SelectOptionAsync("no");
    }

    /// <summary>The form opened anew, as a phone does that ended the page before.</summary>
    protected async Task ReopenAsync(IPage page)
    {
        await page.GotoAsync("about:blank");
        await page.Context.UnrouteAllAsync();
        await page.GotoAsync($"/reply/{Link.ReplyId}");
        await ReadyAsync(page);
    }

    /// <summary>Nothing that the page asks for arrives any more, not even what it asks for at its end: that would slip past a route.</summary>
    protected static Task CutAsync(IPage page) => page.EvaluateAsync("() => { window.fetch = () => Promise.reject(new TypeError('cut')); }");

    /// <summary>Waits until the server has taken what stands in the field.</summary>
    protected static Task KeptAsync(ILocator within, string field) =>
        Expect(within.Locator($"[data-question={field}] .reply-mark").First).ToHaveAttributeAsync("data-mark", KeptMark());

    [GeneratedRegex("kept|waits")]
    private static partial Regex KeptMark();

    /// <summary>What the server holds of a question beside the list.</summary>
    protected string? Draft(string field) => Hall.Read(db => db.Set<ReplyDraft>().Where(d => d.Field == field).Select(d => d.Text).SingleOrDefault());

    /// <summary>A paste into the field that has the cursor.</summary>
    protected static Task PasteAsync(IPage page, string text) => page.EvaluateAsync("""
        text => { const data = new DataTransfer(); data.setData('text', text);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }
        """, text);

    protected static async Task FillUnitAsync(IPage page)
    {
        await page.FillAsync("#contactName", "李娜");
        await page.FillAsync("#contactPhone", "15400009999");
        await page.CheckAsync("#informed");
    }

    protected static Task SavedAsync(IPage page) => Expect(page.Locator("#saved")).ToHaveAttributeAsync("data-state", "saved");

    protected static async Task SendAsync(IPage page, string outcome)
    {
        await page.ClickAsync("#send");
        await Expect(page.Locator("#outcome")).ToHaveAttributeAsync("data-kind", outcome);
    }

    private protected List<Attendee> People() => Hall.Read(db => db.Attendees().Where(a => a.UnitId == Hall.Unit.Id).OrderBy(a => a.Id).ToList());

    private protected void SetDeadline(DateTime at) => Hall.Read(db =>
    {
        if (db.Set<ReplyRules>().Where(r => r.MeetingId == Hall.Meeting.Id).ExecuteUpdate(set => set.SetProperty(r => r.Deadline, at)) == 0) db.Add(new ReplyRules { MeetingId = Hall.Meeting.Id, Deadline = at });
        return db.SaveChanges();
    });

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Hall.DisposeAsync();
    }
}
