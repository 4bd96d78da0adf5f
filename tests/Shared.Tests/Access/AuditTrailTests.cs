using Microsoft.EntityFrameworkCore;
using Shared.Access;

namespace Shared.Tests.Access;

public sealed class AuditTrailTests : IDisposable
{
    readonly TestDatabase database = new();
    readonly AuditTrail trail;

    public AuditTrailTests() => trail = new AuditTrail(database, TimeProvider.System);

    public void Dispose() => database.Dispose();

    async Task AddThreeAsync()
    {
        for (var i = 0; i < 3; i++) await trail.AddAsync("小松", "export", $"{i}", details: "roster", stop: TestContext.Current.CancellationToken);
    }

    async Task<AuditChainView> CheckAsync() => await new AuditChain(database).ReadAsync(stop: TestContext.Current.CancellationToken);

    async Task<long?> FirstBrokenAfterAsync(string sql)
    {
        await AddThreeAsync();
        using (var db = database.CreateDbContext()) await db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
        return (await CheckAsync()).Broken?.Id;
    }

    [Fact]
    public async Task An_untouched_chain_holds() => Assert.Null(await FirstBrokenAfterAsync("SELECT 1"));

    [Fact]
    public async Task A_changed_row_breaks_the_chain_there() => Assert.Equal(2, await FirstBrokenAfterAsync("UPDATE AuditEntry SET Who = '别人' WHERE Id = 2"));

    [Fact]
    public async Task A_removed_row_breaks_the_chain_after_it() => Assert.Equal(3, await FirstBrokenAfterAsync("DELETE FROM AuditEntry WHERE Id = 2"));

    [Theory]
    [InlineData("DELETE FROM AuditEntry WHERE Id = 3", 3), InlineData("DELETE FROM AuditEntry WHERE Id > 1", 2), InlineData("DELETE FROM AuditEntry", 1)]
    public async Task A_tail_that_was_cut_off_is_missed_and_what_is_written_afterwards_does_not_hide_it(string cut, long first)
    {
        Assert.Equal(first, await FirstBrokenAfterAsync(cut));
        await trail.AddAsync("小松", "export", stop: TestContext.Current.CancellationToken);
        Assert.Equal(4, (await CheckAsync()).Broken?.Id);
    }

    [Theory]
    [InlineData("Details = 'something else'"), InlineData("Salt = x'00'"), InlineData("Salt = NULL"), InlineData("Details = NULL")]
    public async Task Altered_details_are_found_at_their_row(string change) => Assert.Equal(2, await FirstBrokenAfterAsync($"UPDATE AuditDetail SET {change} WHERE EntryId = 2"));

    [Fact]
    public async Task Blanked_details_leave_the_chain_whole_and_are_known_as_removed()
    {
        Assert.Null(await FirstBrokenAfterAsync("UPDATE AuditDetail SET Salt = NULL, Details = NULL WHERE EntryId > 1"));
        Assert.Equal((3, 2), ((await CheckAsync()).Entries, (await CheckAsync()).Removed));
    }
}
