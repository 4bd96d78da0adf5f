namespace Shared.CheckIn.Writing;

/// <summary>Takes an admitted scan back, and what was implied by it; the log gets rows of its own.</summary>
sealed class ScanUndo(WriterTurn turn, Caller caller)
{
    const string FindLater = """
        SELECT s.OccurredAt FROM Scan s WHERE s.AttendeeId = ?1 AND s.CheckpointId = ?2 AND s.Id > ?3 AND s.Outcome IN (10, 11, 12) AND s.Source <> 6
            AND NOT EXISTS (SELECT 1 FROM Scan u WHERE u.OfScanId = s.Id AND u.Source = 6)
        """;

    /// <summary>How long a station may take its own scan back; later it needs an organiser.</summary>
    public static readonly TimeSpan OwnFor = TimeSpan.FromMinutes(10);

    public static DeskResult<UndoResult> Run(WriterTurn turn, in CallerAsk ask, UndoAsk undo)
    {
        if (turn.Facts.Find(turn, ask) is not { } caller) return DeskRefusal.UnknownStation;
        return new ScanUndo(turn, caller).Run(undo);
    }

    DeskResult<UndoResult> Run(UndoAsk undo)
    {
        var (nonce, content) = (ScanCase.Bytes(undo.Nonce), System.Text.Encoding.ASCII.GetBytes($"undo|{undo.ScanId}"));
        if (ScanLog.FindRepeat(turn, caller, nonce) is { } repeat)
            return repeat.Content.AsSpan().SequenceEqual(content) ? new UndoResult(repeat.Id, undo.ScanId, repeat.RecordedAt) : DeskRefusal.NonceReused;
        if (caller.RefusesDeskWork is { } refused) return refused;
        if (ScanLog.Find(turn, undo.ScanId) is not { } scan || scan.MeetingId != caller.MeetingId) return DeskRefusal.UnknownScan;
        if (caller.StationId is not null && (scan.StationId != caller.StationId || turn.Now - scan.RecordedAt > OwnFor)) return DeskRefusal.NotYourScan;
        if (scan.Source == ScanSource.Undo || !ScanRules.Admitted(scan.Outcome)) return DeskRefusal.NothingToUndo;
        if (IsUndone(scan)) return DeskRefusal.AlreadyUndone;
        List<LoggedScan> all = [scan, .. ScanLog.Of(turn, scan.Id, ScanSource.Implied).Where(implied => !IsUndone(implied))];
        if (all.Exists(HasLater)) return DeskRefusal.LaterScanFirst;
        if (!all.TrueForAll(taken => PresenceRows.TakeBack(turn, taken, Day(taken)))) throw new NothingThere();
        var ids = all.ConvertAll(taken => Log(taken, undo.Reason, taken == scan ? (nonce, content) : default));
        turn.Audit(caller, "check-in-undo", $"scan:{scan.Id}", undo.Reason);
        turn.Tell(CheckInSets.Arrivals(caller.MeetingId));
        return new UndoResult(ids[0], scan.Id, turn.Now);
    }

    /// <summary>The row that judges is not as the scan left it; the savepoint takes back what was begun.</summary>
    public sealed class NothingThere : Exception;

    bool IsUndone(LoggedScan scan) => ScanLog.Of(turn, scan.Id, ScanSource.Undo).Count > 0;

    bool HasLater(LoggedScan scan)
    {
        var found = turn[FindLater].Set(1, scan.AttendeeId).Set(2, scan.CheckpointId).Set(3, scan.Id);
        while (found.Step())
        {
            if (ScanRules.Day(turn.Facts.Checkpoint(turn, scan.CheckpointId)!, found.Time(0)) != Day(scan)) continue;
            found.End();
            return true;
        }
        return false;
    }

    int Day(LoggedScan scan) => ScanRules.Day(turn.Facts.Checkpoint(turn, scan.CheckpointId)!, scan.OccurredAt);

    long Log(LoggedScan taken, string? reason, (byte[]? Nonce, byte[]? Content) asked) => ScanLog.Append(turn, new LogEntry
    {
        By = caller, CheckpointId = taken.CheckpointId, AttendeeId = taken.AttendeeId, BadgeId = taken.BadgeId, Outcome = taken.Outcome, Source = ScanSource.Undo,
        Nonce = asked.Nonce, Content = asked.Content, RecordedAt = turn.Now, OccurredAt = turn.Now, Reason = reason, OfScanId = taken.Id,
    });
}
