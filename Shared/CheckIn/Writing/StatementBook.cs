using Microsoft.Data.Sqlite;

namespace Shared.CheckIn.Writing;

/// <summary>The prepared statements of one connection, each made when first asked for.</summary>
sealed class StatementBook(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, Statement> statements = new(ReferenceEqualityComparer.Instance);

    /// <summary>Ready to be bound. The text must be a constant: it is found by reference.</summary>
    public Statement this[string sql]
    {
        get
        {
            if (!statements.TryGetValue(sql, out var statement)) statements[sql] = statement = new Statement(connection.Handle!, sql);
            return statement.Begin();
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
    }
}
