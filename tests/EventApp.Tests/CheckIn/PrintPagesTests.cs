using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.CheckIn.Paper;
using Shared.Data.Sheets;
using Shared.Meetings;

namespace EventApp.Tests.CheckIn;

public sealed partial class PrintPagesTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync()
    {
        hall.AddPerson("王刚");
        hall.AddPerson("=1+1");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider);
    }

    async Task<string> PrintBadgesAsync() => await AskAsync(async services =>
    {
        var meeting = (await services.GetRequiredService<MeetingCalendar>().ReadAsync(2026, Stop))!;
        var chosen = (await services.GetRequiredService<BadgeList>().ReadAsync(meeting, new BadgeFilter(), Stop)).Chosen;
        return $"/2026/badges/print/{((PrintBadgesResult.Recorded)await services.GetRequiredService<PrintBadges>().RunAsync(meeting, new BadgeOrder(chosen, "小松"), Stop)).PrintoutId}";
    });

    Task<HttpClient> OrganiserAsync() => hall.App.SignedInAsync("organiser", Roles.Organiser);

    [Fact]
    public async Task A_sheet_of_badges_is_kept_by_nobody_and_open_to_organisers_alone()
    {
        var path = await PrintBadgesAsync();
        using var organiser = await OrganiserAsync();
        using var sheet = await organiser.GetAsync(path, Stop);
        Assert.Equal((HttpStatusCode.OK, true), (sheet.StatusCode, sheet.Headers.CacheControl!.NoStore));
        using var desk = await hall.App.SignedInAsync("desk", Roles.Desk);
        foreach (var page in (string[])[path, "/2026/badges", "/2026/badges/test", "/2026/paper", "/2026/closing", "/2026/paper/print/1", "/2026/closing/print/1"])
            Assert.Equal(HttpStatusCode.Forbidden, (await desk.GetAsync(page, Stop)).StatusCode);
        using var nobody = hall.App.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(path, Stop)).StatusCode);
    }

    [Theory]
    [InlineData("/2026/badges/print/99"), InlineData("/2025/badges/print/1"), InlineData("/2026/paper/print/1"), InlineData("/2026/closing/print/1")]
    public async Task A_print_that_does_not_exist_or_is_of_another_kind_is_not_found(string path)
    {
        await PrintBadgesAsync();
        using var organiser = await OrganiserAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(path, Stop)).StatusCode);
    }

    [Fact]
    public async Task The_sheet_shows_no_code_in_letters_and_nothing_but_text_of_a_name()
    {
        using var client = await OrganiserAsync();
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(await PrintBadgesAsync(), Stop));
        Assert.Contains("王　刚", html);
        foreach (var badge in hall.Read(db => db.Badges().AsNoTracking().ToList())) Assert.DoesNotContain(hall.App.Get<BadgeKey>().Code(badge.Secret), html);
    }

    [Fact]
    public async Task The_file_for_a_print_shop_holds_table_and_drawings_is_marked_and_recorded()
    {
        using var client = await OrganiserAsync();
        using var answer = await client.PostFromAsync("/2026/badges", "/2026/badges/print-shop", ("people", "1,2"), ("spares", ""));
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl!.NoStore));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal(["badges.xlsx", "qr/B001.svg", "qr/B002.svg"], zip.Entries.Select(entry => entry.FullName));
        var cells = await CellsAsync(zip.GetEntry("badges.xlsx")!.Open());
        var badge = hall.Read(db => db.Badges().AsNoTracking().OrderBy(b => b.Id).First());
        Assert.Contains(hall.App.Get<BadgeKey>().Code(badge.Secret), cells);
        Assert.Contains("'=1+1", cells);
        Assert.Contains(cells, cell => cell.StartsWith("导出人 organiser", StringComparison.Ordinal));
        Assert.Equal((PrintKinds.BadgeFile, 2), hall.Read(db => db.Printouts().Select(p => new ValueTuple<string, int>(p.Kind, p.Items.Count)).Single()));
        Assert.Equal("print", hall.Read(db => db.AuditEntries().OrderBy(e => e.Id).Last().What));
    }

    [Fact]
    public async Task A_file_is_refused_without_the_form_s_token_and_to_the_desk()
    {
        using var organiser = await OrganiserAsync();
        using var desk = await hall.App.SignedInAsync("desk", Roles.Desk);
        foreach (var target in (string[])["/2026/badges/print-shop", "/2026/closing/xlsx"])
        {
            using var forged = await organiser.PostAsync(target, new FormUrlEncodedContent([new("people", "1"), new("checkpoint", "1")]), Stop);
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
            using var refused = await desk.PostFromAsync("/2026/arrivals", target, ("people", "1"), ("checkpoint", "1"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        Assert.Equal(0, hall.Read(db => db.Printouts().Count()));
    }

    [Fact]
    public async Task The_closing_report_comes_as_a_workbook_that_says_who_took_it()
    {
        using var client = await OrganiserAsync();
        using var answer = await client.PostFromAsync("/2026/closing", "/2026/closing/xlsx", ("checkpoint", $"{hall.ReportIn.Id}"));
        var cells = await CellsAsync(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Contains("报名未到", cells);
        Assert.Contains(cells, cell => cell.StartsWith("导出人 organiser", StringComparison.Ordinal));
        using var unknown = await client.PostFromAsync("/2026/closing", "/2026/closing/xlsx", ("checkpoint", "99"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_verdict_names_page_and_line_of_the_paper_sheet()
    {
        var show = await hall.App.Get<ReadShownAtScan>().ReadAsync(new ShowAsk(hall.Meeting.Id, hall.ReportIn.Id, 2), Stop);
        Assert.Equal("第1页第2行", show.Sheet);
    }

    static async Task<List<string>> CellsAsync(Stream xlsx)
    {
        var copy = new MemoryStream();
        await xlsx.CopyToAsync(copy, Stop);
        using var zip = new ZipArchive(copy);
        var cells = new List<string>();
        foreach (var part in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open());
            cells.AddRange(Text().Matches(await reader.ReadToEndAsync(Stop)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)));
        }
        return cells;
    }

    [GeneratedRegex("<(?:x:)?t[^>]*>([^<]*)</")]
    private static partial Regex Text();
}
