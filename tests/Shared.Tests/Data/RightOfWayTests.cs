using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration.Importing;

namespace Shared.Tests.Data;

public sealed class RightOfWayTests : IDisposable
{
    const int Items = 6;
    readonly TestDatabase database = new();
    readonly RightOfWay way;

    public RightOfWayTests() => way = RightOfWay.Of(database.Data.Database);

    public void Dispose() => database.Dispose();

    async Task<List<int>> WriteAsync(Action<int> at)
    {
        await using var db = database.CreateDbContext();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var pieces = new List<int>();
        // Time alone must not end a piece here: a machine that pauses is not somebody who waits.
        await new PieceWriter(db) { PieceTime = TimeSpan.MaxValue }.RunAsync(Enumerable.Range(0, Items), (item, _) => at(item), pieces.Add, TestContext.Current.CancellationToken);
        return pieces;
    }

    [Fact]
    public async Task A_long_work_goes_on_in_one_piece_while_nobody_waits() => Assert.Equal([Items], await WriteAsync(_ => { }));

    [Fact]
    public async Task Who_claims_the_right_of_way_ends_the_piece_after_the_item_in_hand()
    {
        var pieces = await WriteAsync(item =>
        {
            if (item == 2) way.Claim();
            if (item == 4) way.Release();
        });
        Assert.Equal([3, 4, Items], pieces);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Pieces_do_not_wait_for_the_disk_and_what_comes_after_them_does(bool broken)
    {
        await using var db = database.CreateDbContext();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var connection = db.Database.GetDbConnection();
        string? within = null;
        var writing = new PieceWriter(db).RunAsync([1], (_, _) =>
        {
            within = SqliteSettings.ReadBack(connection)["synchronous"];
            if (broken) throw new InvalidDataException();
        }, _ => { }, TestContext.Current.CancellationToken);
        if (broken) await Assert.ThrowsAsync<InvalidDataException>(() => writing);
        else await writing;
        const string normal = "1", full = "2";
        Assert.Equal((normal, full), (within, SqliteSettings.ReadBack(connection)["synchronous"]));
    }

    [Fact]
    public async Task A_long_work_keeps_the_log_short_while_it_writes()
    {
        await using var db = database.CreateDbContext();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE Heavy (Bytes BLOB)", TestContext.Current.CancellationToken);
        const int items = 240;
        await new PieceWriter(db).RunAsync(Enumerable.Range(0, items), (_, transaction) =>
        {
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO Heavy VALUES (zeroblob(1048576))";
            insert.ExecuteNonQuery();
        }, _ => { }, TestContext.Current.CancellationToken);
        Assert.InRange(new FileInfo(database.Data.Database + "-wal").Length, 1, SqliteSettings.JournalBytes);
    }

    [Fact]
    public void Two_names_of_one_file_are_one_way() =>
        Assert.Same(way, RightOfWay.Of(Path.Combine(database.Data.Path, ".", "event.db")));
}

public sealed class ShortenWalTests : IDisposable
{
    readonly TestDatabase database = new();
    readonly SqliteConnection writer;

    public ShortenWalTests()
    {
        writer = SqliteSettings.OpenOwn(database.Data);
        Run("PRAGMA wal_autocheckpoint=0; CREATE TABLE Heavy (Bytes BLOB)");
    }

    long WalBytes => new FileInfo(database.Data.Database + "-wal").Length;
    long DatabaseBytes => new FileInfo(database.Data.Database).Length;

    void Run(string sql)
    {
        using var command = writer.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    void Write(long bytes) => Run($"INSERT INTO Heavy VALUES (randomblob({bytes}))");

    [Fact]
    public void What_the_log_holds_comes_into_the_database()
    {
        using var shorten = new ShortenWal(database.Data);
        Write(1 << 20);
        var before = DatabaseBytes;
        shorten.Run();
        Assert.InRange(DatabaseBytes - before, 1 << 20, long.MaxValue);
    }

    [Fact]
    public void A_long_log_begins_again_once_no_reader_holds_it()
    {
        using var shorten = new ShortenWal(database.Data);
        using var reader = SqliteSettings.OpenOwn(database.Data, readOnly: true);
        using (var moment = reader.BeginTransaction(deferred: true))
        {
            using var read = reader.CreateCommand();
            read.CommandText = "SELECT count(*) FROM Heavy";
            read.ExecuteScalar();
            Write(ShortenWal.LongBytes + 1);
            Assert.True(shorten.Run());
            Write(ShortenWal.LongBytes);
            Assert.True(WalBytes > 2 * ShortenWal.LongBytes);
        }
        Assert.False(shorten.Run());
        var longest = WalBytes;
        Write(ShortenWal.LongBytes);
        Assert.Equal(longest, WalBytes);
    }

    public void Dispose()
    {
        writer.Dispose();
        database.Dispose();
    }
}
