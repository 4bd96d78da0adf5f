using System.Net;
using System.Net.Http.Json;
using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Meetings;
using Shared.Shuttles;

namespace EventApp.Tests.Shuttles;

public sealed class DriverPageTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly ApiHall hall = new();
    MadeDriverLink link = null!;
    HttpClient phone = null!;

    public async ValueTask InitializeAsync()
    {
        link = await MakeAsync(hall, "黑BD0001");
        phone = hall.App.Anonymous();
    }

    public async ValueTask DisposeAsync()
    {
        phone.Dispose();
        await hall.DisposeAsync();
    }

    static async Task<MadeDriverLink> MakeAsync(ApiHall hall, string plate)
    {
        var vehicle = hall.Add(new Vehicle { MeetingId = hall.Meeting.Id, Model = "商务车<script>", PlateNo = plate, Seats = 7, Driver = "周师傅", DriverPhone = "15400009105" });
        // The hall's meeting may be over by now; the link would be too.
        hall.Read(db => db.Meetings().ExecuteUpdate(set => set.SetProperty(m => m.LastDay, DateOnly.FromDateTime(DateTime.UtcNow))));
        await using var scope = hall.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<MakeDriverLink>().RunAsync(hall.Meeting.Id, vehicle.Id, "小郑", Stop))!;
    }

    async Task<HttpStatusCode> OpenAsync(int id, string? token)
    {
        using var answer = await phone.PostAsJsonAsync($"/driver/{id}/open", new { token }, Stop);
        return answer.StatusCode;
    }

    async Task<string> PageAsync(int? id = null) => WebUtility.HtmlDecode(await phone.GetStringAsync($"/driver/{id ?? link.LinkId}", Stop));

    [Fact]
    public async Task The_links_token_becomes_a_cookie_of_this_link_alone_and_opens_the_page()
    {
        Assert.DoesNotContain("黑BD0001", await PageAsync());
        using var opened = await phone.PostAsJsonAsync($"/driver/{link.LinkId}/open", new { token = link.Token }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, opened.StatusCode);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.All((string[])[$"path=/driver/{link.LinkId};", "httponly", "samesite=strict"], word => Assert.Contains(word, cookie));
        using var answer = await phone.GetAsync($"/driver/{link.LinkId}", Stop);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.All((string[])["黑BD0001", "周师傅", "金属新材料年会", "还没有排车次", "还没有登记调度的电话"], word => Assert.Contains(word, page));
        Assert.DoesNotContain(link.Token, page);
    }

    [Fact]
    public async Task A_wrong_token_another_link_and_an_ended_link_open_nothing()
    {
        var other = await MakeAsync(hall, "黑BD0002");
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(link.LinkId, new string('a', LinkKey.TokenLength)));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(link.LinkId, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(link.LinkId, other.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(999, link.Token));
        Assert.Equal(HttpStatusCode.NoContent, await OpenAsync(link.LinkId, link.Token));
        Assert.DoesNotContain("黑BD0002", await PageAsync(other.LinkId));
        await using var scope = hall.App.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<EndDriverLink>().RunAsync(hall.Meeting.Id, link.VehicleId, "小郑", Stop));
        Assert.DoesNotContain("黑BD0001", await PageAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(link.LinkId, link.Token));
    }

    [Fact]
    public async Task It_tells_nothing_of_the_people_who_are_driven_and_nothing_that_is_not_the_drivers()
    {
        hall.AddPerson("王刚", person => person.Phone = "15400001234");
        hall.Read(db => db.Vehicles().ExecuteUpdate(set => set.SetProperty(v => v.Remark, "租金未付")));
        await OpenAsync(link.LinkId, link.Token);
        Assert.DoesNotContain("商务车<script>", await phone.GetStringAsync($"/driver/{link.LinkId}", Stop));
        var page = await PageAsync();
        Assert.Contains("商务车<script>", page);
        Assert.All((string[])["王刚", "15400001234", "重型", "租金未付", "宋小松", "15400009105"], word => Assert.DoesNotContain(word, page));
    }

    [Fact]
    public async Task An_address_that_guesses_is_told_to_wait_while_a_driver_goes_on()
    {
        await using var narrow = new ApiHall(limited: true);
        var own = await MakeAsync(narrow, "黑BD0003");
        using var driver = narrow.App.Anonymous();
        using (var opened = await driver.PostAsJsonAsync($"/driver/{own.LinkId}/open", new { token = own.Token }, Stop)) opened.EnsureSuccessStatusCode();
        using var stranger = narrow.App.Anonymous();
        static async Task<HttpStatusCode> AskAsync(HttpClient who, int id)
        {
            using var asked = await who.GetAsync($"/driver/{id}", Stop);
            return asked.StatusCode;
        }
        var guessed = Task.WhenAll(Enumerable.Range(100, 300).Select(id => AskAsync(stranger, id)));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(driver, own.LinkId))), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Contains(HttpStatusCode.TooManyRequests, await guessed);
    }
}
