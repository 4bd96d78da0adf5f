using System.Text.Json;
using EventApp.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Tests.Commands;

public sealed class ImportCommandTests : IClassFixture<ImportCommandTests.Server>, IDisposable
{
    /// <summary>One server for all of them.</summary>
    public sealed class Server : IAsyncDisposable
    {
        public RunningApp App { get; } = new();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    readonly RunningApp app;
    readonly string folder = Directory.CreateTempSubdirectory("import-").FullName;

    public ImportCommandTests(Server server)
    {
        app = server.App;
        using var db = Db();
        db.Attendees().ExecuteDelete();
        db.Meetings().ExecuteDelete();
        db.Organisations().ExecuteDelete();
        foreach (var year in (int[])[2026, 2027])
            db.Add(new Meeting { Year = year, Name = "年会", FirstDay = new(year, 11, 23), LastDay = new(year, 11, 24) });
        db.Add(new Organisation { FullName = "哈尔滨理工大学", ShortName = "哈理工", Kind = OrganisationKind.University });
        db.SaveChanges();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    EventDb Db() => app.Get<IDbContextFactory<EventDb>>().CreateDbContext();

    async Task<(int Code, string Out, string Error)> RunAsync(string csv, params string[] further)
    {
        File.WriteAllText(Path.Combine(folder, "名单.csv"), csv);
        return await RunAsync(["名单.csv", .. further]);
    }

    async Task<(int Code, string Out, string Error)> RunAsync(params string[] words)
    {
        using var scope = app.Services.CreateScope();
        using StringWriter output = new(), error = new();
        var run = new ToolRun([], folder, scope.ServiceProvider, output, error, TestContext.Current.CancellationToken);
        var code = await ToolCommands.RunHereAsync(["import", .. words], run);
        return (code, output.ToString(), error.ToString());
    }

    int People(int year)
    {
        using var db = Db();
        return db.Attendees().Count(a => db.Set<Meeting>().Single(m => m.Id == a.MeetingId).Year == year);
    }

    [Fact]
    public async Task Json_alone_goes_to_the_output_in_the_form_agreed()
    {
        var (code, output, _) = await RunAsync("姓名,单位,手机,是否接站,到达时间,饮食要求\n王 刚,哈理工,15400000001,√,11月22日14:30,清真\n合计,1人\n", "--meeting", "2026", "--json", "--dry-run");
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(0, code);
        Assert.Equal(["rows", "summary"], report.EnumerateObject().Select(part => part.Name));
        var row = report.GetProperty("rows")[1];
        Assert.Equal(["row", "status", "values", "corrections", "messages"], row.EnumerateObject().Select(part => part.Name));
        Assert.Equal("""{"name":"王刚","unit":"哈尔滨理工大学","phone":"15400000001","arrivalAt":"2026-11-22T14:30","pickUp":true,"diet":"set"}""", Compact(row.GetProperty("values")));
        Assert.Equal("""{"column":"name","from":"王 刚","to":"王刚"}""", Compact(row.GetProperty("corrections")[0]));
        Assert.Equal("""{"ok":0,"corrected":1,"warning":0,"error":0,"skipped":2,"people":1,"units":1}""", Compact(report.GetProperty("summary")));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_a_real_one_does()
    {
        const string csv = "姓名,单位\n王刚,哈理工\n";
        Assert.Equal(0, (await RunAsync(csv, "--meeting", "2027", "--dry-run")).Code);
        Assert.Equal(0, People(2027));
        Assert.Equal(0, (await RunAsync(csv, "--meeting", "2027")).Code);
        Assert.Equal((1, 0), (People(2027), People(2026)));
    }

    [Fact]
    public async Task Without_a_year_the_meeting_that_comes_next_is_meant()
    {
        await RunAsync("姓名,单位\n王刚,哈理工\n");
        Assert.Equal(DateTime.UtcNow < new DateTime(2026, 11, 25) ? (1, 0) : (0, 1), (People(2026), People(2027)));
    }

    [Fact]
    public async Task A_row_in_error_ends_with_1_and_keeps_the_rest()
    {
        var (code, output, _) = await RunAsync("姓名,单位,饮食要求\n王刚,哈理工,只吃牛肉\n\"张三、李四\",哈理工,\n", "--meeting", "2026");
        Assert.Equal((1, 1), (code, People(2026)));
        Assert.Contains("张三、李四", output);
        Assert.DoesNotContain("牛肉", output);
    }

    [Theory]
    [InlineData("名单.csv", "--meeting", "1999"), InlineData("没有.csv"), InlineData(), InlineData("名单.csv", "--sheet"), InlineData("名单.csv", "--sheet", "别的"), InlineData("名单.csv", "--colour")]
    public async Task What_cannot_be_used_ends_with_2_and_a_sentence(params string[] words)
    {
        File.WriteAllText(Path.Combine(folder, "名单.csv"), "姓名,单位\n王刚,哈理工\n");
        var (code, output, error) = await RunAsync(words);
        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_file_that_is_no_table_ends_with_2()
    {
        var (code, output, error) = await RunAsync("%PDF-1.7", "--json");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(".xlsx", error);
    }

    static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Relaxed);

    static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
