using Shared.CheckIn.Paper;

namespace Shared.CheckIn.Reading;

/// <summary>What check-in itself knows about a person at the desk: liaison, last note, hand-outs of this checkpoint and of those it implies, line of the paper sheet.</summary>
sealed class ShowAtDesk(ReadLanes lanes, SheetLines sheets) : IShowAtScan
{
    const string FindLiaison = """
        SELECT coalesce(s.Nickname, s.Name), (SELECT n.Text FROM AttendeeNote n WHERE n.MeetingId = a.MeetingId AND n.AttendeeId = a.Id ORDER BY n.Id DESC LIMIT 1)
        FROM Attendee a JOIN Unit u ON u.Id = a.UnitId LEFT JOIN StaffMember s ON s.Id = u.LiaisonId WHERE a.Id = ?1 AND a.MeetingId = ?2 AND EXISTS (SELECT 1 FROM Checkpoint c WHERE c.Id = ?3 AND c.MeetingId = a.MeetingId)
        """;

    public async ValueTask AddAsync(ShowAsk ask, ShownAtScan shown, CancellationToken stop)
    {
        (shown.Liaison, shown.Note, shown.Handouts) = lanes.Read(lane =>
        {
            var found = lane[FindLiaison].Set(1, ask.AttendeeId).Set(2, ask.MeetingId).Set(3, ask.CheckpointId);
            var known = found.Step();
            var (liaison, note) = known ? (found.TextOrNull(0), found.TextOrNull(1)) : (null, null);
            found.End();
            return (liaison, note, known ? HandoutState.Of(lane, ask.CheckpointId, ask.AttendeeId) : []);
        });
        shown.Line = await sheets.ReadAsync(ask.MeetingId, ask.CheckpointId, ask.AttendeeId, stop);
    }
}

/// <summary>Which items there are for a person at a checkpoint and which of them are handed over.</summary>
static class HandoutState
{
    const string FindItems = """
        SELECT i.Id, i.Name, i.Count, (SELECT sum(g.Count) FROM HandoutGiven g WHERE g.AttendeeId = ?2 AND g.ItemId = i.Id AND g.UndoneAt IS NULL),
            (SELECT max(g.Id) FROM HandoutGiven g WHERE g.AttendeeId = ?2 AND g.ItemId = i.Id AND g.UndoneAt IS NULL),
            (SELECT g.CollectedBy FROM HandoutGiven g WHERE g.AttendeeId = ?2 AND g.ItemId = i.Id AND g.UndoneAt IS NULL ORDER BY g.Id DESC LIMIT 1)
        FROM HandoutItem i JOIN Checkpoint c ON c.Id = i.CheckpointId
        WHERE NOT c.Retired AND (c.Id = ?1 OR c.Id IN (SELECT ImpliedId FROM CheckpointImplication WHERE CheckpointId = ?1))
        ORDER BY i.CheckpointId <> ?1, i.Position, i.Id
        """;

    /// <summary>Count is what is still to be given, or what was given where nothing is left.</summary>
    public static IReadOnlyList<ShownHandout> Of(ReadLane lane, int checkpointId, int attendeeId)
    {
        var found = lane[FindItems].Set(1, checkpointId).Set(2, attendeeId);
        if (!found.Step()) return [];
        var items = new List<ShownHandout>();
        do
        {
            var (all, given) = (found.Int(2), found.IsNull(3) ? 0 : found.Int(3));
            items.Add(new(found.Int(0), found.Text(1), given < all ? all - given : all, given >= all, found.IsNull(4) ? null : found.Long(4), found.TextOrNull(5)));
        }
        while (found.Step());
        return items;
    }
}
