using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Registration.Replies.Files;
using Shared.Tests.Data.Sheets;

namespace Shared.Tests.Registration.Replies.Files;

/// <summary>What clerks write into cells, and what becomes of it in the form.</summary>
public sealed class DirtyFileTests : IDisposable
{
    readonly FileHall files = new();

    /// <summary>One row that is good but for one cell: the answer it gives, and the codes of the notes.</summary>
    async Task<(string? Answer, string Codes)> ReadAsync(string heading, string cell, string field)
    {
        var read = await files.ReadOneAsync(await files.FilledAsync($"姓名|{heading}", heading.Contains('|') ? $"王刚|{cell}" : $"王刚¦{cell}"));
        return (read.Changes.FirstOrDefault(change => change.Field == field)?.After, string.Join(' ', read.Notes.Where(note => note.Sheet == "回执").Select(note => note.Note.Code)));
    }

    [Theory]
    [InlineData("１５４００００１２３４", "15400001234", ""), InlineData("154-0000-1234", "15400001234", ""), InlineData("+86 154 0000 1234", "15400001234", ""), InlineData("15400001234 ", "15400001234", "")]
    [InlineData("n:15400001234.0", "15400001234", ""), InlineData("1.54E+10", null, "PhoneDigitsLost"), InlineData("1540000123", null, "PhoneWrongLength"), InlineData("154000012345", null, "PhoneWrongLength")]
    [InlineData("15400001234/15400005678", "15400001234", "SecondPhoneToRemark"), InlineData("0452-2791234", null, "PhoneIsLandline"), InlineData("待定", null, "LeftEmpty"), InlineData("'15400001234", "15400001234", "")]
    public async Task A_phone(string cell, string? answer, string codes) => Assert.Equal((answer, codes), await ReadAsync("手机", cell, ReplyFields.Phone));

    [Theory]
    [InlineData("G1234次", "G1234"), InlineData("g1234", "G1234"), InlineData("Ｇ１２３４", "G1234"), InlineData("高铁G1234/1237", "G1234/G1237"), InlineData("D6902/D6903", "D6902/D6903"), InlineData("CA 1611", "CA1611"), InlineData("国航1611", "CA1611"), InlineData("南方的车", null)]
    public async Task A_service(string cell, string? answer) => Assert.Equal(answer, (await ReadAsync("是否接站|到达班次", $"否|{cell}", ReplyFields.Arrival.Service)).Answer);

    [Theory]
    [InlineData("齐齐哈尔", "齐齐哈尔"), InlineData("齐南", "齐齐哈尔南"), InlineData("齐齐哈尔南站", "齐齐哈尔南"), InlineData("高铁站", null), InlineData("牡丹江", "牡丹江")]
    public async Task A_terminal(string cell, string? answer) => Assert.Equal(answer, (await ReadAsync("到达站", cell, ReplyFields.Arrival.Terminal)).Answer);

    [Theory]
    [InlineData("d:46348.6041667|", "2026-11-22 14:30"), InlineData("n:46348|", "2026-11-22 "), InlineData("11月22日|14:30", "2026-11-22 14:30"), InlineData("11.22|14：30", "2026-11-22 14:30"), InlineData("11/22|下午2点半", "2026-11-22 14:30")]
    [InlineData("22日|1430", "2026-11-22 14:30"), InlineData("2026年11月22日 10:13|", "2026-11-22 10:13"), InlineData("1999-01-01|", " "), InlineData("不知道|", " "), InlineData("待定|暂无", " ")]
    public async Task A_day_and_an_hour(string cells, string answer)
    {
        var read = await files.ReadOneAsync(await files.FilledAsync("姓名|到达日期|到达时间", $"王刚|{cells}"));
        string? Of(string field) => read.Changes.FirstOrDefault(change => change.Field == field)?.After;
        Assert.Equal(answer, $"{Of(ReplyFields.Arrival.Day)} {Of(ReplyFields.Arrival.Hour)}");
    }

    [Theory]
    [InlineData("是", "yes"), InlineData("√", "yes"), InlineData("需要", "yes"), InlineData("Y", "yes"), InlineData("n:1", "yes"), InlineData("有", "yes"), InlineData("否", "no"), InlineData("×", "no"), InlineData("无", "no"), InlineData("-", "no"), InlineData("看情况", null)]
    public async Task Yes_and_no(string cell, string? answer) => Assert.Equal(answer, (await ReadAsync("是否住宿", cell, ReplyFields.Lodging)).Answer);

    [Theory]
    [InlineData("到达方式", "高铁", "arrivalMode", "train"), InlineData("到达方式", "行程待定", "arrivalMode", "undecided"), InlineData("房型", "标间", "room", "twin"), InlineData("房型", "大床房", "room", "single"), InlineData("房型", "湖景房", "room", null)]
    [InlineData("用餐", "早、晚", "meals", "breakfast dinner"), InlineData("用餐", "三餐", "meals", "breakfast lunch dinner"), InlineData("入住日期", "11月22日", "stayFrom", "2026-11-22"), InlineData("参会身份", "特邀专家", "category", "expert")]
    [InlineData("随行人数", "两人", "companions", "2"), InlineData("是否发言", "是", "speaks", "yes"), InlineData("是否领奖", "否", "receives", null), InlineData("职务", "e:#N/A", "post", null), InlineData("职务", "f:B1|总工", "post", "总工")]
    [InlineData("职务", "=cmd|' /C calc'!A0", "post", null), InlineData("职务", "'总工", "post", "总工"), InlineData("备注", "无", "remark", null)]
    public async Task Other_cells(string heading, string cell, string field, string? answer) => Assert.Equal(answer, (await ReadAsync(heading, cell, field)).Answer);

    [Theory]
    [InlineData("王 刚", "王刚"), InlineData("王\u3000刚", "王刚"), InlineData("王\u00a0刚", "王刚"), InlineData("䶮𠮷", "䶮𠮷"), InlineData("阿依古丽·买买提", "阿依古丽·买买提"), InlineData("John Smith", "John Smith"), InlineData("<b>王刚", "<b>王刚")]
    public async Task A_name(string cell, string name) => Assert.Equal(name, (await files.ReadOneAsync(await files.FilledAsync(FileHall.Must, $"{cell}|院长|15400001234|本地|否"))).Changes[0].Name);

    [Theory]
    [InlineData("张?", "RowsLeftOut"), InlineData("", "RowsLeftOut"), InlineData("=1+1", "RowsLeftOut"), InlineData("张三、李四", "SeveralNames"), InlineData("张三等3人", "")]
    public async Task A_row_without_one_name_is_named_and_left_out(string cell, string reasons)
    {
        var read = await files.ReadOneAsync(await files.FilledAsync(FileHall.Must, "王刚|院长|15400001234|本地|否", $"{cell}|总工|15400005678|本地|否"));
        Assert.Equal(reasons, FileHall.Reasons(read));
        Assert.Equal(reasons.Length == 0 ? 2 : 1, read.People);
    }

    [Fact]
    public async Task Several_people_in_one_cell_become_several_when_a_person_says_so()
    {
        var file = new ReturnedFile("回执.xlsx", await files.FilledAsync(FileHall.Must, "张三、李四|总工|15400005678、15400001234|本地|否"));
        var read = await files.ReadOneAsync(file with { Split = true });
        Assert.Equal((FileReplyState.Ready, 2), (read.State, read.People));
        Assert.Equal(["张三 15400005678", "李四 15400001234"], read.Changes.Where(change => change.Field == ReplyFields.Phone).Select(change => $"{change.Name} {change.After}"));
    }

    [Fact]
    public async Task Titles_feet_merged_cells_and_as_above_make_no_people()
    {
        var file = new TestXlsx().Sheet("回执").Row("2026 年会参会回执").Row("单位", "姓名", "职务", "到达方式").Row("哈尔滨理工大学", "王刚", "院长", "火车").Row("", "李娜", "同上", "同上")
            .Row("合计", "2 人").Row("填表人：李娜").Row("第1页").Merge("A3:A4").Sheet("填写说明").Row("请于11月20日前报送").Sheet("旧", hidden: true).Row("姓名", "单位").Row("赵云峰", "哈理工").ToArray();
        var read = await files.ReadOneAsync(file);
        Assert.Equal((FileReplyState.Ready, "哈尔滨理工大学", 2), (read.State, read.Unit, read.People));
        Assert.Equal("院长 train", string.Join(' ', read.Changes.Where(change => change.Name == "李娜" && change.Field != ReplyFields.Name).Select(change => change.After)));
    }

    [Fact]
    public async Task One_number_for_all_is_the_contacts_and_one_person_written_twice_is_one()
    {
        var read = await files.ReadOneAsync(await files.FilledAsync("姓名|手机", "王刚|15400001234", "李娜|15400001234", "王刚|15400001234"));
        Assert.Equal(2, read.People);
        Assert.Equal("PhoneOfContact@B2 PhoneOfContact@B3 PhoneOfContact@B4 WrittenTwice@A4", FileHall.Codes(read));
        Assert.Equal("RowsLeftOut", FileHall.Reasons(read));
    }

    [Fact]
    public async Task Three_hundred_people_are_read_and_sent_to_the_importer()
    {
        var read = await files.ReadOneAsync(await files.FilledAsync(FileHall.Must, [.. Enumerable.Range(0, 300).Select(at => $"王{(char)(0x4E00 + at)}|技术人员|1540000{at:0000}|本地|否")]));
        Assert.Equal((FileReplyState.Problem, "TooManyPeople", 300), (read.State, FileHall.Reasons(read), read.People));
    }

    [Fact]
    public async Task What_somebody_eats_is_not_taken_from_a_colleague()
    {
        var read = await files.ReadOneAsync(await files.FilledAsync("姓名|饮食要求", "王刚|清真"));
        Assert.Equal("DietByPortions@B2", FileHall.Codes(read));
        Assert.Equal("王刚.name:  > 王刚", FileHall.Changes(read).Split('\n')[0]);
        Assert.DoesNotContain("清真", FileHall.Changes(read));
    }

    public void Dispose() => files.Dispose();
}
