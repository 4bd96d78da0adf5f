using System.Text.RegularExpressions;
using EventApp.Tests;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>Every page of the program, with its drawers and forms, on the sample meeting while people arrive: accessible and within the window, in both languages, on a phone and on a desk.</summary>
public sealed partial class LookingAtEveryPage(Chromium chromium, SampleApp sample) : IClassFixture<SampleApp>
{
    // What stands in no route: drawers, forms, lists as filtered, a page that is not there.
    static readonly string[] More =
    [
        "/{0}/attendees?person=1", "/{0}/attendees?person=1&edit=yes", "/{0}/attendees?person=new", "/{0}/attendees?q=zzz", "/{0}/units?edit=1", "/{0}/units?edit=new", "/{0}/staff?edit=1",
        "/{0}/checkpoints?edit=1", "/{0}/checkpoints?edit=new", "/{0}/stations?edit=new", "/{0}/accounts?edit=new", "/{0}/vehicles?edit=1", "/{0}/vehicles?edit=new", "/{0}/seating?edit=new", "/{0}/seating/halls/1?open=versions", "/{0}/seating/halls/1/shape?edit=1", "/{0}/seating/halls/1/fill", "/{0}/units/import", "/{0}/staff/import", "/{0}/arrivals?state=absent",
        "/{0}/replies?unit=9", "/{0}/replies?state=overdue", "/{0}/badges/print/1", "/{0}/paper/print/2", "/{0}/closing/print/3", "/{0}/proof/print/4", "/{0}/paper/print/5", "/{0}/seating/print/6?as=stage",
        "/{0}/checkpoints?edit=propose", "/{0}/attendees/1/data", "/{0}/catering?view=rooms", "/{0}/catering?person=new", "/{0}/consents?purpose=public-screen&state=unknown", "/{0}/units?lack=liaison", "/{0}/badges?setup=7", "/{0}/seating/scenes?edit=new", "/{0}/seating/scenes/1", "/{0}/seating/scenes/1?view=stage", "/{0}/seating/scenes/1?edit=settings", "/{0}/seating/scenes/2", "/{0}/seating/scenes/print/7", "/{0}/seating/scenes/print/8", "/{0}/seating/scenes/print/9", "/{0}/seating/halls/2/tables", "/{0}/nowhere", "/1999",
    ];

    // Of these the browser itself says that they are not there.
    static readonly string[] Missing = ["/nowhere", "/1999"];

    // Both languages at once: a page is looked at by one processor.
    [Fact]
    public async Task No_page_is_inaccessible_or_wider_than_the_window_or_asks_another_host_or_complains()
    {
        var wrong = await Task.WhenAll(WalkAsync("zh-CN"), WalkAsync("en"));
        Assert.True(wrong.All(found => found.Count == 0), string.Join(Environment.NewLine, wrong.SelectMany(found => found)));
    }

    async Task<List<string>> WalkAsync(string language)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(sample.App, "/", language);
        var (wrong, at) = (new List<string>(), "");
        page.Request += (_, request) => { if (!request.Url.StartsWith(sample.App.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) wrong.Add($"{at} asks {request.Url}"); };
        page.Console += (_, message) => { if (message.Type is "error" or "warning" && !Missing.Any(at.EndsWith)) wrong.Add($"{at} says {message.Text}"); };
        foreach (var path in Paths())
        {
            at = path;
            await page.GotoAsync(path);
            await page.SettleAsync();
            if (new Uri(page.Url).AbsolutePath == "/sign-in") wrong.Add($"{path} asks to sign in");
            wrong.AddRange(await LookAsync(page, language, path.Replace($"/{sample.Year}", "/year")));
        }
        await page.Context.DisposeAsync();
        return wrong;
    }

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task No_page_before_signing_in_is_inaccessible_or_wider_than_the_window(string language)
    {
        var page = await chromium.Browser.OpenAsync(sample.App, "/sign-in", language);
        var wrong = new List<string>();
        foreach (var path in (string[])["/sign-in", "/first-organiser", "/screen", "/reply/1", "/me/1", "/driver/1", "/trust", "/status/426", "/not-there"])
        {
            await page.GotoAsync(path);
            wrong.AddRange(await LookAsync(page, language, path));
        }
        await page.Context.DisposeAsync();
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task The_projectors_page_with_its_numbers_is_accessible_and_within_the_window(string language)
    {
        var page = await chromium.Browser.OpenAsync(sample.App, "/screen", language);
        await page.GotoAsync($"/screen#{sample.Display}");
        // The address alone differs by what the browser keeps to itself; the page is asked anew as on the day.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#arrived")).ToHaveTextAsync($"{SampleApp.Arrived}");
        var wrong = await LookAsync(page, language, "/screen-open");
        await page.Context.DisposeAsync();
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Every_part_is_within_reach_of_a_thumb_on_a_phone()
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}", width: Pages.Phone);
        await page.SettleAsync();
        var parts = await page.Locator(".rail-link").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Contains($"/{sample.Year}/settings", parts);
        foreach (var part in parts)
        {
            await page.Locator($".rail-link[href='{part}']").ClickAsync();
            await page.ArriveAsync("**" + part);
        }
        await page.GotoAsync($"/{sample.Year}/settings");
        await Assertions.Expect(page.Locator(".rail-link.active")).ToBeInViewportAsync();
        await page.Context.DisposeAsync();
    }

    // What reaches past the window, unless something around it scrolls by itself.
    const string Widest = """
        [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .filter(e => { for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return false; return true; })
          .map(e => e.outerHTML.slice(0, 160)).slice(0, 4).join('\n')
        """;

    static async Task<List<string>> LookAsync(IPage page, string language, string name)
    {
        var wrong = new List<string>();
        foreach (var width in (int[])[Pages.Desk, Pages.Phone])
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.PictureAsync($"page{Sign().Replace(name, "-")}-{language}-{width}");
            if (width == Pages.AxeWidth(language)) wrong.AddRange((await page.ViolationsAsync()).Select(found => $"{name} {language} {width}: {found}"));
            if (await page.SidewaysAsync() is > 0 and var wider) wrong.Add($"{name} {language} {width}: {wider} px wider than the window: {await page.EvaluateAsync<string>(Widest)}");
        }
        if (await page.Locator("html").GetAttributeAsync("lang") != language) wrong.Add($"{name} is not in {language}");
        return wrong;
    }

    // A page added to the program is looked at without being written here.
    List<string> Paths()
    {
        var year = sample.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var routes = sample.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{Year:int}", year))
            .Where(path => !path.Contains('{') && path is not ("/sign-in" or "/first-organiser" or "/station" or "/screen" or "/trust" or "/not-found" or "/error")).Distinct().Order().ToList();
        Assert.True(routes.Count > 15);
        return [.. routes, .. More.Select(path => string.Format(null, path, year))];
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Sign();
}

/// <summary>The running program with the sample meeting, some of whose people have arrived, and one print of each kind.</summary>
public sealed class SampleApp : IAsyncLifetime
{
    public const int Arrived = SampleRows.Arrived;

    public RunningApp App { get; } = new();

    public int Year { get; private set; }

    /// <summary>The token of a display link.</summary>
    public string Display { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // Who walks through every page reads diets too; that an organiser does not is told by the table of endpoints.
        await App.AddAccountAsync(Pages.Organiser, Shared.Access.Roles.Organiser, Shared.Access.Roles.Catering);
        await using var scope = App.Services.CreateAsyncScope();
        (var meeting, Display) = await SampleRows.AddAsync(scope.ServiceProvider);
        Year = meeting.Year;
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
