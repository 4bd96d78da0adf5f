namespace Shared.CheckIn.Writing;

/// <summary>The rows that judge: one for each person, checkpoint and day.</summary>
static class PresenceRows
{
    const string FindRow = "SELECT Inside, FirstScanId, FirstAt FROM Presence WHERE CheckpointId = ?1 AND AttendeeId = ?2 AND Day = ?3";
    const string InsertRow = "INSERT INTO Presence (CheckpointId, AttendeeId, Day, Inside, FirstScanId, FirstAt, LastAt) VALUES (?1, ?2, ?3, 1, ?4, ?5, ?5)";
    const string MoveRow = "UPDATE Presence SET Inside = ?4, LastAt = ?5 WHERE CheckpointId = ?1 AND AttendeeId = ?2 AND Day = ?3";
    const string TurnBack = "UPDATE Presence SET Inside = ?4 WHERE CheckpointId = ?1 AND AttendeeId = ?2 AND Day = ?3 AND Inside <> ?4";
    const string DeleteRow = "DELETE FROM Presence WHERE CheckpointId = ?1 AND AttendeeId = ?2 AND Day = ?3 AND FirstScanId = ?4";
    const string CountRows = "SELECT count(*) FROM Presence WHERE AttendeeId = ?1";

    public readonly record struct Row(bool Inside, long FirstScanId, DateTime FirstAt);

    public static Row? Find(WriterTurn turn, int checkpointId, int attendeeId, int day)
    {
        var found = Key(turn[FindRow], checkpointId, attendeeId, day);
        if (!found.Step()) return null;
        var row = new Row(found.Bool(0), found.Long(1), found.Time(2));
        found.End();
        return row;
    }

    public static void Insert(WriterTurn turn, int checkpointId, int attendeeId, int day, (long ScanId, DateTime At) first) =>
        Key(turn[InsertRow], checkpointId, attendeeId, day).Set(4, first.ScanId).Set(5, first.At).Run();

    public static void Move(WriterTurn turn, int checkpointId, int attendeeId, int day, (bool Inside, DateTime At) to) =>
        Key(turn[MoveRow], checkpointId, attendeeId, day).Set(4, to.Inside).Set(5, to.At).Run();

    /// <summary>True where the row was in the state that the scan had left it in.</summary>
    public static bool TakeBack(WriterTurn turn, LoggedScan scan, int day) => scan.Outcome == ScanOutcome.Welcome
        ? Key(turn[DeleteRow], scan.CheckpointId, scan.AttendeeId!.Value, day).Set(4, scan.Id).Run() == 1
        : Key(turn[TurnBack], scan.CheckpointId, scan.AttendeeId!.Value, day).Set(4, scan.Outcome == ScanOutcome.Goodbye).Run() == 1;

    public static bool HasAny(WriterTurn turn, int attendeeId)
    {
        var found = turn[CountRows].Set(1, attendeeId);
        found.Step();
        var any = found.Int(0) > 0;
        found.End();
        return any;
    }

    static Statement Key(Statement statement, int checkpointId, int attendeeId, int day) =>
        statement.Set(1, checkpointId).Set(2, attendeeId).Set(3, day);
}
