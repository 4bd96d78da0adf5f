using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Data;

namespace EventApp.Tests.Access;

/// <summary>Everybody sees on their own page where they are signed in, and ends it there.</summary>
public sealed class OwnSessionsTests : IAsyncDisposable
{
    const string Phone = "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0 Chrome/120";

    readonly RunningApp app = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    T Read<T>(Func<EventDb, T> read)
    {
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        return read(db);
    }

    async Task<HttpClient> OnPhoneAsync(string user)
    {
        var phone = app.Anonymous();
        phone.DefaultRequestHeaders.UserAgent.ParseAdd(Phone);
        Assert.NotNull(await phone.SignInAsync(user, RunningApp.Password));
        return phone;
    }

    static async Task<string> AccountAsync(HttpClient client) => WebUtility.HtmlDecode(await client.GetStringAsync("/account", Stop));

    static async Task<bool> OpensAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/account", Stop);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    int IdOf(string device, string user) => Read(db => db.Sessions().Single(s => s.Device == device && db.Users.Any(u => u.Id == s.UserId && u.UserName == user)).Id);

    static async Task<string> EndAsync(HttpClient client, int id)
    {
        using var answer = await client.PostFormAsync("/account", "end-session", new() { ["Form.Id"] = $"{id}" });
        return answer.Headers.Location!.OriginalString;
    }

    [Fact]
    public async Task Everybody_sees_their_own_sessions_alone_and_ends_one_of_them_at_once()
    {
        using var desk = await app.SignedInAsync("xiaofang", "desk@1");
        using var phone = await OnPhoneAsync("xiaofang");
        using var other = await app.SignedInAsync("dashu", Roles.Organiser);
        var page = await AccountAsync(desk);
        Assert.Contains("微信 · Android", page);
        Assert.Contains("这台设备", page);
        Assert.DoesNotContain("微信", await AccountAsync(other));
        Assert.EndsWith("?done=session#sessions", await EndAsync(desk, IdOf("微信 · Android", "xiaofang")));
        Assert.Equal((true, false, true), (await OpensAsync(desk), await OpensAsync(phone), await OpensAsync(other)));
        Assert.DoesNotContain("微信", await AccountAsync(desk));
        Assert.Equal(("xiaofang", "xiaofang"), Read(db => db.AuditEntries().Where(e => e.What == "session-ended").Select(e => new ValueTuple<string, string?>(e.Who, e.SubjectId)).Single()));
    }

    [Fact]
    public async Task Nobody_ends_anothers_session_this_one_or_one_that_is_gone()
    {
        using var desk = await app.SignedInAsync("xiaofang", "desk@1");
        using var other = await app.SignedInAsync("dashu", Roles.Organiser);
        foreach (var id in (int[])[IdOf("–", "dashu"), IdOf("–", "xiaofang"), 999]) Assert.EndsWith("?done=session-gone#sessions", await EndAsync(desk, id));
        Assert.EndsWith("?done=session-gone#sessions", await EndAsync(other, IdOf("–", "xiaofang")));
        Assert.Equal((true, true), (await OpensAsync(desk), await OpensAsync(other)));
    }

    [Fact]
    public async Task All_others_end_together_and_this_one_goes_on()
    {
        using var desk = await app.SignedInAsync("xiaofang", "desk@1");
        using var first = await OnPhoneAsync("xiaofang");
        using var second = await OnPhoneAsync("xiaofang");
        using var other = await app.SignedInAsync("dashu", Roles.Organiser);
        using (var ended = await desk.PostFormAsync("/account", "end-other-sessions", [])) Assert.EndsWith("?done=sessions#sessions", ended.Headers.Location!.OriginalString);
        Assert.Equal((true, false, false, true), (await OpensAsync(desk), await OpensAsync(first), await OpensAsync(second), await OpensAsync(other)));
        Assert.Equal("xiaofang", Read(db => db.AuditEntries().Single(e => e.What == "sessions-ended").SubjectId));
        Assert.DoesNotContain("退出其他所有设备", await AccountAsync(desk));
    }
}
