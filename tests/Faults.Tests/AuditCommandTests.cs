using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Faults.Tests;

/// <summary>The words audit verify, as a process of its own.</summary>
public sealed class AuditCommandTests : IDisposable, IClassFixture<SampleFolder>
{
    const int Entries = 5;
    readonly string folder = ServerProcess.NewFolder();
    readonly long first;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public AuditCommandTests(SampleFolder sample)
    {
        foreach (var name in (string[])["event.db", "badge.key"]) File.Copy(Path.Combine(sample.Path, name), Path.Combine(folder, name));
        using var db = Open();
        Assert.Empty(db.AuditEntries());
        for (var one = 0; one < Entries; one++) AuditTrail.AddAsync(db, new(2026, 11, 23, 1, one, 0, DateTimeKind.Utc), "小松", "export", null, null, $"audit-csv, {one} items", Stop).GetAwaiter().GetResult();
        first = db.AuditEntries().Min(e => e.Id);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    EventDb Open()
    {
        var options = new DbContextOptionsBuilder<EventDb>();
        options.UseEventDb(new DataDirectory(folder));
        return new(options.Options);
    }

    Task<(int Code, string Said)> VerifyAsync(params string[] more) => ServerProcess.EndAsync(["audit", "verify", "--data", folder, .. more]);

    async Task<(int Code, string Said)> VerifyAfterAsync(string sql)
    {
        await using (var db = Open()) await db.Database.ExecuteSqlRawAsync(sql.Replace("#", $"{first + 2}"), Stop);
        return await VerifyAsync();
    }

    [Fact]
    public async Task A_whole_trail_is_told_by_number_and_the_exit_code_is_zero()
    {
        var (code, said) = await VerifyAsync();
        Assert.True(code == 0, said);
        Assert.Contains($"{Entries} entries; details removed by erasure or retention: 0. The chain is whole.", said);
        var (again, json) = await VerifyAsync("--json");
        var found = JsonDocument.Parse(json).RootElement;
        Assert.Equal((0, Entries, 0, true, JsonValueKind.Null),
            (again, found.GetProperty("entries").GetInt32(), found.GetProperty("removed").GetInt32(), found.GetProperty("whole").GetBoolean(), found.GetProperty("broken").ValueKind));
    }

    [Theory]
    [InlineData("UPDATE AuditEntry SET Hash = x'00' WHERE Id = #", 2), InlineData("DELETE FROM AuditEntry WHERE Id = #", 3), InlineData("UPDATE AuditDetail SET Details = 'audit-csv, 9 items' WHERE EntryId = #", 2)]
    [InlineData("UPDATE AuditEntry SET Who = '别人' WHERE Id = #", 2)]
    public async Task An_altered_or_removed_entry_is_named_and_the_exit_code_is_one(string sql, int broken)
    {
        var (code, said) = await VerifyAfterAsync(sql);
        Assert.True(code == 1, said);
        Assert.Contains($"Broken: entry {first + broken} (2026-11-23 01:0{broken}:00 UTC, export)", said);
        var (_, json) = await VerifyAsync("--json");
        var found = JsonDocument.Parse(json).RootElement.GetProperty("broken");
        Assert.Equal((first + broken, "export", $"2026-11-23T01:0{broken}:00Z"), (found.GetProperty("entry").GetInt64(), found.GetProperty("what").GetString(), found.GetProperty("at").GetString()));
    }

    [Fact]
    public async Task Details_blanked_by_retention_break_nothing_and_are_counted()
    {
        var (code, said) = await VerifyAfterAsync("UPDATE AuditDetail SET Salt = NULL, Details = NULL WHERE EntryId >= #");
        Assert.True(code == 0, said);
        Assert.Contains($"details removed by erasure or retention: {Entries - 2}.", said);
    }

    [Fact]
    public async Task It_reads_beside_a_running_server_and_writes_nothing()
    {
        await using var server = await ServerProcess.StartAsync(folder, ["demo"]);
        await using var db = Open();
        var before = await db.AuditEntries().CountAsync(Stop);
        var (code, said) = await VerifyAsync();
        Assert.True(code == 0, said);
        Assert.Equal(before, await db.AuditEntries().CountAsync(Stop));
    }

    [Theory]
    [InlineData("audit"), InlineData("audit", "verfy"), InlineData("audit", "verify", "--jsn")]
    public async Task What_is_not_understood_is_told_how_it_is_used(params string[] words)
    {
        var (code, said) = await ServerProcess.EndAsync([.. words, "--data", folder]);
        Assert.Equal(2, code);
        Assert.Contains("Usage: EventApp audit verify [--json]", said);
    }
}
