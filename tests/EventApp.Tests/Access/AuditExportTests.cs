using System.Net;
using System.Text;
using EventApp.Tests.CheckIn;
using Shared.Access;
using Shared.Data.Sheets;
using Shared.Meetings.Importing;

namespace EventApp.Tests.Access;

public sealed class AuditExportTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static void Add(ApiHall hall, string who, string what, string? subject = null, bool ofNone = false, string? details = null) =>
        hall.Read(db => { AuditTrail.AddAsync(db, DateTime.UtcNow, who, what, subject, ofNone ? null : hall.Meeting.Id, details, Stop).GetAwaiter().GetResult(); return 0; });

    static async Task<List<string>> CsvAsync(HttpClient client, string query = "")
    {
        var bytes = await client.GetByteArrayAsync("/2026/audit/export?kind=csv" + query, Stop);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        return [.. Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }

    [Fact]
    public async Task The_file_holds_what_was_filtered_marked_harmless_and_is_itself_recorded()
    {
        await using var hall = new ApiHall();
        using var organiser = await hall.App.SignedInAsync("organiser", Roles.Organiser);
        var person = hall.AddPerson("=1+1");
        Add(hall, "小松", "note-changed", $"attendee:{person.Id}", details: "=2+2 → 电话15400001234");
        Add(hall, "小林", "print", "print:7", details: "roster, 3 items, about , reason: ");
        var lines = await CsvAsync(organiser, "&who=" + Uri.EscapeDataString("小松"));
        Assert.Equal("编号,时间,谁,做了什么,对象,详情", lines[0]);
        Assert.EndsWith(",小松,修改备注,'=1+1,'=2+2 → 电话154****1234", lines[1]);
        Assert.Equal(2, lines.Count(line => line.Contains("小松", StringComparison.Ordinal) || line.Contains("导出人：organiser", StringComparison.Ordinal)));
        Assert.Contains("共 1 条", lines[^1]);
        var last = hall.Read(db => db.AuditEntries().OrderBy(e => e.Id).Last());
        Assert.Equal(("organiser", "export", hall.Meeting.Id, "audit-csv, 1 items"), (last.Who, last.What, last.MeetingId!.Value, hall.Read(db => db.Set<AuditDetail>().Single(d => d.EntryId == last.Id).Details!)));
    }

    [Fact]
    public async Task An_xlsx_of_the_same_opens_and_ends_at_the_entry_that_was_shown_last()
    {
        await using var hall = new ApiHall();
        using var organiser = await hall.App.SignedInAsync("organiser", Roles.Organiser);
        Add(hall, "小松", "print", "print:7", details: "roster, 3 items, about , reason: ");
        var shown = hall.Read(db => db.AuditEntries().Max(e => e.Id));
        Add(hall, "小松", "export");
        var bytes = await organiser.GetByteArrayAsync($"/2026/audit/export?kind=xlsx&what=files&upto={shown}", Stop);
        using var stream = new MemoryStream(bytes);
        var file = ((SheetFileResult.Opened)await ReceivedFile.OpenAsync("audit.xlsx", stream, Stop)).File;
        var rows = ((SheetResult.Filled)file.Read(file.VisibleSheets[0], stop: Stop)).Sheet.Rows.Select(row => row.Cells.ToList()).ToList();
        Assert.Contains(rows, row => string.Join('|', row.Select(cell => cell.Text)).EndsWith("小松|打印或出文件|第 7 号|打印名册; 3 份", StringComparison.Ordinal));
        Assert.Single(rows, row => row.Any(cell => cell.Text == "小松"));
    }

    [Fact]
    public async Task What_belongs_to_no_meeting_leaves_with_an_organiser_of_all_alone()
    {
        await using var hall = new ApiHall();
        using var everywhere = await hall.App.SignedInAsync("everywhere", Roles.Organiser);
        using var here = await hall.App.SignedInAsync("here", $"{Roles.Organiser}@{hall.Meeting.Id}");
        Add(hall, "小松", "print", "print:7");
        Assert.Contains(await CsvAsync(everywhere), line => line.Contains("everywhere,登录", StringComparison.Ordinal));
        var lines = await CsvAsync(here);
        Assert.DoesNotContain(lines, line => line.Contains("everywhere,登录", StringComparison.Ordinal));
        // An account of one meeting signs in to that.
        Assert.Contains(lines, line => line.Contains("here,登录", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("第 7 号", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/2025/audit/export?kind=csv"), InlineData("/2026/audit/export?kind=pdf")]
    public async Task An_unknown_year_or_kind_is_not_found(string path)
    {
        await using var hall = new ApiHall();
        using var organiser = await hall.App.SignedInAsync("organiser", Roles.Organiser);
        using var answer = await organiser.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
