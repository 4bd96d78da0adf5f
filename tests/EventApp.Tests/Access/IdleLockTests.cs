using System.Net;
using System.Security.Claims;
using EventApp.Access;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Tests.Access;

public sealed class IdleLockTests : IAsyncDisposable
{
    readonly RunningApp app = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task SetAsync(TimeSpan idle)
    {
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        await db.Sessions().ExecuteUpdateAsync(set => set.SetProperty(s => s.ActiveAt, DateTime.UtcNow - idle), Stop);
    }

    static async Task<HttpStatusCode> OpensAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/meetings", Stop);
        return answer.StatusCode;
    }

    static async Task<HttpStatusCode> PostAsync(HttpClient client, string path)
    {
        using var answer = await client.PostFormAsync("/account", null, [], path);
        return answer.StatusCode;
    }

    [Fact]
    public async Task An_organisers_pages_that_nobody_touched_for_a_quarter_of_an_hour_ask_for_the_password()
    {
        using var client = await app.SignedInAsync("dashu", Roles.Organiser);
        await SetAsync(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
        await SetAsync(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Found, await OpensAsync(client));
    }

    [Fact]
    public async Task Loading_pages_is_no_touch_and_telling_the_server_is_one()
    {
        using var client = await app.SignedInAsync("dashu", Roles.Organiser);
        await SetAsync(TimeSpan.FromMinutes(14));
        await OpensAsync(client);
        Assert.InRange(await IdleAsync(), TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(client, "/session/active"));
        Assert.InRange(await IdleAsync(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Locking_by_hand_locks_at_once_and_needs_the_pages_own_token()
    {
        using var client = await app.SignedInAsync("dashu", Roles.Organiser);
        using (var forged = await client.PostAsync("/session/lock", null, Stop)) Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(client, "/session/lock"));
        Assert.Equal(HttpStatusCode.Found, await OpensAsync(client));
    }

    [Fact]
    public async Task Who_is_no_organiser_is_never_locked()
    {
        using var client = await app.SignedInAsync("xiaosong", "desk@1", Roles.Viewer);
        await SetAsync(TimeSpan.FromHours(9));
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(client));
    }

    [Fact]
    public async Task An_open_page_of_a_locked_session_stands_no_longer()
    {
        using var client = await app.SignedInAsync("dashu", Roles.Organiser);
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        var id = await db.Sessions().Select(s => s.Id).SingleAsync(Stop);
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionTickets.Claim, $"{id}"), new Claim(Grant.ClaimType, Roles.Organiser)], "test"));
        Assert.True(await app.Get<IdleLock>().StandsAsync(user, Stop));
        await SetAsync(TimeSpan.FromMinutes(16));
        Assert.False(await app.Get<IdleLock>().StandsAsync(user, Stop));
    }

    async Task<TimeSpan> IdleAsync()
    {
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(Stop);
        return DateTime.UtcNow - await db.Sessions().Select(s => s.ActiveAt).SingleAsync(Stop);
    }
}
