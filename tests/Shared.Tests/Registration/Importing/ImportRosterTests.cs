using Microsoft.EntityFrameworkCore;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Importing;

namespace Shared.Tests.Registration.Importing;

public sealed class ImportRosterTests : IDisposable
{
    const string Heading = "序号|姓名|单位|手机|职务|参会身份|到达方式|到达时间|车次|到达站|是否接站|是否住宿|饮食要求|随行人数|备注";

    readonly ImportedRoster roster = new();

    public void Dispose() => roster.Dispose();

    [Fact]
    public async Task People_are_written_with_all_they_said()
    {
        var result = await roster.ImportAsync(Heading, "n:7|王 刚|哈理工|154-0000-0001|处长|嘉宾|高铁|11月22日14:30|D6902/D6903|齐南|是|标间|清真|1人|靠前", "|李娜|某新单位|15400000002||||11月22日");
        Assert.Equal(new ImportRosterResult.Imported(1, 2, 0), result);
        var people = roster.Listed();
        var (first, second) = (people[0], people[1]);
        Assert.Equal((7, "王刚", "哈尔滨理工大学", "15400000001", "处长", AttendeeCategory.Guest, "标间", 1, "靠前"),
            (first.ListNo, first.Name, first.Unit!.Organisation!.FullName, first.Phone, first.Post, first.Category, first.Lodging, first.Companions, first.Remark));
        var way = Assert.Single(first.Journeys);
        Assert.Equal((TravelMode.Train, "D6902", "D6903", "齐齐哈尔南", new DateTime(2026, 11, 22, 6, 30, 0), false, true), (way.Mode, way.ServiceNo, way.ServiceAlias, way.Terminal, way.At, way.DayOnly, way.NeedsRide));
        Assert.Equal((DietKind.Halal, ConsentState.Unknown), roster.Read(db => db.Diets().Select(d => ValueTuple.Create(d.Kind, d.Consent)).Single()));
        Assert.True(second.Journeys.Single().DayOnly);
        Assert.Equal(("某新单位", (CouncilRank?)null, AttendeeCategory.Delegate, AttendeeSource.Import), (second.Unit!.Organisation!.FullName, second.Unit.CouncilRank, second.Category, second.Source));
    }

    [Fact]
    public async Task They_are_found_by_pinyin_and_sorted_like_anyone_else()
    {
        await roster.ImportAsync(Heading, "|王刚|哈理工|15400000001");
        var added = roster.Rosters.Add("王刚", roster.Rosters.University, a => a.Phone = "15400000001");
        string[] Grams(int id) => roster.Read(db => db.AttendeeGrams().Where(g => g.AttendeeId == id).Select(g => g.Gram).OrderBy(g => g).ToArray());
        Assert.Equal(Grams(added.Id), Grams(roster.Listed()[0].Id));
        Assert.Single(roster.Listed().Select(a => (a.PinyinKey, a.SurnameStrokeKey, a.NameStrokeKey)).Distinct());
    }

    [Fact]
    public async Task Until_it_is_finished_nobody_is_listed_and_cancelling_leaves_nothing()
    {
        var (preview, known) = await roster.PreviewAsync(Heading, [.. Enumerable.Range(1, 300).Select(number => $"{number}|王刚{(char)(0x4E00 + number)}|全新单位|1540000{number:0000}")]);
        using var stop = new CancellationTokenSource();
        var seen = -1;
        var result = await roster.ConfirmAsync(preview, known, stop.Token, new Now(done =>
        {
            seen = roster.Listed().Count;
            stop.Cancel();
        }));
        Assert.IsType<ImportRosterResult.Cancelled>(result);
        Assert.Equal(0, seen);
        Assert.Equal((0, 0, 2, 2), roster.Read(db => (db.Attendees().Count(), db.AttendeeGrams().Count(), db.Units().Count(), db.Organisations().Count())));
        Assert.Equal(ImportState.Cancelled, roster.Read(db => db.RosterImports().Single().State));
    }

    [Fact]
    public async Task An_import_whose_program_died_is_taken_out_at_the_next_start()
    {
        var import = new RosterImport { MeetingId = roster.Rosters.Meeting.Id, FileName = "a.xlsx", FileHash = [1], ImportedBy = "小松", State = ImportState.Writing };
        roster.Rosters.Database.Add(import);
        for (var number = 0; number < 25; number++)
            roster.Rosters.Add("王刚", change: a => a.ImportId = import.Id);
        using (roster.Running.Begin(import.Id))
            await roster.Tidy.RunAsync(ImportedRoster.Stop);
        Assert.Equal(25, roster.Read(db => db.Attendees().Count()));
        await roster.Tidy.RunAsync(ImportedRoster.Stop);
        Assert.Equal((0, ImportState.Cancelled), roster.Read(db => (db.Attendees().Count(), db.RosterImports().Single().State)));
    }

    [Fact]
    public async Task A_second_import_for_the_meeting_waits_for_the_first()
    {
        var (preview, known) = await roster.PreviewAsync(Heading, "|王刚|哈理工|15400000001");
        var first = new RosterImport { MeetingId = roster.Rosters.Meeting.Id, FileName = "a.xlsx", FileHash = [1], ImportedBy = "小松", State = ImportState.Writing };
        roster.Rosters.Database.Add(first);
        using (roster.Running.Begin(first.Id))
            Assert.IsType<ImportRosterResult.AnotherIsRunning>(await roster.ConfirmAsync(preview, known));
    }

    [Fact]
    public async Task What_a_failed_import_left_behind_does_not_block_the_next()
    {
        var (preview, known) = await roster.PreviewAsync(Heading, "|王刚|哈理工|15400000001");
        roster.Rosters.Database.Add(new RosterImport { MeetingId = roster.Rosters.Meeting.Id, FileName = "a.xlsx", FileHash = [1], ImportedBy = "小松", State = ImportState.Writing });
        Assert.IsType<ImportRosterResult.Imported>(await roster.ConfirmAsync(preview, known));
    }

    [Fact]
    public async Task A_preview_is_refused_when_one_of_its_people_came_in_otherwise_since()
    {
        var (preview, known) = await roster.PreviewAsync(Heading, "|王刚|哈理工|15400000001");
        roster.Rosters.Add("李娜");
        roster.Rosters.Add("王刚", roster.Rosters.University);
        Assert.IsType<ImportRosterResult.ListChangedMeanwhile>(await roster.ConfirmAsync(preview, known));
    }

    [Fact]
    public async Task The_mapping_is_remembered_for_the_meeting()
    {
        var (preview, known) = await roster.PreviewAsync("姓名|归口|座机|备注", "王刚|哈理工|15400000001");
        preview.Table.Map(1, RosterFields.Unit);
        preview.Table.Map(2, RosterFields.Phone);
        await roster.ConfirmAsync(preview, known);
        var (again, _) = await roster.PreviewAsync("座机|姓名|归口", "15400000002|李娜|哈理工");
        Assert.Equal(["phone", "name", "unit"], again.Table.Mapping.Columns.Select(column => column.Field?.Name));
    }

    [Fact]
    public async Task The_trail_tells_which_file_came_in_and_open_pages_are_told()
    {
        var told = 0;
        using var hearing = roster.Live.Hear(RegistrationSets.Roster(roster.Rosters.Meeting.Id), () => told++);
        await roster.ImportAsync(Heading, "|王刚|哈理工|15400000001");
        Assert.Equal(("小松", "roster-imported"), roster.Read(db => db.Set<Shared.Access.AuditEntry>().Select(e => ValueTuple.Create(e.Who, e.What)).Single()));
        Assert.Equal(new byte[32], roster.Read(db => db.RosterImports().Single().FileHash));
        Assert.True(told > 0);
    }

    [Fact]
    public async Task Two_ways_of_writing_a_new_body_are_one()
    {
        await roster.ImportAsync("姓名|单位", "王刚|ABC铸造公司", "李娜|abc 铸造公司");
        Assert.Single(roster.Listed().Select(a => a.UnitId).Distinct());
    }

    sealed class Now(Action<int> told) : IProgress<int>
    {
        public void Report(int value) => told(value);
    }
}
