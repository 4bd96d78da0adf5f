using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace Shared.Data;

/// <summary>Brings the database to this program's schema, or says why it must not be touched.</summary>
public sealed class DatabaseStart(IDbContextFactory<EventDb> dbs, DataDirectory data, ILogger<DatabaseStart> log)
{
    static readonly string[] NetworkFileSystems = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"];

    /// <exception cref="CannotStart">SQLite is too old, the folder is on a network, the schema is newer, or a setting did not hold.</exception>
    public async Task RunAsync(CancellationToken stop = default)
    {
        RefuseNetworkFolder();
        await using var db = await dbs.CreateDbContextAsync(stop);
        await db.Database.OpenConnectionAsync(stop);
        RefuseOldSqlite((SqliteConnection)db.Database.GetDbConnection());
        await RefuseNewerSchemaAsync(db, stop);
        await ForgetStaleMigrationLockAsync(db, stop);
        // Asked first: migrating compares the whole model each time, even where nothing is to be migrated.
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any()) await db.Database.MigrateAsync(stop);
        CheckSettings((SqliteConnection)db.Database.GetDbConnection());
        KeepToOwner();
    }

    /// <summary>For what only reads: nothing is changed.</summary>
    /// <exception cref="CannotStart">There is no database, or its schema is not this program's.</exception>
    public async Task CheckAsync(CancellationToken stop = default)
    {
        if (!File.Exists(data.Database))
            throw new CannotStart($"There is no database in {data.Path}. Choose the right folder with --data.");
        await using var db = await dbs.CreateDbContextAsync(stop);
        await RefuseNewerSchemaAsync(db, stop);
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
            throw new CannotStart($"The database in {data.Path} was written by an older version of this program. Start the server once, which brings it up to date.");
    }

    void KeepToOwner()
    {
        try
        {
            data.KeepToOwner();
        }
        catch (UnauthorizedAccessException)
        {
            log.LogWarning("The database {Database} belongs to another user of this machine: see to it that nobody else reads it", data.Database);
        }
    }

    void RefuseNetworkFolder()
    {
        if (!File.Exists("/proc/mounts")) return;
        var mount = File.ReadLines("/proc/mounts").Select(line => line.Split(' '))
            .Where(parts => parts.Length > 2 && (data.Path + "/").StartsWith(parts[1].TrimEnd('/') + "/", StringComparison.Ordinal))
            .MaxBy(parts => parts[1].Length);
        if (mount is not null && NetworkFileSystems.Contains(mount[2]))
            throw new CannotStart($"The data directory {data.Path} lies on a network file system ({mount[2]}). Choose a folder on this machine's own disk with --data.");
    }

    static void RefuseOldSqlite(SqliteConnection connection)
    {
        if (Version.Parse(connection.ServerVersion) < SqliteSettings.OldestSqlite)
            throw new CannotStart($"SQLite {connection.ServerVersion} is too old; this program needs {SqliteSettings.OldestSqlite} or newer.");
    }

    static async Task RefuseNewerSchemaAsync(EventDb db, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var history = db.GetService<IHistoryRepository>();
        if (!await history.ExistsAsync(stop)) return;
        var unknown = (await history.GetAppliedMigrationsAsync(stop)).Where(row => !known.Contains(row.MigrationId)).ToList();
        if (unknown.Count > 0)
            throw new CannotStart($"The database was written by a newer version of this program ({unknown[^1].MigrationId}). Start that version, or restore a backup made by this one.");
    }

    // A migration that was killed leaves its lock row behind; the server's own lock file already keeps a second server out.
    static async Task ForgetStaleMigrationLockAsync(EventDb db, CancellationToken stop)
    {
        var held = await db.Database.SqlQueryRaw<long>(
            "SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(stop);
        if (held > 0) await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", stop);
    }

    void CheckSettings(SqliteConnection connection)
    {
        var found = SqliteSettings.ReadBack(connection);
        log.LogInformation("SQLite {Version}: {Settings}", connection.ServerVersion, string.Join(", ", found.Select(pair => $"{pair.Key}={pair.Value}")));
        string[] wrong = [.. new (string Name, string Want)[] { ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1") }
            .Where(pair => found[pair.Name] != pair.Want).Select(pair => pair.Name)];
        if (wrong.Length > 0)
            throw new CannotStart(string.Create(CultureInfo.InvariantCulture, $"SQLite did not take the settings {string.Join(", ", wrong)}; the data would not be safe."));
    }
}

/// <summary>The program must not go on; the message says to a person what to do.</summary>
public sealed class CannotStart(string message) : Exception(message);
