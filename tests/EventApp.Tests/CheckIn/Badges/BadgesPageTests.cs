using Bunit;
using EventApp.CheckIn.Badges;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Tests.CheckIn.Badges;

public sealed class BadgesPageTests : PaperPageTest
{
    IRenderedComponent<IComponent> OpenList()
    {
        var page = Open<BadgesPage>("/2026/badges");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        return page;
    }

    int Printouts() => Read(db => db.Printouts().Count());

    [Fact]
    public void Without_people_the_page_leads_to_the_import()
    {
        var page = Open<BadgesPage>("/2026/badges");
        page.WaitForAssertion(() => Assert.Contains("还没有参会人员", page.Markup));
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == "/2026/import");
    }

    [Fact]
    public void Printing_all_records_the_print_and_opens_its_sheet()
    {
        Rosters.Add("王刚");
        Rosters.Add("李娜");
        var page = OpenList();
        Press(page, "打印全部 2 张");
        page.WaitForAssertion(() => Assert.EndsWith("/2026/badges/print/1", Navigation.Uri));
        Assert.Equal(("小松", 2), Read(db => db.Printouts().Select(p => new ValueTuple<string, int>(p.PrintedBy, p.Items.Count)).Single()));
    }

    [Fact]
    public void Only_the_ticked_are_printed()
    {
        Rosters.Add("王刚");
        var chosen = Rosters.Add("李娜");
        var page = OpenList();
        page.FindAll(".pick")[1].Change(true);
        page.WaitForAssertion(() => Assert.Contains("打印所选 1 张", page.Markup));
        Press(page, "打印所选 1 张");
        page.WaitForAssertion(() => Assert.Equal(1, Printouts()));
        Assert.Equal(chosen.Id, Read(db => db.Badges().Single(b => b.Id == db.Set<PrintoutItem>().Single().SubjectId).AttendeeId));
    }

    [Fact]
    public void A_second_copy_asks_why()
    {
        Rosters.Add("王刚");
        var page = OpenList();
        Press(page, "打印全部 1 张");
        page.WaitForAssertion(() => Assert.Equal(1, Printouts()));
        Press(page, "打印全部 1 张");
        Dialogs.WaitForAssertion(() => Assert.Contains("有 1 张已打印", Dialogs.Markup));
        Press(Dialogs, "再印一份");
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll(".field-problem")));
        Assert.Equal(1, Printouts());
        Dialogs.Find("textarea").Change("卡纸");
        Press(Dialogs, "再印一份");
        page.WaitForAssertion(() => Assert.Equal("卡纸", Read(db => db.Printouts().OrderBy(p => p.Id).Last().Reason)));
    }

    [Fact]
    public void A_reissue_revokes_and_opens_the_new_badge_to_print()
    {
        Rosters.Add("王刚");
        var page = OpenList();
        Press(page, "打印全部 1 张");
        page.WaitForAssertion(() => Assert.Equal(1, Printouts()));
        Navigation.NavigateTo("/2026/badges?show=printed");
        page.WaitForAssertion(() => Assert.Contains("换发", page.Find("tbody").TextContent));
        Press(page, "换发");
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll("textarea")));
        Dialogs.Find("textarea").Change("遗失");
        Press(Dialogs, "作废旧卡并换发");
        page.WaitForAssertion(() => Assert.EndsWith("/2026/badges/print/2", Navigation.Uri));
        Assert.Equal([("B001", "遗失"), ("B002", null)], Read(db => db.Badges().OrderBy(b => b.Id).Select(b => new ValueTuple<string, string?>(b.Number, b.RevokedReason)).ToList()));
    }

    [Fact]
    public void What_changed_since_its_print_is_one_filter_away()
    {
        Rosters.Add("王刚");
        var person = Rosters.Add("李娜");
        var page = OpenList();
        Press(page, "打印全部 2 张");
        page.WaitForAssertion(() => Assert.Equal(1, Printouts()));
        using (var db = Rosters.Database.CreateDbContext())
            db.Attendees().Where(a => a.Id == person.Id).ExecuteUpdate(set => set.SetProperty(a => a.Post, "总工程师"));
        Navigation.NavigateTo("/2026/badges?show=changed");
        page.WaitForAssertion(() => Assert.Equal("李娜", page.Find("tbody .row-link").TextContent));
        Assert.Contains("打印后有变化", page.Find(".chip-on").TextContent);
    }

    [Fact]
    public void Spares_are_made_and_opened_to_print()
    {
        Rosters.Add("王刚");
        var page = OpenList();
        page.Find("#spares").Change("101");
        Press(page, "新增并打印");
        page.WaitForAssertion(() => Assert.Contains("1 到 100", page.Find(".field-problem").TextContent));
        page.Find("#spares").Change("3");
        Press(page, "新增并打印");
        page.WaitForAssertion(() => Assert.EndsWith("/print/1", Navigation.Uri));
        Assert.Equal(["S001", "S002", "S003"], Read(db => db.Badges().Select(b => b.Number).Order().ToList()));
    }

    [Fact]
    public void The_address_keeps_every_filter()
    {
        var address = BadgeAddress.Read(2026, "/2026/badges?show=unprinted&category=vice-chair&unit=3&q=%E7%8E%8B&page=2");
        Assert.Equal((AttendeeCategory.ViceChair, 3, "王", 2), (address.Filter.Category, address.Filter.UnitId, address.Filter.Text, address.Filter.Page));
        Assert.Equal(address, BadgeAddress.Read(2026, address.Path));
        Assert.Equal(new BadgeAddress(2026), BadgeAddress.Read(2026, "/2026/badges?show=nonsense&unit=x&page=-1"));
    }
}
