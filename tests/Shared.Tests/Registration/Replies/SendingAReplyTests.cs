using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Tests.Registration.Replies;

public sealed class SendingAReplyTests : IDisposable
{
    const string New = "n4f00d";
    readonly ReplyHall hall = new();

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task A_reply_that_is_sent_stands_in_the_list_with_all_that_was_answered()
    {
        await hall.FillAsync(New, "王　刚", ("arrivalMode", "train"), ("arrivalService", "g1234次"), ("arrivalTerminal", "齐南"), ("arrivalDay", "2026-11-22"), ("arrivalHour", "14:30"), (ReplyFields.Arrival.Ride, ReplyFields.Yes),
            (ReplyFields.Lodging, ReplyFields.Yes), (ReplyFields.Room, "twin"), (ReplyFields.Roommate, "李娜"), (ReplyFields.StayFrom, "2026-11-22"), (ReplyFields.StayTo, "2026-11-24"), (ReplyFields.Meals, "lunch dinner"), (ReplyFields.Signs, ReplyFields.Yes));
        Assert.Equal(new SendReplyResult.Sent(1, 0, 0), await hall.SendAsync());
        var person = Assert.Single(hall.People());
        Assert.Equal(("王刚", "15400001234", StageRoles.Signs, AttendeeSource.Reply), (person.Name, person.Phone, person.SaidRoles, person.Source));
        Assert.Equal((TravelMode.Train, "G1234", "齐齐哈尔南", new DateTime(2026, 11, 22, 6, 30, 0), true), (person.Journeys[0].Mode, person.Journeys[0].ServiceNo, person.Journeys[0].Terminal, person.Journeys[0].At, person.Journeys[0].NeedsRide));
        Assert.Equal((true, RoomKind.Twin, "李娜", Meals.Lunch | Meals.Dinner), (person.Stay!.Needed, person.Stay.Room, person.Stay.Roommate, person.Stay.Meals));
        Assert.Equal((ConsentPurpose.Notice, ConsentState.Yes), (person.Consents.Single().Purpose, person.Consents.Single().State));
        var row = await hall.RowAsync();
        Assert.Equal((ReplyState.Replied, 1, 0), (row.State, row.People, row.Unsent));
    }

    [Fact]
    public async Task A_card_keeps_its_key_once_its_person_is_in_the_list_and_shows_the_cleaned_answers()
    {
        await hall.FillAsync(New, "王　刚", ("arrivalMode", "undecided"), ("arrivalAskAgain", "2026-11-15"));
        await hall.SendAsync();
        var person = Assert.Single((await hall.ViewAsync()).People);
        Assert.Equal((New, "王刚", "2026-11-15", true), (person.Key, person.Answers[ReplyFields.Name], person.Answers["arrivalAskAgain"], person.Listed));
        Assert.Empty(person.Pending);
        Assert.Equal(new SendReplyResult.Sent(0, 0, 0), await hall.SendAsync());
    }

    [Fact]
    public async Task What_is_missing_is_named_question_by_question_and_nothing_is_sent()
    {
        await hall.TypeAsync(New, ReplyFields.Name, "王刚");
        await hall.TypeAsync(New, ReplyFields.Phone, "12345");
        var refused = Assert.IsType<SendReplyResult.Refused>(await hall.SendAsync());
        Assert.Equal([" contactName Missing", " contactPhone Missing", " informed Missing", $"{New} arrivalMode Missing", $"{New} lodging Missing", $"{New} phone NotAMobile", $"{New} post Missing"],
            refused.Problems.Select(p => $"{p.Person} {p.Field} {p.Problem}").Order());
        Assert.Empty(hall.People());
    }

    [Fact]
    public async Task The_terminal_is_asked_for_once_a_service_is_given_and_a_ride_is_wanted()
    {
        await hall.FillAsync(New, "王刚", ("arrivalMode", "train"), ("arrivalService", "G1234"), (ReplyFields.Arrival.Ride, ReplyFields.Yes));
        Assert.Equal("RideWithoutTerminal", Assert.Single(Assert.IsType<SendReplyResult.Refused>(await hall.SendAsync()).Problems).Problem);
        await hall.TypeAsync(New, ReplyFields.Arrival.Ride, "", ReplyFields.Yes);
        Assert.Equal((ReplyFields.Arrival.Ride, "Missing"), Only(await hall.SendAsync()));
        await hall.TypeAsync(New, ReplyFields.Arrival.Ride, ReplyFields.No);
        Assert.IsType<SendReplyResult.Sent>(await hall.SendAsync());
    }

    [Fact]
    public async Task An_undecided_journey_says_when_to_ask_again_on_a_day_that_is_to_come()
    {
        await hall.FillAsync(New, "王刚", ("arrivalMode", "undecided"));
        Assert.Equal(("arrivalAskAgain", "Missing"), Only(await hall.SendAsync()));
        await hall.TypeAsync(New, "arrivalAskAgain", "2026-11-09");
        Assert.Equal(("arrivalAskAgain", "DayIsPast"), Only(await hall.SendAsync()));
        await hall.TypeAsync(New, "arrivalAskAgain", "2026-11-12", "2026-11-09");
        Assert.IsType<SendReplyResult.Sent>(await hall.SendAsync());
        Assert.False((await hall.RowAsync()).Lacks.ContainsKey(OpenPoint.AskAgain));
        hall.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await hall.RowAsync()).Lacks[OpenPoint.AskAgain]);
    }

    [Fact]
    public async Task A_unit_makes_nobody_a_leader_and_keeps_whom_the_organisers_made_one()
    {
        var known = hall.Rosters.Add("赵云峰", hall.Rosters.University, a => a.Category = AttendeeCategory.Leader);
        await hall.FillAsync($"a{known.Id}", "赵云峰", (ReplyFields.Phone, "15400005678"));
        await hall.FillAsync(New, "王刚", (ReplyFields.Category, "leader"));
        Assert.Equal((ReplyFields.Category, "NotOffered"), Only(await hall.SendAsync()));
        await hall.TypeAsync(New, ReplyFields.Category, "expert", "leader");
        await hall.SendAsync();
        Assert.Equal([AttendeeCategory.Leader, AttendeeCategory.Expert], hall.People().Select(p => p.Category));
    }

    [Fact]
    public async Task What_staff_cannot_know_yet_is_an_open_point_and_no_obstacle()
    {
        await hall.FillAsync(New, "王刚", ("arrivalMode", "undecided"));
        Assert.IsType<SendReplyResult.Sent>(await hall.SendAsync(by: "小松"));
        Assert.Equal(1, (await hall.RowAsync()).Lacks[OpenPoint.AskAgain]);
    }

    [Theory]
    [InlineData(ReplyFields.Name, " ", "Missing"), InlineData(ReplyFields.Name, "待定", "Missing"), InlineData(ReplyFields.Name, "１５４００００１２３４", "DigitInName"), InlineData(ReplyFields.Post, "\u3000", "Missing")]
    public async Task What_says_nothing_once_it_is_cleaned_is_missing(string field, string text, string problem)
    {
        await hall.FillAsync(New, "王刚");
        await hall.TypeAsync(New, field, text, field == ReplyFields.Name ? "王刚" : "科研管理人员");
        Assert.Contains((field, problem), Assert.IsType<SendReplyResult.Refused>(await hall.SendAsync()).Problems.Select(p => (p.Field, p.Problem)));
    }

    [Fact]
    public async Task A_number_that_a_listed_person_shares_with_a_new_one_is_the_contacts_too()
    {
        var known = hall.Rosters.Add("赵云峰", hall.Rosters.University, a =>
        {
            (a.Post, a.Phone, a.Stay) = ("科长", "15400001234", new() { Needed = false });
            a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Local });
        });
        await hall.FillAsync(New, "王刚");
        await hall.SendAsync();
        Assert.All(hall.People(), person => Assert.Equal((null, "15400001234"), (person.Phone, person.ContactPhone)));
        Assert.Equal(known.Id, hall.People()[0].Id);
    }

    static (string, string) Only(SendReplyResult result)
    {
        var problem = Assert.Single(Assert.IsType<SendReplyResult.Refused>(result).Problems);
        return (problem.Field, problem.Problem);
    }

    [Fact]
    public async Task More_people_than_places_are_asked_why_and_then_taken()
    {
        foreach (var key in (string[])["n1a", "n2a", "n3a"]) await hall.FillAsync(key, "王刚" + key[1] switch { '1' => "甲", '2' => "乙", _ => "丙" }, (ReplyFields.Phone, "1540000123" + key[1]));
        Assert.Equal("OverQuota", Assert.Single(Assert.IsType<SendReplyResult.Refused>(await hall.SendAsync()).Problems).Problem);
        await hall.TypeAsync("", ReplyFields.OverQuota, "两位专家要发言");
        Assert.IsType<SendReplyResult.Sent>(await hall.SendAsync());
        Assert.Equal("两位专家要发言", (await hall.RowAsync()).OverQuotaReason);
    }

    [Fact]
    public async Task What_the_invoice_bears_is_kept_without_the_blanks_and_a_wrong_tax_number_is_named()
    {
        await hall.FillAsync(New, "王刚");
        await hall.TypeAsync("", ReplyFields.InvoiceTitle, "哈尔滨理工大学");
        await hall.TypeAsync("", ReplyFields.TaxNumber, "9123 0100");
        Assert.Equal((ReplyFields.TaxNumber, "NotATaxNumber"), Only(await hall.SendAsync()));
        await hall.TypeAsync("", ReplyFields.TaxNumber, "9123 0100 mA18-C2F0 0X", "9123 0100");
        await hall.SendAsync();
        var answers = (await hall.ViewAsync()).Answers;
        Assert.Equal(("哈尔滨理工大学", "91230100MA18C2F00X"), (answers[ReplyFields.InvoiceTitle], answers[ReplyFields.TaxNumber]));
    }

    [Fact]
    public async Task One_number_on_two_people_is_the_contacts_and_nobodys_own()
    {
        await hall.FillAsync("n1a", "王刚");
        await hall.FillAsync("n2a", "李娜");
        await hall.SendAsync();
        Assert.All(hall.People(), person => Assert.Equal((null, "15400001234"), (person.Phone, person.ContactPhone)));
    }

    [Fact]
    public async Task A_person_taken_away_is_cancelled_and_stays_in_the_records()
    {
        var known = hall.Rosters.Add("赵云峰", hall.Rosters.University);
        await hall.FillAsync(New, "王刚");
        await hall.TypeAsync($"a{known.Id}", ReplyFields.Gone, ReplyFields.Yes);
        Assert.Equal(new SendReplyResult.Sent(1, 0, 1), await hall.SendAsync());
        Assert.Equal(AttendeeState.Cancelled, hall.People().Single(p => p.Id == known.Id).State);
        Assert.Equal("王刚", Assert.Single((await hall.ViewAsync()).People).Answers[ReplyFields.Name]);
    }

    [Fact]
    public async Task A_unit_that_does_not_come_says_why_and_its_people_are_cancelled()
    {
        hall.Rosters.Add("赵云峰", hall.Rosters.University);
        await hall.TypeAsync("", ReplyFields.Declined, ReplyFields.Yes);
        Assert.IsType<SendReplyResult.Refused>(await hall.SendAsync());
        await hall.TypeAsync("", ReplyFields.DeclineReason, "与校庆冲突");
        Assert.IsType<SendReplyResult.Declined>(await hall.SendAsync());
        var row = await hall.RowAsync();
        Assert.Equal((ReplyState.Declined, 0, "与校庆冲突"), (row.State, row.People, row.DeclineReason));
        Assert.Equal("与校庆冲突", Assert.Single(hall.People()).StateReason);
    }

    [Fact]
    public async Task Each_change_is_told_in_the_persons_history_with_before_and_after_and_a_masked_phone()
    {
        var known = hall.Rosters.Add("赵云峰", hall.Rosters.University, a => (a.Post, a.Phone) = ("科长", "15400005678"));
        await hall.FillAsync($"a{known.Id}", "赵云峰");
        await hall.SendAsync();
        await using var db = hall.Rosters.Database.CreateDbContext();
        var entry = await db.Set<AuditEntry>().SingleAsync(e => e.What == "attendee-changed", TestContext.Current.CancellationToken);
        var changes = FieldChange.Parse(await db.Set<AuditDetail>().Where(d => d.EntryId == entry.Id).Select(d => d.Details).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("回执 哈理工", RegistrationSets.Subject(known.Id)), (entry.Who, entry.SubjectId));
        Assert.Contains(new FieldChange("Post", "科长", "科研管理人员"), changes);
        Assert.Contains(new FieldChange("Phone", "154****5678", "154****1234"), changes);
    }

    [Fact]
    public async Task What_an_import_knew_and_the_form_does_not_ask_survives()
    {
        var known = hall.Rosters.Add("赵云峰", hall.Rosters.University, a =>
        {
            (a.IsHead, a.Lodging, a.Roles, a.ContactPhone) = (true, "单间 308", StageRoles.Presides, "15400007777");
            a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, ServiceNo = "D6902", ServiceAlias = "D6903", At = new(2026, 11, 22, 6, 30, 0) });
        });
        await hall.FillAsync($"a{known.Id}", "赵云峰", (ReplyFields.Phone, "15400007777"), (ReplyFields.Lodging, ReplyFields.Yes), ("arrivalMode", "train"), (ReplyFields.Arrival.Ride, ReplyFields.No));
        await hall.SendAsync();
        var person = Assert.Single(hall.People());
        Assert.Equal((true, "单间 308", StageRoles.Presides, "15400007777"), (person.IsHead, person.Lodging, person.Roles, person.ContactPhone));
        Assert.Equal(("D6902", "D6903", TravelMode.Train), (person.Journeys[0].ServiceNo, person.Journeys[0].ServiceAlias, person.Journeys[0].Mode));
    }
}
