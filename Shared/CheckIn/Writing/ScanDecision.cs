using Shared.Access;
using Shared.Registration;

namespace Shared.CheckIn.Writing;

/// <summary>Decides one scan inside the writer's transaction and records what it decided.</summary>
sealed class ScanDecision(WriterTurn turn, BadgeKey key, Caller caller, ScanCase scan)
{
    const string IsGuest = "SELECT 1 FROM CheckpointGuest WHERE CheckpointId = ?1 AND AttendeeId = ?2";

    readonly DateTime now = turn.Now;

    /// <summary>A repeat of what was asked before, then what a station may ask at all, then the decision.</summary>
    public static DeskResult<ScanResult> Run(WriterTurn turn, BadgeKey key, in CallerAsk ask, ScanCase scan)
    {
        if (turn.Facts.Find(turn, ask) is not { } caller) return DeskRefusal.UnknownStation;
        if (ScanLog.FindRepeat(turn, caller, scan.NonceBytes) is { } stored)
            return stored.Content.AsSpan().SequenceEqual(scan.Content) ? new StoredScan(turn, caller).Answer(stored, scan.Nonce) : DeskRefusal.NonceReused;
        var checkpoint = turn.Facts.Checkpoint(turn, scan.CheckpointId);
        var allowed = caller.MayUse(checkpoint);
        // What happened while offline is not refused for what the station may do since.
        if (!allowed && (scan.OfflineAt is null || checkpoint?.MeetingId != caller.MeetingId)) return DeskRefusal.NotThisCheckpoint;
        if ((scan.AttendeeId is not null || scan.Override is not null) && caller.RefusesDeskWork is { } refused) return refused;
        return new ScanDecision(turn, key, caller, scan).Decide(checkpoint!, allowed);
    }

    ScanResult Decide(CheckpointFacts checkpoint, bool allowed)
    {
        var holder = BadgeHolder.Find(turn, caller.MeetingId, scan.Code, scan.AttendeeId);
        var (at, clamped) = scan.OfflineAt is { } offlineAt ? ScanRules.OccurredOffline(offlineAt, scan.ContactAt ?? caller.EnrolledAt, now) : (scan.WrittenAt ?? now, false);
        return Record(checkpoint, holder, Judge(checkpoint, holder, at) with { Allowed = allowed }, (at, clamped));
    }

    readonly record struct Verdict(ScanOutcome Outcome, ScanDirection? Direction = null, PresenceRows.Row? There = null, bool Lifted = false, bool Allowed = true);

    Verdict Judge(CheckpointFacts checkpoint, BadgeHolder? holder, DateTime at)
    {
        if (holder is null) return new(ScanOutcome.UnknownBadge);
        if (holder.Person is not { } person)
            return new(holder.Revoked ? ScanOutcome.RevokedBadge : caller.IsKiosk ? ScanOutcome.UnknownBadge : ScanOutcome.UnboundBadge);
        if (holder.Revoked || holder.State == AttendeeState.Replaced) return new(ScanOutcome.RevokedBadge);
        if (holder.State == AttendeeState.Cancelled) return new(ScanOutcome.Cancelled);
        var refused = Admits(checkpoint, person) ? ScanRules.Closed(checkpoint, ScanRules.Timing(checkpoint, at).Timing) : ScanOutcome.NotEntitled;
        if (refused is { } outcome && scan.Override is null) return new(outcome);
        var there = PresenceRows.Find(turn, checkpoint.Id, person.Id, ScanRules.Day(checkpoint, at));
        var (decided, direction) = ScanRules.Enter(checkpoint.Entry, scan.Direction, there?.Inside);
        return new(decided, direction, there, refused is not null);
    }

    bool Admits(CheckpointFacts checkpoint, ScannedPerson person) => checkpoint.Admits switch
    {
        Admission.Categories => (checkpoint.CategoryBits & Checkpoint.Bit(person.Category)) != 0,
        Admission.List => IsOnList(checkpoint.Id, person.Id),
        _ => true,
    };

    bool IsOnList(int checkpointId, int attendeeId)
    {
        var found = turn[IsGuest].Set(1, checkpointId).Set(2, attendeeId);
        var listed = found.Step();
        found.End();
        return listed;
    }

    ScanResult Record(CheckpointFacts checkpoint, BadgeHolder? holder, Verdict verdict, (DateTime At, bool Clamped) occurred)
    {
        var (outcome, admitted) = (verdict.Outcome, ScanRules.Admitted(verdict.Outcome));
        var timed = admitted || outcome is ScanOutcome.NotYetOpen or ScanOutcome.AlreadyClosed;
        (ScanTiming? timing, var minutes) = timed ? ScanRules.Timing(checkpoint, occurred.At) : (default(ScanTiming?), 0);
        var conflict = scan.OfflineAt is not null && !(admitted && verdict.Allowed);
        var first = outcome == ScanOutcome.AlreadyIn ? verdict.There : null;
        var id = ScanLog.Append(turn, new LogEntry
        {
            By = caller, CheckpointId = checkpoint.Id, AttendeeId = holder?.Person?.Id, BadgeId = scan.Code is null ? null : holder?.BadgeId,
            UnknownCode = holder is null && scan.Code is { } code ? key.Unknown(code) : null, Outcome = outcome, Direction = verdict.Direction ?? scan.Direction,
            Source = scan.Source, Nonce = scan.NonceBytes, Content = scan.Content, RecordedAt = now, OccurredAt = occurred.At, Offline = scan.OfflineAt is not null,
            Clamped = occurred.Clamped, Conflict = conflict, Timing = timing, Minutes = minutes, Reason = verdict.Lifted ? scan.Override : null, FirstScanId = first?.FirstScanId,
        });
        var also = admitted ? Move(checkpoint, holder!.Person!, verdict, (id, occurred.At)) : [];
        if (verdict.Lifted && admitted) turn.Audit(caller, "check-in-override", $"scan:{id}", scan.Override);
        turn.Tell(CheckInSets.Arrivals(caller.MeetingId));
        return new ScanResult
        {
            Outcome = outcome, Nonce = scan.Nonce, ScanId = id, RecordedAt = now, Timing = timing, Minutes = minutes, Also = also, Conflict = conflict,
            Attendee = StoredScan.Shown(caller, outcome, holder?.Person), Remedy = ScanRules.Remedy(caller, outcome, holder?.State),
            First = first is { } row ? ScanLog.First(turn, row.FirstScanId, row.FirstAt) : null,
        };
    }

    IReadOnlyList<AlsoRecorded> Move(CheckpointFacts checkpoint, ScannedPerson person, Verdict verdict, (long ScanId, DateTime At) scanned)
    {
        var day = ScanRules.Day(checkpoint, scanned.At);
        if (verdict.Outcome != ScanOutcome.Welcome)
        {
            PresenceRows.Move(turn, checkpoint.Id, person.Id, day, (verdict.Outcome == ScanOutcome.WelcomeBack, scanned.At));
            return [];
        }
        PresenceRows.Insert(turn, checkpoint.Id, person.Id, day, scanned);
        return checkpoint.Implied.Count == 0 ? [] : [.. checkpoint.Implied.Select(id => Imply(id, person, scanned)).OfType<AlsoRecorded>()];
    }

    AlsoRecorded? Imply(int impliedId, ScannedPerson person, (long ScanId, DateTime At) along)
    {
        if (turn.Facts.Checkpoint(turn, impliedId) is not { Retired: false } implied || !Admits(implied, person)) return null;
        var day = ScanRules.Day(implied, along.At);
        if (PresenceRows.Find(turn, impliedId, person.Id, day) is not null) return null;
        var (timing, minutes) = ScanRules.Timing(implied, along.At);
        var id = ScanLog.Append(turn, new LogEntry
        {
            By = caller, CheckpointId = impliedId, AttendeeId = person.Id, Outcome = ScanOutcome.Welcome, Direction = ScanDirection.In, Source = ScanSource.Implied,
            RecordedAt = now, OccurredAt = along.At, Offline = scan.OfflineAt is not null, Timing = timing, Minutes = minutes, OfScanId = along.ScanId,
        });
        PresenceRows.Insert(turn, impliedId, person.Id, day, (id, along.At));
        return new(impliedId, id);
    }
}
