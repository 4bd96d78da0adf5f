using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Shared.CheckIn.Writing;

/// <summary>One prepared statement. Bind what it asks (from 1), step, read columns (from 0); the next <see cref="Begin"/> clears it.</summary>
sealed class Statement : IDisposable
{
    readonly sqlite3 db;
    readonly sqlite3_stmt statement;

    public Statement(sqlite3 db, string sql)
    {
        this.db = db;
        Check(raw.sqlite3_prepare_v3(db, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public Statement Begin()
    {
        raw.sqlite3_reset(statement);
        raw.sqlite3_clear_bindings(statement);
        return this;
    }

    public Statement Set(int at, long? value)
    {
        if (value is { } number) Check(raw.sqlite3_bind_int64(statement, at, number));
        return this;
    }

    public Statement Set(int at, DateTime value) => Set(at, Data.UtcDateTime.ToStored(value));

    public Statement Set(int at, bool value) => Set(at, value ? 1 : 0);

    public Statement Set(int at, string? value)
    {
        if (value is not null) Check(raw.sqlite3_bind_text(statement, at, value));
        return this;
    }

    public Statement Set(int at, byte[]? value)
    {
        if (value is not null) Check(raw.sqlite3_bind_blob(statement, at, value));
        return this;
    }

    /// <summary>True when a row is there to be read.</summary>
    /// <exception cref="SqliteException">With the engine's own code.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE) Check(code);
        return false;
    }

    /// <summary>Runs a change to its end and says how many rows it touched.</summary>
    public int Run()
    {
        while (Step()) { }
        return raw.sqlite3_changes(db);
    }

    /// <summary>Runs an insert and returns the new row's id.</summary>
    public long Insert()
    {
        Run();
        return raw.sqlite3_last_insert_rowid(db);
    }

    /// <summary>Lets go of the row, so that the statement holds no cursor open.</summary>
    public void End() => raw.sqlite3_reset(statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
    public long Long(int column) => raw.sqlite3_column_int64(statement, column);
    public int Int(int column) => raw.sqlite3_column_int(statement, column);
    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);
    public bool Bool(int column) => Int(column) != 0;
    public DateTime Time(int column) => Data.UtcDateTime.FromStored(Long(column));
    public string? TextOrNull(int column) => IsNull(column) ? null : raw.sqlite3_column_text(statement, column).utf8_to_string();
    public string Text(int column) => TextOrNull(column) ?? "";
    public byte[]? Bytes(int column) => IsNull(column) ? null : raw.sqlite3_column_blob(statement, column).ToArray();

    public void Dispose() => statement.Dispose();

    void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, db);
    }
}
