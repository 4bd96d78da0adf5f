using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Meetings.Importing;
using Shared.Registration.Replies;

namespace EventApp.Tests.Registration;

public sealed class ReplyFilesTests : IAsyncDisposable
{
    readonly ApiHall hall = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task<ReplyLink> InviteAsync(Unit unit)
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<InviteUnits>().RunAsync(hall.Meeting.Id, [unit.Id], sent: true, "小松", Stop))[0];
    }

    Unit AddUnit(string name, string? shortName = null) => hall.Add(new Unit { MeetingId = hall.Meeting.Id, ListNo = 2, Organisation = new Organisation { FullName = name, ShortName = shortName, Kind = OrganisationKind.Enterprise } });

    static IReadOnlyList<SheetRow> People(byte[] content) =>
        ((SheetResult.Filled)((SheetFileResult.Opened)ReceivedFile.Open("x", content)).File.Read("回执", stop: Stop)).Sheet.Rows;

    [Fact]
    public async Task An_organiser_fetches_one_units_file_and_it_is_recorded()
    {
        hall.AddPerson("=1+1", a => a.Phone = "15400001234");
        using var client = await hall.App.SignedInAsync("organiser", Roles.Organiser);
        using var answer = await client.PostFromAsync("/2026/replies", $"/2026/replies/files/{hall.Unit.Id}");
        Assert.Equal("2026-回执-重型铸造.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var rows = People(await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(["'=1+1", "15400001234"], [rows[1][1].Text, rows[1][3].Text]);
        Assert.NotNull(hall.Read(db => db.Replies().Single()).SentAt);
        var printout = hall.Read(db => db.Printouts().Include(p => p.Items).Single());
        Assert.Equal(("reply-xlsx", "organiser", hall.Unit.Id), (printout.Kind, printout.PrintedBy, (int)printout.Items.Single().SubjectId));
    }

    [Fact]
    public async Task All_units_come_in_one_zip_and_two_of_one_name_stay_two()
    {
        AddUnit("重型铸造公司", "重型铸造");
        using var client = await hall.App.SignedInAsync("organiser", Roles.Organiser);
        using var answer = await client.PostFromAsync("/2026/replies", "/2026/replies/files.zip");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal(["2026-回执-重型铸造-2.xlsx", "2026-回执-重型铸造.xlsx"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.All(hall.Read(db => db.Replies().ToList()), reply => Assert.NotNull(reply.SentAt));
    }

    [Theory]
    [InlineData("/2025/replies/files.zip"), InlineData("/2026/replies/files/99"), InlineData("/2025/replies/files/1")]
    public async Task What_is_not_of_this_meeting_is_not_there(string path)
    {
        using var client = await hall.App.SignedInAsync("organiser", Roles.Organiser);
        using var answer = await client.PostFromAsync("/2026/replies", path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/2026/replies/files.zip"), InlineData("/2026/replies/files/1")]
    public async Task Nobody_is_noted_as_invited_by_an_address_or_without_the_forms_token(string path)
    {
        using var client = await hall.App.SignedInAsync("organiser", Roles.Organiser);
        using (var opened = await client.GetAsync(path, Stop)) Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
        using (var forged = await client.PostAsync(path, new FormUrlEncodedContent([]), Stop)) Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var desk = await hall.App.SignedInAsync("desk", Roles.Desk);
        using (var refused = await desk.PostFromAsync("/2026/arrivals", path)) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(hall.Read(db => db.Replies().ToList()));
        Assert.Empty(hall.Read(db => db.Printouts().ToList()));
    }

    [Fact]
    public async Task A_unit_fetches_its_own_file_by_its_link_and_no_other()
    {
        var (own, other) = (await InviteAsync(hall.Unit), await InviteAsync(AddUnit("哈尔滨理工大学", "哈理工")));
        using var client = hall.App.Anonymous();
        using (var closed = await client.GetAsync($"/reply/{own.ReplyId}/sheet.xlsx", Stop)) Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        using (var opened = await client.PostAsJsonAsync($"/reply/{own.ReplyId}/open", new { own.Token }, Stop)) opened.EnsureSuccessStatusCode();
        using var answer = await client.GetAsync($"/reply/{own.ReplyId}/sheet.xlsx", Stop);
        Assert.Equal("2026-回执-重型铸造.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString());
        using var others = await client.GetAsync($"/reply/{other.ReplyId}/sheet.xlsx", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, others.StatusCode);
        Assert.Equal("回执 重型铸造", hall.Read(db => db.Printouts().Single()).PrintedBy);
    }

    public async ValueTask DisposeAsync() => await hall.DisposeAsync();
}
