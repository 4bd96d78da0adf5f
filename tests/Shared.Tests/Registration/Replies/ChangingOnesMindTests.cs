using Microsoft.EntityFrameworkCore;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Tests.Registration.Replies;

/// <summary>A unit that answers otherwise than before: it does not come and comes after all, sends somebody else, says another way of coming.</summary>
public sealed class ChangingOnesMindTests : IDisposable
{
    const string New = "n4f00d";
    readonly ReplyHall hall = new();

    public void Dispose() => hall.Dispose();

    async Task DeclineAsync(string yes = ReplyFields.Yes)
    {
        await hall.TypeAsync("", ReplyFields.Declined, yes, yes.Length == 0 ? ReplyFields.Yes : "");
        if (yes.Length > 0) await hall.TypeAsync("", ReplyFields.DeclineReason, "与校庆冲突");
    }

    [Fact]
    public async Task A_unit_that_comes_after_all_has_the_same_people_with_their_pages_and_consents()
    {
        await hall.FillAsync(New, "王刚");
        await hall.SendAsync();
        var before = Assert.Single(hall.People());
        var page = Assert.Single(await LinksAsync());
        await DeclineAsync();
        await hall.SendAsync();
        Assert.Equal(AttendeeState.Cancelled, Assert.Single(hall.People()).State);
        Assert.Equal("王刚", Assert.Single((await hall.ViewAsync()).People).Answers[ReplyFields.Name]);
        await DeclineAsync("");
        Assert.Equal(new SendReplyResult.Sent(1, 0, 0), await hall.SendAsync());
        var back = Assert.Single(hall.People());
        Assert.Equal((before.Id, AttendeeState.Confirmed, null, 1), (back.Id, back.State, back.StateReason, back.Consents.Count));
        Assert.Equal(page, Assert.Single(await LinksAsync()));
        Assert.Equal((ReplyState.Replied, 1), ((await hall.RowAsync()).State, (await hall.RowAsync()).People));
    }

    [Fact]
    public async Task Somebody_cancelled_before_the_unit_declined_stays_cancelled_when_it_comes_after_all()
    {
        var gone = hall.Rosters.Add("赵云峰", hall.Rosters.University);
        await hall.FillAsync(New, "王刚");
        await hall.TypeAsync($"a{gone.Id}", ReplyFields.Gone, ReplyFields.Yes);
        await hall.SendAsync();
        await DeclineAsync();
        await hall.SendAsync();
        await DeclineAsync("");
        await hall.SendAsync();
        Assert.Equal([AttendeeState.Cancelled, AttendeeState.Confirmed], hall.People().Select(p => p.State));
    }

    [Fact]
    public async Task What_was_typed_of_people_waits_while_the_unit_does_not_come()
    {
        await hall.FillAsync(New, "王刚");
        await DeclineAsync();
        Assert.IsType<SendReplyResult.Declined>(await hall.SendAsync());
        Assert.Empty(hall.People());
        await DeclineAsync("");
        Assert.Equal(new SendReplyResult.Sent(1, 0, 0), await hall.SendAsync());
        Assert.Equal("王刚", Assert.Single(hall.People()).Name);
    }

    [Fact]
    public async Task An_overtyped_name_is_sent_only_once_it_is_said_who_bears_it()
    {
        var known = hall.Rosters.Add("赵云峰", hall.Rosters.University);
        await hall.FillAsync($"a{known.Id}", "赵云锋");
        Assert.Equal([(ReplyFields.Renamed, "Missing")], Problems(await hall.SendAsync()));
        await hall.TypeAsync($"a{known.Id}", ReplyFields.Renamed, ReplyFields.Same);
        Assert.Equal(new SendReplyResult.Sent(0, 1, 0), await hall.SendAsync());
        Assert.Equal((known.Id, "赵云锋"), (Assert.Single(hall.People()).Id, hall.People()[0].Name));
        Assert.Empty((await hall.ViewAsync()).People[0].Pending);
    }

    [Fact]
    public async Task Somebody_else_under_an_overtyped_name_takes_the_place_without_consents_roles_or_page_of_the_first()
    {
        await hall.FillAsync(New, "赵云峰", (ReplyFields.Lodging, ReplyFields.Yes), (ReplyFields.Signs, ReplyFields.Yes));
        await hall.SendAsync();
        var first = hall.People()[0];
        var page = Assert.Single(await LinksAsync());
        await hall.TypeAsync(New, ReplyFields.Name, "李娜", "赵云峰");
        await hall.TypeAsync(New, ReplyFields.Renamed, ReplyFields.Other);
        Assert.Equal([(ReplyFields.Post, "Missing"), (ReplyFields.Phone, "PhoneOfAnother")], Problems(await SendWithoutPostAsync()));
        await hall.TypeAsync(New, ReplyFields.Post, "主任");
        await hall.TypeAsync(New, ReplyFields.Phone, "15400004321", "15400001234");
        await hall.SendAsync();
        var (old, substitute) = (hall.People()[0], hall.People()[1]);
        Assert.Equal((first.Id, "赵云峰", AttendeeState.Replaced), (old.Id, old.Name, old.State));
        Assert.Equal(("李娜", "主任", "15400004321", (int?)first.Id, StageRoles.None, true), (substitute.Name, substitute.Post, substitute.Phone, substitute.SubstitutesForId, substitute.SaidRoles, substitute.Stay!.Needed));
        Assert.Equal("李娜", Assert.Single((await hall.ViewAsync()).People).Answers[ReplyFields.Name]);
        Assert.Equal(New, (await hall.ViewAsync()).People[0].Key);
        Assert.NotEqual(page, Assert.Single(await LinksAsync()));
    }

    async Task<SendReplyResult> SendWithoutPostAsync()
    {
        await hall.TypeAsync(New, ReplyFields.Post, "", "科研管理人员");
        return await hall.SendAsync();
    }

    [Fact]
    public async Task After_the_deadline_a_name_and_who_bears_it_are_accepted_together()
    {
        await hall.FillAsync(New, "赵云峰");
        await hall.SendAsync();
        hall.PassDeadline();
        await hall.TypeAsync(New, ReplyFields.Name, "李娜", "赵云峰");
        await hall.TypeAsync(New, ReplyFields.Renamed, ReplyFields.Other);
        await hall.TypeAsync(New, ReplyFields.Phone, "15400004321", "15400001234");
        await hall.SendAsync();
        await hall.DecideAsync(true, (await hall.RequestsAsync())[0].Changes.Single(c => c.Field == ReplyFields.Name).Id);
        Assert.Equal([("赵云峰", AttendeeState.Replaced), ("李娜", AttendeeState.Confirmed)], hall.People().Select(p => (p.Name, p.State)));
        Assert.Empty(await hall.RequestsAsync());
    }

    [Fact]
    public async Task What_the_form_asks_no_more_is_no_answer()
    {
        await hall.FillAsync(New, "王刚", ("arrivalMode", "train"), ("arrivalService", "G1234"), ("arrivalTerminal", "齐南"), (ReplyFields.Arrival.Ride, ReplyFields.Yes), ("arrivalDay", "2026-11-22"),
            (ReplyFields.Lodging, ReplyFields.Yes), (ReplyFields.Room, "twin"), (ReplyFields.StayFrom, "2026-11-24"), (ReplyFields.StayTo, "2026-11-22"));
        await hall.TypeAsync(New, "arrivalMode", "local", "train");
        await hall.TypeAsync(New, ReplyFields.Lodging, ReplyFields.No, ReplyFields.Yes);
        Assert.Equal(new SendReplyResult.Sent(1, 0, 0), await hall.SendAsync());
        var (way, stay) = (hall.People()[0].Journeys[0], hall.People()[0].Stay!);
        Assert.Equal((TravelMode.Local, null, null, null, null), (way.Mode, way.ServiceNo, way.Terminal, way.NeedsRide, way.At));
        Assert.Equal((false, null, null), (stay.Needed, stay.Room, stay.From));
    }

    async Task<IReadOnlyList<string>> LinksAsync() => [.. (await new UnitLinks(hall.Rosters.Database, hall.Key).ReadAsync(hall.Link.ReplyId, TestContext.Current.CancellationToken)).Select(l => l.Link.Address)];

    static List<(string, string)> Problems(SendReplyResult result) => [.. Assert.IsType<SendReplyResult.Refused>(result).Problems.Select(p => (p.Field, p.Problem))];
}
