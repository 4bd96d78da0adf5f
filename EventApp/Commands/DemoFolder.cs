using Microsoft.Data.Sqlite;
using Shared.Data;

namespace EventApp.Commands;

/// <summary>Whether a data directory holds nothing but the sample meeting. Looks and changes nothing.</summary>
static class DemoFolder
{
    // What any start of this program may have left behind before it made a meeting.
    static readonly string[] Harmless = ["keys", "badge.key", "server.lock", "command.sock", "files", "backup-folder.txt", "link.key", "certificates", DemoFiles.Keys, DemoFiles.Badges];

    const string Counts = """
        SELECT (SELECT COUNT(*) FROM Meeting WHERE NOT IsSample), (SELECT COUNT(*) FROM Meeting WHERE IsSample),
               (SELECT COUNT(*) FROM Account) + (SELECT COUNT(*) FROM Organisation)
        """;

    /// <summary>A sentence for a person where the directory is not the demo's, else null.</summary>
    public static string? Refusal(DataDirectory data)
    {
        if (!File.Exists(data.Database))
            return Directory.EnumerateFileSystemEntries(data.Path).Select(Path.GetFileName).FirstOrDefault(name => !Harmless.Contains(name)) is { } foreign
                ? Refuse(data, $"it holds {foreign}") : null;
        try
        {
            return Found(data) switch
            {
                (> 0, _, _) => Refuse(data, "it holds a meeting that is not the sample meeting"),
                (_, 0, > 0) => Refuse(data, "it holds data but not the sample meeting"),
                _ => null,
            };
        }
        catch (SqliteException)
        {
            return Refuse(data, "its event.db is no database of this program");
        }
    }

    static (long Real, long Sample, long Other) Found(DataDirectory data)
    {
        using var connection = SqliteSettings.OpenOwn(data, readOnly: true);
        using var command = connection.CreateCommand();
        command.CommandText = Counts;
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    static string Refuse(DataDirectory data, string why) =>
        $"The demo does not touch {data.Path}: {why}. Choose an empty folder with --data DIR.";
}
