using Shared.Registration;

namespace Shared.CheckIn.Writing;

/// <summary>What was handed over to whom; undone rather than deleted.</summary>
static class HandoutRows
{
    const string FindRepeat = """
        SELECT g.Id, g.AttendeeId, i.Name, g.Count, g.GivenAt, g.CollectedBy, i.Id FROM HandoutGiven g JOIN HandoutItem i ON i.Id = g.ItemId WHERE g.StationId = ?1 AND g.Nonce = ?2
        """;
    const string FindItem = """
        SELECT i.Id, i.Count - coalesce((SELECT sum(g.Count) FROM HandoutGiven g WHERE g.AttendeeId = ?1 AND g.ItemId = i.Id AND g.UndoneAt IS NULL), 0) AS OpenCount, c.Id, i.Name
        FROM HandoutItem i JOIN Checkpoint c ON c.Id = i.CheckpointId LEFT JOIN Presence p ON p.CheckpointId = c.Id AND p.AttendeeId = ?1
        WHERE c.MeetingId = ?2 AND NOT c.Retired AND (?3 IS NULL OR i.Name = ?3) AND (?5 IS NULL OR i.Id = ?5)
            AND (?4 IS NULL OR c.Id = ?4 OR c.Id IN (SELECT ImpliedId FROM CheckpointImplication WHERE CheckpointId = ?4))
        ORDER BY c.Id <> ?4, ?4 IS NOT NULL AND OpenCount <= 0, p.LastAt IS NULL, p.LastAt DESC, c.Kind, c.OpensAt, i.Id LIMIT 1
        """;
    const string Insert = "INSERT INTO HandoutGiven (AttendeeId, ItemId, Count, GivenAt, StationId, GivenBy, CollectedBy, Nonce) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    const string FindGiven = """
        SELECT g.UndoneAt, i.CheckpointId FROM HandoutGiven g JOIN HandoutItem i ON i.Id = g.ItemId JOIN Attendee a ON a.Id = g.AttendeeId
        WHERE g.Id = ?1 AND g.AttendeeId = ?2 AND a.MeetingId = ?3
        """;
    const string Undo = "UPDATE HandoutGiven SET UndoneAt = ?2 WHERE Id = ?1 AND UndoneAt IS NULL";

    public static DeskResult<HandoutResult> Give(WriterTurn turn, in CallerAsk asker, HandoutAsk ask)
    {
        if (turn.Facts.Find(turn, asker) is not { } caller) return DeskRefusal.UnknownStation;
        if (Repeat(turn, caller, ask) is { } repeat) return repeat;
        if (caller.RefusesDeskWork is { } refused) return refused;
        if (ask.CheckpointId is { } at && !caller.MayUse(turn.Facts.Checkpoint(turn, at))) return DeskRefusal.NotThisCheckpoint;
        var holder = BadgeHolder.Find(turn, caller.MeetingId, null, ask.AttendeeId);
        if (holder?.Person is null) return DeskRefusal.UnknownAttendee;
        if (holder.State is AttendeeState.Cancelled or AttendeeState.Replaced) return DeskRefusal.NotComing;
        var item = turn[FindItem].Set(1, ask.AttendeeId).Set(2, caller.MeetingId).Set(3, ask.Item?.Trim()).Set(4, ask.CheckpointId).Set(5, ask.ItemId);
        if (!item.Step()) return DeskRefusal.UnknownItem;
        var (itemId, left, checkpointId, name) = (item.Int(0), item.Int(1), item.Int(2), item.Text(3));
        item.End();
        if (!HandsOut(turn, caller, checkpointId)) return DeskRefusal.NotThisCheckpoint;
        if (left < (ask.Count ?? 1)) return DeskRefusal.AlreadyGiven;
        var (count, now) = (ask.Count ?? left, turn.Now);
        var id = turn[Insert].Set(1, ask.AttendeeId).Set(2, itemId).Set(3, count).Set(4, now).Set(5, caller.StationId).Set(6, caller.Name)
            .Set(7, ask.CollectedBy).Set(8, ScanCase.Bytes(ask.Nonce)).Insert();
        turn.Tell(CheckInSets.Arrivals(caller.MeetingId));
        return new HandoutResult(id, name, count, now, ask.CollectedBy);
    }

    // Where it may scan, and what is implied there: that is handed out along with it.
    static bool HandsOut(WriterTurn turn, Caller caller, int checkpointId) => caller.CheckpointIds.Count == 0 || caller.CheckpointIds.Contains(checkpointId)
        || caller.CheckpointIds.Any(id => turn.Facts.Checkpoint(turn, id)?.Implied.Contains(checkpointId) == true);

    static DeskResult<HandoutResult>? Repeat(WriterTurn turn, Caller caller, HandoutAsk ask)
    {
        var found = turn[FindRepeat].Set(1, caller.StationId).Set(2, ScanCase.Bytes(ask.Nonce));
        if (!found.Step()) return null;
        var same = found.Int(1) == ask.AttendeeId && (ask.ItemId is null || ask.ItemId == found.Int(6)) && (ask.Item is null || ask.Item.Trim() == found.Text(2)) && (ask.Count is null || ask.Count == found.Int(3)) && found.TextOrNull(5) == ask.CollectedBy;
        DeskResult<HandoutResult> answer = same ? new HandoutResult(found.Long(0), found.Text(2), found.Int(3), found.Time(4), found.TextOrNull(5)) : DeskRefusal.NonceReused;
        found.End();
        return answer;
    }

    public static DeskResult<UndoHandoutResult> TakeBack(WriterTurn turn, in CallerAsk asker, int attendeeId, long handoutId)
    {
        if (turn.Facts.Find(turn, asker) is not { } caller) return DeskRefusal.UnknownStation;
        if (caller.RefusesDeskWork is { } refused) return refused;
        var found = turn[FindGiven].Set(1, handoutId).Set(2, attendeeId).Set(3, caller.MeetingId);
        if (!found.Step()) return DeskRefusal.UnknownHandout;
        var (undoneAt, checkpointId) = (found.IsNull(0) ? turn.Now : found.Time(0), found.Int(1));
        found.End();
        if (!HandsOut(turn, caller, checkpointId)) return DeskRefusal.NotThisCheckpoint;
        turn[Undo].Set(1, handoutId).Set(2, undoneAt).Run();
        turn.Tell(CheckInSets.Arrivals(caller.MeetingId));
        return new UndoHandoutResult(handoutId, undoneAt);
    }
}
