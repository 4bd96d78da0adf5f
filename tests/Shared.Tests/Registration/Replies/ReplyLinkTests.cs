using Shared.Registration.Replies;

namespace Shared.Tests.Registration.Replies;

public sealed class ReplyLinkTests : IDisposable
{
    readonly ReplyHall hall = new();

    public void Dispose() => hall.Dispose();

    ReplyPass Pass => new(hall.Rosters.Database, hall.Key, hall.Live, hall.Clock);

    Task<bool> OpensAsync(string? token) => Pass.OpenAsync(hall.Link.ReplyId, token, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_link_opens_its_own_form_and_no_other()
    {
        var other = (await hall.Invite.RunAsync(hall.Rosters.Meeting.Id, [hall.Rosters.Foundry.Id], sent: false, "小松", TestContext.Current.CancellationToken))[0];
        Assert.True(await OpensAsync(hall.Link.Token));
        Assert.False(await OpensAsync(other.Token));
        Assert.False(await OpensAsync("guessed-guessed-guessed-"));
        Assert.False(await OpensAsync(null));
    }

    [Fact]
    public async Task A_unit_invited_again_keeps_its_link()
    {
        var again = await hall.Invite.RunAsync(hall.Rosters.Meeting.Id, [hall.Rosters.University.Id], sent: true, "小松", TestContext.Current.CancellationToken);
        Assert.Equal(hall.Link, Assert.Single(again));
    }

    [Fact]
    public async Task A_renewed_link_ends_the_old_one_and_keeps_what_was_typed()
    {
        await hall.TypeAsync("n1a", ReplyFields.Name, "王刚");
        var renewed = await new RenewReplyLink(hall.Rosters.Database, hall.Key, hall.Audit, hall.Live).RunAsync(hall.Rosters.Meeting.Id, hall.Link.ReplyId, "小松", TestContext.Current.CancellationToken);
        Assert.False(await OpensAsync(hall.Link.Token));
        Assert.True(await OpensAsync(renewed!.Token));
        Assert.Equal("王刚", (await hall.ViewAsync()).People[0].Answers[ReplyFields.Name]);
    }

    [Fact]
    public async Task An_ended_link_opens_nothing_and_is_not_sent_again()
    {
        await new EndReplyLink(hall.Rosters.Database, hall.Audit, hall.Live).RunAsync(hall.Rosters.Meeting.Id, hall.Link.ReplyId, "小松", TestContext.Current.CancellationToken);
        Assert.False(await OpensAsync(hall.Link.Token));
        Assert.Empty(await hall.Invite.RunAsync(hall.Rosters.Meeting.Id, [hall.Rosters.University.Id], sent: true, "小松", TestContext.Current.CancellationToken));
        Assert.True((await hall.RowAsync()).LinkEnded);
    }

    [Fact]
    public async Task Another_meetings_units_get_no_link() =>
        Assert.Empty(await hall.Invite.RunAsync(hall.Rosters.Meeting.Id + 1, [hall.Rosters.University.Id], sent: true, "小松", TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_board_tells_who_was_invited_opened_and_fills_in()
    {
        Assert.Equal([ReplyState.NotSent, ReplyState.Sent], (await hall.BoardAsync()).Rows.Select(row => row.State));
        await OpensAsync(hall.Link.Token);
        Assert.Equal(ReplyState.Opened, (await hall.RowAsync()).State);
        await hall.TypeAsync("n1a", ReplyFields.Name, "王刚");
        Assert.Equal(ReplyState.Filling, (await hall.RowAsync()).State);
    }
}
