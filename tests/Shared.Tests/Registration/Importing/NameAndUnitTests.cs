using Shared.Meetings.Importing;
using Shared.Registration;
using Shared.Registration.Importing;
using static Shared.Meetings.Importing.RowStatus;

namespace Shared.Tests.Registration.Importing;

public sealed class NameAndUnitTests
{
    static PreviewRow Row(string name, string unit) => RosterSheet.Preview("姓名|单位|手机", $"{name}|{unit}|15400000001").Table.Records[0];

    [Theory]
    [InlineData("王刚", Ok, "王刚", ""), InlineData("王 刚", Corrected, "王刚", ""), InlineData("王　刚", Corrected, "王刚", ""), InlineData("王\u00a0刚", Corrected, "王刚", "")]
    [InlineData(" 王刚", Corrected, "王刚", ""), InlineData("王\n刚", Corrected, "王刚", ""), InlineData("欧阳\n峰", Corrected, "欧阳峰", ""), InlineData("欧阳 娜娜", Corrected, "欧阳娜娜", "")]
    [InlineData("阿依古丽·买买提", Ok, "阿依古丽·买买提", ""), InlineData("阿依古丽•买买提", Corrected, "阿依古丽·买买提", ""), InlineData("John  Smith", Corrected, "John Smith", "")]
    [InlineData("䶮", Ok, "䶮", ""), InlineData("i:𠮷田", Ok, "𠮷田", ""), InlineData("王?", Error, "", "UnknownCharacter"), InlineData("王？", Error, "", "UnknownCharacter"), InlineData("王□", Error, "", "UnknownCharacter")]
    [InlineData("王口", Warning, "王口", "SuspectCharacter"), InlineData("王刚2", Warning, "王刚2", "DigitInName")]
    [InlineData("张三、李四", Error, "", "SeveralNames"), InlineData("张三，李四", Error, "", "SeveralNames"), InlineData("张三 李四", Error, "", "SeveralNames"), InlineData("张三\n李四", Error, "", "SeveralNames")]
    [InlineData("张三等3人", Warning, "张三", "CompanionsFromName"), InlineData("张三等三人", Warning, "张三", "CompanionsFromName")]
    [InlineData("李娜（女）", Corrected, "李娜", ""), InlineData("李娜(工会主席)", Warning, "李娜", "NameAddition")]
    [InlineData("", Error, "", "RequiredMissing"), InlineData("待定", Error, "", "LeftEmpty RequiredMissing"), InlineData("e:#REF!", Error, "", "CellShowsError RequiredMissing"), InlineData("=cmd", Error, "", "FormulaAsText RequiredMissing")]
    public void A_name_is_read(string cell, RowStatus status, string name, string codes)
    {
        var row = Row(cell, "哈尔滨理工大学");
        Assert.Equal((status, name, codes), (row.Status, row.Reading!.Text(RosterFields.Name) ?? "", RosterSheet.Codes(row)));
        Assert.Equal(name.Length == 0, row.IsLeftOut);
    }

    [Fact]
    public void What_stands_beside_a_name_is_kept()
    {
        Assert.Equal(2, Row("张三等3人", "哈理工").Reading![RosterFields.Companions]);
        Assert.Equal(Gender.Female, Row("李娜（女）", "哈理工").Reading![RosterFields.Gender]);
        Assert.Equal("工会主席", Row("李娜(工会主席)", "哈理工").Reading![RosterFields.Remark]);
    }

    [Theory]
    [InlineData("哈尔滨理工大学", Ok, "哈尔滨理工大学", "", ""), InlineData("哈理工", Corrected, "哈尔滨理工大学", "", ""), InlineData("沈阳铸造所", Corrected, "沈阳铸造研究所有限公司", "", "")]
    [InlineData("哈尔滨理工大学 ", Corrected, "哈尔滨理工大学", "", ""), InlineData("演示第０１铸造有限公司", Corrected, "演示第01铸造有限公司", "", "")]
    [InlineData("哈尔滨理工大学材料学院", Corrected, "哈尔滨理工大学", "材料学院", "PartToDepartment"), InlineData("哈理工（材料学院）", Corrected, "哈尔滨理工大学", "材料学院", "PartToDepartment")]
    [InlineData("东北大学设计研究院", Ok, "东北大学设计研究院", "", ""), InlineData("齐重数控铸造分厂", Corrected, "齐重数控装备股份有限公司", "铸造分厂", "PartToDepartment")]
    [InlineData("齐重数控集团有限公司", Warning, "齐重数控集团有限公司", "", "UnitUnknownSuggest"), InlineData("某某有限公司", Warning, "某某有限公司", "", "UnitUnknown"), InlineData("某 某 公司", Warning, "某某公司", "", "UnitUnknown")]
    [InlineData("", Error, "", "", "RequiredMissing"), InlineData("同上", Error, "", "", "NothingAbove RequiredMissing")]
    public void A_unit_is_found_by_any_of_its_names_and_never_guessed(string cell, RowStatus status, string unit, string department, string codes)
    {
        var row = Row("王刚", cell);
        Assert.Equal((status, unit, department, codes),
            (row.Status, RosterSheet.InWords(row.Reading![RosterFields.Unit]), row.Reading.Text(RosterFields.Department) ?? "", RosterSheet.Codes(row)));
    }

    [Fact]
    public void An_alias_of_two_units_is_an_error_that_names_both()
    {
        var units = new UnitDirectory([new(1, "甲公司", null, ["重工"]), new(2, "乙公司", "重工", [])]);
        var row = RosterSheet.Preview(new RosterContext(units, RosterSheet.Days, []), "姓名|单位", "王刚|重工").Table.Records[0];
        Assert.Equal(["重工", "甲公司、乙公司"], Assert.Single(row.Notes).Args);
        Assert.True(row.IsLeftOut);
    }

    [Fact]
    public void In_an_empty_directory_every_unit_is_simply_new()
    {
        var row = RosterSheet.Preview(new RosterContext(new([]), RosterSheet.Days, []), "姓名|单位", "王刚|某公司").Table.Records[0];
        Assert.Equal((Ok, new UnitValue(null, "某公司")), (row.Status, row.Reading![RosterFields.Unit]));
    }

    [Fact]
    public void As_above_takes_the_cell_above_through_any_number_of_rows()
    {
        var rows = RosterSheet.Preview("姓名|单位", "王刚|哈理工", "李娜|同上", "赵敏|〃").Table.Records;
        Assert.Equal(["", "CopiedFromAbove", "CopiedFromAbove"], rows.Select(RosterSheet.Codes));
        Assert.All(rows, row => Assert.Equal(new UnitValue(1, "哈尔滨理工大学"), row.Reading![RosterFields.Unit]));
    }

    [Fact]
    public void A_hidden_row_is_taken_with_a_warning()
    {
        var file = new Data.Sheets.TestXlsx().Sheet("名单").Row("姓名", "单位").Row("王刚", "哈理工").HideLastRow().ToArray();
        Assert.Equal("HiddenRow", RosterSheet.Codes(RosterSheet.Preview(file).Table.Records[0]));
    }
}
