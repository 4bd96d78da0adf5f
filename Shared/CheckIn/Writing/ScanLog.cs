using Shared.Data;

namespace Shared.CheckIn.Writing;

/// <summary>A row to be appended to the log.</summary>
record struct LogEntry
{
    public required Caller By { get; init; }
    public required int CheckpointId { get; init; }
    public int? AttendeeId { get; init; }
    public int? BadgeId { get; init; }
    public byte[]? UnknownCode { get; init; }
    public required ScanOutcome Outcome { get; init; }
    public ScanDirection? Direction { get; init; }
    public required ScanSource Source { get; init; }
    public byte[]? Nonce { get; init; }
    public byte[]? Content { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required DateTime OccurredAt { get; init; }
    public bool Offline { get; init; }
    public bool Clamped { get; init; }
    public bool Conflict { get; init; }
    public ScanTiming? Timing { get; init; }
    public int Minutes { get; init; }
    public string? Reason { get; init; }
    public long? OfScanId { get; init; }
    public long? FirstScanId { get; init; }
}

/// <summary>A row of the log as an answer or an undo needs it.</summary>
sealed record LoggedScan(long Id, int MeetingId, int CheckpointId, ScanOutcome Outcome, ScanSource Source)
{
    public int? StationId { get; init; }
    public int? AttendeeId { get; init; }
    public int? BadgeId { get; init; }
    public byte[]? Content { get; init; }
    public DateTime RecordedAt { get; init; }
    public DateTime OccurredAt { get; init; }
    public bool Conflict { get; init; }
    public ScanTiming? Timing { get; init; }
    public int Minutes { get; init; }
    public long? OfScanId { get; init; }
    public long? FirstScanId { get; init; }
}

/// <summary>Appends to the log and reads it; nothing in it is ever changed.</summary>
static class ScanLog
{
    const string Insert = """
        INSERT INTO Scan (MeetingId, CheckpointId, StationId, OperatorId, EnteredBy, AttendeeId, BadgeId, UnknownCode, Outcome, Direction, Source, Nonce, Content,
            RecordedAt, OccurredAt, Offline, Clamped, Conflict, Timing, Minutes, OverrideReason, OfScanId, FirstScanId)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
        """;
    const string Columns = """
        Id, MeetingId, CheckpointId, Outcome, Source, StationId, AttendeeId, BadgeId, Content, RecordedAt, OccurredAt, Conflict, Timing, Minutes, OfScanId, FirstScanId
        """;
    const string FindByNonce = $"SELECT {Columns} FROM Scan WHERE StationId = ?1 AND Nonce = ?2";
    const string FindById = $"SELECT {Columns} FROM Scan WHERE Id = ?1";
    const string FindOf = $"SELECT {Columns} FROM Scan WHERE OfScanId = ?1 AND Source = ?2 ORDER BY Id";
    const string FindFirst = """
        SELECT s.OccurredAt, t.Name, coalesce(p.Nickname, p.Name, s.EnteredBy) FROM Scan s
        LEFT JOIN Station t ON t.Id = s.StationId LEFT JOIN StaffMember p ON p.Id = s.OperatorId WHERE s.Id = ?1
        """;

    public static long Append(WriterTurn turn, in LogEntry entry) => turn[Insert]
        .Set(1, entry.By.MeetingId).Set(2, entry.CheckpointId).Set(3, entry.By.StationId).Set(4, entry.By.OperatorId).Set(5, entry.By.EnteredBy)
        .Set(6, entry.AttendeeId).Set(7, entry.BadgeId).Set(8, entry.UnknownCode).Set(9, (long)entry.Outcome).Set(10, (long?)entry.Direction)
        .Set(11, (long)entry.Source).Set(12, entry.Nonce).Set(13, entry.Content).Set(14, entry.RecordedAt).Set(15, entry.OccurredAt)
        .Set(16, entry.Offline).Set(17, entry.Clamped).Set(18, entry.Conflict).Set(19, (long?)entry.Timing).Set(20, entry.Minutes)
        .Set(21, entry.Reason).Set(22, entry.OfScanId).Set(23, entry.FirstScanId).Insert();

    /// <summary>What this station recorded under this nonce.</summary>
    public static LoggedScan? FindRepeat(WriterTurn turn, Caller caller, byte[]? nonce) =>
        nonce is null || caller.StationId is null ? null : One(turn[FindByNonce].Set(1, caller.StationId).Set(2, nonce));

    public static LoggedScan? Find(WriterTurn turn, long id) => One(turn[FindById].Set(1, id));

    /// <summary>What was recorded along with a scan (implied) or took it back (undo).</summary>
    public static List<LoggedScan> Of(WriterTurn turn, long id, ScanSource source)
    {
        var rows = new List<LoggedScan>();
        var found = turn[FindOf].Set(1, id).Set(2, (long)source);
        while (found.Step()) rows.Add(Read(found));
        return rows;
    }

    public static FirstScan? First(WriterTurn turn, long? id, DateTime? at = null)
    {
        var found = turn[FindFirst].Set(1, id);
        if (!found.Step()) return at is { } known ? new(known, null, null) : null;
        var first = new FirstScan(at ?? found.Time(0), found.TextOrNull(1), found.TextOrNull(2));
        found.End();
        return first;
    }

    static LoggedScan? One(Statement found)
    {
        if (!found.Step()) return null;
        var row = Read(found);
        found.End();
        return row;
    }

    internal static LoggedScan Read(Statement row) =>
        new(row.Long(0), row.Int(1), row.Int(2), (ScanOutcome)row.Int(3), (ScanSource)row.Int(4))
        {
            StationId = row.IntOrNull(5), AttendeeId = row.IntOrNull(6), BadgeId = row.IntOrNull(7), Content = row.Bytes(8), RecordedAt = row.Time(9),
            OccurredAt = row.Time(10), Conflict = row.Bool(11), Timing = (ScanTiming?)row.IntOrNull(12), Minutes = row.Int(13),
            OfScanId = row.IsNull(14) ? null : row.Long(14), FirstScanId = row.IsNull(15) ? null : row.Long(15),
        };
}
