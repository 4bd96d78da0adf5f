using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shared.Data;

namespace Shared.Tests;

/// <summary>A real SQLite file of this program's schema in a folder of its own, gone with the test. The schema is migrated once and copied.</summary>
public sealed class TestDatabase : IDbContextFactory<EventDb>, IDisposable
{
    static readonly Lazy<string> Template = new(MakeTemplate);

    public DataDirectory Data { get; } = DataDirectory.Open(Directory.CreateTempSubdirectory("event-test-").FullName);

    public TestDatabase() => CopyTo(Data);

    /// <summary>Puts a migrated database without rows into an empty data directory.</summary>
    public static void CopyTo(DataDirectory data) => File.Copy(Template.Value, data.Database);

    public EventDb CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<EventDb>();
        options.UseEventDb(Data);
        return new EventDb(options.Options);
    }

    /// <summary>Adds the rows in one transaction; their ids are set afterwards.</summary>
    public void Add(params object[] rows)
    {
        using var db = CreateDbContext();
        db.AddRange(rows);
        db.SaveChanges();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new(SqliteSettings.ConnectionString(Data)));
        // A thread of low rank that reads at last may make its files anew meanwhile.
        for (var tries = 0; ; tries++)
            try
            {
                Directory.Delete(Data.Path, recursive: true);
                return;
            }
            catch (IOException) when (tries < 5)
            {
                Thread.Yield();
            }
    }

    static string MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("event-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var data = new DataDirectory(folder);
        var options = new DbContextOptionsBuilder<EventDb>();
        options.UseEventDb(data);
        new DatabaseStart(new OneFactory(options.Options), data, NullLogger<DatabaseStart>.Instance).RunAsync().GetAwaiter().GetResult();
        using (var own = SqliteSettings.OpenOwn(data))
        {
            using var checkpoint = own.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            checkpoint.ExecuteNonQuery();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new(SqliteSettings.ConnectionString(data)));
        return data.Database;
    }

    sealed class OneFactory(DbContextOptions<EventDb> options) : IDbContextFactory<EventDb>
    {
        public EventDb CreateDbContext() => new(options);
    }
}
