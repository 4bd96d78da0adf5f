using System.Diagnostics;
using System.Security.Cryptography;
using Bench.Crowds;
using Microsoft.Data.Sqlite;
using Shared.CheckIn;
using Shared.Data;

namespace Bench.CheckIn;

/// <summary>R: the rows that a scan leaves, written by the database alone: one thread, prepared statements, fifty scans a transaction, every commit on the disk.</summary>
static class RawWrites
{
    const int ScansInTransaction = 50;

    const string InsertScan = """
        INSERT INTO Scan (MeetingId, CheckpointId, StationId, OperatorId, AttendeeId, BadgeId, Outcome, Direction, Source, Nonce, Content, RecordedAt, OccurredAt, Offline, Clamped, Conflict, Timing, Minutes)
        VALUES (1, $checkpoint, 1, 1, $attendee, $attendee, $outcome, $direction, $source, $nonce, $content, $at, $at, 0, 0, 0, $timing, 0)
        """;
    const string InsertPresence = """
        INSERT INTO Presence (CheckpointId, AttendeeId, Day, Inside, FirstScanId, FirstAt, LastAt) VALUES ($checkpoint, $attendee, 0, 1, last_insert_rowid(), $at, $at)
        """;

    /// <summary>Scans per second. <paramref name="first"/> is the scan to begin with and comes back as the next one.</summary>
    public static double Run(Crowd crowd, TimeSpan time, ref int first)
    {
        using var connection = SqliteSettings.OpenOwn(crowd.Data);
        if (SqliteSettings.ReadBack(connection)["synchronous"] != "2") throw new CannotMeasure("The database is not written with FULL.");
        var attendees = Attendees(connection);
        using var scan = Prepared(connection, InsertScan, ("$outcome", (int)ScanOutcome.Welcome), ("$direction", (int)ScanDirection.In), ("$source", (int)ScanSource.Badge), ("$timing", (int)ScanTiming.OnTime));
        using var presence = Prepared(connection, InsertPresence);
        var (started, done) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(started) < time; done += ScansInTransaction)
        {
            using var transaction = connection.BeginTransaction();
            (scan.Transaction, presence.Transaction) = (transaction, transaction);
            for (var i = 0; i < ScansInTransaction; i++) Write(scan, presence, crowd.Scan(first++), attendees);
            transaction.Commit();
        }
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    static void Write(SqliteCommand scan, SqliteCommand presence, (string Code, int Checkpoint) asked, Dictionary<string, int> attendees)
    {
        var at = UtcDateTime.ToStored(DateTime.UtcNow);
        var attendee = attendees[Convert.ToHexString(BadgeKey.Hash(asked.Code))];
        Set(scan, asked.Checkpoint, attendee, at);
        scan.Parameters["$nonce"].Value = RandomNumberGenerator.GetBytes(16);
        scan.Parameters["$content"].Value = RandomNumberGenerator.GetBytes(16);
        scan.ExecuteNonQuery();
        Set(presence, asked.Checkpoint, attendee, at);
        presence.ExecuteNonQuery();
    }

    static void Set(SqliteCommand command, int checkpoint, int attendee, long at)
    {
        command.Parameters["$checkpoint"].Value = checkpoint;
        command.Parameters["$attendee"].Value = attendee;
        command.Parameters["$at"].Value = at;
    }

    static SqliteCommand Prepared(SqliteConnection connection, string text, params (string Name, int Value)[] constants)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in constants) command.Parameters.AddWithValue(name, value);
        foreach (var name in (string[])["$checkpoint", "$attendee", "$at"]) command.Parameters.Add(name, SqliteType.Integer);
        foreach (var name in (string[])["$nonce", "$content"])
            if (text.Contains(name, StringComparison.Ordinal)) command.Parameters.Add(name, SqliteType.Blob);
        command.Prepare();
        return command;
    }

    static Dictionary<string, int> Attendees(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hex(CodeHash), AttendeeId FROM Badge";
        using var rows = command.ExecuteReader();
        var found = new Dictionary<string, int>();
        while (rows.Read()) found[rows.GetString(0)] = rows.GetInt32(1);
        return found;
    }
}
