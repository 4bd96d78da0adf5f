using Shared.CheckIn;
using Shared.CheckIn.Paper;
using Shared.CheckIn.Reading;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class HandoutTests : IDisposable
{
    readonly Hall hall = new();
    readonly ReadLanes lanes;
    readonly CallerAsk desk;
    readonly Attendee person;
    readonly Checkpoint packs;

    public HandoutTests()
    {
        lanes = new ReadLanes(hall.Database.Data);
        desk = hall.AddStation("1号台");
        person = hall.Roster.Add("王刚");
        packs = hall.AddCheckpoint("资料", c => c.Items = [new() { Name = "餐券", Count = 3, Position = 1 }, new() { Name = "资料袋", Count = 1 }]);
    }

    public void Dispose()
    {
        lanes.Dispose();
        hall.Dispose();
    }

    HandoutAsk Ask(string item, int? count = null) => new(person.Id, item, count, null, null, Guid.NewGuid());

    Task<DeskResult<HandoutResult>> GiveAsync(HandoutAsk ask) => new GiveHandout(hall.Writer).RunAsync(desk, ask);

    UnitCard Card => new(hall.Database, lanes, new SheetLines(hall.Database, hall.Clock), hall.Clock);

    async Task<ShownAtScan> ShownAsync(int? checkpointId = null)
    {
        var shown = new ShownAtScan();
        await new ShowAtDesk(lanes, new SheetLines(hall.Database, hall.Clock)).AddAsync(new(hall.MeetingId, checkpointId ?? packs.Id, person.Id), shown, TestContext.Current.CancellationToken);
        return shown;
    }

    [Fact]
    public async Task An_item_is_given_in_parts_and_never_more_than_there_is()
    {
        var first = await GiveAsync(Ask("餐券", 1));
        Assert.Equal((1, Hall.Morning), (first.Value!.Count, first.Value.GivenAt));
        Assert.Equal([("资料袋", 1, false), ("餐券", 2, false)], (await ShownAsync()).Handouts.Select(h => (h.Item, h.Count, h.Done)));
        Assert.Equal(2, (await GiveAsync(Ask("餐券"))).Value!.Count);
        Assert.Equal(DeskRefusal.AlreadyGiven, (await GiveAsync(Ask("餐券", 1))).Refusal);
        Assert.Equal(("餐券", 3, true), (await ShownAsync()).Handouts.Select(h => (h.Item, h.Count, h.Done)).Last());
    }

    [Fact]
    public async Task A_repeat_gives_nothing_again_and_other_content_is_a_conflict()
    {
        var ask = Ask("餐券", 1);
        Assert.Equal((await GiveAsync(ask)).Value, (await GiveAsync(ask)).Value);
        Assert.Equal(DeskRefusal.NonceReused, (await GiveAsync(ask with { Item = "资料袋" })).Refusal);
        Assert.Single(hall.Read(db => db.HandoutsGiven().ToList()));
    }

    [Fact]
    public async Task What_was_given_can_be_taken_back_and_given_again()
    {
        var given = await GiveAsync(Ask("资料袋") with { CollectedBy = "李娜" });
        Assert.Equal((true, "李娜"), ((await ShownAsync()).Handouts[0] is var shown ? (shown.Done, shown.CollectedBy) : default));
        var undone = await new UndoHandout(hall.Writer).RunAsync(desk, person.Id, given.Value!.HandoutId);
        Assert.Equal(undone, await new UndoHandout(hall.Writer).RunAsync(desk, person.Id, given.Value.HandoutId));
        Assert.False((await ShownAsync()).Handouts[0].Done);
        Assert.Null((await GiveAsync(Ask("资料袋"))).Refusal);
        Assert.Equal(DeskRefusal.UnknownHandout, (await new UndoHandout(hall.Writer).RunAsync(desk, person.Id + 1, given.Value.HandoutId)).Refusal);
    }

    [Fact]
    public async Task Of_items_of_one_name_that_is_meant_where_the_person_was_last_recorded()
    {
        var lunch = hall.AddCheckpoint("午餐", c => c.Items = [new() { Name = "餐券" }]);
        await hall.ScanAsync(desk, hall.Ask(person, lunch));
        await GiveAsync(Ask("餐券"));
        Assert.True((await ShownAsync(lunch.Id)).Handouts[0].Done);
        Assert.Equal(DeskRefusal.AlreadyGiven, (await GiveAsync(Ask("餐券"))).Refusal);
        Assert.Null((await GiveAsync(Ask("餐券") with { CheckpointId = packs.Id })).Refusal);
    }

    [Fact]
    public async Task What_an_implied_checkpoint_hands_out_is_given_too_and_the_checkpoints_own_comes_first()
    {
        var session = hall.AddCheckpoint("开幕式", c => (c.Implies, c.Items) = ([new() { ImpliedId = packs.Id }], [new() { Name = "餐券" }]));
        Assert.Null((await GiveAsync(Ask("资料袋") with { CheckpointId = session.Id })).Refusal);
        Assert.Equal(1, (await GiveAsync(Ask("餐券") with { CheckpointId = session.Id })).Value!.Count);
        Assert.Equal([("餐券", true), ("资料袋", true), ("餐券", false)], (await ShownAsync(session.Id)).Handouts.Select(h => (h.Item, h.Done)));
        Assert.Equal(DeskRefusal.UnknownItem, (await GiveAsync(Ask("资料袋") with { CheckpointId = hall.ReportIn.Id })).Refusal);
    }

    [Fact]
    public async Task What_a_retired_checkpoint_handed_out_is_neither_shown_nor_given()
    {
        var session = hall.AddCheckpoint("开幕式", c => c.Implies = [new() { ImpliedId = packs.Id }]);
        hall.Read(db => { db.Checkpoints().Single(c => c.Id == packs.Id).Retired = true; return db.SaveChanges(); });
        Assert.Empty((await ShownAsync(session.Id)).Handouts);
        Assert.Equal(DeskRefusal.UnknownItem, (await GiveAsync(Ask("资料袋") with { CheckpointId = session.Id })).Refusal);
    }

    [Fact]
    public async Task A_station_hands_out_and_takes_back_only_where_it_is_allowed()
    {
        var session = hall.AddCheckpoint("开幕式", c => c.Implies = [new() { ImpliedId = packs.Id }]);
        var door = hall.AddStation("2号台", change: s => s.Checkpoints = [new() { CheckpointId = hall.ReportIn.Id }]);
        var inside = hall.AddStation("3号台", change: s => s.Checkpoints = [new() { CheckpointId = session.Id }]);
        var (give, undo) = (new GiveHandout(hall.Writer), new UndoHandout(hall.Writer));
        Assert.Equal(DeskRefusal.NotThisCheckpoint, (await give.RunAsync(door, Ask("资料袋"))).Refusal);
        Assert.Equal(DeskRefusal.NotThisCheckpoint, (await give.RunAsync(door, Ask("资料袋") with { CheckpointId = packs.Id })).Refusal);
        var given = await give.RunAsync(inside, Ask("资料袋") with { CheckpointId = session.Id });
        Assert.Equal(DeskRefusal.NotThisCheckpoint, (await undo.RunAsync(door, person.Id, given.Value!.HandoutId)).Refusal);
        Assert.Null((await undo.RunAsync(inside, person.Id, given.Value.HandoutId)).Refusal);
    }

    [Fact]
    public async Task Only_items_and_people_of_the_meeting_and_people_who_come()
    {
        Assert.Equal(DeskRefusal.UnknownItem, (await GiveAsync(Ask("金条"))).Refusal);
        Assert.Equal(DeskRefusal.UnknownAttendee, (await GiveAsync(Ask("资料袋") with { AttendeeId = 4711 })).Refusal);
        Assert.Equal(DeskRefusal.Malformed, (await GiveAsync(Ask("资料袋", 0))).Refusal);
        var gone = hall.Roster.Add("李娜", change: a => a.State = AttendeeState.Cancelled);
        Assert.Equal(DeskRefusal.NotComing, (await GiveAsync(Ask("资料袋") with { AttendeeId = gone.Id })).Refusal);
    }

    [Fact]
    public async Task The_desk_sees_liaison_note_line_of_the_sheet_and_what_the_implied_checkpoint_hands_out()
    {
        hall.Read(db => { db.Units().Single(u => u.Id == person.UnitId).LiaisonId = hall.Liaison.Id; return db.SaveChanges(); });
        hall.Database.Add(new AttendeeNote { MeetingId = hall.MeetingId, AttendeeId = person.Id, Text = "晚到，留座", WrittenBy = "组长" });
        var session = hall.AddCheckpoint("开幕式", c => c.Implies = [new() { ImpliedId = packs.Id }]);
        var shown = await ShownAsync(session.Id);
        Assert.Equal(("小松", "晚到，留座", new SheetLine(1, 1)), (shown.Liaison, shown.Note, shown.Line));
        Assert.Equal(["资料袋", "餐券"], shown.Handouts.Select(h => h.Item));
    }

    [Fact]
    public async Task A_units_card_shows_who_came_and_whose_things_were_collected()
    {
        await hall.ScanAsync(desk, hall.Ask(person, packs));
        var absent = hall.Roster.Add("李娜");
        hall.Roster.Add("走了", change: a => a.State = AttendeeState.Replaced);
        await GiveAsync(Ask("资料袋") with { AttendeeId = absent.Id, CollectedBy = "王刚" });
        var card = await Card.ReadAsync(hall.MeetingId, person.UnitId, packs.Id, TestContext.Current.CancellationToken);
        Assert.Equal([("王刚", DeskState.Arrived, null, new SheetLine(1, 1)), ("李娜", DeskState.NotArrived, "王刚", new SheetLine(1, 2))], card!.Attendees.Select(p => (p.Name, p.State, p.CollectedBy, p.Line!.Value)));
        Assert.Equal(Hall.Morning, card.Attendees[0].ArrivedAt);
        Assert.Equal("重型铸造", card.Name);
    }

    [Fact]
    public async Task On_the_second_day_of_a_daily_checkpoint_nobody_of_a_unit_is_there_yet()
    {
        var lunch = hall.AddCheckpoint("午餐", c => (c.Entry, c.ClosesAt) = (EntryRule.OncePerDay, Hall.Morning.AddDays(2)));
        await hall.ScanAsync(desk, hall.Ask(person, lunch));
        async Task<DeskState> StateAsync() => (await Card.ReadAsync(hall.MeetingId, person.UnitId, lunch.Id, TestContext.Current.CancellationToken))!.Attendees[0].State;
        Assert.Equal(DeskState.Arrived, await StateAsync());
        hall.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(DeskState.NotArrived, await StateAsync());
    }
}
