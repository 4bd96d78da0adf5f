using Bunit;
using EventApp.Layout;
using Shared.Access;

namespace EventApp.Tests.Layout;

public sealed class NavMenuTests : PageTest
{
    static IEnumerable<string?> Paths(IRenderedComponent<NavMenu> menu) => menu.FindAll("a").Select(link => link.GetAttribute("href"));

    [Fact]
    public void A_desk_account_is_shown_only_what_it_may_open()
    {
        SignIn(Roles.Desk);
        Assert.Equal(["/2026/arrivals"], Paths(Render<NavMenu>(menu => menu.Add(m => m.Year, 2026))));
    }

    [Fact]
    public void An_organiser_is_led_to_every_part() =>
        Assert.Equal(["/2026", "/2026/dashboard", "/2026/attendees", "/2026/replies", "/2026/badges", "/2026/arrivals", "/2026/paper", "/2026/closing", "/2026/settings"],
            Paths(Render<NavMenu>(menu => menu.Add(m => m.Year, 2026))));
}
