using Shared.Meetings.Importing;
using Shared.Registration;
using Shared.Registration.Importing;
using static Shared.Meetings.Importing.RowStatus;

namespace Shared.Tests.Registration.Importing;

public sealed class RosterCellTests
{
    static void Check(string heading, string cell, Field field, RowStatus status, string value, string codes) =>
        Assert.Equal((status, value, codes), RosterSheet.Read(heading, cell, field));

    [Theory]
    [InlineData("15400001234", Ok, "15400001234", ""), InlineData("n:15400001234", Ok, "15400001234", "")]
    [InlineData("n:1.5400001234E10", Ok, "15400001234", ""), InlineData("15400001234.00 ", Corrected, "15400001234", "")]
    [InlineData("１５４００００１２３４", Corrected, "15400001234", ""), InlineData("154-0000-1234", Corrected, "15400001234", "")]
    [InlineData("+86 154 0000 1234", Corrected, "15400001234", ""), InlineData("008615400001234", Corrected, "15400001234", "")]
    [InlineData("\"15400001234 \"", Corrected, "15400001234", ""), InlineData("'15400001234", Corrected, "15400001234", "")]
    [InlineData("15400001234（同微信）", Corrected, "15400001234", ""), InlineData("手机：15400001234", Corrected, "15400001234", "")]
    [InlineData("15400001234\n", Corrected, "15400001234", ""), InlineData("154００００1234", Corrected, "15400001234", "")]
    [InlineData("1.54E+10", Error, "", "PhoneDigitsLost"), InlineData("1.54e10", Error, "", "PhoneDigitsLost")]
    [InlineData("1540000123", Error, "", "PhoneWrongLength"), InlineData("154000012345", Error, "", "PhoneWrongLength")]
    [InlineData("n:1540000123", Error, "", "PhoneWrongLength"), InlineData("24400001234", Error, "", "PhoneNotMobile")]
    [InlineData("15400001234/15400005678", Warning, "15400001234", "SecondPhoneToRemark")]
    [InlineData("15400001234、15400005678", Warning, "15400001234", "SecondPhoneToRemark")]
    [InlineData("0452-2791234", Warning, "", "PhoneIsLandline"), InlineData("+852 5123 4567", Corrected, "+85251234567", "")]
    [InlineData("无", Warning, "", "LeftEmpty"), InlineData("待定", Warning, "", "LeftEmpty"), InlineData("-", Ok, "", "")]
    public void A_phone_is_read(string cell, RowStatus status, string value, string codes) => Check("手机", cell, RosterFields.Phone, status, value, codes);

    [Fact]
    public void The_second_phone_and_a_landline_are_kept_in_the_remark()
    {
        Assert.Equal("15400005678", RosterSheet.Read("手机", "15400001234/15400005678", RosterFields.Remark).Value);
        Assert.Equal("0452-2791234", RosterSheet.Read("手机", "0452-2791234", RosterFields.Remark).Value);
        Assert.Equal("0452-2791234", RosterSheet.Read("手机", "0452-2791234/15400001234", RosterFields.Remark).Value);
        Assert.Equal("15400001234", RosterSheet.Read("手机", "0452-2791234/15400001234", RosterFields.Phone).Value);
    }

    [Theory]
    [InlineData("G1234", Ok, "G1234", ""), InlineData("G1234次", Corrected, "G1234", ""), InlineData("g1234", Corrected, "G1234", "")]
    [InlineData("Ｇ１２３４", Corrected, "G1234", ""), InlineData("高铁G1234/1237", Corrected, "G1234", "ServiceHasTwoNumbers")]
    [InlineData("D6902/D6903", Corrected, "D6902", "ServiceHasTwoNumbers"), InlineData("G1234/7", Corrected, "G1234", "ServiceHasTwoNumbers")]
    [InlineData("k7034次", Corrected, "K7034", ""), InlineData("CA 1611", Corrected, "CA1611", ""), InlineData("ca1611", Corrected, "CA1611", "")]
    [InlineData("国航1611", Warning, "CA1611", "AirlineWord"), InlineData("国航CA1611", Warning, "CA1611", "AirlineWord")]
    [InlineData("3u8881", Corrected, "3U8881", ""), InlineData("华夏G52701", Warning, "G52701", "AirlineWord")]
    [InlineData("CA1611转D6902", Warning, "D6902", "ServiceLegs"), InlineData("南方的车", Warning, "", "ServiceUnknown"), InlineData("自驾", Ok, "", "")]
    public void A_service_is_read(string cell, RowStatus status, string value, string codes)
    {
        var row = RosterSheet.Preview("姓名|单位|到达车次/航班|到达站", $"王刚|哈尔滨理工大学|{cell}|齐齐哈尔").Table.Records[0];
        Assert.Equal((status, value, codes), (row.Status, RosterSheet.InWords(row.Reading![RosterFields.ArrivalService]), RosterSheet.Codes(row)));
    }

    [Fact]
    public void The_second_number_of_a_train_is_kept_beside_the_first()
    {
        Assert.Equal("G1237", RosterSheet.Read("车次", "高铁G1234/1237", RosterFields.ArrivalAlias).Value);
        Assert.Equal("D6903", RosterSheet.Read("车次", "D6902/D6903", RosterFields.ArrivalAlias).Value);
    }

    [Theory]
    [InlineData("齐齐哈尔", Ok, "齐齐哈尔", ""), InlineData("齐齐哈尔南", Ok, "齐齐哈尔南", ""), InlineData("齐齐哈尔南站", Corrected, "齐齐哈尔南", "")]
    [InlineData("齐南", Corrected, "齐齐哈尔南", ""), InlineData("三家子机场", Corrected, "齐齐哈尔三家子机场", "")]
    [InlineData("高铁站", Warning, "", "StationUnclear"), InlineData("牡丹江", Warning, "牡丹江", "StationUnknown")]
    public void A_station_is_read(string cell, RowStatus status, string value, string codes) => Check("到达站", cell, RosterFields.ArrivalStation, status, value, codes);

    [Fact]
    public void A_service_without_a_station_must_be_confirmed_unless_nobody_is_to_be_met()
    {
        const string heading = "姓名|单位|车次|到达站|是否接站";
        Assert.Equal("StationMissing", RosterSheet.Codes(RosterSheet.Preview(heading, "王刚|哈理工|G1234||是").Table.Records[0]));
        Assert.Equal("", RosterSheet.Codes(RosterSheet.Preview(heading, "王刚|哈理工|G1234||否").Table.Records[0]));
    }

    [Theory]
    [InlineData("是", Ok, "True"), InlineData("√", Ok, "True"), InlineData("需要", Ok, "True"), InlineData("Y", Ok, "True"), InlineData("n:1", Ok, "True"), InlineData("有", Ok, "True")]
    [InlineData("否", Ok, "False"), InlineData("×", Ok, "False"), InlineData("无", Ok, "False"), InlineData("-", Ok, "False"), InlineData("Ｎ", Ok, "False")]
    [InlineData("看情况", Warning, ""), InlineData("待定", Warning, ""), InlineData("", Ok, "")]
    public void Yes_and_no_are_read(string cell, RowStatus status, string value)
    {
        var (found, read, _) = RosterSheet.Read("是否接站", cell, RosterFields.PickUp);
        Assert.Equal((status, value), (found, read));
    }

    [Theory]
    [InlineData("参会身份", "特邀专家", "category", Ok, "Expert"), InlineData("参会身份", "记者", "category", Ok, "Media"), InlineData("参会身份", "代表┋嘉宾", "category", Warning, "Delegate")]
    [InlineData("性别", "女", "gender", Ok, "Female"), InlineData("性别", "先生", "gender", Ok, "Male"), InlineData("性别", "？", "gender", Warning, "")]
    [InlineData("随行人数", "两人", "companions", Ok, "2"), InlineData("随行人数", "无", "companions", Ok, "0"), InlineData("随行人数", "若干", "companions", Warning, "")]
    [InlineData("到达方式", "高铁", "arrivalMode", Ok, "Train"), InlineData("到达方式", "自驾", "arrivalMode", Ok, "Car"), InlineData("到达方式", "本地", "arrivalMode", Ok, "Local")]
    [InlineData("是否住宿", "标间", "lodging", Ok, "True"), InlineData("是否住宿", "不住", "lodging", Ok, "False")]
    [InlineData("备注", "无", "remark", Corrected, ""), InlineData("备注", "一┋二", "remark", Corrected, "一、二"), InlineData("职务", "暂无", "post", Warning, "")]
    [InlineData("职务", "e:#N/A", "post", Error, ""), InlineData("职务", "#N/A", "post", Error, ""), InlineData("职务", "=cmd|' /C calc'!A0", "post", Error, "")]
    [InlineData("职务", "f:B1|总工", "post", Ok, "总工"), InlineData("职务", "f:B1", "post", Error, ""), InlineData("职务", "'总工", "post", Corrected, "总工")]
    [InlineData("职务", "总\u00a0 工 ", "post", Corrected, "总 工"), InlineData("序号", "n:7", "listNo", Ok, "7"), InlineData("序号", "甲", "listNo", Ok, "")]
    public void Other_cells_are_read(string heading, string cell, string field, RowStatus status, string value)
    {
        var (found, read, _) = RosterSheet.Read(heading, cell, RosterFields.All.Find(field)!);
        Assert.Equal((status, value), (found, read));
    }

    [Fact]
    public void What_somebody_eats_stands_in_no_note()
    {
        Assert.Equal(["…"], Assert.Single(RosterSheet.One("饮食要求", "只吃牛肉").Row.Notes).Args);
        Assert.Equal(new DietValue(DietKind.Allergy, "海鲜过敏"), RosterSheet.One("饮食要求", "海鲜过敏").Row.Reading![RosterFields.Diet]);
    }
}
