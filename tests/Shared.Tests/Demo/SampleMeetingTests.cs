using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Tests.Demo;

/// <summary>Every count that the sample meeting promises.</summary>
public sealed class SampleMeetingTests(SampleHall hall) : IClassFixture<SampleHall>
{
    [Fact]
    public void It_has_74_member_units_of_every_council_rank_and_8_further_bodies()
    {
        Assert.Equal([1, 8, 15, 20, 30], Enum.GetValues<CouncilRank>().Select(rank => hall.Units.Count(u => u.CouncilRank == rank)));
        Assert.Equal(8, hall.Units.Count(u => u.CouncilRank is null));
        Assert.Equal("粤港澳大湾区金属新材料产业联盟", Assert.Single(hall.Units, u => u.Basis == MembershipBasis.Explicit).Organisation!.FullName);
        Assert.Equal("重型铸造", Assert.Single(hall.Units, u => u.Basis == MembershipBasis.Implied).Organisation!.ShortName);
    }

    [Fact]
    public void Fifty_units_are_invented_and_their_names_have_6_to_28_characters()
    {
        var names = hall.Units.Where(u => u.CouncilRank is not null).Select(u => u.Organisation!.FullName).Where(name => name.StartsWith("演示", StringComparison.Ordinal)).ToList();
        Assert.Equal(50, names.Count);
        var lengths = names.Select(name => name.Count(c => c is >= '一' and <= '鿿')).ToList();
        Assert.Equal((6, 28), (lengths.Min(), lengths.Max()));
    }

    [Fact]
    public void All_74_units_send_someone_and_158_people_come()
    {
        var sizes = hall.Units.Where(u => u.CouncilRank is not null).Select(u => hall.Attendees.Count(a => a.UnitId == u.Id)).CountBy(size => size).ToDictionary();
        Assert.Equal(158, hall.Attendees.Count);
        Assert.Equal(new Dictionary<int, int> { [1] = 32, [2] = 30, [4] = 8, [6] = 4 }, sizes.OrderBy(s => s.Key).ToDictionary());
    }

    [Fact]
    public void Every_reply_that_came_is_one_that_the_form_would_have_sent()
    {
        using var db = hall.Database.CreateDbContext();
        var rules = db.Set<ReplyRules>().Single();
        Assert.All(db.Replies().Where(r => r.RepliedAt != null).ToList(), reply =>
        {
            var unit = hall.Units.Single(u => u.Id == reply.UnitId);
            Assert.Equal(hall.Attendees.Count(a => a.UnitId == unit.Id) > rules.Places(unit.CouncilRank), reply.OverQuotaReason is not null);
            Assert.True(reply is { ContactName: not null, ContactPhone: not null, InformedAt: not null });
        });
    }

    [Fact]
    public void Categories_add_up()
    {
        Assert.Equal([6, 8, 12, 118, 14, 0, 0], Enum.GetValues<AttendeeCategory>().Select(category => hall.Attendees.Count(a => a.Category == category)));
        Assert.Equal(10, hall.Attendees.Count(a => hall.UnitOf(a).CouncilRank is null));
        Assert.All(hall.Attendees.Where(a => hall.UnitOf(a).CouncilRank is null), a => Assert.True(a.Category is AttendeeCategory.Leader or AttendeeCategory.Expert));
        Assert.All(hall.Attendees.Where(a => a.Category == AttendeeCategory.ViceChair), a => Assert.True(hall.UnitOf(a).CouncilRank <= CouncilRank.ViceChair));
    }

    [Fact]
    public void Of_nine_people_two_are_women() =>
        Assert.Equal((123, 35), (hall.Attendees.Count(a => a.Gender == Gender.Male), hall.Attendees.Count(a => a.Gender == Gender.Female)));

    [Fact]
    public void Nine_speak_nineteen_sign_and_eleven_receive()
    {
        int With(StageRoles role) => hall.Attendees.Count(a => a.Roles.HasFlag(role));
        Assert.Equal((9, 19, 11), (With(StageRoles.Speaks), With(StageRoles.Signs), With(StageRoles.Receives)));
        Assert.Equal(6, hall.Attendees.Count(a => a.Category == AttendeeCategory.Expert && a.Roles == StageRoles.Speaks));
        Assert.Equal(["沈铸所", "重型铸造"], hall.Attendees.Where(a => a.Roles == StageRoles.Signs && !IsInvented(a)).Select(a => hall.UnitOf(a).Organisation!.ShortName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void People_of_bodies_that_exist_have_neutral_posts_only() =>
        Assert.Equal(["参会代表", "技术人员", "科研管理人员"], hall.Attendees.Where(a => !IsInvented(a)).Select(a => a.Post).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nine_have_a_diet_of_their_own_with_their_consent()
    {
        await using var db = hall.Database.CreateDbContext();
        var diets = await db.Diets().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([4, 3, 2], new[] { DietKind.Halal, DietKind.Vegetarian, DietKind.Allergy }.Select(kind => diets.Count(d => d.Kind == kind)));
        Assert.Equal(9, diets.Count(d => d.Consent == ConsentState.Yes));
    }

    [Fact]
    public void Every_purpose_of_consent_has_yes_no_and_unknown_but_all_saw_the_notice()
    {
        int Said(ConsentPurpose purpose, ConsentState state) => hall.Attendees.Count(a => a.Consents.Exists(c => c.Purpose == purpose && c.State == state));
        Assert.Equal(158, Said(ConsentPurpose.Notice, ConsentState.Yes));
        foreach (var purpose in (ConsentPurpose[])[ConsentPurpose.PublishedList, ConsentPurpose.PublicScreen, ConsentPurpose.Photograph])
            Assert.True(Said(purpose, ConsentState.Yes) > 100 && Said(purpose, ConsentState.No) > 5 && Said(purpose, ConsentState.Yes) + Said(purpose, ConsentState.No) < 158);
    }

    [Fact]
    public void Fourteen_staff_and_four_journalists_stand_outside_every_count()
    {
        Assert.Equal(14, hall.Staff.Count(s => s.Nickname is not null));
        Assert.Equal(4, hall.Staff.Count(s => s.Nickname is null));
        Assert.All(hall.Staff, s => Assert.DoesNotContain(hall.Attendees, a => a.Name == s.Name || a.Phone == s.Phone));
    }

    [Fact]
    public void Every_unit_has_a_liaison_with_a_nickname_and_none_answers_for_more_than_eight()
    {
        Assert.All(hall.Units, u => Assert.NotNull(hall.Staff.Single(s => s.Id == u.LiaisonId).Nickname));
        Assert.True(hall.Units.CountBy(u => u.LiaisonId!.Value).Max(pair => pair.Value) <= 8);
    }

    [Fact]
    public void It_is_marked_as_invented_and_tells_what_is_done_with_the_data()
    {
        Assert.True(hall.Meeting.IsSample);
        Assert.Equal((2026, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24)), (hall.Meeting.Year, hall.Meeting.FirstDay, hall.Meeting.LastDay));
        Assert.Contains(hall.Meeting.LegalBody!, hall.Meeting.PrivacyNotice!);
        Assert.True(hall.Meeting.FrozenAt < hall.Clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Everyone_has_a_badge_numbered_in_list_order_and_twelve_lie_spare()
    {
        await using var db = hall.Database.CreateDbContext();
        Assert.Equal(12, await db.Badges().CountAsync(b => b.AttendeeId == null, TestContext.Current.CancellationToken));
        var badges = await db.Badges().Where(b => b.AttendeeId != null).ToDictionaryAsync(b => b.AttendeeId!.Value, TestContext.Current.CancellationToken);
        Assert.Equal(158, badges.Count);
        foreach (var letter in hall.Attendees.GroupBy(a => badges[a.Id].Number[0]))
            Assert.Equal(letter.Select(a => badges[a.Id].Number).Order(StringComparer.Ordinal), letter.Select(a => badges[a.Id].Number));
    }

    bool IsInvented(Attendee attendee) => hall.UnitOf(attendee).Organisation!.FullName.StartsWith("演示", StringComparison.Ordinal);
}
