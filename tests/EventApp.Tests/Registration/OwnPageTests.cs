using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.CheckIn;
using Shared.Registration;
using Shared.Registration.Replies;

namespace EventApp.Tests.Registration;

public sealed class OwnPageTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly ApiHall hall = new();
    Attendee wang = null!;
    MadeLink link = null!;
    HttpClient phone = null!;

    public async ValueTask InitializeAsync()
    {
        wang = hall.AddPerson("王刚<script>", person => person.Post = "参会代表");
        link = await MakeAsync(wang);
        phone = hall.App.Anonymous();
    }

    public async ValueTask DisposeAsync()
    {
        phone.Dispose();
        await hall.DisposeAsync();
    }

    async Task<MadeLink> MakeAsync(Attendee person) => Assert.Single(await DoAsync<MakeAttendeeLinks, IReadOnlyList<MadeLink>>(make => make.RunAsync(hall.Meeting.Id, [person.Id], "小松", Stop)));

    async Task<T> DoAsync<TCommand, T>(Func<TCommand, Task<T>> run) where TCommand : notnull
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TCommand>());
    }

    async Task<HttpStatusCode> OpenAsync(int id, string? token)
    {
        using var answer = await phone.PostAsJsonAsync($"/me/{id}/open", new { token }, Stop);
        return answer.StatusCode;
    }

    async Task<(HttpStatusCode Status, JsonElement Face)> StateAsync(int? id = null)
    {
        using var answer = await phone.GetAsync($"/me/{id ?? link.LinkId}/state", Stop);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Stop)));
    }

    async Task<HttpStatusCode> AnswerAsync(object body, string? form)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, $"/me/{link.LinkId}/consents") { Content = JsonContent.Create(body) };
        if (form is not null) ask.Headers.Add("RequestVerificationToken", form);
        using var answer = await phone.SendAsync(ask, Stop);
        return answer.StatusCode;
    }

    [Fact]
    public async Task The_links_token_becomes_a_cookie_of_this_link_alone_and_opens_the_page()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await StateAsync()).Status);
        using var opened = await phone.PostAsJsonAsync($"/me/{link.LinkId}/open", new { token = link.Token }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, opened.StatusCode);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.All((string[])[$"path=/me/{link.LinkId};", "httponly", "samesite=strict"], word => Assert.Contains(word, cookie));
        var (status, face) = await StateAsync();
        Assert.Equal((HttpStatusCode.OK, "王刚<script>", "重型铸造有限责任公司", "代表证"), (status, face.Text("name"), face.Text("unit"), face.GetProperty("kind").Text("word")));
        Assert.Equal(JsonValueKind.Null, face.GetProperty("badge").ValueKind);
        Assert.Contains("联盟秘书处", face.Text("legalBody"));
    }

    [Fact]
    public async Task A_wrong_token_another_link_and_an_ended_link_open_nothing()
    {
        var other = await MakeAsync(hall.AddPerson("李娜"));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(link.LinkId, new string('a', LinkKey.TokenLength)));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(link.LinkId, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(link.LinkId, other.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(999, link.Token));
        Assert.Equal(HttpStatusCode.NoContent, await OpenAsync(link.LinkId, link.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, (await StateAsync(other.LinkId)).Status);
        Assert.True(await DoAsync<EndAttendeeLink, bool>(end => end.RunAsync(hall.Meeting.Id, wang.Id, "小松", Stop)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await StateAsync()).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(link.LinkId, link.Token));
    }

    [Fact]
    public async Task The_page_itself_tells_nothing_of_the_person_and_is_kept_in_no_cache()
    {
        await OpenAsync(link.LinkId, link.Token);
        using var page = await phone.GetAsync($"/me/{link.LinkId}", Stop);
        Assert.True(page.Headers.CacheControl?.NoStore);
        var text = await page.Content.ReadAsStringAsync(Stop);
        Assert.All((string[])["王刚", "重型", link.Token], word => Assert.DoesNotContain(word, text));
        using var state = await phone.GetAsync($"/me/{link.LinkId}/state", Stop);
        Assert.True(state.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task An_answer_needs_the_links_cookie_and_the_token_that_came_with_the_page()
    {
        var yes = new { purpose = "PublicScreen", state = "Yes" };
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(yes, null));
        await OpenAsync(link.LinkId, link.Token);
        var form = (await StateAsync()).Face.Text("form");
        Assert.Equal(HttpStatusCode.BadRequest, await AnswerAsync(yes, null));
        Assert.Equal(HttpStatusCode.BadRequest, await AnswerAsync(yes, "forged"));
        Assert.Equal(HttpStatusCode.BadRequest, await AnswerAsync(new { purpose = "Notice", state = "No" }, form));
        Assert.Equal(HttpStatusCode.BadRequest, await AnswerAsync(new { purpose = "PublicScreen", state = "Perhaps" }, form));
        Assert.Empty(hall.Read(db => db.Set<Consent>().ToList()));
        Assert.Equal(HttpStatusCode.NoContent, await AnswerAsync(yes, form));
        Assert.Equal("Yes", (await StateAsync()).Face.GetProperty("consents").Text("PublicScreen"));
        Assert.Equal("OwnPage", Assert.Single(hall.Read(db => db.Set<Consent>().ToList())).Source);
    }

    [Fact]
    public async Task Times_stand_in_the_venues_zone_and_an_invented_number_is_not_dialled()
    {
        hall.Add(new Checkpoint { MeetingId = hall.Meeting.Id, Name = "开幕式", NameEn = "Opening", Kind = CheckpointKind.Session, OpensAt = new(2026, 11, 22, 23, 30, 0), ClosesAt = new(2026, 11, 23, 1, 0, 0) });
        hall.Read(db => db.Database.ExecuteSql($"UPDATE StaffMember SET Phone = '15400001234'"));
        hall.AddBadge(wang);
        await OpenAsync(link.LinkId, link.Token);
        var face = (await StateAsync()).Face;
        var line = face.GetProperty("agenda").EnumerateArray().Single(day => day.Text("day") == "11月23日 星期一").GetProperty("lines")[0];
        Assert.Equal(("07:30–09:00", "开幕式"), (line.Text("time"), line.Text("name")));
        Assert.Equal("15400001234", face.GetProperty("liaison").Text("call"));
        Assert.StartsWith("<svg", face.GetProperty("badge").Text("qr"));
        hall.Read(db => db.Database.ExecuteSql($"UPDATE Meeting SET IsSample = 1"));
        phone.DefaultRequestHeaders.Add("Cookie", "language=c%3Den%7Cuic%3Den");
        face = (await StateAsync()).Face;
        Assert.Equal(("15400001234", null), (face.GetProperty("liaison").Text("phone"), face.GetProperty("liaison").Text("call")));
        Assert.Contains(face.GetProperty("agenda").EnumerateArray(), day => day.Text("day") == "Monday 23 November" && day.GetProperty("lines")[0].Text("name") == "Opening");
    }

    [Fact]
    public async Task A_crowd_is_told_to_wait_and_nobody_is_shown_anothers_page()
    {
        await using var narrow = new ApiHall(limited: true);
        using var client = narrow.App.Anonymous();
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            using var answer = await client.PostAsJsonAsync($"/me/{i}/open", new { token = new string('a', LinkKey.TokenLength) }, Stop);
            return (answer.StatusCode, answer.Headers.RetryAfter);
        }));
        Assert.All(answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests), a => Assert.NotNull(a.RetryAfter));
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers.Select(a => a.StatusCode).Distinct().Order());
    }
    [Fact]
    public async Task A_page_in_use_goes_on_while_the_same_address_guesses_links()
    {
        await using var narrow = new ApiHall(limited: true);
        var person = narrow.AddPerson("王刚");
        await using var scope = narrow.App.Services.CreateAsyncScope();
        var own = Assert.Single(await scope.ServiceProvider.GetRequiredService<MakeAttendeeLinks>().RunAsync(narrow.Meeting.Id, [person.Id], "小松", Stop));
        using var client = narrow.App.Anonymous();
        using (var opened = await client.PostAsJsonAsync($"/me/{own.LinkId}/open", new { token = own.Token }, Stop)) opened.EnsureSuccessStatusCode();
        using var stranger = narrow.App.Anonymous();
        async Task<HttpStatusCode> AskAsync(HttpClient who, int id)
        {
            using var asked = await who.GetAsync($"/me/{id}/state", Stop);
            return asked.StatusCode;
        }
        var guessed = Task.WhenAll(Enumerable.Range(0, 200).Select(id => AskAsync(stranger, id)));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(client, own.LinkId))), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Contains(HttpStatusCode.TooManyRequests, await guessed);
    }

    [Fact]
    public async Task Before_there_is_a_liaison_whom_the_units_ask_is_named()
    {
        hall.Read(db => db.Database.ExecuteSql($"UPDATE StaffMember SET Left = 1"));
        await OpenAsync(link.LinkId, link.Token);
        Assert.Equal(JsonValueKind.Null, (await StateAsync()).Face.GetProperty("liaison").ValueKind);
        hall.Add(new ReplyRules { MeetingId = hall.Meeting.Id, ContactName = "会务组", ContactPhone = "15400005678" });
        var liaison = (await StateAsync()).Face.GetProperty("liaison");
        Assert.Equal(("会务组", "15400005678"), (liaison.Text("name"), liaison.Text("phone")));
    }
}
