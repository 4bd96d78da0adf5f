using Bunit;
using EventApp.Registration;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Registration;

namespace EventApp.Tests.Registration;

public sealed class ConsentsPageTests : PageTest
{
    static Consent Said(ConsentPurpose purpose, ConsentState state) => new() { Purpose = purpose, State = state, Source = "Phone", GivenAt = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc) };

    [Fact]
    public void Each_purpose_counts_yes_no_and_unknown_of_those_who_come_and_leads_to_the_people()
    {
        Rosters.Add("张三", change: a => a.Consents.Add(Said(ConsentPurpose.PublicScreen, ConsentState.Yes)));
        Rosters.Add("李四", change: a => a.Consents.Add(Said(ConsentPurpose.PublicScreen, ConsentState.No)));
        Rosters.Add("王五");
        Rosters.Add("赵六", change: a => a.State = AttendeeState.Cancelled);
        var page = Open<ConsentsPage>("/2026/consents?purpose=public-screen&state=unknown");
        page.WaitForElement(".row-link");
        var links = page.FindAll(".row-on .count-link");
        Assert.Equal(["1", "1", "1"], links.Select(link => link.TextContent));
        Assert.EndsWith("purpose=public-screen&state=no", links[1].GetAttribute("href"));
        Assert.Equal(["王五"], page.FindAll(".row-link").Select(link => link.TextContent));
    }

    [Fact]
    public void An_answer_is_recorded_for_several_at_once_each_with_its_source_in_the_trail()
    {
        Rosters.Add("张三");
        Rosters.Add("李四");
        Rosters.Add("王五");
        var page = Open<ConsentsPage>("/2026/consents?purpose=photograph&state=unknown");
        page.WaitForElement(".row-link");
        page.InvokeAsync(() => page.Find("#consent-source").Change("2"));
        page.InvokeAsync(() => page.FindAll("tbody input[type=checkbox]")[0].Change(true));
        page.InvokeAsync(() => page.FindAll("tbody input[type=checkbox]")[2].Change(true));
        Press(page, "记为不同意（2 人）");
        page.WaitForAssertion(() => Assert.Equal(["李四"], page.FindAll(".row-link").Select(link => link.TextContent)));
        using var db = Rosters.Database.CreateDbContext();
        Assert.Equal(["No Paper", "No Paper"], db.Set<Consent>().ToList().Select(c => $"{c.State} {c.Source}"));
        Assert.Equal(["Photograph: No, Paper", "Photograph: No, Paper"], db.Set<AuditDetail>().Select(d => d.Details));
    }
}
