using Shared.Data.Sheets;
using Shared.Meetings.Importing;

namespace Shared.Tests.Meetings.Importing;

public sealed class PastedListTests
{
    static Sheet Open(string pasted)
    {
        var file = ((SheetFileResult.Opened)PastedList.Open(pasted)).File;
        return ((SheetResult.Filled)file.Read(file.VisibleSheets[0], stop: TestContext.Current.CancellationToken)).Sheet;
    }

    static string Read(string pasted, bool withPhone)
    {
        var sheet = Open(pasted);
        var headed = withPhone ? PastedList.UnderHeading(sheet, StaffFields.Name, StaffFields.Phone) : PastedList.UnderHeading(sheet, OrganisationFields.FullName);
        return headed is null ? "none" : string.Join('\n', headed.Rows.Select(row => $"{row.Number} {string.Join('|', row.Cells.Select(cell => cell.Text))}"));
    }

    [Fact]
    public void Names_alone_one_a_line_need_no_heading() =>
        Assert.Equal("0 单位全称\n1 沈阳铸造研究所\n2 哈尔滨理工大学\n4 3D打印技术公司", Read("1. 沈阳铸造研究所\n2、哈尔滨理工大学\n\n3D打印技术公司\n", withPhone: false));

    [Fact]
    public void A_phone_behind_a_name_is_the_persons_however_the_two_are_parted() =>
        Assert.Equal("0 姓名|手机\n1 宋小松|15400000001\n2 权姐|154 0000 0002\n3 大树", Read("宋小松\t15400000001\n2) 权姐：154 0000 0002\n大树\n", withPhone: true));

    [Fact]
    public void Bodies_named_alone_are_members_or_guests_as_said_and_of_the_kind_their_name_ends_in()
    {
        var sheet = Open("沈阳铸造研究所\n重型铸造有限责任公司\n市科技局\n哈理工\n");
        string Rows(bool members) => string.Join(' ', PastedList.OfBodies(sheet, members)!.Rows.Skip(1).Select(row => $"{row[1].Text}{row[2].Text}"));
        Assert.Equal("研成员 产成员 政成员 其他成员", Rows(true));
        Assert.Equal("研 产 政 其他", Rows(false));
    }

    [Fact]
    public void A_comma_in_a_name_parts_nothing() => Assert.Equal(["沈阳铸造研究所", "X Co., Ltd."],
        PastedList.OfBodies(PastedList.Lines("沈阳铸造研究所\r\n\r\n2. X Co., Ltd.\n"), members: true)!.Rows.Skip(1).Select(row => row[0].Text));

    [Theory]
    [InlineData("1\t2\n3\t4\n", true), InlineData("甲公司\t乙\t丙\n", false), InlineData("宋小松\t接站\n", true)]
    public void What_is_more_than_a_plain_list_needs_its_heading(string pasted, bool withPhone) => Assert.Equal("none", Read(pasted, withPhone));
}
