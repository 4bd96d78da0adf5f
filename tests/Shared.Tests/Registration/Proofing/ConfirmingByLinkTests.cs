using Shared.Registration;
using Shared.Registration.Proofing;
using Shared.Tests.Registration.Replies;

namespace Shared.Tests.Registration.Proofing;

public sealed class ConfirmingByLinkTests : IDisposable
{
    readonly ReplyHall hall = new();

    Task<ConfirmProofResult> ConfirmAsync(string? version, string? name = "李娜", string? by = null) =>
        new ConfirmProof(hall.Rosters.Database, hall.Audit, hall.Live).RunAsync(hall.Link.ReplyId, version, name, by, TestContext.Current.CancellationToken);

    async Task<ProofUnit> SentAsync()
    {
        await hall.FillAsync("n1", "赵云峰");
        await hall.SendAsync();
        return (await hall.ViewAsync()).Proof!;
    }

    void Rename(string name)
    {
        using var db = hall.Rosters.Database.CreateDbContext();
        db.Attendees().Single().Name = name;
        db.SaveChanges();
    }

    [Fact]
    public async Task Before_a_reply_was_sent_there_is_nothing_to_confirm()
    {
        hall.Rosters.Add("赵云峰", hall.Rosters.University);
        Assert.Null((await hall.ViewAsync()).Proof);
        Assert.Equal(ConfirmProofResult.NothingToConfirm, await ConfirmAsync("any"));
    }

    [Fact]
    public async Task The_contact_confirms_what_was_shown_and_tracking_says_who_and_when()
    {
        var shown = await SentAsync();
        Assert.Null((await hall.RowAsync()).Proof);
        Assert.Equal(ConfirmProofResult.Confirmed, await ConfirmAsync(shown.Version));
        Assert.Equal(("李娜", null, true), (await hall.RowAsync()).Proof is { } mark ? (mark.By, mark.EnteredBy, mark.Stands) : default);
    }

    [Fact]
    public async Task What_changed_while_the_page_was_open_is_not_confirmed_unseen()
    {
        var shown = await SentAsync();
        Rename("赵云锋");
        Assert.Equal(ConfirmProofResult.Changed, await ConfirmAsync(shown.Version));
        Assert.Null((await hall.ViewAsync()).Proof!.Mark(ProofRound.Unit));
    }

    [Fact]
    public async Task A_name_that_changes_later_asks_the_unit_again()
    {
        await ConfirmAsync((await SentAsync()).Version);
        Rename("赵云锋");
        Assert.Equal(["赵云锋"], (await hall.RowAsync()).Proof!.Changed);
        Assert.Equal(ConfirmProofResult.Confirmed, await ConfirmAsync((await hall.ViewAsync()).Proof!.Version));
        Assert.True((await hall.RowAsync()).Proof!.Stands);
    }

    [Fact]
    public async Task Without_a_name_the_replys_contact_stands_for_it_and_staff_are_named_beside_it()
    {
        await ConfirmAsync((await SentAsync()).Version, name: " ", by: "小松");
        Assert.Equal(("李娜", "小松"), (await hall.RowAsync()).Proof is { } mark ? (mark.By, mark.EnteredBy) : default);
    }

    public void Dispose() => hall.Dispose();
}
