using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Shared.Data;

public static class OneMoment
{
    /// <summary>Runs several queries of one context on one state of the database, without holding the write lock.</summary>
    public static async Task<T> AtOneMomentAsync<T>(this EventDb db, Func<Task<T>> read, CancellationToken stop = default)
    {
        await db.Database.OpenConnectionAsync(stop);
        // The framework's own BeginTransaction takes the write lock; a reader must not.
        await using var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, stop);
        try
        {
            return await read();
        }
        finally
        {
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
        }
    }
}
