using Microsoft.AspNetCore.Identity;
using Shared.Access;

namespace Shared.Tests.Access;

public sealed class RememberedChoiceTests : IDisposable
{
    readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_last_choice_of_an_account_is_remembered_and_no_others()
    {
        var (one, other) = (new IdentityUser("one"), new IdentityUser("other"));
        database.Add(one, other);
        var (remember, remembered) = (new RememberChoice(database), new RememberedChoice(database));
        foreach (var value in (string[])["Pinyin", "NameStrokes"]) await remember.RunAsync(one.Id, "attendee-order", value, TestContext.Current.CancellationToken);
        Assert.Equal("NameStrokes", await remembered.ReadAsync(one.Id, "attendee-order", TestContext.Current.CancellationToken));
        Assert.Null(await remembered.ReadAsync(other.Id, "attendee-order", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_account_that_is_gone_remembers_nothing() =>
        await new RememberChoice(database).RunAsync("nobody", "attendee-order", "Pinyin", TestContext.Current.CancellationToken);
}
