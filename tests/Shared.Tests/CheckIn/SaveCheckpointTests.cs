using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class SaveCheckpointTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Hall hall = new();

    static CheckpointDraft Draft(string name) => new() { Name = name, OpensAt = Hall.Morning, ClosesAt = Hall.Morning.AddHours(4) };

    Task<SaveCheckpointResult> SaveAsync(CheckpointDraft draft) => new SaveCheckpoint(hall.Database, hall.Audit, hall.Updates).RunAsync(hall.MeetingId, draft, "组长", Stop);

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task The_first_session_implies_report_in_and_the_second_nothing()
    {
        var first = await SaveAsync(Draft("开幕式"));
        var second = await SaveAsync(Draft("下午报告"));
        await using var db = hall.Database.CreateDbContext();
        Assert.Equal(hall.ReportIn.Id, Assert.Single(db.Set<CheckpointImplication>().Where(i => i.CheckpointId == first.Id)).ImpliedId);
        Assert.Empty(db.Set<CheckpointImplication>().Where(i => i.CheckpointId == second.Id));
    }

    [Fact]
    public async Task What_a_form_holds_is_what_is_saved()
    {
        var guest = hall.Roster.Add("王刚");
        var draft = Draft("午餐") with
        {
            Kind = CheckpointKind.Meal, Entry = EntryRule.OncePerDay, Hours = HoursRule.Enforce, Admits = Admission.List, GuestIds = [guest.Id],
            ImpliedIds = [hall.ReportIn.Id], Items = [new(null, "餐券", 3), new(null, "水果")],
        };
        var saved = await SaveAsync(draft);
        await using var db = hall.Database.CreateDbContext();
        var found = await db.Checkpoints().Include(c => c.Items).Include(c => c.Implies).SingleAsync(c => c.Id == saved.Id, Stop);
        Assert.Equal((CheckpointKind.Meal, EntryRule.OncePerDay, HoursRule.Enforce, Admission.List), (found.Kind, found.Entry, found.Hours, found.Admits));
        Assert.Equal([("餐券", 3), ("水果", 1)], found.Items.OrderBy(i => i.Position).Select(i => (i.Name, i.Count)));
        Assert.Equal(guest.Id, Assert.Single(db.Set<CheckpointGuest>()).AttendeeId);

        await SaveAsync(draft with { Id = saved.Id, Admits = Admission.Categories, Categories = [AttendeeCategory.Guest], ImpliedIds = [], Items = [new(found.Items[0].Id, "午餐券", 2)] });
        await using var later = hall.Database.CreateDbContext();
        var changed = await later.Checkpoints().Include(c => c.Items).Include(c => c.Implies).SingleAsync(c => c.Id == saved.Id, Stop);
        Assert.Equal(Checkpoint.Bit(AttendeeCategory.Guest), changed.CategoryBits);
        Assert.Equal((found.Items[0].Id, "午餐券"), Assert.Single(changed.Items.Select(i => (i.Id, i.Name))));
        Assert.Empty(changed.Implies);
        Assert.Empty(later.Set<CheckpointGuest>());
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_its_reason()
    {
        Assert.Equal(CheckpointProblem.NoName, (await SaveAsync(Draft(" "))).Problem);
        Assert.Equal(CheckpointProblem.NameTaken, (await SaveAsync(Draft("报到"))).Problem);
        Assert.Equal(CheckpointProblem.ClosesBeforeItOpens, (await SaveAsync(Draft("晚宴") with { ClosesAt = Hall.Morning })).Problem);
        Assert.Equal(CheckpointProblem.NobodyAdmitted, (await SaveAsync(Draft("晚宴") with { Admits = Admission.Categories })).Problem);
        Assert.Equal(CheckpointProblem.UnknownGuest, (await SaveAsync(Draft("晚宴") with { Admits = Admission.List, GuestIds = [77] })).Problem);
        Assert.Equal(CheckpointProblem.UnknownImplied, (await SaveAsync(Draft("晚宴") with { ImpliedIds = [77] })).Problem);
        Assert.Equal(CheckpointProblem.BadItem, (await SaveAsync(Draft("晚宴") with { Items = [new(null, "酒", 0)] })).Problem);
        Assert.Equal(CheckpointProblem.ReportInIsOnce, (await SaveAsync(Draft("报到二") with { Kind = CheckpointKind.ReportIn, Entry = EntryRule.ReEntry })).Problem);
        Assert.Equal(CheckpointProblem.NoSuchCheckpoint, (await SaveAsync(Draft("晚宴") with { Id = 77 })).Problem);
        await using var db = hall.Database.CreateDbContext();
        Assert.Single(db.Checkpoints());
    }

    [Fact]
    public async Task What_was_recorded_cannot_be_pulled_away()
    {
        var person = hall.Roster.Add("王刚");
        var saved = await SaveAsync(Draft("资料") with { Items = [new(null, "资料袋")] });
        int item;
        await using (var db = hall.Database.CreateDbContext()) item = db.Set<HandoutItem>().Single().Id;
        hall.Database.Add(new HandoutGiven { AttendeeId = person.Id, ItemId = item, Count = 1 }, new Presence { CheckpointId = saved.Id, AttendeeId = person.Id, Inside = true });
        Assert.Equal(CheckpointProblem.ItemWasGiven, (await SaveAsync(Draft("资料") with { Id = saved.Id })).Problem);
        Assert.Equal(CheckpointProblem.EntryRuleInUse, (await SaveAsync(Draft("资料") with { Id = saved.Id, Entry = EntryRule.ReEntry, Items = [new(item, "资料袋")] })).Problem);
    }
}
