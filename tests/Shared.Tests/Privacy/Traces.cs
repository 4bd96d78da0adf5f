using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Shared.Data;

namespace Shared.Tests.Privacy;

/// <summary>Looks for texts in everything that a database holds: every column of every table, and the bytes of its files.</summary>
static class Traces
{
    /// <summary>As <c>Table.Column</c>, with the text that was found.</summary>
    public static List<string> InTables(DataDirectory data, params string[] texts)
    {
        using var connection = SqliteSettings.OpenOwn(data);
        var found = new List<string>();
        var patterns = texts.SelectMany(Spelt).ToList();
        foreach (var table in List(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var row = command.ExecuteReader();
            while (row.Read())
                for (var at = 0; at < row.FieldCount; at++)
                    if (row.GetValue(at) is string or byte[])
                        found.AddRange(patterns.Where(pattern => Bytes(row.GetValue(at)).AsSpan().IndexOf(pattern.Bytes) >= 0).Select(pattern => $"{table}.{row.GetName(at)}: {pattern.Text}"));
        }
        return [.. found.Distinct()];
    }

    /// <summary>In the database's file and the log beside it, free pages and all.</summary>
    public static List<string> InFiles(DataDirectory data, params string[] texts)
    {
        var found = new List<string>();
        foreach (var file in ((string[])[data.Database, data.Database + "-wal"]).Where(File.Exists))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            found.AddRange(texts.SelectMany(Spelt).Where(pattern => bytes.AsSpan().IndexOf(pattern.Bytes) >= 0).Select(pattern => $"{Path.GetFileName(file)}: {pattern.Text}"));
        }
        return found;
    }

    static IEnumerable<(string Text, byte[] Bytes)> Spelt(string text) =>
        [(text, Encoding.UTF8.GetBytes(text)), (text + " escaped", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(text)[1..^1]))];

    static byte[] Bytes(object value) => value is string text ? Encoding.UTF8.GetBytes(text) : (byte[])value;

    static List<string> List(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var all = new List<string>();
        while (row.Read()) all.Add(row.GetString(0));
        return all;
    }
}
