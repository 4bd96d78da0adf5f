using System.Text;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data.Sheets;
using Shared.Live;
using Shared.Meetings;
using Shared.Meetings.Importing;

namespace Shared.Tests.Meetings.Importing;

public sealed class MeetingListTests : IDisposable
{
    const string Organisations = "单位全称\t简称\t别名\t类别\t地区\t理事会职务\t联络员\n";
    const string Staff = "姓名\t昵称\t手机\t分工\n";

    readonly TestDatabase database = new();
    readonly Meeting meeting = new() { Year = 2026, Name = "年会", FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 24) };
    readonly AuditTrail audit;

    public MeetingListTests()
    {
        audit = new(database, TimeProvider.System);
        database.Add(meeting);
    }

    public void Dispose() => database.Dispose();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static Sheet First(byte[] bytes)
    {
        var file = Assert.IsType<SheetFileResult.Opened>(ReceivedFile.Open("粘贴", bytes)).File;
        return Assert.IsType<SheetResult.Filled>(file.Read(file.VisibleSheets[0], stop: Stop)).Sheet;
    }

    static Sheet Pasted(string block) => First(Encoding.UTF8.GetBytes(block));

    Task<KnownListsView> KnownAsync() => new KnownLists(database).ReadAsync(meeting.Id, Stop);

    async Task<MeetingListPreview> PreviewAsync(string rows) =>
        MeetingListPreview.OfOrganisations(Pasted(Organisations + rows), await KnownAsync(), stop: Stop).Preview!;

    async Task<ImportListResult> ImportAsync(string rows) =>
        await new ImportOrganisations(database, audit, new LiveUpdates()).RunAsync(meeting.Id, await PreviewAsync(rows), "小松", Stop);

    async Task<ImportListResult> ImportStaffAsync(string rows) => await new ImportStaff(database, audit, new LiveUpdates())
        .RunAsync(meeting.Id, MeetingListPreview.OfStaff(Pasted(Staff + rows), await KnownAsync(), Stop).Preview!, "小松", Stop);

    List<Unit> Units()
    {
        using var db = database.CreateDbContext();
        return [.. db.Units().Include(u => u.Organisation!.Aliases).OrderBy(u => u.ListNo)];
    }

    static string Codes(MeetingListPreview preview) => string.Join(' ', preview.Table.Records.SelectMany(row => row.Notes).Select(note => note.Code).Order());

    [Fact]
    public async Task A_pasted_block_becomes_bodies_with_units_ranks_and_liaisons()
    {
        await ImportStaffAsync("王小松\t小松\t15400000001\t接待\n");
        Assert.Equal(new ImportListResult.Imported(2, 0), await ImportAsync("哈尔滨理工大学\t哈理工\t理工大、哈理\t高校\t哈尔滨\t副理事长单位\t小松\n省科技厅\t\t\t政\t哈尔滨\t\t\n"));
        var units = Units();
        Assert.Equal(("哈尔滨理工大学", "哈理工", OrganisationKind.University, CouncilRank.ViceChair, 1), (units[0].Organisation!.FullName, units[0].Organisation!.ShortName, units[0].Organisation!.Kind, units[0].CouncilRank, units[0].LiaisonId));
        Assert.Equivalent((string[])["理工大", "哈理"], units[0].Organisation!.Aliases.Select(alias => alias.Name));
        Assert.Equal((OrganisationKind.Government, null), (units[1].Organisation!.Kind, units[1].CouncilRank));
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing_and_a_changed_one_what_differs()
    {
        const string row = "哈尔滨理工大学\t哈理工\t理工大\t学\t哈尔滨\t理事\t\n";
        await ImportAsync(row);
        Assert.Equal(new ImportListResult.Imported(0, 0), await ImportAsync(row));
        Assert.Equal(new ImportListResult.Imported(0, 1), await ImportAsync("哈理工\t\t哈理\t\t\t常务理事\t\n"));
        var unit = Assert.Single(Units());
        Assert.Equal(("哈尔滨理工大学", CouncilRank.StandingDirector, 2), (unit.Organisation!.FullName, unit.CouncilRank, unit.Organisation.Aliases.Count));
    }

    [Fact]
    public async Task A_body_of_an_earlier_year_becomes_a_unit_of_this_one()
    {
        await ImportAsync("哈尔滨理工大学\t\t\t\t\t理事\t\n");
        var next = new Meeting { Year = 2027, Name = "年会", FirstDay = new(2027, 11, 23), LastDay = new(2027, 11, 24) };
        database.Add(next);
        var known = await new KnownLists(database).ReadAsync(next.Id, Stop);
        var preview = MeetingListPreview.OfOrganisations(Pasted(Organisations + "哈尔滨理工大学\t\t\t\t\t成员\t\n"), known, stop: Stop).Preview!;
        await new ImportOrganisations(database, audit, new LiveUpdates()).RunAsync(next.Id, preview, "小松", Stop);
        Assert.Equal([(1, CouncilRank.Director), (1, CouncilRank.Member)], Units().OrderBy(u => u.MeetingId).Select(u => (u.OrganisationId, u.CouncilRank!.Value)));
    }

    async Task<MeetingListPreview> NamesAsync(int meetingId, string names) => MeetingListPreview.OfOrganisations(
        PastedList.OfBodies(PastedList.Lines(names), members: true)!, await new KnownLists(database).ReadAsync(meetingId, Stop), guessed: true, Stop).Preview!;

    Task<ImportListResult> TakeAsync(int meetingId, MeetingListPreview preview) => new ImportOrganisations(database, audit, new LiveUpdates()).RunAsync(meetingId, preview, "小松", Stop);

    [Fact]
    public async Task Names_pasted_over_known_units_leave_rank_and_kind_as_they_are()
    {
        await ImportAsync("哈尔滨理工大学\t哈理工\t\t学\t\t副理事长单位\t\n沈阳铸造研究所\t\t\t研\t\t\t\n");
        var preview = await NamesAsync(meeting.Id, "哈理工\n沈阳铸造研究所\n德达铸造公司\n");
        Assert.Equal(["", "councilRank → Member", "new"], preview.Table.Records.Select(row => preview.OutcomeOf(row)!)
            .Select(outcome => outcome.IsNew ? "new" : string.Join(' ', outcome.Changes.Select(change => $"{change.Field.Name} {change.Old}→ {change.New}"))));
        Assert.Equal(new ImportListResult.Imported(1, 1), await TakeAsync(meeting.Id, preview));
        Assert.Equal([(OrganisationKind.University, CouncilRank.ViceChair), (OrganisationKind.Institute, CouncilRank.Member), (OrganisationKind.Enterprise, CouncilRank.Member)],
            Units().Select(u => (u.Organisation!.Kind, u.CouncilRank!.Value)));
    }

    [Fact]
    public async Task Bodies_of_an_earlier_year_are_new_to_this_meeting_and_keep_their_kind()
    {
        await ImportAsync("哈尔滨理工大学\t哈理工\t\t学\t\t副理事长单位\t\n");
        var next = new Meeting { Year = 2027, Name = "年会", FirstDay = new(2027, 11, 23), LastDay = new(2027, 11, 24) };
        database.Add(next);
        var preview = await NamesAsync(next.Id, "哈理工\n");
        Assert.Equal((true, false), (preview.OutcomeOf(preview.Table.Records[0])!.Joins, preview.OutcomeOf(preview.Table.Records[0])!.IsNew));
        Assert.Equal(new ImportListResult.Imported(1, 0), await TakeAsync(next.Id, preview));
        Assert.Equal([OrganisationKind.University, OrganisationKind.University], Units().Select(u => u.Organisation!.Kind));
    }

    [Fact]
    public async Task A_body_written_under_two_of_its_names_is_one_unit()
    {
        database.Add(new Organisation { FullName = "哈尔滨理工大学", ShortName = "哈理工", Kind = OrganisationKind.University });
        await ImportAsync("哈尔滨理工大学\t\t\t\t\t理事\t\n哈理工\t\t\t\t哈尔滨\t\t\n");
        Assert.Equal("哈尔滨", Assert.Single(Units()).Organisation!.Region);
    }

    [Fact]
    public async Task What_is_wrong_is_said_row_by_row()
    {
        await ImportAsync("沈阳铸造研究所\t沈铸所\t\t研\t\t\t\n");
        Assert.Equal("NamedTwice", Codes(await PreviewAsync("甲公司\t\t\t\t\t\t\n甲 公司\t\t\t\t\t\t\n")));
        Assert.Equal("AliasOfAnother", Codes(await PreviewAsync("乙公司\t沈铸所\t\t\t\t\t\n")));
        Assert.Equal("StaffUnknown UnknownWord", Codes(await PreviewAsync("乙公司\t\t\t外星\t\t\t某人\n")));
        Assert.Equal("RequiredMissing", Codes(await PreviewAsync("\t乙\t\t\t\t\t\n")));
    }

    [Fact]
    public async Task A_body_entered_since_the_preview_sends_the_list_back()
    {
        var preview = await PreviewAsync("乙公司\t\t\t\t\t\t\n");
        database.Add(new Organisation { FullName = "乙公司", Kind = OrganisationKind.Enterprise });
        Assert.IsType<ImportListResult.ListChangedMeanwhile>(await new ImportOrganisations(database, audit, new LiveUpdates()).RunAsync(meeting.Id, preview, "小松", Stop));
    }

    [Fact]
    public async Task Staff_come_in_by_name_and_namesakes_by_number()
    {
        Assert.Equal(new ImportListResult.Imported(2, 0), await ImportStaffAsync("王 刚\t大树\t154-0000-0001\t接送\n王刚\t\t15400000002\t签到\n"));
        Assert.Equal(new ImportListResult.Imported(0, 1), await ImportStaffAsync("王刚\t晓飞\t15400000002\t\n"));
        using var db = database.CreateDbContext();
        Assert.Equal([("王刚", "大树", "15400000001", "接送"), ("王刚", "晓飞", "15400000002", "签到")],
            db.Staff().OrderBy(s => s.Id).ToList().Select(s => (s.Name, s.Nickname!, s.Phone!, s.Task!)));
    }

    [Fact]
    public async Task One_column_of_names_under_its_heading_is_a_list()
    {
        var preview = MeetingListPreview.OfOrganisations(Pasted("单位全称\n哈尔滨理工大学\n沈阳铸造研究所有限公司\n"), await KnownAsync(), stop: Stop).Preview!;
        Assert.Equal(["哈尔滨理工大学", "沈阳铸造研究所有限公司"], preview.Table.Records.Select(row => row.Reading!.Text(OrganisationFields.FullName)));
    }

    [Fact]
    public async Task A_landline_or_a_second_number_of_staff_is_not_lost()
    {
        await ImportStaffAsync("王刚\t\t0452-2791234\t接送\n李娜\t\t15400000001/15400000002\t签到\n赵敏\t\t15400000003/0452-2791234\t\n");
        using var db = database.CreateDbContext();
        Assert.Equal([("0452-2791234", "接送"), ("15400000001", "签到；15400000002"), ("15400000003", "0452-2791234")],
            db.Staff().OrderBy(s => s.Id).ToList().Select(s => (s.Phone!, s.Task!)));
    }

    [Fact]
    public async Task The_templates_are_understood_by_the_importer()
    {
        using MemoryStream organisations = new(), staff = new();
        ListTemplates.WriteOrganisations(organisations);
        ListTemplates.WriteStaff(staff);
        Assert.All(MeetingListPreview.OfOrganisations(First(organisations.ToArray()), await KnownAsync(), stop: Stop).Preview!.Table.Mapping.Columns, column => Assert.NotNull(column.Field));
        Assert.All(MeetingListPreview.OfStaff(First(staff.ToArray()), await KnownAsync(), Stop).Preview!.Table.Mapping.Columns, column => Assert.NotNull(column.Field));
    }
}
