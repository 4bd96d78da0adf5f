using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class OwnCardTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Hall hall = new();
    readonly LinkKey key;

    public OwnCardTests() => key = new(hall.Database.Data);

    public void Dispose() => hall.Dispose();

    async Task<OwnCardView?> ReadAsync(Attendee person, params IShowAtScan[] pieces)
    {
        var link = Assert.Single(await new MakeAttendeeLinks(hall.Database, key, hall.Audit, hall.Updates).RunAsync(hall.MeetingId, [person.Id], "小松", Stop));
        return await ReadAsync(link.LinkId, link.Token, pieces);
    }

    Task<OwnCardView?> ReadAsync(int linkId, string token, params IShowAtScan[] pieces) =>
        new OwnCard(hall.Database, new(hall.Database, key), hall.Key, new(pieces, NullLogger<ReadShownAtScan>.Instance)).ReadAsync(linkId, token, Stop);

    [Fact]
    public async Task A_person_sees_their_name_unit_valid_badge_liaison_and_answers()
    {
        hall.Read(db => db.Units().ExecuteUpdate(set => set.SetProperty(u => u.LiaisonId, hall.Liaison.Id)));
        var person = hall.Roster.Add("王刚", change: a =>
        {
            (a.Post, a.Category) = ("参会代表", AttendeeCategory.Expert);
            a.Consents = [new() { Purpose = ConsentPurpose.Photograph, State = ConsentState.No, Source = "Paper" }, new() { Purpose = ConsentPurpose.Notice, State = ConsentState.Yes, Source = "Paper" }];
        });
        hall.AddBadge(person, badge => badge.RevokedAt = Hall.Morning);
        var code = hall.AddBadge(person);
        var view = (await ReadAsync(person))!;
        var own = view.Person!;
        Assert.Equal(("金属新材料年会", "王刚", "重型铸造有限责任公司", "参会代表", BadgeKind.Guest), (view.Meeting.Name, own.Name, own.Unit, own.Post, own.Kind));
        Assert.Equal((new OwnBadge("A002", code), new LiaisonNote("小松", null)), (own.Badge, own.Liaison));
        Assert.Equal([new(ConsentPurpose.Photograph, ConsentState.No)], own.Consents);
    }

    [Fact]
    public async Task The_agenda_is_what_admits_the_person_in_order_with_a_meal_of_every_day_on_every_day()
    {
        var person = hall.Roster.Add("王刚");
        hall.AddCheckpoint("午餐", c => (c.Kind, c.Entry, c.OpensAt, c.ClosesAt) = (CheckpointKind.Meal, EntryRule.OncePerDay, Hall.Morning.AddHours(3), Hall.Morning.AddHours(29)));
        hall.AddCheckpoint("停用", c => c.Retired = true);
        hall.AddCheckpoint("领资料", c => c.Kind = CheckpointKind.Handout);
        hall.AddCheckpoint("专家会", c => (c.Admits, c.CategoryBits) = (Admission.Categories, Checkpoint.Bit(AttendeeCategory.Expert)));
        hall.AddCheckpoint("代表会", c => (c.Admits, c.CategoryBits, c.OpensAt) = (Admission.Categories, Checkpoint.Bit(AttendeeCategory.Delegate), Hall.Morning));
        hall.AddCheckpoint("别人的车", c => c.Admits = Admission.List);
        var coach = hall.AddCheckpoint("考察一号车", c => (c.Kind, c.Admits, c.OpensAt) = (CheckpointKind.Trip, Admission.List, Hall.Morning.AddHours(5)));
        hall.Database.Add(new CheckpointGuest { CheckpointId = coach.Id, AttendeeId = person.Id });
        var agenda = (await ReadAsync(person))!.Person!.Agenda;
        Assert.Equal(["报到", "代表会", "午餐", "考察一号车", "午餐"], agenda.Select(line => line.Name));
        Assert.Equal((Hall.Morning.AddHours(27), Hall.Morning.AddHours(29)), (agenda[4].OpensAt, agenda[4].ClosesAt));
    }

    [Fact]
    public async Task Seat_trip_and_round_appear_as_their_features_fill_them_asked_for_where_one_reports_in()
    {
        var person = hall.Roster.Add("王刚");
        hall.AddCheckpoint("预备会", c => c.OpensAt = Hall.Morning.AddHours(-9));
        var seats = new Seats();
        var places = (await ReadAsync(person, seats, new Broken()))!.Person!.Places;
        Assert.Equal(("3排12号", null, "1号车", 2), (places.Seat, places.Table, places.Trip, places.SigningRound));
        Assert.Equal(new ShowAsk(hall.MeetingId, hall.ReportIn.Id, person.Id), seats.Asked);
    }

    [Theory]
    [InlineData(AttendeeState.Cancelled), InlineData(AttendeeState.Replaced)]
    public async Task Of_who_does_not_come_the_page_tells_nothing(AttendeeState state)
    {
        var person = hall.Roster.Add("王刚");
        hall.AddBadge(person);
        var link = Assert.Single(await new MakeAttendeeLinks(hall.Database, key, hall.Audit, hall.Updates).RunAsync(hall.MeetingId, [person.Id], "小松", Stop));
        hall.Read(db => db.Attendees().ExecuteUpdate(set => set.SetProperty(a => a.State, state)));
        Assert.Null((await ReadAsync(link.LinkId, link.Token))!.Person);
    }

    [Fact]
    public async Task A_guessed_link_and_one_of_a_person_still_being_imported_show_nothing()
    {
        Assert.Null(await ReadAsync(1, new string('a', LinkKey.TokenLength)));
        var person = hall.Roster.Add("王刚");
        var link = Assert.Single(await new MakeAttendeeLinks(hall.Database, key, hall.Audit, hall.Updates).RunAsync(hall.MeetingId, [person.Id], "小松", Stop));
        Assert.NotNull(await ReadAsync(link.LinkId, link.Token));
        var import = new RosterImport { MeetingId = hall.MeetingId, FileName = "名单.xlsx", FileHash = [1], ImportedBy = "小松", State = ImportState.Writing };
        hall.Database.Add(import);
        hall.Read(db => db.Attendees().ExecuteUpdate(set => set.SetProperty(a => a.ImportId, import.Id)));
        Assert.Null(await ReadAsync(link.LinkId, link.Token));
    }

    sealed class Seats : IShowAtScan
    {
        public ShowAsk Asked { get; private set; }

        public ValueTask AddAsync(ShowAsk ask, ShownAtScan shown, CancellationToken stop)
        {
            Asked = ask;
            (shown.Seat, shown.Trip, shown.SigningRound) = ("3排12号", "1号车", 2);
            return ValueTask.CompletedTask;
        }
    }

    sealed class Broken : IShowAtScan
    {
        public ValueTask AddAsync(ShowAsk ask, ShownAtScan shown, CancellationToken stop) => throw new InvalidOperationException("no table plan");
    }
}
