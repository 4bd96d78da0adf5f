using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.Paper;
using Shared.Live;
using Shared.Meetings;
using Shared.Privacy;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Shuttles;
using Shared.Tests.CheckIn;

namespace Shared.Tests.Privacy;

public sealed class RetentionTests : IDisposable
{
    const string Phone = "15400001234", Train = "G9907";

    readonly PrintedMeeting hall = new();
    readonly Attendee person;
    readonly MeetingView meeting;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public RetentionTests()
    {
        person = hall.Register("张三", 1, change: a => (a.Phone, a.Lodging, a.Post) = (Phone, "301", "处长"));
        hall.Arrive(person);
        meeting = new MeetingCalendar(hall.Database).ReadAsync(2026).GetAwaiter().GetResult()!;
        using (var db = hall.Database.CreateDbContext())
        {
            AttendeeIndex.RenewAsync(db, db.Attendees().Single()).GetAwaiter().GetResult();
            db.SaveChanges();
        }
        hall.Database.Add(new Diet { AttendeeId = person.Id, Kind = DietKind.Halal }, new Journey { AttendeeId = person.Id, Direction = JourneyDirection.Arrival, ServiceNo = Train }, new Stay { AttendeeId = person.Id, Needed = true });
        hall.Database.Add(new Vehicle { MeetingId = meeting.Id, Model = "轿车", Seats = 5, Driver = "老周", DriverPhone = "15400007777" }, new AttendeeLink { MeetingId = meeting.Id, AttendeeId = person.Id, Nonce = [1], MadeAt = PrintedMeeting.Morning });
        hall.Database.Add(new DriverLink { MeetingId = meeting.Id, VehicleId = hall.Database.CreateDbContext().Vehicles().Single().Id, Nonce = [2], MadeAt = PrintedMeeting.Morning });
        hall.Database.Add(new StaffMember { MeetingId = meeting.Id, Name = "宋小松", Phone = "15400008888" });
        var reply = new Reply { MeetingId = meeting.Id, UnitId = hall.Unit.Id, Nonce = [7], HalalPortions = 1, ContactName = "李娜", ContactPhone = "15400005555", RepliedAt = PrintedMeeting.Morning, MadeAt = PrintedMeeting.Morning };
        hall.Database.Add(reply);
        hall.Database.Add(new ReplyDraft { ReplyId = reply.Id, Person = $"a{person.Id}", Field = "arrivalService", Text = Train, Editor = "李娜" }, new ReplyDraft { ReplyId = reply.Id, Person = $"a{person.Id}", Field = "phone", Text = Phone, Editor = "李娜" });
    }

    public void Dispose() => hall.Dispose();

    RetentionBoard Board => new(hall.Database, hall.Clock);

    async Task<string> RunAsync() => string.Join(' ', (await new RunRetention(hall.Database, hall.Audit, new LiveUpdates()).RunAsync(meeting, "小松", Stop)).Select(one => $"{one.Kind}:{one.Count}"));

    async Task<string> DueAsync() => string.Join(' ', (await Board.ReadAsync(meeting, Stop)).Lines.Where(line => line.IsDue).SelectMany(line => line.Counts).Select(one => $"{one.Kind}:{one.Count}"));

    Task<IReadOnlyList<FieldProblem>> SaveAsync(DateOnly? reimbursed = null, bool daily = false, int? diet = 30) => new SaveRetention(hall.Database, hall.Audit, new LiveUpdates()).RunAsync(meeting.Id, new(diet, 30, 90, 30, reimbursed, daily), "小松", Stop);

    void Pass(int days) => hall.Clock.SetUtcNow(new DateTimeOffset(meeting.LastDay, new(4, 0), TimeSpan.Zero).AddDays(days));

    T Read<T>(Func<Shared.Data.EventDb, T> read)
    {
        using var db = hall.Database.CreateDbContext();
        return read(db);
    }

    [Theory]
    [InlineData(29, ""), InlineData(30, "diets:1 portions:1 own-links:1 driver-links:1 reply-links:1"), InlineData(90, "diets:1 portions:1 phones:1 phone-answers:1 staff-phones:1 own-links:1 driver-links:1 reply-links:1")]
    public async Task Each_class_is_due_at_its_time_and_what_is_not_due_stays(int days, string due)
    {
        Pass(days);
        Assert.Equal(due, await DueAsync());
        Assert.Equal(due, await RunAsync());
        Assert.Equal("", await RunAsync());
        Assert.Equal(days >= 30 ? 0 : 1, Read(db => db.Diets().Count()));
        Assert.Equal(days >= 90 ? null : Phone, Read(db => db.Attendees().Single().Phone));
        Assert.Equal(days < 90, Read(db => db.Staff().Any(s => s.Phone != null)));
        Assert.Equal(Train, Read(db => db.Set<Journey>().Single().ServiceNo));
    }

    [Fact]
    public async Task Rooms_journeys_and_drivers_go_after_the_costs_are_settled()
    {
        Pass(40);
        Assert.DoesNotContain("journeys", await DueAsync());
        Assert.Empty(await SaveAsync(meeting.LastDay.AddDays(10)));
        Assert.Contains("journeys:1 stays:1 rooms:1 drivers:1 travel-answers:1", await RunAsync());
        Assert.Equal(["轿车 "], Read(db => db.Vehicles().Select(v => v.Model + " " + v.Driver + v.DriverPhone).ToList()));
        Assert.Empty(Traces.InTables(hall.Database.Data, Train));
    }

    [Fact]
    public async Task Rooms_journeys_and_drivers_go_after_six_months_at_most()
    {
        Pass(180);
        Assert.DoesNotContain("journeys", await DueAsync());
        Pass(181);
        Assert.Contains("journeys:1 stays:1 rooms:1 drivers:1 travel-answers:1", await DueAsync());
    }

    [Fact]
    public async Task A_journey_in_the_details_of_the_trail_goes_with_the_journeys_and_the_chain_stays_whole()
    {
        await hall.Audit.AddAsync("小松", "attendee-changed", RegistrationSets.Subject(person.Id), meeting.Id, FieldChange.Json([new("Arrival.ServiceNo", null, Train)]), Stop);
        await hall.Audit.AddAsync("小松", "attendee-changed", RegistrationSets.Subject(person.Id), meeting.Id, FieldChange.Json([new("Post", null, "处长")]), Stop);
        Pass(190);
        Assert.Contains("travel-trail:1", await RunAsync());
        var chain = await new AuditChain(hall.Database).ReadAsync(stop: Stop);
        Assert.Equal((null, 1), (chain.Broken, chain.Removed));
        Assert.Contains("处长", Read(db => db.Set<AuditDetail>().Single(d => d.EntryId == 2).Details)!);
    }

    [Fact]
    public async Task Phones_go_with_the_words_they_were_found_by_and_contacts_of_units_stay()
    {
        Pass(90);
        await RunAsync();
        Assert.DoesNotContain("1234", Read(db => db.AttendeeGrams().Select(g => g.Gram).ToList()));
        Assert.Equal("15400005555", Read(db => db.Replies().Single().ContactPhone));
        Assert.Empty(Traces.InTables(hall.Database.Data, Phone));
    }

    [Fact]
    public async Task The_sign_in_sheet_is_after_all_is_gone_what_it_was_before()
    {
        var before = await SheetAsync();
        Pass(200);
        Assert.NotEqual("", await RunAsync());
        Assert.Equal(before, await SheetAsync());
        Assert.Contains("张三", before);
    }

    async Task<string> SheetAsync() => string.Join(Environment.NewLine, (await new SignInSheet(hall.Database, hall.Clock).ReadAsync(meeting.Id, hall.ReportIn.Id, Stop))!.Rows);

    [Fact]
    public async Task A_run_leaves_how_much_of_what_went_when_and_by_whom_and_none_of_the_data()
    {
        Pass(30);
        await RunAsync();
        var runs = (await Board.ReadAsync(meeting, Stop)).Runs;
        Assert.Equal("Diet diets 1, Diet portions 1, Links driver-links 1, Links own-links 1, Links reply-links 1", string.Join(", ", runs.OrderBy(run => run.Class).ThenBy(run => run.Kind).Select(run => $"{run.Class} {run.Kind} {run.Count}")));
        Assert.All(runs, run => Assert.Equal(("小松", hall.Clock.GetUtcNow().UtcDateTime), (run.RunBy, run.RanAt)));
        var entry = Read(db => db.AuditEntries().Select(e => new { e.What, db.Set<AuditDetail>().Single(d => d.EntryId == e.Id).Details }).Single());
        Assert.Equal(("retention-run", "Gone.diets:1 Gone.portions:1 Gone.own-links:1 Gone.driver-links:1 Gone.reply-links:1"), (entry.What, string.Join(' ', FieldChange.Parse(entry.Details).Select(gone => $"{gone.Field}:{gone.From}{gone.To}"))));
        Assert.NotEqual([7], Read(db => db.Replies().Single().Nonce));
    }

    [Fact]
    public async Task What_is_due_is_an_open_matter_until_the_organiser_lets_it_go_by_itself()
    {
        Pass(30);
        Assert.Equal(5, await CountAsync());
        await SaveAsync(daily: true);
        Assert.Equal(0, await CountAsync());
        Pass(400);
        Assert.Equal(1, await CountAsync());
    }

    async Task<int> CountAsync()
    {
        await using var db = hall.Database.CreateDbContext();
        return await Board.CountAsync(db, meeting, Stop);
    }

    [Fact]
    public async Task A_contact_is_asked_after_once_a_year_and_is_confirmed_or_taken_away()
    {
        Pass(400);
        var contact = Assert.Single((await Board.ReadAsync(meeting, Stop)).Contacts);
        Assert.True(await new SettleContact(hall.Database, hall.Audit, new LiveUpdates()).RunAsync(meeting.Id, contact.ReplyId, stays: true, "小松", Stop));
        Assert.Empty((await Board.ReadAsync(meeting, Stop)).Contacts);
        Pass(800);
        Assert.False(await new SettleContact(hall.Database, hall.Audit, new LiveUpdates()).RunAsync(meeting.Id + 1, contact.ReplyId, stays: false, "小松", Stop));
        Assert.True(await new SettleContact(hall.Database, hall.Audit, new LiveUpdates()).RunAsync(meeting.Id, contact.ReplyId, stays: false, "小松", Stop));
        Assert.Equal([""], Read(db => db.Replies().Select(r => "" + r.ContactName + r.ContactPhone).ToList()));
    }

    [Fact]
    public async Task Times_out_of_range_are_refused_and_a_change_is_in_the_trail()
    {
        Assert.Equal(["DietDays"], (await SaveAsync(diet: RetentionPlan.MostDays + 1)).Select(p => p.Field));
        Assert.Equal(["DietDays"], (await SaveAsync(diet: null)).Select(p => p.Field));
        Assert.Empty(await SaveAsync(diet: 10));
        Assert.Empty(await SaveAsync(diet: 10));
        Assert.Equal([new("DietDays", "30", "10")], FieldChange.Parse(Read(db => db.Set<AuditDetail>().Single().Details)));
        Pass(10);
        Assert.Equal("diets:1 portions:1", await DueAsync());
    }
}
