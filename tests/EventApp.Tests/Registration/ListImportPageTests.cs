using Bunit;
using EventApp.Registration.Importing;
using Microsoft.AspNetCore.Components.Forms;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Tests.Registration;

public sealed class ListImportPageTests : PageTest
{
    IRenderedComponent<ListImportPage> OpenList(string list) =>
        Render<ListImportPage>(page => page.Add(p => p.Year, Meeting.Year).Add(p => p.List, list).AddCascadingValue(Meeting));

    [Fact]
    public void A_pasted_block_of_units_is_previewed_and_taken()
    {
        SetRendererInfo(new("Server", true));
        var page = OpenList("units");
        page.Find("#pasted").Change("单位全称\t简称\t类别\n沈阳铸造研究所\t沈铸所\t研\n");
        Press(page, "预览");
        page.WaitForAssertion(() => Assert.Contains("沈阳铸造研究所", page.Find("tbody").TextContent));
        Press(page, "导入 1 行，留下 0 行");
        page.WaitForAssertion(() => Assert.Contains("已导入：新增 1", page.Markup));
        using var db = Rosters.Database.CreateDbContext();
        Assert.Contains(db.Organisations(), o => o.ShortName == "沈铸所" && o.Kind == OrganisationKind.Institute);
    }

    [Fact]
    public void Names_pasted_from_a_chat_need_no_heading()
    {
        SetRendererInfo(new("Server", true));
        var page = OpenList("staff");
        page.Find("#pasted").Change("1. 宋小松 15400000001\n2. 大树\n");
        Press(page, "预览");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Press(page, "导入 2 行，留下 0 行");
        page.WaitForAssertion(() => Assert.Contains("已导入：新增 2", page.Markup));
        using var db = Rosters.Database.CreateDbContext();
        Assert.Equal("15400000001", db.Staff().Single(s => s.Name == "宋小松").Phone);
    }

    [Fact]
    public void Names_pasted_over_units_show_what_they_change_before_anything_is_written()
    {
        SetRendererInfo(new("Server", true));
        using (var db = Rosters.Database.CreateDbContext())
        {
            db.Units().Single(u => u.Organisation!.ShortName == "哈理工").CouncilRank = CouncilRank.ViceChair;
            db.Units().Single(u => u.Organisation!.ShortName == "重型铸造").CouncilRank = null;
            db.SaveChanges();
        }
        var page = OpenList("units");
        page.Find("#pasted").Change("哈理工\n重型铸造\nX Co., Ltd.\n");
        Press(page, "预览");
        page.WaitForAssertion(() => Assert.Equal(["更改 理事会职务：（空） → 成员单位", "不变 ", "新增 类别：其他 理事会职务：成员单位"],
            page.FindAll("tbody tr").Select(row => $"{row.Children[2].TextContent} {string.Join(' ', row.QuerySelectorAll("li").Select(said => said.TextContent))}")));
    }

    [Fact]
    public void A_block_without_a_heading_says_so_and_keeps_what_was_pasted()
    {
        SetRendererInfo(new("Server", true));
        var page = OpenList("staff");
        page.Find("#pasted").Change("1\t2\n3\t4\n");
        Press(page, "预览");
        page.WaitForAssertion(() => Assert.Contains("找不到表头", page.Find(".form-error").TextContent));
        Assert.StartsWith("1\t2", page.Find("#pasted").GetAttribute("value"));
    }

    [Fact]
    public void A_roster_file_is_previewed_mended_and_imported()
    {
        var page = Open<ImportPage>("/2026/import");
        var files = page.FindComponent<InputFile>();
        files.UploadFiles(InputFileContent.CreateFromText("姓名,单位,手机\n张三,重型铸造,123\n", "名单.csv"));
        page.WaitForElement("#mend-2-0-phone").Change("15400001234");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#mend-2-0-phone")));
        Press(page, "导入：新增 1 人，更改 0 人，留下 0 人");
        page.WaitForAssertion(() => Assert.Contains("已导入：新增 1 人", page.Markup), TimeSpan.FromSeconds(30));
        using var db = Rosters.Database.CreateDbContext();
        Assert.Equal(("张三", "15400001234"), (db.Attendees().Single().Name, db.Attendees().Single().Phone));
    }

    [Fact]
    public void An_old_xls_is_refused_with_its_sentence()
    {
        var page = Open<ImportPage>("/2026/import");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "名单.xls"));
        page.WaitForAssertion(() => Assert.Contains("另存为 .xlsx", page.Find(".form-error").TextContent));
    }
}
