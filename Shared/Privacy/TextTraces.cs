using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Shared.Data;

namespace Shared.Privacy;

/// <param name="What">A name or number of the person.</param>
/// <param name="With">What stands in its place.</param>
sealed record Overwrite(string What, string With);

/// <summary>Overwrites a person's name and number in what others typed, wherever a column of free text of the meeting holds it.</summary>
static class TextTraces
{
    /// <summary>Of each table with free text, which rows are the meeting's.</summary>
    static readonly Dictionary<string, string> OfMeeting = new()
    {
        ["Diet"] = People, ["HandoutGiven"] = People, ["Stay"] = People, ["ReplyChange"] = Replies, ["ReplyDraft"] = Replies, ["ReplyFile"] = Replies, ["ScenePlace"] = Scenes,
    };

    const string People = "AttendeeId IN (SELECT Id FROM Attendee WHERE MeetingId = $meeting)";
    const string Replies = "ReplyId IN (SELECT Id FROM Reply WHERE MeetingId = $meeting)";
    const string Scenes = "SceneId IN (SELECT Id FROM Scene WHERE MeetingId = $meeting)";
    const string Own = "MeetingId = $meeting";

    /// <returns>In how many places something was overwritten.</returns>
    public static async Task<int> OverwriteAsync(EventDb db, int meetingId, IReadOnlyList<Overwrite> traces, CancellationToken stop)
    {
        var found = 0;
        foreach (var column in FieldClasses.Columns.Where(column => FieldClasses.Of(column.Split('.')[0], column.Split('.')[1]) == FieldClass.FreeText))
            foreach (var trace in traces)
                found += await OverwriteAsync(db, meetingId, column.Split('.'), trace, stop);
        return found;
    }

    /// <summary>The entries of the trail whose details hold one of the texts.</summary>
    public static async Task<List<long>> EntriesAsync(EventDb db, int meetingId, IReadOnlyList<Overwrite> traces, CancellationToken stop)
    {
        var entries = new HashSet<long>();
        foreach (var text in traces.SelectMany(trace => new[] { trace.What, Escaped(trace.What) }).Distinct())
            entries.UnionWith(await db.Database.SqlQuery<long>($"SELECT d.EntryId AS Value FROM AuditDetail d JOIN AuditEntry e ON e.Id = d.EntryId WHERE e.MeetingId = {meetingId} AND instr(d.Details, {text}) > 0").ToListAsync(stop));
        return [.. entries];
    }

    static async Task<int> OverwriteAsync(EventDb db, int meetingId, string[] column, Overwrite trace, CancellationToken stop)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        // Names of tables and columns are the program's own.
#pragma warning disable CA2100
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            UPDATE "{column[0]}" SET "{column[1]}" = replace("{column[1]}", $what, $with) WHERE instr("{column[1]}", $what) > 0 AND {OfMeeting.GetValueOrDefault(column[0], Own)}
            """);
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$what", trace.What);
        command.Parameters.AddWithValue("$with", trace.With);
        command.Parameters.AddWithValue("$meeting", meetingId);
        return await command.ExecuteNonQueryAsync(stop);
    }

    // Some details are JSON, in which a character may stand by its number.
    static string Escaped(string text) => JsonSerializer.Serialize(text)[1..^1];
}
