using Microsoft.EntityFrameworkCore;
using Shared.Registration;
using Shared.Registration.Importing;

namespace Shared.Tests.Registration.Importing;

public sealed class RepeatedImportTests : IDisposable
{
    const string Heading = "姓名|单位|手机|职务|到达时间|车次|到达站|是否住宿|饮食要求";

    readonly ImportedRoster roster = new();

    public void Dispose() => roster.Dispose();

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        string[] rows = ["王刚|哈理工|15400000001|处长|11月22日14:30|G1234|齐齐哈尔南|是|清真", "李娜|哈理工|15400000002||11月22日||||无", "李娜|哈理工|15400000003", "赵敏|新单位|15400000009", "孙伟|新单位|15400000009"];
        await roster.ImportAsync(Heading, rows);
        var (again, _) = await roster.PreviewAsync(Heading, rows);
        Assert.All(again.Table.Records, row => Assert.Equal(RosterFate.Unchanged, again.OutcomeOf(row).Fate));
        Assert.Equal(new ImportRosterResult.Imported(2, 0, 0), await roster.ImportAsync(Heading, rows));
        Assert.Equal(5, roster.Listed().Count);
    }

    [Fact]
    public async Task What_differs_is_changed_and_told_in_the_trail()
    {
        await roster.ImportAsync(Heading, "王刚|哈理工|15400000001|处长|11月22日14:30|G1234|齐齐哈尔南|是|清真");
        var result = await roster.ImportAsync(Heading, "王刚|哈理工|15400000005|院长|11月22日16:00|G1236||是|素食");
        Assert.Equal(new ImportRosterResult.Imported(2, 0, 1), result);
        var person = Assert.Single(roster.Listed());
        Assert.Equal(("15400000005", "院长", "G1236", "齐齐哈尔南", new DateTime(2026, 11, 22, 8, 0, 0), 2), (person.Phone, person.Post, person.Journeys[0].ServiceNo, person.Journeys[0].Terminal, person.Journeys[0].At, person.Version));
        Assert.Equal(DietKind.Vegetarian, roster.Read(db => db.Diets().Single().Kind));
        Assert.Contains("0005", roster.Read(db => db.AttendeeGrams().Select(g => g.Gram).ToList()));
        var details = roster.Read(db => db.Set<Shared.Access.AuditDetail>().OrderBy(d => d.EntryId).Select(d => d.Details).ToList())[^1]!;
        Assert.Contains("Post", details);
        Assert.DoesNotContain("15400000005", details);
        Assert.DoesNotContain("Vegetarian", details);
        Assert.Equal(0, roster.Read(db => db.Set<PendingChange>().Count()));
    }

    [Theory]
    [InlineData("清真"), InlineData("素食"), InlineData("无")]
    public async Task A_diet_that_the_person_agreed_to_is_not_changed_by_a_list_nor_told_by_comparing(string typed)
    {
        await roster.ImportAsync("姓名|单位", "王刚|哈理工");
        roster.Rosters.Database.Add(new Diet { AttendeeId = roster.Listed()[0].Id, Kind = DietKind.Halal, Consent = ConsentState.Yes });
        var (preview, known) = await roster.PreviewAsync("姓名|单位|饮食要求", $"王刚|哈理工|{typed}");
        Assert.Equal(RosterFate.Unchanged, preview.OutcomeOf(preview.Table.Records[0]).Fate);
        await roster.ConfirmAsync(preview, known);
        Assert.Equal(DietKind.Halal, roster.Read(db => db.Diets().Single().Kind));
    }

    [Fact]
    public async Task What_somebody_changed_after_the_preview_stays()
    {
        await roster.ImportAsync(Heading, "王刚|哈理工|15400000001|处长");
        var (preview, known) = await roster.PreviewAsync(Heading, "王刚|哈理工|15400000002|院长");
        roster.Read(db => db.Attendees().ExecuteUpdate(set => set.SetProperty(a => a.Post, "副院长")));
        await roster.ConfirmAsync(preview, known);
        Assert.Equal(("15400000002", "副院长"), (roster.Listed()[0].Phone, roster.Listed()[0].Post));
    }

    [Fact]
    public async Task A_room_that_was_given_out_is_not_overwritten()
    {
        await roster.ImportAsync(Heading, "王刚|哈理工|15400000001|||||是");
        roster.Read(db => db.Attendees().ExecuteUpdate(set => set.SetProperty(a => a.Lodging, "301 单间")));
        await roster.ImportAsync(Heading, "王刚|哈理工|15400000001|||||标间");
        Assert.Equal("301 单间", roster.Listed()[0].Lodging);
    }

    [Fact]
    public async Task Changes_left_over_by_a_stop_are_applied_at_the_next_start()
    {
        await roster.ImportAsync(Heading, "王刚|哈理工|15400000001|处长");
        roster.Rosters.Database.Add(new PendingChange { ImportId = 1, AttendeeId = roster.Listed()[0].Id, Fields = """[{"Field":"post","Old":"处长","New":"院长"}]""" });
        await roster.Tidy.RunAsync(ImportedRoster.Stop);
        Assert.Equal("院长", roster.Listed()[0].Post);
        Assert.Equal((0, 1), roster.Read(db => (db.Set<PendingChange>().Count(), db.RosterImports().Single().Changed)));
    }

    [Fact]
    public async Task A_rename_keeps_the_person_and_a_substitute_takes_the_place()
    {
        await roster.ImportAsync(Heading, "王刚|哈理工|15400000001|处长", "李娜|哈理工|15400000002|处长");
        var (preview, known) = await roster.PreviewAsync(Heading, "王钢|哈理工|15400000001|处长", "赵敏|哈理工|15400000002|科长");
        preview.Answer(preview.Questions[0], RosterAnswer.Rename);
        preview.Answer(preview.Questions[1], RosterAnswer.Substitute);
        Assert.Equal(new ImportRosterResult.Imported(2, 1, 2), await roster.ConfirmAsync(preview, known));
        var people = roster.Listed();
        Assert.Equal([("王钢", AttendeeState.Confirmed), ("李娜", AttendeeState.Replaced), ("赵敏", AttendeeState.Confirmed)], people.Select(a => (a.Name, a.State)));
        Assert.Equal((people[1].Id, AttendeeSource.Substitute), (people[2].SubstitutesForId, people[2].Source));
    }

    [Fact]
    public async Task Whoever_moved_to_another_body_is_moved_even_to_a_new_one()
    {
        await roster.ImportAsync(Heading, "王刚|哈理工|15400000001|处长");
        await roster.ImportAsync(Heading, "王刚|全新公司|15400000001|处长");
        Assert.Equal("全新公司", Assert.Single(roster.Listed()).Unit!.Organisation!.FullName);
    }
}
