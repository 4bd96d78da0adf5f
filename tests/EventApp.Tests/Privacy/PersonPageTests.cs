using Bunit;
using EventApp.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Registration;

namespace EventApp.Tests.Privacy;

public sealed class PersonPageTests : PageTest
{
    public PersonPageTests() => Services.AddScoped<HeldWords>();

    IRenderedComponent<IComponent> OpenPerson(int id)
    {
        if (dialogs is null)
        {
            SetRendererInfo(new RendererInfo("Server", isInteractive: true));
            Render<MudBlazor.MudPopoverProvider>();
            dialogs = Render<MudBlazor.MudDialogProvider>();
        }
        var page = Render<CascadingValue<Shared.Meetings.MeetingView>>(parameters => parameters.Add(c => c.Value, Meeting).AddChildContent<PersonPage>(inner => inner.Add(p => p.Year, 2026).Add(p => p.Id, id)));
        page.WaitForElement("h1");
        return (IRenderedComponent<IComponent>)page;
    }

    IRenderedComponent<MudBlazor.MudDialogProvider>? dialogs;

    Attendee AddEater()
    {
        var person = Rosters.Add("张三", change: a => a.Phone = "15400001234");
        Rosters.Database.Add(new Diet { AttendeeId = person.Id, Kind = DietKind.Halal, Consent = ConsentState.Yes });
        return person;
    }

    [Fact]
    public void All_that_is_held_is_shown_in_full_but_the_diet_which_only_catering_reads()
    {
        var person = AddEater();
        var page = OpenPerson(person.Id);
        page.WaitForAssertion(() => Assert.Contains("15400001234", page.Markup));
        Assert.Contains("有登记，只有食宿组能看", page.Markup);
        Assert.DoesNotContain("清真", page.Markup);
        SignIn(Roles.Organiser, Roles.Catering);
        var both = OpenPerson(person.Id);
        both.WaitForAssertion(() => Assert.Contains("清真", both.Markup));
    }

    [Fact]
    public void Erasing_asks_first_and_then_says_that_it_is_done()
    {
        var person = AddEater();
        var page = OpenPerson(person.Id);
        page.WaitForElement(".erase");
        Press(page, "删除此人的个人数据");
        dialogs!.WaitForAssertion(() => Assert.Contains("不能撤销", dialogs!.Markup));
        Press(dialogs!, "取消");
        using (var db = Rosters.Database.CreateDbContext()) Assert.Null(db.Attendees().Single().ErasedAt);
        Press(page, "删除此人的个人数据");
        dialogs!.WaitForAssertion(() => Assert.Contains("不能撤销", dialogs!.Markup));
        Press(dialogs!, "确认删除，不能恢复");
        page.WaitForAssertion(() => Assert.Contains("以下只剩计数所需的记录", page.Markup));
        Assert.DoesNotContain("15400001234", page.Markup);
        Assert.Empty(page.FindAll(".erase"));
        using var after = Rosters.Database.CreateDbContext();
        Assert.Equal(1, after.AuditEntries().Count(e => e.What == "person-erased"));
    }
}
