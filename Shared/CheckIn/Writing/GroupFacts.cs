namespace Shared.CheckIn.Writing;

/// <summary>Stations and checkpoints that one transaction has read. Nothing outlives it, so nothing can be stale.</summary>
sealed class GroupFacts
{
    const string FindStation = """
        SELECT s.Id, s.MeetingId, s.Kind, p.Id, s.Name, coalesce(p.Nickname, p.Name), s.LastSeenAt, s.EnrolledAt
        FROM Station s LEFT JOIN StaffMember p ON p.Id = s.OperatorId AND NOT p."Left" AND NOT EXISTS (SELECT 1 FROM Account a WHERE a.UserId = p.UserId AND a.DisabledAt IS NOT NULL)
        WHERE s.TokenHash = ?1 AND s.RevokedAt IS NULL
        """;
    const string FindAllowed = "SELECT CheckpointId FROM StationCheckpoint WHERE StationId = ?1";
    const string MarkSeen = "UPDATE Station SET LastSeenAt = ?2 WHERE Id = ?1";
    const string FindCheckpoint = """
        SELECT c.MeetingId, c.OpensAt, c.ClosesAt, c.Hours, c.Entry, c.Admits, c.CategoryBits, c.Retired, m.TimeZone
        FROM Checkpoint c JOIN Meeting m ON m.Id = c.MeetingId WHERE c.Id = ?1
        """;
    const string FindImplied = "SELECT ImpliedId FROM CheckpointImplication WHERE CheckpointId = ?1 ORDER BY ImpliedId";

    /// <summary>How stale the time of a station's last sign of life may be.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromSeconds(5);

    readonly List<(byte[] Hash, Caller? Caller)> stations = [];
    readonly Dictionary<int, CheckpointFacts?> checkpoints = [];

    public void Clear()
    {
        stations.Clear();
        checkpoints.Clear();
    }

    /// <summary>Null for a token that no working station has.</summary>
    public Caller? Find(WriterTurn turn, in CallerAsk ask)
    {
        if (ask.TokenHash is not { } hash) return new Caller(ask.MeetingId) { EnteredBy = ask.Name, Name = ask.Name! };
        foreach (var known in stations)
            if (known.Hash.AsSpan().SequenceEqual(hash)) return known.Caller;
        var caller = ReadStation(turn, hash);
        stations.Add((hash, caller));
        return caller;
    }

    public CheckpointFacts? Checkpoint(WriterTurn turn, int id)
    {
        if (!checkpoints.TryGetValue(id, out var facts)) checkpoints[id] = facts = ReadCheckpoint(turn, id);
        return facts;
    }

    static Caller? ReadStation(WriterTurn turn, byte[] hash)
    {
        var found = turn[FindStation].Set(1, hash);
        if (!found.Step()) return null;
        var (name, person, now) = (found.Text(4), found.TextOrNull(5), turn.Now);
        var seen = found.IsNull(6) ? DateTime.MinValue : found.Time(6);
        var caller = new Caller(found.Int(1))
        {
            StationId = found.Int(0), Kind = (StationKind)found.Int(2), OperatorId = found.IntOrNull(3),
            Name = person is null ? name : $"{name}·{person}", EnrolledAt = found.IsNull(7) ? DateTime.MinValue : found.Time(7),
        };
        found.End();
        if (now - seen >= SeenEvery) turn[MarkSeen].Set(1, caller.StationId).Set(2, now).Run();
        return caller with { CheckpointIds = Ids(turn[FindAllowed].Set(1, caller.StationId)) };
    }

    static CheckpointFacts? ReadCheckpoint(WriterTurn turn, int id)
    {
        var found = turn[FindCheckpoint].Set(1, id);
        if (!found.Step()) return null;
        var facts = new CheckpointFacts(id, found.Int(0))
        {
            OpensAt = found.Time(1), ClosesAt = found.Time(2), Hours = (HoursRule)found.Int(3), Entry = (EntryRule)found.Int(4),
            Admits = (Admission)found.Int(5), CategoryBits = found.Int(6), Retired = found.Bool(7),
            Zone = TimeZoneInfo.FindSystemTimeZoneById(found.Text(8)), Implied = [],
        };
        found.End();
        return facts with { Implied = Ids(turn[FindImplied].Set(1, id)) };
    }

    static List<int> Ids(Statement found)
    {
        var ids = new List<int>();
        while (found.Step()) ids.Add(found.Int(0));
        return ids;
    }
}
