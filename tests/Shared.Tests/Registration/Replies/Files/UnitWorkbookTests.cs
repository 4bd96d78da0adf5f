using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Registration.Replies.Files;
using Shared.Tests.Registration.Importing;

namespace Shared.Tests.Registration.Replies.Files;

public sealed class UnitWorkbookTests : IDisposable
{
    static readonly DateTime Arrives = new(2026, 11, 22, 6, 30, 0, DateTimeKind.Utc);

    readonly FileHall files = new();
    Rosters Rosters => files.Hall.Rosters;

    void AddPeople()
    {
        Rosters.Add("王刚", Rosters.University, a =>
        {
            (a.Post, a.Phone, a.Gender, a.Companions, a.Remark, a.Category) = ("院长", "15400001234", Gender.Male, 2, "带展品", AttendeeCategory.ViceChair);
            a.Stay = new() { Needed = true, Room = RoomKind.Twin, Roommate = "李娜", From = new(2026, 11, 22), To = new(2026, 11, 25), Meals = Meals.Breakfast | Meals.Dinner };
            a.SaidRoles = StageRoles.Speaks;
            a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Train, ServiceNo = "D6902", ServiceAlias = "D6903", Terminal = "齐齐哈尔南", At = Arrives, NeedsRide = true });
            a.Journeys.Add(new() { Direction = JourneyDirection.Departure, Mode = TravelMode.Undecided, AskAgainOn = new(2026, 11, 20) });
        });
        Rosters.Add("𠮷田·阿依古丽", Rosters.University, a => (a.Post, a.Phone, a.Category) = ("总工", "+85251234567", AttendeeCategory.Expert));
        Rosters.Add("尉迟恭", Rosters.University, a => (a.Post, a.ContactPhone) = ("主任", "15400009999"));
    }

    [Fact]
    public async Task A_file_that_comes_back_unchanged_differs_in_nothing()
    {
        AddPeople();
        await files.Hall.TypeAsync("nabc", ReplyFields.Name, "新 人");
        await files.Hall.TypeAsync("nabc", ReplyFields.Arrival.Mode, "train");
        await files.Hall.TypeAsync("nabc", ReplyFields.Arrival.Service, "g1234次");
        await files.Hall.TypeAsync("nabc", ReplyFields.Arrival.Terminal, "齐南");
        await files.Hall.TypeAsync("", ReplyFields.Need, "铸件缺陷检测");
        await files.Hall.TypeAsync("", ReplyFields.Halal, "2");
        var read = await files.ReadOneAsync((await files.HandOutAsync()).Content);
        Assert.Equal("", FileHall.Changes(read));
        Assert.Equal("", FileHall.Codes(read));
        Assert.Equal((4, 0, FileReplyState.Unchanged), (read.People, read.Emptied, read.State));
        Assert.Empty(read.NotNamed);
    }

    [Fact]
    public async Task The_people_stand_in_it_as_in_the_form_and_there_is_room_for_ten_more()
    {
        AddPeople();
        await files.Hall.TypeAsync("a1", ReplyFields.Post, "副校长", "院长");
        var file = await files.HandOutAsync();
        var rows = FileHall.Sheet(file, "回执").Rows;
        Assert.Equal(1 + 3 + 10, rows.Count);
        Assert.Equal(["序号", "姓名*", "职务*", "手机*", "到达方式*", "是否住宿*"], rows[0].Cells.Take(6).Select(cell => cell.Text));
        Assert.Equal(["1", "王刚", "副校长", "15400001234", "火车", "是", "2026-11-22", "D6902/D6903", "齐齐哈尔南", "14:30", "是"], rows[1].Cells.Take(11).Select(cell => cell.Text));
        Assert.Equal("2026-回执-哈理工.xlsx", file.Name);
        var unit = FileHall.Sheet(file, "单位").Rows;
        Assert.Equal(["单位", "哈尔滨理工大学"], unit[1].Cells.Select(cell => cell.Text));
        Assert.Equal(["事项", "单位", "联系人*", "联系人电话*", "清真份数"], unit.Take(5).Select(row => row[0].Text));
        Assert.Contains(FileHall.Sheet(file, "说明").Rows, row => row[0].Text == "回执截止" && row[1].Text == "2026-11-20 18:00");
    }

    [Fact]
    public async Task It_is_sound_by_the_rules_of_its_format_and_its_key_lies_out_of_sight()
    {
        AddPeople();
        using var document = SpreadsheetDocument.Open(new MemoryStream((await files.HandOutAsync()).Content), false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        var sheets = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().ToList();
        Assert.Equal(["回执", "单位", "说明", "key"], sheets.Select(sheet => sheet.Name!.Value));
        Assert.Equal(SheetStateValues.VeryHidden, sheets[3].State!.Value);
        Assert.Equal(["回执", "单位", "说明"], FileHall.Open(await files.HandOutAsync()).VisibleSheets);
        Assert.DoesNotContain(files.Hall.Link.Token, await files.KeyAsync());
    }

    [Fact]
    public async Task LibreOffice_opens_it_and_what_it_saves_is_still_known_as_this_units()
    {
        AddPeople();
        if (await LibreOffice.SaveAgainAsync((await files.HandOutAsync()).Content) is not { } saved)
        {
            Assert.Skip("LibreOffice is not installed");
            return;
        }
        var read = await files.ReadOneAsync(saved);
        Assert.Equal((Rosters.University.Id, ""), (read.UnitId!.Value, FileHall.Changes(read)));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("+852 1", "'+852 1"), InlineData("@x", "'@x"), InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public async Task Formulas_and_markup_typed_as_a_name_go_out_as_text(string name, string cell)
    {
        await files.Hall.TypeAsync("nabc", ReplyFields.Name, name);
        Assert.Equal(cell, FileHall.Sheet(await files.HandOutAsync(), "回执").Rows[1][1].Text);
    }

    [Theory]
    [InlineData("../../etc/passwd", "2026-回执-etc_passwd.xlsx"), InlineData("甲/乙:丙*公司（沈阳）", "2026-回执-甲_乙_丙_公司（沈阳）.xlsx"), InlineData("CON", "2026-回执-CON.xlsx")]
    public async Task Its_name_is_safe_on_every_file_system(string unit, string name)
    {
        var odd = Rosters.AddUnit(unit);
        var link = (await files.Hall.Invite.RunAsync(Rosters.Meeting.Id, [odd.Id], sent: false, "小松", TestContext.Current.CancellationToken))[0];
        Assert.Equal(name, (await files.HandOutAsync(link)).Name);
    }

    public void Dispose() => files.Dispose();
}
