using Bunit;
using EventApp.Registration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Registration;

namespace EventApp.Tests.Registration;

public sealed class AttendeesPageTests : PageTest
{
    [Fact]
    public void An_empty_list_says_what_to_do()
    {
        var page = Open<AttendeesPage>("/2026/attendees");
        page.WaitForAssertion(() => Assert.Contains("名单还是空的", page.Markup));
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == "/2026/import");
    }

    [Fact]
    public void The_address_says_what_is_shown()
    {
        Rosters.Add("张三", change: a => a.Category = AttendeeCategory.Leader);
        Rosters.Add("李四");
        var page = Open<AttendeesPage>("/2026/attendees?category=leader&order=pinyin");
        page.WaitForAssertion(() => Assert.Equal("张三", page.Find("tbody .row-link").TextContent));
        Assert.Single(page.FindAll("tbody tr"));
        Assert.Contains("领导", page.Find(".chip-on").TextContent);
    }

    [Fact]
    public void What_nobody_matches_offers_the_whole_list()
    {
        Rosters.Add("张三");
        var page = Open<AttendeesPage>("/2026/attendees?q=%E6%9D%8E");
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的人员", page.Markup));
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == "/2026/attendees");
    }

    [Fact]
    public void A_person_unknown_to_the_meeting_is_said_to_be_none()
    {
        Rosters.Add("张三");
        var page = Open<AttendeesPage>("/2026/attendees?person=999");
        page.WaitForAssertion(() => Assert.Contains("没有这位人员", page.Markup));
    }

    [Fact]
    public void The_list_shows_what_others_change_meanwhile()
    {
        var person = Rosters.Add("张三");
        var page = Open<AttendeesPage>("/2026/attendees");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Rosters.Add("李四");
        Services.GetRequiredService<Shared.Live.LiveUpdates>().Tell(RegistrationSets.Roster(Meeting.Id));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
    }

    [Theory]
    [InlineData("15400000002"), InlineData("154 0000-0002"), InlineData("１５４００００"), InlineData("4q9a-7zzz-0123-4567-89ab-cdef")]
    public void A_phone_number_or_a_badge_code_never_stands_in_the_address(string typed)
    {
        Rosters.Add("张三");
        var page = Open<AttendeesPage>("/2026/attendees");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        page.Find("#search").Input(typed);
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的人员", page.Markup));
        Assert.EndsWith("/2026/attendees", Navigation.Uri);
        Assert.DoesNotContain(page.FindAll("a"), a => a.HasAttribute("download"));
    }

    [Theory]
    [InlineData("李"), InlineData("0002"), InlineData("演示第01铸造有限公司"), InlineData("International Business Machines")]
    public void Any_other_search_does(string typed)
    {
        Rosters.Add("张三");
        var page = Open<AttendeesPage>("/2026/attendees");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        page.Find("#search").Input(typed);
        page.WaitForAssertion(() => Assert.Contains("?q=", Navigation.Uri), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_name_is_text_and_never_markup()
    {
        Rosters.Add("<img src=x onerror=alert(1)>");
        var page = Open<AttendeesPage>("/2026/attendees?person=1");
        page.WaitForAssertion(() => Assert.Equal("<img src=x onerror=alert(1)>", page.Find(".row-link").TextContent));
        Assert.Empty(page.FindAll("img"));
    }
}
