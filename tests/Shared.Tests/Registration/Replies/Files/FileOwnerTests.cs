using System.IO.Compression;
using System.Text;
using Shared.Data.Sheets;
using Shared.Registration.Replies;
using Shared.Registration.Replies.Files;
using Shared.Tests.Data.Sheets;

namespace Shared.Tests.Registration.Replies.Files;

/// <summary>Whose a file is, and that a file which is nobody's is never taken for somebody's.</summary>
public sealed class FileOwnerTests : IDisposable
{
    const string Person = "王刚|院长|15400001234|本地|否";

    readonly FileHall files = new();

    [Fact]
    public async Task A_file_with_its_key_is_its_units_whatever_it_is_called()
    {
        var read = await files.ReadOneAsync(await files.FilledAsync(FileHall.Must, Person), "新建 Microsoft Excel 工作表.xlsx");
        Assert.Equal((FileReplyState.Ready, "哈尔滨理工大学", ""), (read.State, read.Unit, FileHall.Reasons(read)));
    }

    [Theory]
    [InlineData("哈尔滨理工大学", FileReplyState.Ready, ""), InlineData("哈理工", FileReplyState.Ready, ""), InlineData("哈尔滨理工大学材料学院", FileReplyState.Ready, "")]
    [InlineData("", FileReplyState.Look, "UnitByFileName"), InlineData("哈尔滨的大学", FileReplyState.Problem, "UnitUnknown"), InlineData("重型铸造", FileReplyState.Problem, "NoLink")]
    public async Task A_file_without_its_key_is_known_by_the_units_name_or_asked_about(string unit, FileReplyState state, string reasons)
    {
        var read = await files.ReadOneAsync(FileHall.Filled(null, unit, FileHall.Must, Person), "2026-回执-理工大 (1).xlsx");
        Assert.Equal((state, reasons), (read.State, FileHall.Reasons(read)));
    }

    [Fact]
    public async Task A_person_says_whose_a_nameless_file_is()
    {
        var file = new ReturnedFile("表.xlsx", FileHall.Filled(null, "", FileHall.Must, Person));
        Assert.Equal("UnitUnknown", FileHall.Reasons(await files.ReadOneAsync(file)));
        var read = await files.ReadOneAsync(file with { UnitId = files.Hall.Rosters.University.Id });
        Assert.Equal((FileReplyState.Ready, "哈尔滨理工大学"), (read.State, read.Unit));
    }

    [Fact]
    public async Task Another_units_key_under_ones_own_name_is_no_ones_file()
    {
        var read = await files.ReadOneAsync(FileHall.Filled(await files.KeyAsync(await files.InviteFoundryAsync()), "哈尔滨理工大学", FileHall.Must, Person));
        Assert.Equal((FileReplyState.Problem, "KeyOfAnother"), (read.State, FileHall.Reasons(read)));
        Assert.Empty(await files.TakeAsync(read));
    }

    [Fact]
    public async Task Another_units_whole_file_filled_with_ones_own_people_is_asked_about()
    {
        files.Hall.Rosters.Add("王刚", files.Hall.Rosters.Foundry);
        var read = await files.ReadOneAsync(await files.FilledAsync(FileHall.Must, Person));
        Assert.Equal((FileReplyState.Look, "PeopleOfAnother"), (read.State, FileHall.Reasons(read)));
        Assert.Equal(["重型铸造有限责任公司"], read.Remarks[0].Args);
    }

    [Fact]
    public async Task A_file_is_anothers_only_where_everybody_in_it_is_registered_there()
    {
        files.Hall.Rosters.Add("王刚", files.Hall.Rosters.Foundry);
        Assert.Equal("", FileHall.Reasons(await files.ReadOneAsync(await files.FilledAsync(FileHall.Must, Person, "钱新|院长|15400005678|本地|否"))));
    }

    [Fact]
    public async Task A_genuine_key_beside_a_name_that_is_no_units_is_asked_about()
    {
        var read = await files.ReadOneAsync(FileHall.Filled(await files.KeyAsync(), "火星大学", FileHall.Must, Person));
        Assert.Equal((FileReplyState.Look, "UnitNameStrange", "哈尔滨理工大学 火星大学"), (read.State, FileHall.Reasons(read), string.Join(' ', read.Remarks[0].Args)));
    }

    [Fact]
    public async Task A_file_of_a_unit_without_a_link_is_read_once_the_link_is_made()
    {
        var file = FileHall.Filled(null, "重型铸造", FileHall.Must, Person);
        Assert.Equal("NoLink", FileHall.Reasons(await files.ReadOneAsync(file)));
        await files.InviteFoundryAsync();
        Assert.Equal(FileReplyState.Ready, (await files.ReadOneAsync(file)).State);
    }

    [Fact]
    public async Task A_file_beyond_what_one_drop_may_hold_is_said_to_be_that_and_not_too_large() =>
        Assert.Equal("DropTooLarge", FileHall.Reasons(await files.ReadOneAsync(new ReturnedFile("回执.xlsx", null) { IsBeyond = true })));

    [Theory]
    [InlineData("reply-file/v1 2026 1 AAAAAAAAAAAAAAAAAAAAAAAA", "KeyWrong"), InlineData("reply-file/v1 2026 99 {0}", "KeyWrong"), InlineData("reply-file/v1 2025 1 {0}", "OtherMeeting")]
    public async Task A_key_made_up_or_of_another_meeting_opens_nothing(string key, string reason)
    {
        var genuine = (await files.KeyAsync()).Split(' ')[3];
        var read = await files.ReadOneAsync(FileHall.Filled(string.Format(null, key, genuine), "哈尔滨理工大学", FileHall.Must, Person));
        Assert.Equal((FileReplyState.Problem, reason), (read.State, FileHall.Reasons(read)));
    }

    [Fact]
    public async Task A_renewed_link_does_not_make_a_file_strange_that_went_out_before()
    {
        var file = await files.FilledAsync(FileHall.Must, Person);
        await new RenewReplyLink(files.Hall.Rosters.Database, files.Hall.Key, files.Hall.Audit, files.Hall.Live).RunAsync(files.Hall.Rosters.Meeting.Id, files.Hall.Link.ReplyId, "小松", TestContext.Current.CancellationToken);
        Assert.Equal(FileReplyState.Ready, (await files.ReadOneAsync(file)).State);
    }

    [Fact]
    public async Task A_surveys_export_of_many_units_is_sent_to_the_importer()
    {
        var file = new TestXlsx().Sheet("名单").Row("姓名", "单位", "职务").Row("王刚", "哈理工", "院长").Row("李娜", "重型铸造", "总工").ToArray();
        Assert.Equal("SeveralUnits", FileHall.Reasons(await files.ReadOneAsync(file)));
    }

    [Fact]
    public async Task What_is_no_table_or_too_much_is_named_and_read_no_further()
    {
        var bomb = new TestXlsx().Sheet("回执").Row("姓名").ToArray(("xl/media/a.bin", new byte[SheetFile.MaxInflatedBytes + 1]));
        (byte[]? Content, FileRefusal Why)[] wrong =
        [
            (null, FileRefusal.TooLarge), (new byte[SheetFile.MaxBytes + 1], FileRefusal.TooLarge), (bomb, FileRefusal.InflatesTooLarge), ([], FileRefusal.Empty), ("%PDF-1.7"u8.ToArray(), FileRefusal.UnknownType),
            (Zip(), FileRefusal.UnknownType), ([.. "PK\u0003\u0004"u8, .. new byte[40]], FileRefusal.Damaged), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], FileRefusal.OldExcel),
            ("<html><table>"u8.ToArray(), FileRefusal.UnknownType), (new TestXlsx().Sheet("表").Row("甲", "乙").ToArray(), FileRefusal.NoHeader),
        ];
        var read = await files.ReadAsync([.. wrong.Select(one => new ReturnedFile("x.xlsx", one.Content))]);
        Assert.Equal(wrong.Select(one => $"{one.Why}"), read.Select(file => file.Remarks[0].Args[0]));
        Assert.All(read, file => Assert.Equal(FileReplyState.Problem, file.State));
    }

    static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("a.txt").Open())
            entry.Write(Encoding.UTF8.GetBytes("a"));
        return stream.ToArray();
    }

    public void Dispose() => files.Dispose();
}
