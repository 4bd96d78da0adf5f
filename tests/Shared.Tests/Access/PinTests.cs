using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shared.Access;

namespace Shared.Tests.Access;

public sealed class PinTests : IDisposable
{
    const string Right = "284913", Wrong = "739104";
    readonly TestDatabase database = new();
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
    readonly string userId;

    public PinTests()
    {
        using var db = database.CreateDbContext();
        var user = new IdentityUser("staff-1");
        db.Users.Add(user);
        db.Add(new Account { UserId = userId = user.Id, DisplayName = "小松", Joined = true, PinHash = Pin.Hash(Right) });
        db.SaveChanges();
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    Task<CheckPinResult> TryAsync(string? pin) => new CheckPin(database, new AuditTrail(database, clock)).RunAsync(userId, pin, Stop);

    async Task<List<CheckPinResult>> TryAsync(string pin, int times)
    {
        List<CheckPinResult> results = [];
        for (var i = 0; i < times; i++) results.Add(await TryAsync(pin));
        return results;
    }

    [Fact]
    public async Task Five_wrong_ones_lock_for_five_minutes_against_the_right_one_too_and_the_trail_says_so()
    {
        Assert.Equal([CheckPinResult.Wrong, CheckPinResult.Wrong, CheckPinResult.Wrong, CheckPinResult.Wrong, CheckPinResult.Locked], await TryAsync(Wrong, 5));
        Assert.Equal(CheckPinResult.Locked, await TryAsync(Right));
        clock.Advance(CheckPin.Locks - TimeSpan.FromSeconds(1));
        Assert.Equal(CheckPinResult.Locked, await TryAsync(Right));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(CheckPinResult.Right, await TryAsync(Right));
        await using var db = database.CreateDbContext();
        Assert.Equal(("小松", "staff-1"), await db.AuditEntries().Where(e => e.What == "pin-locked").Select(e => ValueTuple.Create(e.Who, e.SubjectId)).SingleAsync(Stop));
    }

    [Fact]
    public async Task The_right_one_begins_the_count_anew()
    {
        await TryAsync(Wrong, 4);
        Assert.Equal(CheckPinResult.Right, await TryAsync(Right));
        Assert.All(await TryAsync(Wrong, 4), result => Assert.Equal(CheckPinResult.Wrong, result));
        Assert.Equal(CheckPinResult.Right, await TryAsync(Right));
    }

    [Fact]
    public async Task Many_tries_at_one_moment_are_no_more_than_five()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => TryAsync($"{700000 + (i * 37)}"), Stop)));
        Assert.Equal(4, results.Count(result => result == CheckPinResult.Wrong));
        Assert.Equal(36, results.Count(result => result == CheckPinResult.Locked));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("28491")]
    [InlineData("2849133")]
    [InlineData("28491３")]
    public async Task What_cannot_be_a_PIN_is_wrong_and_counts_as_no_try(string? typed)
    {
        for (var i = 0; i < 6; i++) Assert.Equal(CheckPinResult.Wrong, await TryAsync(typed));
        Assert.Equal(CheckPinResult.Right, await TryAsync(Right));
    }

    [Fact]
    public async Task Who_is_disabled_or_set_none_has_no_PIN()
    {
        await using var db = database.CreateDbContext();
        await db.Accounts().ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, clock.GetUtcNow().UtcDateTime), Stop);
        Assert.Equal(CheckPinResult.NoPin, await TryAsync(Right));
        await db.Accounts().ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, (DateTime?)null).SetProperty(a => a.PinHash, (string?)null), Stop);
        Assert.Equal(CheckPinResult.NoPin, await TryAsync(Right));
    }

    [Theory]
    [InlineData("000000", true)]
    [InlineData("121212", true)]
    [InlineData("123123", true)]
    [InlineData("123456", true)]
    [InlineData("890123", true)]
    [InlineData("654321", true)]
    [InlineData("001234", true)]
    [InlineData("284913", false)]
    [InlineData("112233", false)]
    public void What_is_tried_first_is_guessable(string pin, bool guessable) => Assert.Equal(guessable, Pin.IsGuessable(pin, "15400001234"));
}
