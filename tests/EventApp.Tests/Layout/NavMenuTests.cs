using Bunit;
using EventApp.Layout;
using Shared.Access;

namespace EventApp.Tests.Layout;

public sealed class NavMenuTests : PageTest
{
    static IEnumerable<string?> Paths(IRenderedComponent<NavMenu> menu) => menu.FindAll("a").Select(link => link.GetAttribute("href"));

    IEnumerable<string?> Of(params string[] roles)
    {
        SignIn(roles);
        return Paths(Render<NavMenu>(menu => menu.Add(m => m.Year, Meeting.Year).Add(m => m.MeetingId, Meeting.Id)));
    }

    [Fact]
    public void Everybody_is_shown_only_what_they_may_open()
    {
        Assert.Equal(["/2026/arrivals"], Of(Roles.Desk));
        Assert.Equal(["/2026/dashboard"], Of(Roles.Viewer));
        Assert.Equal(["/2026/dashboard", "/2026/my-units"], Of(Roles.Liaison));
        Assert.Equal(["/2026/dashboard", "/2026/vehicles"], Of(Roles.Dispatcher));
        Assert.Equal(["/2026/dashboard", "/2026/seating/scenes"], Of(Roles.StageManager));
    }

    [Fact]
    public void An_organiser_is_led_to_every_part() =>
        Assert.Equal(["/2026", "/2026/dashboard", "/2026/attendees", "/2026/replies", "/2026/badges", "/2026/arrivals", "/2026/seating", "/2026/vehicles", "/2026/paper", "/2026/closing", "/2026/settings"], Of(Roles.Organiser));
}
