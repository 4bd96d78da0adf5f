using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Shared.CheckIn.Writing;
using Shared.Data;

namespace Shared.CheckIn.Reading;

/// <summary>A read-only connection with its prepared statements, for what every scan asks; used by one caller at a time.</summary>
sealed class ReadLane : IDisposable
{
    readonly SqliteConnection connection;
    readonly StatementBook statements;

    public ReadLane(DataDirectory data)
    {
        connection = SqliteSettings.OpenOwn(data, readOnly: true);
        statements = new StatementBook(connection);
    }

    /// <summary>The prepared statement of this text. It must be stepped to its end or ended, or the lane keeps an old state of the database.</summary>
    public Statement this[string sql] => statements[sql];

    /// <summary>All that <paramref name="read"/> asks is answered from one state of the database, and the locks for it are taken once.</summary>
    public T Once<T>(Func<ReadLane, T> read)
    {
        statements["BEGIN"].Run();
        var found = read(this);
        statements["COMMIT"].Run();
        return found;
    }

    public void Dispose()
    {
        statements.Dispose();
        connection.Dispose();
    }
}

/// <summary>Lanes that wait to be used; as many as there were callers at once, and few are kept.</summary>
public sealed class ReadLanes(DataDirectory data) : IDisposable
{
    const int MostKept = 16;

    readonly ConcurrentBag<ReadLane> free = [];
    int kept;

    internal T Read<T>(Func<ReadLane, T> read)
    {
        if (free.TryTake(out var lane)) Interlocked.Decrement(ref kept);
        else lane = new ReadLane(data);
        var whole = false;
        try
        {
            var found = lane.Once(read);
            whole = true;
            return found;
        }
        finally
        {
            if (whole && Interlocked.Increment(ref kept) <= MostKept) free.Add(lane);
            else lane.Dispose();
        }
    }

    public void Dispose()
    {
        while (free.TryTake(out var lane)) lane.Dispose();
    }
}
