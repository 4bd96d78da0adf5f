using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bench.Crowds;

/// <summary>Inserts many rows of one kind by a prepared statement made from the program's own mapping.</summary>
sealed class Rows<T> : IDisposable where T : class
{
    readonly SqliteCommand insert;
    readonly (SqliteParameter Parameter, Func<T, object?> Value)[] columns;

    public Rows(DbContext db, SqliteConnection connection)
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var written = entity.GetProperties().Where(property => property is { PropertyInfo: not null, ValueGenerated: not ValueGenerated.OnAddOrUpdate }).ToList();
        insert = connection.CreateCommand();
        columns = [.. written.Select((property, at) => (insert.Parameters.Add(new SqliteParameter($"@{at}", null)), Reader(property)))];
        insert.CommandText = $"""
            INSERT INTO "{entity.GetTableName()}" ({string.Join(',', written.Select(property => $"\"{property.GetColumnName()}\""))})
            VALUES ({string.Join(',', columns.Select(column => column.Parameter.ParameterName))})
            """;
    }

    public void Add(T row)
    {
        foreach (var (parameter, value) in columns) parameter.Value = value(row) ?? DBNull.Value;
        insert.ExecuteNonQuery();
    }

    static Func<T, object?> Reader(IProperty property)
    {
        var (info, convert) = (property.PropertyInfo!, property.GetTypeMapping().Converter);
        return convert is null ? row => info.GetValue(row) : row => info.GetValue(row) is { } value ? convert.ConvertToProvider(value) : null;
    }

    public void Dispose() => insert.Dispose();
}
