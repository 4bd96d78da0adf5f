using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shared.Data;

/// <summary>
/// One prepared INSERT for rows of one kind, its columns and conversions taken from the model. Some ten times as many rows
/// fit into a millisecond as through the change tracker, which is what keeps a long import from holding the write lock.
/// </summary>
sealed class InsertStatement : IDisposable
{
    readonly SqliteCommand command;
    readonly (IProperty Property, SqliteParameter Parameter)[] columns;

    public InsertStatement(SqliteConnection connection, IModel model, Type entity)
    {
        var type = model.FindEntityType(entity)!;
        var properties = type.GetProperties().Where(property => property.ValueGenerated != ValueGenerated.OnAdd).ToList();
        command = connection.CreateCommand();
        columns = [.. properties.Select((property, index) => (property, command.Parameters.Add(new SqliteParameter { ParameterName = $"@{index}" })))];
        var names = string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""));
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({string.Join(", ", columns.Select(column => column.Parameter.ParameterName))}); SELECT last_insert_rowid();";
        // All that takes its time at first: nobody shall wait for it behind the write lock.
        command.Prepare();
        foreach (var (property, _) in columns) property.GetGetter();
    }

    /// <returns>The row's number, which is its id where the table has one.</returns>
    public long Run(object row, SqliteTransaction transaction)
    {
        command.Transaction = transaction;
        foreach (var (property, parameter) in columns)
        {
            var value = property.GetGetter().GetClrValue(row);
            if (value is not null && property.GetTypeMapping().Converter is { } converter)
                value = converter.ConvertToProvider(value);
            parameter.Value = value ?? DBNull.Value;
        }
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => command.Dispose();
}
