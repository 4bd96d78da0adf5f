using Bunit;
using EventApp.Layout;

namespace EventApp.Tests.Layout;

public sealed class LanguageSwitchTests : PageTest
{
    [Fact]
    public void It_leads_to_the_page_one_stands_on_with_its_filters()
    {
        Navigation.NavigateTo("/2026/attendees");
        var shown = Render<LanguageSwitch>();
        Navigation.NavigateTo("/2026/arrivals?state=absent&page=2");
        shown.WaitForAssertion(() => Assert.Equal("/language/en?to=" + Uri.EscapeDataString("/2026/arrivals?state=absent&page=2"), shown.Find("a").GetAttribute("href")));
    }
}
