using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EventApp.Access;
using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Registration;
using Shared.Registration.Proofing;
using Shared.Registration.Replies;

namespace EventApp.Tests.Registration;

/// <summary>What a unit's form asks the server for, as its script does.</summary>
public sealed class ReplyFormTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly ApiHall hall = new();
    ReplyLink link = null!;
    HttpClient phone = null!;

    public async ValueTask InitializeAsync()
    {
        link = await InviteAsync(hall);
        phone = hall.App.Anonymous();
    }

    public async ValueTask DisposeAsync()
    {
        phone.Dispose();
        await hall.DisposeAsync();
    }

    static async Task<ReplyLink> InviteAsync(ApiHall hall)
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<InviteUnits>().RunAsync(hall.Meeting.Id, [hall.Unit.Id], sent: true, "小松", Stop))[0];
    }

    async Task<HttpStatusCode> OpenAsync(string? token)
    {
        using var answer = await phone.PostAsJsonAsync($"/reply/{link.ReplyId}/open", new { token }, Stop);
        return answer.StatusCode;
    }

    async Task<JsonElement> GetAsync(string what) => await phone.GetFromJsonAsync<JsonElement>($"/reply/{link.ReplyId}/{what}", Stop);

    async Task<string> FormAsync() => (await GetAsync("form")).Text("token")!;

    async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string what, object body, string? form)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, $"/reply/{link.ReplyId}/{what}") { Content = JsonContent.Create(body) };
        if (form is not null) ask.Headers.Add("RequestVerificationToken", form);
        using var answer = await phone.SendAsync(ask, Stop);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>(Stop) : default);
    }

    static object Typed(string field, string text, string before = "", string person = "") => new { editor = "李娜", edits = new[] { new { person, field, before, text } } };

    [Fact]
    public async Task That_staff_looks_at_a_form_says_nothing_of_its_unit()
    {
        using var staff = await hall.App.SignedInAsync("organiser", Roles.Organiser);
        using (var answer = await staff.PostAsJsonAsync($"/reply/{link.ReplyId}/open", new { link.Token }, Stop)) Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Null(hall.Read(db => db.Replies().Single().OpenedAt));
        Assert.Equal(HttpStatusCode.NoContent, await OpenAsync(link.Token));
        Assert.NotNull(hall.Read(db => db.Replies().Single().OpenedAt));
    }

    [Fact]
    public async Task The_links_token_becomes_a_cookie_of_this_form_alone_and_nothing_is_kept_on_the_way()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(new string('a', LinkKey.TokenLength)));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(null));
        using var opened = await phone.PostAsJsonAsync($"/reply/{link.ReplyId}/open", new { link.Token }, Stop);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.All((string[])[$"reply={link.Token}", $"path=/reply/{link.ReplyId};", "httponly", "samesite=strict", "max-age="], word => Assert.Contains(word, cookie));
        foreach (var path in (string[])["", "/state", "/form", "/links"])
        {
            using var answer = await phone.GetAsync($"/reply/{link.ReplyId}{path}", Stop);
            Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        }
    }

    [Fact]
    public async Task The_page_names_who_can_be_asked_and_tells_what_becomes_of_the_data_also_where_no_notice_was_written()
    {
        await OpenAsync(link.Token);
        var page = await phone.GetStringAsync($"/reply/{link.ReplyId}", Stop);
        Assert.All((string[])["有问题请找 小松", "阅读告知（联盟秘书处）", "仅用于本次会议的报到"], words => Assert.Contains(words, page));
        hall.Add(new ReplyRules { MeetingId = hall.Meeting.Id, ContactName = "会务组" });
        hall.Read(db => db.Database.ExecuteSql($"UPDATE StaffMember SET Left = 1"));
        Assert.Contains("有问题请找 会务组", await phone.GetStringAsync($"/reply/{link.ReplyId}", Stop));
    }

    [Theory]
    [InlineData("state"), InlineData("form"), InlineData("links")]
    public async Task Without_the_links_cookie_and_after_the_link_was_ended_nothing_is_told(string what)
    {
        using (var closed = await phone.GetAsync($"/reply/{link.ReplyId}/{what}", Stop)) Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        await OpenAsync(link.Token);
        hall.Read(db => db.Replies().ExecuteUpdate(set => set.SetProperty(r => r.EndedAt, DateTime.UtcNow)));
        using var ended = await phone.GetAsync($"/reply/{link.ReplyId}/{what}", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
    }

    [Theory]
    [InlineData("save"), InlineData("send"), InlineData("proof")]
    public async Task Whatever_changes_something_needs_the_links_cookie_and_the_forms_token(string what)
    {
        var body = Typed(ReplyFields.Need, "焊接工艺");
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(what, body, null)).Status);
        await OpenAsync(link.Token);
        var form = await FormAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(what, body, null)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(what, body, "forged")).Status);
        Assert.Equal(0, hall.Read(db => db.Set<ReplyDraft>().Count() + db.ProofReadings().Count()));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(what, body, form)).Status);
    }

    [Fact]
    public async Task What_is_typed_is_kept_taken_or_named_and_then_sent_and_confirmed()
    {
        await OpenAsync(link.Token);
        var form = await FormAsync();
        async Task<string?> SaveAsync(object body) => (await PostAsync("save", body, form)).Body[0].Text("kind");
        Assert.Equal("kept", await SaveAsync(Typed(ReplyFields.Need, "焊接工艺")));
        var taken = (await PostAsync("save", Typed(ReplyFields.Need, "检测"), form)).Body[0];
        Assert.Equal(("taken", "焊接工艺"), (taken.Text("kind"), taken.Text("theirs")));
        Assert.Equal("notTaken", await SaveAsync(Typed("nothing", "x")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("save", new { edits = Array.Empty<object>() }, form)).Status);
        Assert.Equal("refused", (await PostAsync("send", new { }, form)).Body.Text("kind"));
        (string Person, string Field, string Text)[] all =
        [
            ("n1", "name", "王刚"), ("n1", "post", "主任"), ("n1", "phone", "15400001234"), ("n1", "arrivalMode", "local"), ("n1", "lodging", "no"), ("", "contactName", "李娜"), ("", "contactPhone", "15400009999"), ("", "informed", "yes"),
        ];
        foreach (var (person, field, text) in all) Assert.Equal("kept", await SaveAsync(Typed(field, text, person: person)));
        Assert.Equal("sent", (await PostAsync("send", new { editor = "李娜" }, form)).Body.Text("kind"));
        Assert.Equal("王刚", hall.Read(db => db.Attendees().Single()).Name);
        var version = (await GetAsync("state")).GetProperty("proof").Text("version");
        Assert.Equal("confirmed", (await PostAsync("proof", new { editor = "李娜", version }, form)).Body.Text("kind"));
        using var picture = await phone.GetAsync((await GetAsync("links"))[0].Text("picture"), Stop);
        Assert.Equal("王刚.png", picture.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task A_form_in_use_goes_on_while_the_same_address_guesses_links()
    {
        await using var narrow = new ApiHall(limited: true);
        var own = await InviteAsync(narrow);
        using var client = narrow.App.Anonymous();
        using (var opened = await client.PostAsJsonAsync($"/reply/{own.ReplyId}/open", new { own.Token }, Stop)) opened.EnsureSuccessStatusCode();
        using var stranger = narrow.App.Anonymous();
        async Task<HttpStatusCode> AskAsync(HttpClient who, int id)
        {
            using var asked = await who.GetAsync($"/reply/{id}/state", Stop);
            return asked.StatusCode;
        }
        var guessed = Task.WhenAll(Enumerable.Range(0, 200).Select(id => AskAsync(stranger, id)));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(client, own.ReplyId))), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Contains(HttpStatusCode.TooManyRequests, await guessed);
    }
}
