using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.CheckIn.Writing;

/// <summary>The writer's connection inside an open transaction: all that a decision reads and writes. Never used outside the writer's thread.</summary>
sealed class WriterTurn : IDisposable
{
    readonly SqliteConnection connection;
    readonly TimeProvider clock;
    readonly StatementBook statements;
    readonly HashSet<LiveTopic> changed = [];
    readonly DbContextOptions<EventDb> options;

    public WriterTurn(DataDirectory data, TimeProvider clock)
    {
        this.clock = clock;
        connection = SqliteSettings.OpenOwn(data);
        statements = new StatementBook(connection);
        var builder = new DbContextOptionsBuilder<EventDb>();
        builder.UseSqlite(connection).UseIdentityModel();
        options = builder.Options;
        // The wait for another's write lock is the writer's own: it asks each millisecond, the engine would sleep up to 100.
        Run("PRAGMA busy_timeout=0");
        // Nor does anybody at a desk wait while the log is brought into the database; ShortenWal does it beside.
        Run("PRAGMA wal_autocheckpoint=0");
    }

    /// <summary>Stations and checkpoints met in this transaction, read from the database in it.</summary>
    public GroupFacts Facts { get; } = new();

    /// <summary>To the millisecond, as it is stored.</summary>
    public DateTime Now => UtcDateTime.FromStored(UtcDateTime.ToStored(clock.GetUtcNow().UtcDateTime));

    /// <summary>The prepared statement of this text, which must be a constant.</summary>
    public Statement this[string sql] => statements[sql];

    /// <summary>A context on this connection and in this transaction, for what is rare; the caller disposes it.</summary>
    public EventDb OpenDb()
    {
        var db = new EventDb(options);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return db;
    }

    /// <summary>Adds to the audit trail in this transaction.</summary>
    public void Audit(Caller by, string what, string subjectId, string? details)
    {
        using var db = OpenDb();
        // The engine's asynchronous calls run on the calling thread.
        AuditTrail.AddAsync(db, Now, by.Name, what, subjectId, by.MeetingId, details).GetAwaiter().GetResult();
    }

    /// <summary>Tells the topic once this transaction is durable.</summary>
    public void Tell(LiveTopic topic) => changed.Add(topic);

    /// <summary>Runs one decision in a savepoint: what it wrote is gone if it throws, and nothing else is.</summary>
    public T Alone<T>(Func<WriterTurn, T> decide)
    {
        this["SAVEPOINT alone"].Run();
        try
        {
            var decided = decide(this);
            this["RELEASE alone"].Run();
            return decided;
        }
        catch when (IsOpen)
        {
            this["ROLLBACK TO alone"].Run();
            this["RELEASE alone"].Run();
            Facts.Clear();
            throw;
        }
    }

    /// <summary>False once the engine has given up the transaction by itself, as it does on a full disk.</summary>
    public bool IsOpen => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    /// <summary>False where another connection holds the write lock.</summary>
    public bool TryBegin()
    {
        changed.Clear();
        Facts.Clear();
        var code = SQLitePCL.raw.sqlite3_exec(connection.Handle!, "BEGIN IMMEDIATE");
        if (code == SQLitePCL.raw.SQLITE_BUSY) return false;
        if (code != SQLitePCL.raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, connection.Handle!);
        return true;
    }

    /// <summary>Returns when the transaction is on the disk, with the topics to tell.</summary>
    public IReadOnlyCollection<LiveTopic> Commit()
    {
        this["COMMIT"].Run();
        return changed;
    }

    void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        statements.Dispose();
        connection.Dispose();
    }
}
