using System.Text;
using System.Text.RegularExpressions;
using EventApp.Tests.Hostile;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>Every page, drawer and dialog of a meeting whose every name, note, reason and file is script, markup, formula or worse: all of it is text.</summary>
public sealed partial class SurvivingHostileTexts(Chromium chromium, HostileApp hostile) : IClassFixture<HostileApp>
{
    // What leads out of the program's pages or ends the walk.
    const string Leaving = "/sign-out|/language/|export|\\.xlsx|\\.zip|\\.png|/reply/|/me/|/driver/|^/(join|screen|station)(?=$|[/?#])|^/(error|status|sign-in|first-organiser|new-password|passkeys)(?=$|[/?#])";

    // Looks at which nothing hostile is due: pages without a person's word.
    const int FewestBearing = 25;

    const float Soon = 250;

    [Fact]
    public async Task Hostile_texts_are_text_on_every_page_in_every_drawer_and_in_every_question()
    {
        var page = await chromium.Browser.OpenAsAsync(hostile.App, HostileApp.Walker);
        var watch = new HostileWatch(page, hostile.App);
        var (queue, seen, asked) = (new Queue<string>(Routes()), new HashSet<string>(), new HashSet<string>());
        Assert.True(queue.Count > 15);
        while (queue.TryDequeue(out var path))
        {
            if (!seen.Add(Shape(path))) continue;
            watch.At(path);
            await GoAsync(page, path);
            Assert.False(new Uri(page.Url).AbsolutePath == "/sign-in", $"{path} asks to sign in");
            await watch.LookAsync(path);
            foreach (var link in await LinksAsync(page)) queue.Enqueue(link);
            await PressAsync(page, watch, path, asked);
        }
        await page.Context.DisposeAsync();
        TestContext.Current.SendDiagnosticMessage($"{seen.Count} addresses, {asked.Count} buttons, bare: {string.Join(' ', watch.Bare)}");
        Assert.True(watch.Wrong.Count == 0, string.Join(Environment.NewLine, watch.Wrong));
        Assert.True(watch.Bearing >= FewestBearing, $"Hostile texts stood in {watch.Bearing} looks only, not in {string.Join(' ', watch.Bare)}");
    }

    // Presses what may open a question, each kind of button of a kind of page once; whatever opens is looked at and left.
    static async Task PressAsync(IPage page, HostileWatch watch, string path, HashSet<string> asked)
    {
        var buttons = page.Locator("main button[type=button]:not([disabled]):not([aria-haspopup]), .drawer button[type=button]:not([disabled])");
        var names = await buttons.EvaluateAllAsync<string[]>("list => list.map(one => one.checkVisibility() ? (one.textContent.trim() || one.getAttribute('aria-label') || '') : '')");
        foreach (var (name, at) in names.Select((name, at) => (name, at)))
        {
            if (name.Length == 0 || !asked.Add(Shape(path).Split('?')[0] + Digits().Replace(HostileTexts.All.Aggregate(name, (text, hostile) => text.Replace(hostile, "", StringComparison.Ordinal)), "#"))) continue;
            watch.At($"{path} [{name}]");
            try
            {
                await buttons.Nth(at).ClickAsync(new() { Timeout = 1000 });
                await page.Locator(".mud-dialog").First.WaitForAsync(new() { Timeout = Soon });
                await watch.LookAsync($"{path} [{name}]");
                await page.Keyboard.PressAsync("Escape");
            }
            catch (Exception nothing) when (nothing is TimeoutException or PlaywrightException)
            {
                // It asked nothing; what it did instead is looked at with the page.
                await watch.LookAsync($"{path} after [{name}]");
            }
            if (new Uri(page.Url).PathAndQuery == path && await page.Locator(".mud-dialog").CountAsync() == 0 && await buttons.CountAsync() == names.Length) continue;
            await GoAsync(page, path);
            if (await buttons.CountAsync() != names.Length) return;
        }
    }

    // What was pressed last may only now lead to its print, and in between.
    static async Task GoAsync(IPage page, string path)
    {
        try
        {
            await page.GotoAsync(path);
        }
        catch (PlaywrightException crossed) when (crossed.Message.Contains("ERR_ABORTED", StringComparison.Ordinal) || crossed.Message.Contains("interrupted", StringComparison.Ordinal))
        {
            await page.WaitForLoadStateAsync();
            await page.GotoAsync(path);
        }
        await page.SettleAsync();
    }

    static async Task<string[]> LinksAsync(IPage page) => await page.EvaluateAsync<string[]>("""
        leaving => [...document.querySelectorAll('a[href]:not([download])')].map(a => new URL(a.getAttribute('href'), document.baseURI)).filter(url => url.origin === location.origin && !new RegExp(leaving).test(url.pathname)).map(url => url.pathname + url.search)
        """, Leaving);

    // Of addresses that differ by numbers and values alone one is enough.
    static string Shape(string path) => Digits().Replace(Values().Replace(path, "=").Replace("%5E", ""), "#");

    List<string> Routes() =>
    [
        .. hostile.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{Year:int}", $"{hostile.Meeting.Year}"))
            .Where(path => !path.Contains('{') && !Regex.IsMatch(path, Leaving)).Distinct().Order(),
        .. ((string[])["attendees?person=1", "attendees?person=1&edit=yes", "attendees?person=new", "units?edit=1", "staff?edit=1", "checkpoints?edit=1", "stations?edit=1", "vehicles?edit=1", "accounts?edit=1", "replies?unit=9", "replies?unit=51", "badges/print/1", "badges/print/1?sides=front", "paper/print/2", "closing/print/3", "proof/print/4", "paper/print/5", "seating/scenes/1", "seating/scenes/2", "seating/print/6", "seating/scenes/print/7", "seating/scenes/print/8", "seating/scenes/print/9", "seating/halls/1/tables"])
            .Select(path => $"/{hostile.Meeting.Year}/{path}"),
    ];

    [Theory]
    [InlineData("import", "单位,姓名,职务,手机,备注"), InlineData("units/import", "单位全称,简称,地区"), InlineData("staff/import", "姓名,任务,手机")]
    public async Task Hostile_cells_and_file_names_are_text_in_the_preview_of_an_import(string path, string headings)
    {
        var page = await chromium.Browser.OpenAsAsync(hostile.App, HostileApp.Walker, $"/{hostile.Meeting.Year}/{path}");
        var watch = new HostileWatch(page, hostile.App);
        await page.SettleAsync();
        var columns = headings.Split(',').Length;
        var rows = HostileTexts.All.Where(text => !text.Contains('\r')).Select(text => string.Join(',', Enumerable.Repeat($"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", columns)));
        await page.GiveFilesAsync("input[type=file]", new FilePayload { Name = "<x-h>'\"$().csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"{headings}\n{string.Join('\n', rows)}\n") });
        await Expect(page.Locator("main")).ToContainTextAsync("x-h");
        await page.SettleAsync();
        await watch.LookAsync(path);
        await page.Context.DisposeAsync();
        Assert.True(watch.Wrong.Count == 0, string.Join(Environment.NewLine, watch.Wrong));
    }

    [Fact]
    public async Task Hostile_texts_are_text_at_the_station_in_a_reply_on_the_own_page_and_on_the_screen()
    {
        var keys = await hostile.KeysAsync();
        var page = await chromium.Browser.OpenAsync(hostile.App, "/health/live");
        var watch = new HostileWatch(page, hostile.App);
        await page.GotoAsync($"/screen#{hostile.Display}");
        // How many it counts is another test's matter: the walk over every page may have come first.
        await Expect(page.Locator("#arrived")).ToContainTextAsync(new Regex("[0-9]"));
        await watch.LookAsync("/screen");
        await page.GotoAsync(keys.Reply);
        await page.Locator("#reply[data-ready]").WaitForAsync();
        await watch.LookAsync("/reply");
        await page.GotoAsync(keys.Own);
        await page.Locator("#own[data-state=ready], #own[data-state=open], #own[data-state]:not([data-state=loading])").First.WaitForAsync();
        await watch.LookAsync("/me");
        await page.GotoAsync(keys.Driver);
        await page.Locator("#driver[data-state=open]").WaitForAsync();
        await watch.LookAsync("/driver");
        await ScanAsync(page, watch, keys.Pairing, keys.Badge, keys.Digits);
        await page.Context.DisposeAsync();
        Assert.True(watch.Wrong.Count == 0, string.Join(Environment.NewLine, watch.Wrong));
        Assert.True(watch.Bare.Count == 0, $"Nothing hostile stood in {string.Join(' ', watch.Bare)}");
    }

    static async Task ScanAsync(IPage page, HostileWatch watch, string pairing, string badge, string digits)
    {
        await page.GotoAsync("/station");
        await page.FillAsync("#pairing-code", pairing);
        await page.PressAsync("#pairing-code", "Enter");
        await page.Locator("#choices button").First.ClickAsync();
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await watch.LookAsync("/station");
        foreach (var key in (string[])["/", "u"])
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Locator("#query")).ToBeFocusedAsync();
            await page.Keyboard.InsertTextAsync(digits);
            await page.Locator("#found li b").First.WaitForAsync();
            await watch.LookAsync($"/station search {key}");
            await page.Keyboard.PressAsync("Enter");
            await page.Locator(key == "u" ? "#station[data-screen=unit]" : "#verdict:not([hidden])").WaitForAsync();
            await watch.LookAsync($"/station found {key}");
            await page.Keyboard.PressAsync("Escape");
        }
        await page.Keyboard.TypeAsync(badge);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#verdict:not([hidden])").WaitForAsync();
        await watch.LookAsync("/station scan");
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Values();
}
