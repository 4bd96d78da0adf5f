using AngleSharp.Dom;
using Bunit;
using EventApp.Registration.Importing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Shared.Data;
using Shared.Registration;

namespace EventApp.Tests.Registration.Importing;

public sealed class ImportPageTests : PageTest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    IRenderedComponent<IComponent> Read(string csv)
    {
        var page = Open<ImportPage>("/2026/import");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(csv, "名单.csv"));
        page.WaitForElement("tbody", Patience);
        return page;
    }

    static void Choose(IRenderedComponent<IComponent> page, string chip) =>
        page.InvokeAsync(() => page.FindAll("button.chip").First(button => button.TextContent.StartsWith(chip)).Click());

    static IElement Chip(IRenderedComponent<IComponent> page, string text) => page.FindAll("button.chip").First(button => button.TextContent.StartsWith(text));

    static string Rows(IRenderedComponent<IComponent> page) => page.FindAll("tbody").Last().TextContent;

    static string Many(int rows, string phone) => "姓名,单位,手机\n" + string.Concat(Enumerable.Range(1, rows).Select(number => $"王{(char)('一' + number)},重型铸造,{phone}\n"));

    [Fact]
    public void A_second_file_shows_what_becomes_of_each_person_with_old_and_new()
    {
        Rosters.Add("张三", change: a => (a.Phone, a.Post, a.Gender) = ("15400000001", "科长", Gender.Male));
        Rosters.Add("李四", change: a => a.Phone = "15400000002");
        var page = Read("姓名,单位,手机,职务,性别\n张三,重型铸造,15400000009,处长,女\n李四,重型铸造,15400000002,,\n王五,重型铸造,15400000003,,\n");
        Assert.Equal(["新增 1", "不变 1", "更改 1"], new[] { "新增", "不变", "更改" }.Select(text => Chip(page, text).TextContent));
        Choose(page, "更改");
        Assert.Contains("职务：科长 → 处长", Rows(page));
        Assert.Contains("手机：154****0001 → 15400000009", Rows(page));
        Assert.Contains("性别：男 → 女", Rows(page));
        Choose(page, "新增");
        Assert.Contains("王五", Rows(page));
        Assert.DoesNotContain("张三", Rows(page));
        Press(page, "导入：新增 1 人，更改 1 人，留下 0 人");
        page.WaitForAssertion(() => Assert.Contains("已导入：新增 1 人，更改 1 人", page.Markup), Patience);
    }

    [Fact]
    public void What_was_mended_stays_in_its_field_and_can_be_mended_again()
    {
        var page = Read("姓名,单位,手机\n张三,重型铸造,123\n李四,重型铸造,456\n");
        page.Find("#mend-2-0-phone").Change("15400001234");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#mend-2-0-phone")));
        Choose(page, "修正");
        Assert.Equal("15400001234", page.Find("#mend-2-0-phone").GetAttribute("value"));
        page.Find("#mend-2-0-phone").Change("15400009999");
        Choose(page, "错误");
        page.Find("#mend-3-0-phone").Change("789");
        Choose(page, "修正");
        Choose(page, "错误");
        Assert.Equal("789", page.Find("#mend-3-0-phone").GetAttribute("value"));
    }

    [Fact]
    public void Mending_the_last_row_of_the_second_page_leads_back_to_the_first()
    {
        var page = Read(Many(51, "123"));
        Press(page, "下一页");
        var field = page.WaitForElement("#mend-52-0-phone");
        field.Change("15400001234");
        page.WaitForAssertion(() => Assert.Equal(50, page.FindAll("tbody").Last().QuerySelectorAll("tr").Length));
    }

    [Fact]
    public void Every_question_can_be_answered()
    {
        var page = Read("姓名,单位,手机\n" + string.Concat(Enumerable.Repeat("\"张三、李四\",重型铸造,\n", 60)));
        Assert.Contains("第 2 行", page.FindAll("legend")[0].TextContent);
        for (var turn = 1; turn < 3; turn++)
            page.InvokeAsync(() => page.FindAll("button").First(button => button.TextContent.Trim() == "下一页").Click());
        Assert.Contains("第 61 行", page.FindAll("legend").Last().TextContent);
    }

    [Fact]
    public void Rows_that_are_skipped_are_shown_with_the_reason()
    {
        var page = Read("2026年会名单\n姓名,单位,手机\n张三,重型铸造,15400000001\n合计,1人\n");
        Assert.Equal("已跳过 3", Chip(page, "已跳过").TextContent);
        Choose(page, "已跳过");
        Assert.Contains("合计 1人", Rows(page));
        Assert.Contains("合计、备注或页脚", Rows(page));
    }

    [Fact]
    public void A_locked_database_keeps_the_preview_and_says_to_try_again()
    {
        var page = Read("姓名,单位,手机\n张三,重型铸造,15400000001\n");
        using (var other = SqliteSettings.OpenOwn(Rosters.Database.Data))
        using (other.BeginTransaction())
        {
            Press(page, "导入：新增 1 人，更改 0 人，留下 0 人");
            page.WaitForAssertion(() => Assert.Contains("数据库正被占用", page.Find("[role=alert]").TextContent), Patience);
        }
        Press(page, "导入：新增 1 人，更改 0 人，留下 0 人");
        page.WaitForAssertion(() => Assert.Contains("已导入：新增 1 人", page.Markup), Patience);
    }

    [Fact]
    public void The_reply_template_is_offered_beside_the_file()
    {
        Assert.Equal("下载回执模板", Open<ImportPage>("/2026/import").Find("a[href='/templates/reply.xlsx']").TextContent);
    }
}
