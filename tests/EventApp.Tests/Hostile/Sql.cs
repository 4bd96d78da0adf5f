using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace EventApp.Tests.Hostile;

/// <summary>Statements put together by a test: names of the model and texts of its own, never parameters.</summary>
static class Sql
{
    public static async Task<int> RunSqlAsync(this EventDb db, string text)
    {
        await using var command = await CommandAsync(db, text);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of each row; what is null counts as 0.</summary>
    public static async Task<List<long>> NumbersAsync(this EventDb db, string text)
    {
        await using var command = await CommandAsync(db, text);
        await using var reader = await command.ExecuteReaderAsync();
        var numbers = new List<long>();
        while (await reader.ReadAsync()) numbers.Add(reader.IsDBNull(0) ? 0 : reader.GetInt64(0));
        return numbers;
    }

    /// <summary>Every row, as one line of its values.</summary>
    public static async Task<List<string>> LinesAsync(this EventDb db, string text)
    {
        await using var command = await CommandAsync(db, text);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i))}")));
        return lines;
    }

    static async Task<DbCommand> CommandAsync(EventDb db, string text)
    {
        await db.Database.OpenConnectionAsync();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        return command;
    }
}
