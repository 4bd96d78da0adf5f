using Shared.Registration;

namespace Shared.CheckIn.Writing;

/// <summary>The rules of a scan, without a database.</summary>
static class ScanRules
{
    /// <summary>Early before the opening, late after the closing; minutes are rounded, at least one.</summary>
    public static (ScanTiming Timing, int Minutes) Timing(CheckpointFacts checkpoint, DateTime at) =>
        at < checkpoint.OpensAt ? (ScanTiming.Early, Minutes(checkpoint.OpensAt - at))
        : at > checkpoint.ClosesAt ? (ScanTiming.Late, Minutes(at - checkpoint.ClosesAt))
        : (ScanTiming.OnTime, 0);

    /// <summary>Why nobody gets in at that time; null inside the hours and where hours are only marked.</summary>
    public static ScanOutcome? Closed(CheckpointFacts checkpoint, ScanTiming timing) => (checkpoint.Hours, timing) switch
    {
        (HoursRule.Enforce, ScanTiming.Early) => ScanOutcome.NotYetOpen,
        (HoursRule.Enforce, ScanTiming.Late) => ScanOutcome.AlreadyClosed,
        _ => null,
    };

    /// <summary>The day under which a presence is kept: the venue's day where entry is once per day, else 0.</summary>
    public static int Day(CheckpointFacts checkpoint, DateTime at) => checkpoint.Entry != EntryRule.OncePerDay ? 0 : Day(checkpoint.Zone, at);

    /// <summary>The venue's day as days since 1970-01-01.</summary>
    public static int Day(TimeZoneInfo zone, DateTime at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone)).DayNumber - Epoch;

    /// <param name="inside">Null for who was never here (on that day).</param>
    public static (ScanOutcome Outcome, ScanDirection Direction) Enter(EntryRule rule, ScanDirection? asked, bool? inside)
    {
        var direction = asked ?? (rule == EntryRule.ReEntry && inside == true ? ScanDirection.Out : ScanDirection.In);
        if (direction == ScanDirection.Out) return (inside == true ? ScanOutcome.Goodbye : ScanOutcome.NotInside, direction);
        return (inside switch
        {
            null => ScanOutcome.Welcome,
            false when rule == EntryRule.ReEntry => ScanOutcome.WelcomeBack,
            _ => ScanOutcome.AlreadyIn,
        }, direction);
    }

    public static bool Admitted(ScanOutcome outcome) => outcome is ScanOutcome.Welcome or ScanOutcome.WelcomeBack or ScanOutcome.Goodbye;

    /// <summary>When an offline scan happened: the station's clock corrected, between its last contact and now.</summary>
    public static (DateTime At, bool Clamped) OccurredOffline(DateTime scannedAt, DateTime lastContact, DateTime now)
    {
        var earliest = lastContact < now ? lastContact : now;
        return scannedAt > now ? (now, true) : scannedAt < earliest ? (earliest, true) : (scannedAt, false);
    }

    public static Remedy? Remedy(Caller caller, ScanOutcome outcome, AttendeeState? state) =>
        caller.IsKiosk || !caller.IsStaffed ? null : outcome switch
        {
            ScanOutcome.Cancelled => CheckIn.Remedy.Reinstate,
            ScanOutcome.RevokedBadge when state is not (null or AttendeeState.Replaced) => CheckIn.Remedy.CheckInPerson,
            ScanOutcome.UnboundBadge => CheckIn.Remedy.Bind,
            _ => null,
        };

    static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    static int Minutes(TimeSpan span) => Math.Max(1, (int)Math.Round(span.TotalMinutes));
}
