using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shared.Data;

namespace Shared.Tests.Data;

public sealed class DatabaseStartTests : IDisposable
{
    readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    Task StartAsync() => new DatabaseStart(database, database.Data, NullLogger<DatabaseStart>.Instance).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public void The_migration_is_the_model()
    {
        using var db = database.CreateDbContext();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Every_connection_writes_durably()
    {
        using var db = database.CreateDbContext();
        db.Database.OpenConnection();
        var found = SqliteSettings.ReadBack(db.Database.GetDbConnection());
        Assert.Equal(("wal", "2", "1", "5000"), (found["journal_mode"], found["synchronous"], found["foreign_keys"], found["busy_timeout"]));
        using var own = SqliteSettings.OpenOwn(database.Data);
        Assert.Equal(found, SqliteSettings.ReadBack(own));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_with_what_to_do()
    {
        using (var db = database.CreateDbContext())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Future', '99.0')", TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<CannotStart>(StartAsync);
        Assert.Contains("29991231000000_Future", refusal.Message);
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_does_not_block_the_next_start()
    {
        using (var db = database.CreateDbContext())
            await db.Database.ExecuteSqlRawAsync("""
                CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL);
                INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-01-01')
                """, TestContext.Current.CancellationToken);
        await StartAsync();
    }

    [Fact]
    public async Task The_database_is_its_owners_alone_whatever_folder_it_was_laid_in()
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var file in Directory.GetFiles(database.Data.Path, "event.db*")) File.SetUnixFileMode(file, owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await StartAsync();
        foreach (var file in Directory.GetFiles(database.Data.Path, "event.db*")) Assert.Equal(owner, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_second_server_on_the_same_folder_is_refused()
    {
        using var first = ServerLock.Take(database.Data);
        Assert.Throws<CannotStart>(() => ServerLock.Take(database.Data));
    }
}
