using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Tests.Registration.Replies;

public sealed class TypingAReplyTests : IDisposable
{
    const string New = "n4f00d";
    readonly ReplyHall hall = new();

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task What_is_typed_is_there_when_the_form_opens_again_and_nobody_is_in_the_list_yet()
    {
        await hall.TypeAsync(New, ReplyFields.Name, "王刚");
        var person = Assert.Single((await hall.ViewAsync()).People);
        Assert.Equal((New, "王刚", false), (person.Key, person.Answers[ReplyFields.Name], person.Listed));
        Assert.Empty(hall.People());
        Assert.Equal(ReplyState.Filling, (await hall.RowAsync()).State);
    }

    [Fact]
    public async Task Who_types_over_what_a_colleague_changed_meanwhile_overwrites_nothing_and_sees_it()
    {
        await hall.TypeAsync(New, ReplyFields.Post, "主任", editor: "甲");
        var taken = Assert.IsType<ReplyEditResult.Taken>(await hall.TypeAsync(New, ReplyFields.Post, "院长", before: "", editor: "乙"));
        Assert.Equal(("主任", "甲"), (taken.Theirs, taken.Editor));
        Assert.Equal("主任", (await hall.ViewAsync()).People[0].Answers[ReplyFields.Post]);
        Assert.IsType<ReplyEditResult.Kept>(await hall.TypeAsync(New, ReplyFields.Post, "院长", before: "主任", editor: "乙"));
    }

    [Fact]
    public async Task The_same_answer_sent_twice_is_kept_once_and_is_no_conflict()
    {
        await hall.TypeAsync(New, ReplyFields.Post, "主任");
        Assert.IsType<ReplyEditResult.Kept>(await hall.TypeAsync(New, ReplyFields.Post, "主任"));
    }

    [Fact]
    public async Task What_the_organiser_changed_meanwhile_is_not_overwritten_either()
    {
        var person = hall.Rosters.Add("赵云峰", hall.Rosters.University, a => a.Post = "科长");
        var taken = Assert.IsType<ReplyEditResult.Taken>(await hall.TypeAsync($"a{person.Id}", ReplyFields.Post, "处长", before: "主任"));
        Assert.Equal("科长", taken.Theirs);
    }

    [Theory]
    [InlineData(ReplyFields.Phone, "演示", "NotAMobile"), InlineData(ReplyFields.Phone, "154-0000-1234", null), InlineData(ReplyFields.Name, "李?", "LostCharacter"), InlineData(ReplyFields.Name, "15400001234", "DigitInName")]
    [InlineData(ReplyFields.Name, "张三、李四", "SeveralNames"), InlineData(ReplyFields.Name, "<b>王刚", null), InlineData("arrivalTerminal", "高铁站", "TerminalUnclear"), InlineData("arrivalService", "我不知道", "ServiceUnknown")]
    [InlineData(ReplyFields.StayFrom, "8月22日", "NotADay")]
    public async Task A_wrong_answer_is_kept_as_it_is_and_named(string field, string text, string? problem)
    {
        Assert.Equal(problem, Assert.IsType<ReplyEditResult.Kept>(await hall.TypeAsync(New, field, text)).Problem);
        Assert.Equal(text, (await hall.ViewAsync()).People[0].Answers[field]);
    }

    [Theory]
    [InlineData("n1", "idNumber", "NoSuchQuestion"), InlineData("", ReplyFields.Name, "NoSuchQuestion"), InlineData("a999", ReplyFields.Name, "NoSuchPerson"), InlineData("n'--", ReplyFields.Name, "NoSuchPerson")]
    public async Task What_no_form_asks_is_not_taken(string person, string field, string problem) =>
        Assert.Equal(problem, Assert.IsType<ReplyEditResult.NotTaken>(await hall.TypeAsync(person, field, "王刚")).Problem);

    [Fact]
    public async Task A_person_of_another_unit_cannot_be_reached_through_the_form()
    {
        var other = hall.Rosters.Add("孙丽", hall.Rosters.AddUnit("重型铸造"));
        Assert.IsType<ReplyEditResult.NotTaken>(await hall.TypeAsync($"a{other.Id}", ReplyFields.Post, "主任"));
    }

    [Fact]
    public async Task Three_hundred_people_pasted_end_at_sixty_and_the_rest_is_told()
    {
        var edits = Enumerable.Range(0, 300).Select(i => new ReplyEdit($"n{i}x", ReplyFields.Name, "", "王刚")).ToList();
        var results = (await new TypeReply(hall.Rosters.Database, hall.Live, hall.Clock).RunAsync(hall.Link.ReplyId, ReplyHall.Clerk, edits, TestContext.Current.CancellationToken))!;
        Assert.Equal(TypeReply.MostNew, results.Count(result => result is ReplyEditResult.Kept));
        Assert.Equal("TooManyPeople", Assert.IsType<ReplyEditResult.NotTaken>(results[^1]).Problem);
    }

    [Fact]
    public async Task An_answer_typed_back_to_what_the_list_holds_waits_no_more()
    {
        var person = hall.Rosters.Add("赵云峰", hall.Rosters.University, a => a.Post = "科长");
        await hall.TypeAsync($"a{person.Id}", ReplyFields.Post, "处长", "科长");
        Assert.Equal([ReplyFields.Post], (await hall.ViewAsync()).People[0].Pending);
        await hall.TypeAsync($"a{person.Id}", ReplyFields.Post, "科长", "处长");
        Assert.Empty((await hall.ViewAsync()).People[0].Pending);
        Assert.Equal(0, (await hall.RowAsync()).Unsent);
    }

    [Fact]
    public async Task Seven_colleagues_typing_at_once_lose_nothing_and_of_one_answer_exactly_one_wins_each_round()
    {
        const int colleagues = 7, rounds = 8;
        var won = 0;
        await Task.WhenAll(Enumerable.Range(0, colleagues).Select(async who =>
        {
            for (var round = 0; round < rounds; round++)
            {
                Assert.IsType<ReplyEditResult.Kept>(await hall.TypeAsync($"n{who}x{round}", ReplyFields.Name, $"王{who}"));
                if (await hall.TypeAsync("n0shared", $"{(round % 2 == 0 ? "post" : "remark")}", $"{who}-{round}", before: "", editor: $"{who}") is ReplyEditResult.Kept) Interlocked.Increment(ref won);
            }
        }));
        var view = await hall.ViewAsync();
        Assert.Equal(colleagues * rounds + 1, view.People.Count);
        Assert.Equal(2, won);
    }

    [Fact]
    public async Task Who_came_last_year_is_proposed_until_a_card_bears_the_name_and_never_added()
    {
        hall.AddLastYear("赵云峰", "孙丽");
        await hall.TypeAsync(New, ReplyFields.Name, "赵云峰");
        Assert.Equal(["孙丽"], (await hall.ViewAsync()).Former.Select(person => person.Name));
        Assert.Empty(hall.People());
    }

    [Fact]
    public async Task Places_follow_the_rank_in_the_council()
    {
        hall.SetRank(CouncilRank.ViceChair);
        Assert.Equal(4, (await hall.ViewAsync()).Places);
    }
}
