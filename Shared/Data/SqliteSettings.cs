using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shared.Data;

/// <summary>How every connection to the database behaves; read back at start so that a silent default cannot weaken it.</summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    public const int BusySeconds = 5;
    public const long JournalBytes = 64L << 20;
    public static readonly Version OldestSqlite = new(3, 51, 3);

    const string Pragmas = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
        PRAGMA busy_timeout=5000; PRAGMA journal_size_limit=67108864; PRAGMA temp_store=MEMORY;
        PRAGMA secure_delete=ON;
        """;

    const string ReadPragmas = "PRAGMA busy_timeout=5000; PRAGMA query_only=ON;";

    public static string ConnectionString(DataDirectory data, bool readOnly = false, bool pooled = true) => new SqliteConnectionStringBuilder
    {
        DataSource = data.Database,
        Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = BusySeconds,
        Pooling = pooled,
    }.ToString();

    /// <summary>A connection of one's own (not pooled), for the check-in writer and for tools. Same settings as every other.</summary>
    public static SqliteConnection OpenOwn(DataDirectory data, bool readOnly = false)
    {
        var connection = new SqliteConnection(ConnectionString(data, readOnly, pooled: false));
        connection.Open();
        Apply(connection);
        return connection;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        var readOnly = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
        command.CommandText = readOnly ? ReadPragmas : Pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>The settings in force on this connection, by name; <c>synchronous</c> 2 is FULL.</summary>
    public static IReadOnlyDictionary<string, string> ReadBack(DbConnection connection)
    {
        var found = new Dictionary<string, string>();
        foreach (var name in (string[])["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "journal_size_limit", "secure_delete"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            found[name] = Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
        }
        return found;
    }
}
