namespace Shared.CheckIn.Writing;

/// <summary>Answers a repeat from the log, as it was answered the first time.</summary>
sealed class StoredScan(WriterTurn turn, Caller caller)
{
    const string FindBadge = "SELECT Number FROM Badge WHERE Id = ?1";

    public ScanResult Answer(LoggedScan scan, Guid? nonce)
    {
        var holder = scan.AttendeeId is { } id ? BadgeHolder.Find(turn, caller.MeetingId, null, id) : null;
        var person = holder?.Person is { } found && scan.BadgeId is { } badge ? found with { BadgeNo = Number(badge) } : holder?.Person;
        return new ScanResult
        {
            Outcome = scan.Outcome, Nonce = nonce, ScanId = scan.Id, RecordedAt = scan.RecordedAt, Timing = scan.Timing, Minutes = scan.Minutes,
            Conflict = scan.Conflict, Attendee = Shown(caller, scan.Outcome, person), Remedy = ScanRules.Remedy(caller, scan.Outcome, holder?.State),
            Also = scan.Outcome == ScanOutcome.Welcome ? [.. ScanLog.Of(turn, scan.Id, ScanSource.Implied).Select(also => new AlsoRecorded(also.CheckpointId, also.Id))] : [],
            First = scan.FirstScanId is { } first ? ScanLog.First(turn, first) : null,
        };
    }

    /// <summary>A kiosk tells nobody whose lost badge was found.</summary>
    public static ScannedPerson? Shown(Caller caller, ScanOutcome outcome, ScannedPerson? person) =>
        caller.IsKiosk && outcome == ScanOutcome.RevokedBadge ? null : person;

    string? Number(int badgeId)
    {
        var found = turn[FindBadge].Set(1, badgeId);
        if (!found.Step()) return null;
        var number = found.TextOrNull(0);
        found.End();
        return number;
    }
}
