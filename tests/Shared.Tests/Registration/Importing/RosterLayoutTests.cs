using System.Text;
using Shared.Data.Sheets;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;
using Shared.Tests.Data.Sheets;

namespace Shared.Tests.Registration.Importing;

public sealed class RosterLayoutTests
{
    static string Mapped(string heading) => Mapped(new Dictionary<string, string>(), heading.Split('|'));

    static string Mapped(IReadOnlyDictionary<string, string> remembered, params string[] headings) =>
        string.Join(' ', RosterSheet.Preview(new TestXlsx().Sheet("名单").Row(headings).ToArray(), remembered: remembered).Table.Mapping.Columns.Select(column => column.Field?.Name ?? "-"));

    [Theory]
    [InlineData("序号|单位|姓名|性别|职务|手机", "listNo unit name gender post phone")]
    [InlineData("序号|提交答卷时间|所用时间|来源|来源详情|来自IP|1、您的姓名|2、您的单位|3、您的手机号码：|4、是否需要接站？", "listNo - - - - - name unit phone pickUp")]
    [InlineData("提交时间（自动）|姓名（必填）|单位\n名称（必填）|联系 电话（必填）|提交者（自动）", "- name unit phone -")]
    [InlineData("*姓名|*所在单位|Q3.手机号|身份证号|出生日期|民族", "name unit phone - - -")]
    [InlineData("单位|姓名|到达方式|到达日期|班次|到达站|到达时间|是否接站|返程方式|班次|出发站|时间|是否送站", "unit name arrivalMode arrivalDate arrivalService arrivalStation arrivalAt pickUp departureMode departureService departureStation departureAt dropOff")]
    [InlineData("姓名|单位|去程车次|去程到达日期|去程到达时间|返程车次|返程到达日期|返程到达时间", "name unit arrivalService arrivalDate arrivalAt departureService departureDate departureAt")]
    [InlineData("参会代表姓名|工作单位名称|联系人|联系人电话|联系电话|饮食要求（如清真）|随行人数|房型|备注", "name unit - contactPhone phone diet companions room remark")]
    public void Headings_are_known_by_any_of_their_names(string heading, string fields) => Assert.Equal(fields, Mapped(heading));

    [Fact]
    public void Columns_that_are_never_collected_are_named_as_such() =>
        Assert.Equal([false, false, true, true], RosterSheet.Preview("姓名|单位|身份证号码|政治面貌", "").Table.Mapping.Columns.Select(column => column.Unwanted));

    static TestXlsx HandMade() => new TestXlsx().Sheet("名单")
        .Row("2023年年会参会人员名单").Merge("A1:H1")
        .Row("序号", "单位", "姓名", "联系电话", "到达", "", "", "备注").Merge("A2:A3").Merge("B2:B3").Merge("C2:C3").Merge("D2:D3").Merge("E2:G2").Merge("H2:H3")
        .Row("", "", "", "", "日期", "车次", "车站")
        .Row("n:1", "哈理工", "王刚", "15400000001", "8月22日", "G1234", "齐齐哈尔南")
        .Row("n:2", "", "李娜", "15400000002").Merge("B4:B5")
        .Row("n:3", "", "赵敏", "15400000003")
        .Row("序号", "单位", "姓名", "联系电话")
        .Row("n:4", "东北大学", "孙伟", "15400000004")
        .Row("n:5").Row("合计", "", "4人").RowAt(13, "填表人：王刚", "", "", "联系电话：0452-2791234").Row("备注：请于8月10日前报送，逾期不候，过时将不再安排食宿及接送站，敬请谅解。").Row("第1页 共1页");

    [Fact]
    public void Titles_two_line_headings_totals_remarks_and_page_feet_are_no_people()
    {
        var preview = RosterSheet.Preview(HandMade().ToArray());
        Assert.Equal((2, 3), (preview.Table.Header.FirstRow, preview.Table.Header.LastRow));
        Assert.Equal(
            [SkippedAs.AboveTheTable, SkippedAs.Heading, SkippedAs.Heading, SkippedAs.None, SkippedAs.None, SkippedAs.None, SkippedAs.Heading, SkippedAs.None, SkippedAs.Empty, SkippedAs.Footer, SkippedAs.Empty, SkippedAs.Empty, SkippedAs.Footer, SkippedAs.Footer, SkippedAs.Footer],
            preview.Table.Rows.Select(row => row.Skipped));
        Assert.Equal(new RosterSummary(0, 3, 0, 1, 11, 3, 2) with { Ok = 1, Corrected = 2 }, preview.Summary());
        Assert.Equal("2023-08-22T00:00 G1234 齐齐哈尔南", string.Join(' ', new[] { RosterFields.ArrivalAt, RosterFields.ArrivalService, RosterFields.ArrivalStation }.Select(field => preview.ValueOf(preview.Table.Records[0], field))));
    }

    [Fact]
    public void Only_a_merged_unit_is_filled_downwards()
    {
        var records = RosterSheet.Preview(HandMade().ToArray()).Table.Records;
        Assert.Equal("哈尔滨理工大学", records[1].Reading![RosterFields.Unit]?.ToString());
        Assert.True(records[2].IsLeftOut);
        Assert.Null(records[1].Reading![RosterFields.ArrivalService]);
    }

    [Theory]
    [InlineData("王刚,男,123"), InlineData("标题,内容,数量\n王刚,男,1"), InlineData("姓名\n王刚")]
    public void A_sheet_without_a_heading_is_refused(string csv) =>
        Assert.Equal(FileRefusal.NoHeader, RosterPreview.Make(RosterSheet.Read(Encoding.UTF8.GetBytes(csv)), RosterSheet.Context(), stop: TestContext.Current.CancellationToken).Refusal);

    [Theory]
    [InlineData(20_000, null), InlineData(20_001, FileRefusal.TooManyRows)]
    public void Twenty_thousand_people_are_taken_and_not_one_more(int people, FileRefusal? refusal)
    {
        var csv = new StringBuilder("名单\n姓名,单位\n");
        for (var number = 0; number < people; number++)
            csv.Append("王刚,哈理工\n");
        Assert.Equal(refusal, RosterPreview.Make(RosterSheet.Read(Encoding.UTF8.GetBytes(csv.ToString())), RosterSheet.Context(), stop: TestContext.Current.CancellationToken).Refusal);
    }

    [Fact]
    public void A_csv_in_gb18030_is_read()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("姓名,单位\n䶮,哈理工\n");
        Assert.Equal("䶮", RosterSheet.Preview(bytes).Table.Records[0].Reading![RosterFields.Name]);
    }

    [Fact]
    public void A_mapping_corrected_by_hand_reads_all_anew_and_is_known_again()
    {
        var preview = RosterSheet.Preview("姓名|归口|手机|座机", "王刚|哈理工|15400000001|15400000002");
        Assert.True(preview.Table.Records[0].IsLeftOut);
        preview.Table.Map(1, RosterFields.Unit);
        preview.Table.Map(3, RosterFields.Phone);
        Assert.Equal("哈尔滨理工大学 15400000002", $"{preview.ValueOf(preview.Table.Records[0], RosterFields.Unit)} {preview.ValueOf(preview.Table.Records[0], RosterFields.Phone)}");
        var again = RosterSheet.Preview(new TestXlsx().Sheet("x").Row("座机", "手机", "姓名", "归口").ToArray(), remembered: preview.Table.Mapping.Remember());
        Assert.Equal(["phone", null, "name", "unit"], again.Table.Mapping.Columns.Select(column => column.Field?.Name));
    }

    [Fact]
    public void A_heading_that_lost_to_another_is_taken_where_it_stands_alone()
    {
        var remembered = RosterSheet.Preview("姓名|单位|手机|联系电话", "王刚|哈理工|15400000001|15400000002").Table.Mapping.Remember();
        Assert.Empty(remembered);
        Assert.Equal("name unit phone", Mapped(remembered, "姓名", "单位", "联系电话"));
    }

    [Fact]
    public void A_column_that_somebody_took_out_stays_out()
    {
        var preview = RosterSheet.Preview("姓名|单位|备注", "王刚|哈理工|内部");
        preview.Table.Map(2, null);
        Assert.Equal(new Dictionary<string, string> { ["备注"] = "" }, preview.Table.Mapping.Remember());
        Assert.Equal("name unit -", Mapped(preview.Table.Mapping.Remember(), "姓名", "单位", "备注"));
    }

    [Fact]
    public void A_heading_that_stands_twice_is_read_by_its_place_whatever_is_remembered() =>
        Assert.Equal("name unit arrivalMode arrivalService departureMode departureService",
            Mapped(new Dictionary<string, string> { ["班次"] = "departureService" }, "姓名", "单位", "到达方式", "班次", "返程方式", "班次"));

    [Theory]
    [InlineData("姓名|单位|电话|手机", "name unit - phone"), InlineData("姓名|单位|手机|联系电话", "name unit phone -"), InlineData("姓名|单位|联系电话|手机号码", "name unit - phone")]
    public void Of_two_columns_that_mean_the_same_the_more_usual_name_is_taken(string heading, string fields) => Assert.Equal(fields, Mapped(heading));

    [Fact]
    public void A_second_line_under_headings_merged_over_both_is_no_person()
    {
        var preview = RosterSheet.Preview(new TestXlsx().Sheet("名单")
            .Row("序号", "单位", "姓名", "手机", "用餐").Merge("A1:A2").Merge("B1:B2").Merge("C1:C2").Merge("D1:D2").Merge("E1:G1")
            .Row("", "", "", "", "早", "中", "晚")
            .Row("n:1", "哈理工", "王刚", "15400000001", "√", "√", "√").ToArray());
        Assert.Equal((1, 2), (preview.Table.Header.FirstRow, preview.Table.Header.LastRow));
        Assert.Equal(3, Assert.Single(preview.Table.Records).Number);
    }

    [Fact]
    public void A_row_with_nothing_but_a_note_is_no_person()
    {
        var preview = RosterSheet.Preview("姓名|单位|手机", "王刚|哈理工|15400000001", "请于8月10日前报送", "单位（盖章）：", "|单位（盖章）：", "人数合计", "本页小计", "|人数合计|1", "||联系会务组", "李娜");
        Assert.Equal(["王刚", "李娜"], preview.Table.Records.Select(row => row.Reading!.Text(RosterFields.Name)));
        Assert.Equal(RowStatus.Error, preview.Table.Records[1].Status);
        Assert.Equal(7, preview.Table.Rows.Count(row => row.Skipped == SkippedAs.Footer));
    }

    [Fact]
    public void A_row_whose_unit_is_merged_from_above_is_a_person_without_a_name()
    {
        var preview = RosterSheet.Preview(new TestXlsx().Sheet("名单").Row("单位", "姓名", "手机").Row("哈理工", "王刚", "15400000001").Row("", "", "15400000002").Merge("A2:A3").ToArray());
        Assert.Equal([RowStatus.Corrected, RowStatus.Error], preview.Table.Records.Select(row => row.Status));
    }

    [Fact]
    public void A_mended_cell_reads_its_row_and_those_that_say_as_above()
    {
        var preview = RosterSheet.Preview("姓名|单位", "王刚|无名", "李娜|同上", "赵敏|东北大学");
        preview.Table.Mend(preview.Table.Records[0], RosterFields.Unit, "哈理工");
        Assert.Equal(["哈尔滨理工大学", "哈尔滨理工大学", "东北大学"], preview.Table.Records.Select(row => row.Reading![RosterFields.Unit]?.ToString()));
        Assert.Equal("无名", preview.Table.Records[0].Raw(preview.Table.Mapping, RosterFields.Unit));
    }

    [Fact]
    public void The_template_is_understood_column_by_column()
    {
        using var file = new MemoryStream();
        RosterTemplate.Write(file);
        Assert.All(RosterSheet.Preview(file.ToArray()).Table.Mapping.Columns, column => Assert.NotNull(column.Field));
    }
}
